import { beforeEach, describe, expect, it } from 'vitest';
import { conversationId } from '../../../src/domain/ids.ts';
import { acknowledgeAnnouncement } from '../../../src/features/announcements/acknowledge-announcement.ts';
import { menden } from '../../support/builders.ts';
import { guest, member, nobody, organiser } from '../user-groups/scene.ts';
import { a1 } from './scene.ts';
import { aSentScene, send } from './sent-scene.ts';
import type { SentScene } from './sent-scene.ts';

const content = { title: 'Einladung', text: 'Wir treffen uns.', acknowledgement: true };
const channel = conversationId('19:channel@thread.tacv2');
const toMember = { recipient: { kind: 'member', memberId: member.memberId } } as const;

let scene: SentScene;

beforeEach(async () => {
  scene = await aSentScene();
});

describe('"Gelesen"', () => {
  it('counts whoever got the announcement, once, with their commune and the first time', async () => {
    await send(scene, { announcement: { content }, deliveries: [toMember] });
    const asker = { ...member, communeId: menden };
    const at = scene.clock.now();

    const first = await acknowledgeAnnouncement(scene, { asker, announcementId: a1 });
    scene.clock.advance(60_000);
    const second = await acknowledgeAnnouncement(scene, { asker, announcementId: a1 });

    expect(first).toMatchObject({ kind: 'acknowledged', at, inCollection: false });
    expect(second).toMatchObject({ kind: 'already', at });
    expect(await scene.acknowledgements.counts(a1)).toEqual(new Map([[menden, 1]]));
  });

  it('counts in a channel that got it, also guests', async () => {
    const place = { recipient: { kind: 'place', conversationId: channel } } as const;
    await send(scene, { announcement: { content }, deliveries: [place] });

    const result = await acknowledgeAnnouncement(scene, { asker: guest, announcementId: a1, place: channel });

    expect(result.kind).toBe('acknowledged');
  });

  it.each([
    ['somebody who did not get it', member, undefined],
    ['somebody in a channel that it was forwarded to', member, conversationId('19:other@thread.tacv2')],
  ])('is refused to %s, and logged (fault 40)', async (_, asker, place) => {
    const posted = { recipient: { kind: 'place', conversationId: channel } } as const;
    const toOrganiser = { recipient: { kind: 'member', memberId: organiser.memberId } } as const;
    await send(scene, { announcement: { content }, deliveries: [posted, toOrganiser] });

    const request = { asker, announcementId: a1, ...(place !== undefined && { place }) };
    const result = await acknowledgeAnnouncement(scene, request);

    expect(result).toEqual({ kind: 'not-recipient' });
    expect(scene.warnings.map(({ event }) => event)).toEqual(['announcement.acknowledgement-refused']);
    expect(await scene.acknowledgements.counts(a1)).toEqual(new Map());
  });

  it('is refused to somebody without an account', async () => {
    await send(scene, { announcement: { content } });

    expect(await acknowledgeAnnouncement(scene, { asker: nobody, announcementId: a1 })).toEqual({
      kind: 'denied',
      because: 'anonymous',
    });
  });

  it('counts nothing after it was withdrawn, and where nobody asked for it', async () => {
    await send(scene, { announcement: { content, withdrawnAt: 1 }, deliveries: [toMember] });
    const other = await aSentScene();
    await send(other, { deliveries: [toMember] });

    expect([
      await acknowledgeAnnouncement(scene, { asker: member, announcementId: a1 }),
      await acknowledgeAnnouncement(other, { asker: member, announcementId: a1 }),
    ]).toEqual([{ kind: 'withdrawn' }, { kind: 'gone' }]);
  });
});
