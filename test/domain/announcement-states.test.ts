import { describe, expect, it } from 'vitest';
import type { AnnouncementState } from '../../src/domain/announcement.ts';
import { isPrivate, toDiscarded, toDraftAgain } from '../../src/domain/announcement-states.ts';
import { sendAnnouncement } from '../../src/domain/announcement-steps.ts';
import { anAnnouncement } from '../support/builders.ts';

const draft = { kind: 'draft' } as const;
const awaiting = { kind: 'awaiting-confirmation', askedAt: 1 } as const;
const planned = { kind: 'scheduled', sendAt: 9 } as const;
const missed = { kind: 'missed', at: 5 } as const;

describe('what its author alone may see', () => {
  it.each<[AnnouncementState, boolean]>([
    [draft, true],
    [toDiscarded(draft, 7), true],
    [toDiscarded(toDraftAgain(planned), 7), true],
    [{ kind: 'discarded', at: 7 }, true],
    [awaiting, false],
    [planned, false],
    [toDiscarded(awaiting, 7), false],
    [toDiscarded(planned, 7), false],
    [toDiscarded(missed, 7), false],
    [{ kind: 'started', at: 7 }, false],
  ])('%j: %s', (state, expected) => {
    expect(isPrivate(anAnnouncement({ state }))).toBe(expected);
  });
});

describe('a draft again', () => {
  it.each<[AnnouncementState, AnnouncementState]>([
    [planned, { kind: 'draft', wasPlannedFor: 9 }],
    [
      { ...awaiting, sendAt: 9 },
      { kind: 'draft', wasPlannedFor: 9 },
    ],
    [
      { kind: 'draft', wasPlannedFor: 9 },
      { kind: 'draft', wasPlannedFor: 9 },
    ],
    [awaiting, draft],
    [draft, draft],
    [toDiscarded(planned, 7), draft],
    [missed, draft],
  ])('%j remembers for when it was planned: %j', (before, after) => {
    expect(toDraftAgain(before)).toEqual(after);
  });
});

it('what waits for confirmation takes another time, and keeps its own without one', () => {
  const announcement = anAnnouncement({ state: { ...awaiting, sendAt: 9 } });
  const send = (sendAt?: number) =>
    sendAnnouncement(announcement, {
      version: 1,
      now: 3,
      agreed: false,
      ...(sendAt !== undefined && { sendAt }),
    });

  expect([send(8), send()]).toMatchObject([
    { kind: 'awaiting', announcement: { state: { ...awaiting, sendAt: 8 } } },
    { kind: 'awaiting', announcement: { state: { ...awaiting, sendAt: 9 } } },
  ]);
});
