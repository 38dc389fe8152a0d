import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { composeMessage } from '../../src/chat/compose-message.ts';
import type { Announcement, AnnouncementState } from '../../src/domain/announcement.ts';
import { announcementLimits } from '../../src/domain/announcement.ts';
import { announcementId, conversationId, memberId, tenantId } from '../../src/domain/ids.ts';
import { startCommunity, twoOrganisers } from '../support/announcements.ts';
import { anAnnouncement } from '../support/builders.ts';
import { anna, buttonsOf, tenant, wordsOf } from '../support/conversation.ts';
import type { TestBot } from '../support/conversation.ts';
import { berta } from '../support/user-groups.ts';

let bot: TestBot;
const a1 = announcementId('a1');
const toBerta = { kind: 'member', memberId: memberId(tenantId(tenant), berta.aadObjectId) } as const;
const toAnna = { kind: 'member', memberId: memberId(tenantId(tenant), anna.aadObjectId) } as const;
const toChannel = { kind: 'place', conversationId: conversationId('19:x@thread.tacv2') } as const;
const about = { kind: 'announcement', announcementId: a1 } as const;
const asking = { kind: 'confirmation', announcementId: a1 } as const;
const content = {
  title: 'Einladung',
  text: 'Donnerstag.\n\nBitte melden.',
  link: 'https://www.example.org/',
  acknowledgement: true,
};

beforeEach(async () => {
  bot = await startCommunity(twoOrganisers);
});

afterEach(async () => {
  await bot.stop();
});

async function keep(fields: Partial<Announcement>): Promise<void> {
  await bot.app.deps.announcements.add(anAnnouncement({ content, ...fields }));
}

const compose = (request: Partial<Parameters<typeof composeMessage>[1]>) =>
  composeMessage(bot.app.deps, { subject: about, recipient: toBerta, ...request });

describe('an announcement', () => {
  it.each([
    ['a member', toBerta],
    ['a channel', toChannel],
  ])('comes to %s with its link and the button "Gelesen"', async (_, recipient) => {
    await keep({});

    const message = await compose({ recipient });

    expect(message?.summary).toBe('Ankündigung: Einladung');
    expect(wordsOf(message?.card).split('\n').slice(0, 5)).toEqual([
      'Ankündigung',
      'Einladung',
      'Donnerstag.',
      'Bitte melden.',
      'Link: www.example.org',
    ]);
    expect(buttonsOf(message?.card)).toMatchObject([
      { type: 'Action.OpenUrl', title: 'Link öffnen', url: 'https://www.example.org/' },
      { verb: 'announcement.acknowledge', title: 'Gelesen', data: { announcementId: 'a1' } },
    ]);
  });

  it('says when it was corrected, and when it may have come before', async () => {
    await keep({ correctedAt: Date.UTC(2026, 10, 22, 10) });

    const card = wordsOf((await compose({ repeated: true }))?.card);

    expect(card).toContain('Korrigiert am 22. November 2026 um 11:00 Uhr');
    expect(card).toContain('Erneut gesendet, falls Sie sie schon haben');
  });

  it('is taken back with all of its words when it is withdrawn', async () => {
    await keep({ withdrawnAt: 5 });

    const message = await compose({});

    expect(JSON.stringify(message)).not.toMatch(/Einladung|Donnerstag|example/);
    expect(message?.summary).toBe('Diese Ankündigung wurde zurückgezogen.');
  });

  it('has a short form of at most 5 KB, with the beginning of the text', async () => {
    await keep({
      content: {
        ...content,
        title: 'Ü'.repeat(announcementLimits.title),
        text: 'wörter\n'.repeat(280),
        link: `https://www.example.org/${'x'.repeat(450)}`,
      },
    });

    const message = await compose({ short: true, repeated: true });

    expect(Buffer.byteLength(JSON.stringify(message))).toBeLessThan(5000);
    expect(wordsOf(message?.card)).toMatch(/wörter wörter .*…\n/);
  });

  it.each<AnnouncementState>([
    { kind: 'draft' },
    { kind: 'awaiting-confirmation', askedAt: 1 },
    { kind: 'discarded', at: 1 },
    { kind: 'missed', at: 1 },
  ])('is not said while it is %j, whatever its broadcast does', async (state) => {
    await keep({ state });

    expect(await compose({})).toBeUndefined();
  });

  it('that is gone, or for somebody who is gone, is not said', async () => {
    expect(await compose({})).toBeUndefined();

    await keep({});
    expect(await compose({ recipient: { kind: 'erased' } })).toBeUndefined();
  });
});

describe('the question whether it may go out', () => {
  const confirmation = { subject: asking, recipient: toBerta };
  const awaiting = { state: { kind: 'awaiting-confirmation', askedAt: 1 }, by: toAnna.memberId } as const;

  it('shows all of it and its numbers, and can be answered', async () => {
    await keep(awaiting);

    const message = await compose(confirmation);

    expect(message?.summary).toBe('Bitte bestätigen: Einladung');
    expect(wordsOf(message?.card)).toMatch(/^Bitte bestätigen: Das soll an \S+ Personen gehen\.\n/);
    expect(wordsOf(message?.card)).toContain('Bitte melden.');
    expect(buttonsOf(message?.card).map(({ title, data }) => [title, data])).toEqual([
      ['Link öffnen', undefined],
      ['Bestätigen und senden', { announcementId: 'a1', version: 1 }],
      ['Ansehen', { announcementId: 'a1' }],
    ]);
  });

  it('cannot be answered where all of it does not fit: nobody confirms what they have not seen', async () => {
    await keep(awaiting);

    const message = await compose({ ...confirmation, short: true });

    expect(buttonsOf(message?.card).map(({ title }) => title)).toEqual(['Ansehen']);
  });

  it('cannot be answered by its author', async () => {
    await keep(awaiting);

    const message = await compose({ ...confirmation, recipient: toAnna });

    expect(buttonsOf(message?.card).map(({ title }) => title)).not.toContain('Bestätigen und senden');
  });

  it.each<[Partial<Announcement>, string]>([
    [
      { state: { kind: 'scheduled', sendAt: 1 }, confirmedBy: toBerta.memberId },
      '„Einladung“: Das ist schon bestätigt.',
    ],
    [{ state: { kind: 'discarded', at: 1 } }, '„Einladung“: Hier ist nichts mehr zu bestätigen.'],
  ])('says afterwards that it is settled', async (fields, sentence) => {
    await keep(fields);

    const message = await compose(confirmation);

    expect(wordsOf(message?.card)).toBe(sentence);
    expect(buttonsOf(message?.card)).toEqual([]);
  });
});
