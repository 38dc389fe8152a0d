import { describe, expect, it } from 'vitest';
import { announcementLifeMs } from '../../src/domain/announcement.ts';
import type { Announcement, AnnouncementState } from '../../src/domain/announcement.ts';
import { agreementFor, holdGrown, isAgreedTo } from '../../src/domain/announcement-agreement.ts';
import {
  changeDraft,
  confirmAnnouncement,
  createDraft,
  discardAnnouncement,
  hasWords,
  sendAnnouncement,
  startAnnouncement,
} from '../../src/domain/announcement-steps.ts';
import { toDraftAgain } from '../../src/domain/announcement-states.ts';
import { announcementId, communeId, storedMemberId } from '../../src/domain/ids.ts';
import { anAnnouncement } from '../support/builders.ts';

const anna = storedMemberId('t.anna');
const berta = storedMemberId('t.berta');
const now = 1000;
const words = {
  content: { title: 'Neu', text: 'Anders', acknowledgement: true },
  audience: [{ kind: 'role', role: 'organiser' }],
} as const;

const aDraft = (fields: Partial<Announcement> = {}) =>
  anAnnouncement({ state: { kind: 'draft' }, ...fields });
const draft = aDraft({ by: anna });
const inState = (state: AnnouncementState, fields: Partial<Announcement> = {}) =>
  anAnnouncement({ by: anna, state, ...fields });
const awaiting = inState({ kind: 'awaiting-confirmation', askedAt: 500 });
const planned = inState({ kind: 'scheduled', sendAt: 2000 });
const due = inState({ kind: 'scheduled', sendAt: now });
const started = inState({ kind: 'started', at: 900 });
const discarded = inState({ kind: 'discarded', at: 900 });
const missed = inState({ kind: 'missed', at: 900 });

it('a new one is a draft of version 1 with its author', () => {
  expect(createDraft(announcementId('a1'), words, anna, 7)).toEqual({
    id: 'a1',
    ...words,
    by: anna,
    createdAt: 7,
    state: { kind: 'draft' },
    version: 1,
  });
});

it('the order in which people were named makes no difference', () => {
  const parts = [{ kind: 'all-members' }, { kind: 'commune', communeId: communeId('05962016') }] as const;

  expect(hasWords(anAnnouncement({ audience: parts }), { ...draft, audience: parts.toReversed() })).toBe(
    true,
  );
  expect(hasWords(anAnnouncement({ audience: parts }), draft)).toBe(false);
});

describe('changing', () => {
  const change = (announcement: Announcement, version = 1) =>
    changeDraft(announcement, words, { version, now });

  it.each([
    ['a draft', draft],
    ['what waits for confirmation', awaiting],
    ['what is planned', planned],
    ['what was discarded', discarded],
    ['what was missed', missed],
  ])('makes %s a draft of the next version that nobody has agreed to', (_, announcement) => {
    const before = {
      ...announcement,
      confirmedBy: berta,
      countTyped: true,
      grownAt: 5,
      reportShown: true,
      shownIn: { memberId: anna, activityId: '1' },
    } as const;

    expect(change(before)).toEqual({
      kind: 'changed',
      announcement: { ...draft, ...words, state: toDraftAgain(announcement.state), version: 2 },
    });
  });

  it('is too late from the moment it is due', () => {
    expect([change(due), change(started)]).toEqual([{ kind: 'under-way' }, { kind: 'under-way' }]);
  });

  it('does not overwrite what was written since the form was opened', () => {
    expect(change(aDraft({ version: 3 }), 2)).toEqual({ kind: 'outdated' });
  });

  it('is done already when it is sent twice, and leaves what is planned as it is', () => {
    expect(change({ ...draft, ...words, version: 2 })).toEqual({ kind: 'unchanged' });
    expect(change({ ...planned, ...words })).toEqual({ kind: 'unchanged' });
  });

  it('takes up with the same words what was discarded', () => {
    expect(change({ ...discarded, ...words })).toMatchObject({
      kind: 'changed',
      announcement: { state: { kind: 'draft' } },
    });
  });
});

describe('whose agreement is needed', () => {
  it.each([
    [500, 3, 'none'],
    [501, 3, 'second-organiser'],
    [501, 0, 'typed-count'],
    [500, 0, 'none'],
  ] as const)('for %i recipients with %i other organisers: %s', (recipients, otherOrganisers, agreement) => {
    expect(agreementFor(recipients, { confirmAbove: 500, otherOrganisers })).toBe(agreement);
  });
});

describe('sending', () => {
  const send = (announcement: Announcement, more: Partial<Parameters<typeof sendAnnouncement>[1]> = {}) =>
    sendAnnouncement(announcement, { version: 1, now, agreed: true, ...more });

  it('plans a draft for now, or for a time, and remembers the card', () => {
    const shownIn = { memberId: anna, activityId: '1' };

    expect(send(draft, { shownIn })).toEqual({
      kind: 'scheduled',
      announcement: { ...draft, shownIn, state: { kind: 'scheduled', sendAt: now } },
    });
    expect(send(draft, { sendAt: 5000 })).toMatchObject({
      kind: 'scheduled',
      announcement: { state: { sendAt: 5000 } },
    });
  });

  it('waits for a second organiser where that is needed', () => {
    expect(send(draft, { agreed: false })).toMatchObject({
      kind: 'awaiting',
      announcement: { state: { kind: 'awaiting-confirmation', askedAt: now } },
    });
    expect(send(draft, { agreed: false, sendAt: 5000 })).toMatchObject({
      announcement: { state: { kind: 'awaiting-confirmation', sendAt: 5000 } },
    });
  });

  it('pressed twice is sent once', () => {
    expect([send(due), send(started), send(due, { version: 9 })]).toEqual(
      Array.from({ length: 3 }, () => ({ kind: 'under-way' })),
    );
    expect(send(awaiting, { agreed: true })).toEqual({ kind: 'awaiting', announcement: awaiting });
  });

  it('takes another time for what is planned, without asking again who has agreed', () => {
    expect(send({ ...planned, confirmedBy: berta }, { agreed: false, sendAt: 5000 })).toMatchObject({
      kind: 'scheduled',
      announcement: { confirmedBy: berta, state: { sendAt: 5000 } },
    });
  });

  it('sends nothing that was changed since, discarded or missed', () => {
    expect(send(draft, { version: 2 })).toEqual({ kind: 'outdated' });
    expect(send(discarded)).toEqual({ kind: 'over', because: 'discarded' });
    expect(send(missed)).toEqual({ kind: 'over', because: 'missed' });
  });
});

describe('confirming', () => {
  const confirm = (announcement: Announcement, by = berta, version = 1) =>
    confirmAnnouncement(announcement, { version, by, now });

  it('plans it for its time, or for now when there is none or it has passed', () => {
    const at = (sendAt: number) => inState({ kind: 'awaiting-confirmation', askedAt: 500, sendAt });

    const times = [awaiting, at(900), at(5000)].map((one) => confirm(one));

    expect(times).toMatchObject(
      [now, now, 5000].map((sendAt) => ({
        kind: 'confirmed',
        announcement: { confirmedBy: berta, state: { kind: 'scheduled', sendAt } },
      })),
    );
  });

  it('is for somebody else than its author', () => {
    expect(confirm(awaiting, anna)).toEqual({ kind: 'own' });
  });

  it('is for what was seen', () => {
    expect(confirm(awaiting, berta, 2)).toEqual({ kind: 'outdated' });
    expect(confirm(draft)).toEqual({ kind: 'outdated' });
  });

  it('is done once', () => {
    expect(confirm(planned)).toEqual({ kind: 'already', announcement: planned });
    expect([confirm(due), confirm(started)]).toEqual([{ kind: 'under-way' }, { kind: 'under-way' }]);
    expect(confirm(discarded)).toEqual({ kind: 'over', because: 'discarded' });
  });
});

describe('discarding', () => {
  it.each([draft, awaiting, planned, missed])('gives up what is not under way', (announcement) => {
    expect(discardAnnouncement(announcement, { now, by: anna })).toMatchObject({
      kind: 'discarded',
      announcement: { state: { kind: 'discarded', at: now } },
    });
  });

  it('is too late for the rest, and done once', () => {
    expect([due, started, discarded].map((one) => discardAnnouncement(one, { now, by: anna }).kind)).toEqual([
      'under-way',
      'under-way',
      'unchanged',
    ]);
  });

  it('is possible of what is due while nothing has begun', () => {
    const outcomes = [due, started].map((one) =>
      discardAnnouncement(one, { now, by: anna, hasBegun: false }),
    );

    expect(outcomes.map(({ kind }) => kind)).toEqual(['discarded', 'under-way']);
  });

  it('leaves the card of somebody else to show it, and none of who did it', () => {
    const shownIn = { memberId: anna, activityId: '1' };
    const discard = (by: typeof anna) => discardAnnouncement({ ...planned, shownIn }, { now, by });

    expect(discard(berta)).toMatchObject({ announcement: { shownIn } });
    expect(discard(anna)).not.toHaveProperty('announcement.shownIn');
  });
});

describe('what has grown since it was planned', () => {
  it('waits for a second organiser, or is a draft again where there is none', () => {
    const before = { ...due, reportShown: true } as const;

    const held = (['second-organiser', 'typed-count'] as const).map((one) => holdGrown(before, one, 7));

    expect(held).toEqual([
      { ...due, grownAt: 7, state: { kind: 'awaiting-confirmation', askedAt: 7, sendAt: now } },
      { ...due, grownAt: 7, state: { kind: 'draft' } },
    ]);
  });

  it('goes out when somebody has agreed, and what was said about it is over', () => {
    const awaits = holdGrown(due, 'second-organiser', 7);
    const drafted = holdGrown(due, 'typed-count', 7);

    const confirmed = confirmAnnouncement(awaits, { version: 1, by: berta, now });
    const sent = sendAnnouncement(drafted, { version: 1, now, agreed: true, countTyped: true });

    const outcomes = [confirmed, sent].map((one) => ('announcement' in one ? one.announcement : draft));
    expect(outcomes.map(isAgreedTo)).toEqual([true, true]);
    expect(outcomes.map(({ grownAt }) => grownAt)).toEqual([undefined, undefined]);
    expect(isAgreedTo(due)).toBe(false);
  });
});

describe('starting', () => {
  const start = (announcement: Announcement, at: number, hasBegun = false) =>
    startAnnouncement(announcement, { now: at, hasBegun });

  it('begins when it is due, not before', () => {
    expect(start(planned, 1999)).toEqual({ kind: 'not-due' });
    expect(start(planned, 2000)).toMatchObject({
      kind: 'started',
      announcement: { state: { kind: 'started', at: 2000 } },
    });
    expect(start(draft, 9999)).toEqual({ kind: 'not-due' });
  });

  it('is missed a day later, unless it had begun', () => {
    const late = 2000 + announcementLifeMs;

    expect(start(planned, late).kind).toBe('started');
    expect(start(planned, late + 1).kind).toBe('missed');
    expect(start(planned, late + 1, true).kind).toBe('started');
  });
});
