import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Announcement } from '../../src/domain/announcement.ts';
import { progressOf, sumOf, sumUp } from '../../src/domain/announcement-report.ts';
import type { Broadcast } from '../../src/domain/broadcast.ts';
import { announcementId, broadcastId } from '../../src/domain/ids.ts';
import { anAnnouncement } from '../support/builders.ts';

const keys = [
  'planned',
  'claimed',
  'sending',
  'waiting:throttled',
  'waiting:retry',
  'waiting:quiet-hours',
  'waiting:daily',
  'delivered',
  'rejected:413',
  'rejected:403 BotDisabledByAdmin',
  'unclear',
  'unreachable:never-met',
  'unreachable:opted-out',
  'cancelled',
  'expired',
  'a-state-of-a-later-version',
  'waiting:a-reason-of-a-later-version',
];

describe('the groups of a tally', () => {
  it('always add up to the recipients of the snapshot', () => {
    const tallies = fc.dictionary(fc.constantFrom(...keys), fc.nat(25_000));

    fc.assert(
      fc.property(tallies, (tally) => {
        const recipients = Object.values(tally).reduce((sum, count) => sum + count, 0);

        const sums = sumUp(tally);

        const { delivered, unclear, cancelled, expired, waiting, rejected, unreachable } = sums;
        const groups = delivered + unclear + cancelled + expired;
        expect(sums.total).toBe(recipients);
        expect(groups + sumOf(waiting) + sumOf(rejected) + sumOf(unreachable)).toBe(recipients);
      }),
    );
  });

  it('name the reasons, and leave out what nobody is in', () => {
    const sums = sumUp({
      planned: 2,
      claimed: 1,
      sending: 3,
      'waiting:daily': 4,
      'waiting:retry': 0,
      'rejected:413': 5,
      'unreachable:removed': 6,
      delivered: 7,
    });

    expect([...sums.waiting]).toEqual([
      ['under-way', 6],
      ['daily', 4],
    ]);
    expect([...sums.rejected]).toEqual([['413', 5]]);
    expect([...sums.unreachable]).toEqual([['removed', 6]]);
    expect(sums).toMatchObject({ delivered: 7, unclear: 0, total: 28 });
  });
});

const now = Date.UTC(2026, 10, 22, 9);

function aBroadcast(fields: Partial<Broadcast> = {}): Broadcast {
  return {
    id: broadcastId('a1'),
    subject: { kind: 'announcement', announcementId: announcementId('a1') },
    audience: [],
    except: [],
    phase: 'sending',
    createdAt: now,
    lifeMs: 1,
    tenants: [],
    revision: 1,
    repeats: 0,
    ...fields,
  };
}

describe('where an announcement is', () => {
  it.each<[string, Announcement['state'], string]>([
    ['a draft', { kind: 'draft' }, 'draft'],
    ['one that a second organiser must confirm', { kind: 'awaiting-confirmation', askedAt: now }, 'awaiting'],
    ['one for later', { kind: 'scheduled', sendAt: now + 1 }, 'scheduled'],
    ['one whose time has come', { kind: 'scheduled', sendAt: now }, 'preparing'],
    ['one whose time passed while nothing ran', { kind: 'missed', at: now }, 'missed'],
    ['one that was given up', { kind: 'discarded', at: now }, 'discarded'],
    ['one that was sent long ago', { kind: 'started', at: now }, 'forgotten'],
  ])('without a broadcast: %s', (_, state, kind) => {
    expect(progressOf(anAnnouncement({ state }), undefined, now)).toMatchObject({ kind });
  });

  it.each<[string, Partial<Broadcast>, Readonly<Record<string, number>>, number, string]>([
    ['the recipients are written down', { phase: 'preparing' }, {}, 0, 'preparing'],
    ['that is cancelled at once', { phase: 'preparing', cancelledAt: now }, {}, 0, 'cancelling'],
    ['some are open', {}, { delivered: 3, planned: 1 }, 0, 'sending'],
    ['some are open and old ones corrected', {}, { delivered: 3, planned: 1 }, 3, 'sending'],
    ['none is open, and some are corrected', {}, { delivered: 3 }, 1, 'revising'],
    ['a repetition was asked for', { repeats: 1 }, { unclear: 3 }, 0, 'sending'],
    ['cancelled, one still under way', { cancelledAt: now }, { sending: 1, cancelled: 9 }, 0, 'cancelling'],
    ['all is done', { phase: 'finished' }, { delivered: 3, unclear: 1 }, 0, 'finished'],
    ['cancelled in time for some', { phase: 'finished', cancelledAt: now }, { cancelled: 1 }, 0, 'cancelled'],
    ['cancelled too late', { phase: 'finished', cancelledAt: now }, { delivered: 1 }, 0, 'finished'],
    [
      'the bot may not send',
      { phase: 'finished', stopped: 'not-registered' },
      { cancelled: 1 },
      0,
      'stopped',
    ],
  ])('with a broadcast: %s', (_, fields, tally, toRevise, kind) => {
    const announcement = anAnnouncement({ state: { kind: 'started', at: now } });
    const state = { broadcast: aBroadcast(fields), sums: sumUp(tally), toRevise, isRevisionCounted: true };

    expect(progressOf(announcement, state, now)).toEqual({ kind });
  });

  it.each<[string, Partial<Broadcast>, Readonly<Record<string, number>>, string]>([
    ['was finished before', { phase: 'finished' }, { delivered: 3 }, 'revising'],
    ['was cancelled before', { phase: 'finished', cancelledAt: now }, { cancelled: 3 }, 'revising'],
    ['has just begun again', {}, { delivered: 3 }, 'revising'],
    ['is still sending', {}, { delivered: 3, planned: 1 }, 'sending'],
  ])('while nobody knows yet who sees the correction, when it %s', (_, fields, tally, kind) => {
    const announcement = anAnnouncement({ state: { kind: 'started', at: now } });
    const state = {
      broadcast: aBroadcast(fields),
      sums: sumUp(tally),
      toRevise: 0,
      isRevisionCounted: false,
    };

    expect(progressOf(announcement, state, now)).toEqual({ kind });
  });
});
