import { beforeEach, describe, expect, it } from 'vitest';
import {
  correctAnnouncement,
  offerCorrection,
} from '../../../src/features/announcements/correct-announcement.ts';
import { showCommunes } from '../../../src/features/announcements/count-communes.ts';
import { keepTemplate } from '../../../src/features/announcements/keep-template.ts';
import { listTemplates, removeTemplate } from '../../../src/features/announcements/list-templates.ts';
import { reportAnnouncement } from '../../../src/features/announcements/report-announcement.ts';
import { cancelAnnouncement, repeatAnnouncement } from '../../../src/features/announcements/steer-sending.ts';
import { withdrawAnnouncement } from '../../../src/features/announcements/withdraw-announcement.ts';
import { createGroup, g1, guest, member, nobody, organiser, otherOrganiser } from '../user-groups/scene.ts';
import { a1, keep } from './scene.ts';
import { aSentScene, broadcastOf, failing, send } from './sent-scene.ts';
import type { SentScene } from './sent-scene.ts';

const asked = { asker: organiser, announcementId: a1 };
const typed = { title: 'Einladung', text: 'Neuer Text' };

let scene: SentScene;

beforeEach(async () => {
  scene = await aSentScene();
});

async function stored() {
  return (await scene.announcements.find(a1))?.value;
}

describe('the report', () => {
  it('groups the deliveries, for organisers and the author', async () => {
    const unclear = { state: { kind: 'unclear', epoch: 1, since: 1 } } as const;
    const recipient = { kind: 'member', memberId: member.memberId } as const;
    const other = { kind: 'member', memberId: otherOrganiser.memberId } as const;
    await send(scene, { deliveries: [{ recipient }, { ...unclear, recipient: other }] });

    const [one, another, author] = await Promise.all([
      reportAnnouncement(scene, asked),
      reportAnnouncement(scene, { ...asked, asker: otherOrganiser }),
      // Organises no more.
      reportAnnouncement(scene, { ...asked, asker: { ...organiser, role: 'member' } }),
    ]);

    expect(one).toMatchObject({
      kind: 'reported',
      reported: {
        progress: { kind: 'finished' },
        sums: { total: 2, delivered: 1, unclear: 1 },
        mayChange: true,
      },
    });
    expect(another).toEqual(one);
    expect(author).toMatchObject({ kind: 'reported', reported: { mayChange: false } });
  });

  it.each([
    ['a member', member, 'not-organiser'],
    ['a guest', guest, 'guest'],
    ['somebody without an account', nobody, 'anonymous'],
  ])('and whatever can be done with it is refused to %s', async (_, asker, because) => {
    await send(scene);
    const before = [await stored(), await broadcastOf(scene)];
    const request = { asker, announcementId: a1 };

    const results = await Promise.all([
      reportAnnouncement(scene, request),
      cancelAnnouncement(scene, request),
      repeatAnnouncement(scene, request),
      offerCorrection(scene, request),
      correctAnnouncement(scene, { ...request, version: 1, typed }),
      withdrawAnnouncement(scene, request),
      showCommunes(scene, request),
      keepTemplate(scene, request),
      listTemplates(scene, request),
      removeTemplate(scene, { asker, templateId: 'x' }),
    ]);

    expect(results).toEqual(results.map(() => ({ kind: 'denied', because })));
    expect([await stored(), await broadcastOf(scene)]).toEqual(before);
    expect(scene.warnings.length).toBe(results.length);
  });

  it('is there for the organisers of a user group when it went to that group alone', async () => {
    await createGroup(scene);
    const { value, etag } = await scene.userGroups
      .find(g1)
      .then((found) => found ?? Promise.reject(new Error('no group')));
    await scene.userGroups.replace({ ...value, organisers: [member.memberId] }, { value, etag });
    await send(scene, { announcement: { audience: [{ kind: 'user-group', userGroupId: g1 }] } });

    const result = await reportAnnouncement(scene, { ...asked, asker: member });

    expect(result).toMatchObject({ kind: 'reported', reported: { mayChange: true } });
  });

  it("of somebody else's draft is not there", async () => {
    await keep(scene);

    expect(await reportAnnouncement(scene, { ...asked, asker: otherOrganiser })).toEqual({ kind: 'gone' });
  });

  it('shows presses on "Gelesen" only when that does not tell who it was', async () => {
    const content = { title: 'Einladung', text: 'Text', acknowledgement: true };
    const members = [member, organiser].map(({ memberId }) => ({
      recipient: { kind: 'member', memberId } as const,
    }));
    await send(scene, { announcement: { content }, deliveries: members });

    const result = await reportAnnouncement(scene, asked);

    expect(JSON.stringify(result)).not.toContain('acknowledged');
  });
});

describe('correcting', () => {
  it('stores the words first, then asks for the posted messages, and keeps the card of the author live', async () => {
    await send(scene, { announcement: { reportShown: true } });

    const result = await correctAnnouncement(scene, { ...asked, version: 1, typed });

    expect(result.kind).toBe('corrected');
    expect(await stored()).toMatchObject({ content: typed, version: 2, correctedAt: scene.clock.now() });
    expect(await stored()).not.toHaveProperty('reportShown');
    expect(await broadcastOf(scene)).toMatchObject({ revision: 2, phase: 'sending' });
  });

  it('is finished by the next press when it was interrupted in between', async () => {
    await send(scene);
    await expect(correctAnnouncement(failing(scene), { ...asked, version: 1, typed })).rejects.toThrow(
      'killed',
    );
    const before = await broadcastOf(scene);
    const again = await correctAnnouncement(scene, { ...asked, version: 1, typed });

    expect(before).toMatchObject({ revision: 1 });
    expect(again.kind).toBe('corrected');
    expect(await broadcastOf(scene)).toMatchObject({ revision: 2 });
    expect(await stored()).toMatchObject({ version: 2 });
  });

  it('shows what is wrong, and what somebody else has written meanwhile', async () => {
    await send(scene);
    await correctAnnouncement(scene, { ...asked, version: 1, typed });

    const missing = await correctAnnouncement(scene, {
      ...asked,
      version: 2,
      typed: { ...typed, title: ' ' },
    });
    const outdated = await correctAnnouncement(scene, {
      ...asked,
      asker: otherOrganiser,
      version: 1,
      typed: { ...typed, text: 'Etwas anderes' },
    });

    expect(missing).toMatchObject({ kind: 'invalid', problems: ['title-missing'] });
    expect(outdated).toMatchObject({
      kind: 'invalid',
      problems: ['outdated'],
      fields: { text: 'Etwas anderes' },
      announcement: { content: { text: 'Neuer Text' } },
    });
    expect(await broadcastOf(scene)).toMatchObject({ revision: 2 });
  });

  it('is over once it was withdrawn, and not possible before it was sent or after it was forgotten', async () => {
    await send(scene, { announcement: { withdrawnAt: 1 } });
    const draft = await aSentScene();
    await keep(draft);
    const old = await aSentScene();
    await keep(old, { state: { kind: 'started', at: 1 } });

    expect([
      (await offerCorrection(scene, asked)).kind,
      (await offerCorrection(draft, asked)).kind,
      (await offerCorrection(old, asked)).kind,
    ]).toEqual(['withdrawn', 'not-sent', 'forgotten']);
  });
});

describe('withdrawing', () => {
  it('happens once: what was posted is replaced, what is unsent is not sent', async () => {
    await send(scene, { broadcast: { phase: 'sending' } });

    await withdrawAnnouncement(scene, asked);
    scene.clock.advance(1000);
    const again = await withdrawAnnouncement(scene, asked);

    expect(again.kind).toBe('withdrawn');
    const at = scene.clock.now() - 1000;
    expect(await stored()).toMatchObject({ withdrawnAt: at });
    expect(await broadcastOf(scene)).toMatchObject({ revision: 2, cancelledAt: at });
  });

  it('replaces the messages of what was cancelled before, too', async () => {
    await send(scene, { broadcast: { cancelledAt: scene.clock.now() } });

    await withdrawAnnouncement(scene, asked);

    expect(await broadcastOf(scene)).toMatchObject({ revision: 2, phase: 'sending' });
  });

  it('is finished by the next press when it was interrupted in between', async () => {
    await send(scene);

    await expect(withdrawAnnouncement(failing(scene), asked)).rejects.toThrow('killed');
    const before = await broadcastOf(scene);
    await withdrawAnnouncement(scene, asked);
    await withdrawAnnouncement(scene, asked);

    expect(before).toMatchObject({ revision: 1 });
    expect(await broadcastOf(scene)).toMatchObject({ revision: 2, cancelledAt: scene.clock.now() });
  });
});
