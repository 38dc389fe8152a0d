import { describe, expect, it } from 'vitest';
import { findMeetingItem } from '../../../src/chat/meetings/find-meeting-item.ts';
import { meetingId, storedMemberId } from '../../../src/domain/ids.ts';
import { dayMs, hourMs } from '../../../src/domain/instant.ts';
import type { Meeting } from '../../../src/domain/meetings/meeting.ts';
import type { Rsvp } from '../../../src/domain/meetings/rsvp.ts';
import { createMemoryStore } from '../../../src/store/adapters/memory.ts';
import { allCollections } from '../../../src/store/all-collections.ts';
import { Meetings } from '../../../src/store/meetings/meetings.ts';
import { Members } from '../../../src/store/members.ts';
import { TopicRequests } from '../../../src/store/topic-requests.ts';
import { UserGroups } from '../../../src/store/user-groups.ts';
import { FakeClock } from '../../support/fake-clock.ts';
import { aMeeting } from '../../support/meetings.ts';
import { someRules } from '../../support/rules.ts';
import { shippedCommunes } from '../../support/shipped-communes.ts';

const operatorData = {
  communes: shippedCommunes,
  communesOf: new Map(),
  tenants: new Map(),
  synonyms: [],
  serviceHosts: new Set<string>(),
};
const member = storedMemberId('t.anna');
const anna = { kind: 'member', memberId: member } as const;
const startsAt = Date.parse('2026-12-03T09:00:00Z');
const endsAt = startsAt + 2 * hourMs;
const id = meetingId('m1');
const cancelled = { kind: 'cancelled', at: 0 } as const;
const results = { text: 'Gut.', links: [], treated: [], at: 0, edition: 1 };

type Subject = Parameters<typeof findMeetingItem>[1];

/** What the collection holds of it at a moment, for somebody with this answer, or none. */
async function itemOf(
  subject: Subject,
  {
    now = startsAt - dayMs,
    fields = {},
    rsvp,
    recipient = anna,
  }: {
    readonly now?: number;
    readonly fields?: Partial<Meeting>;
    readonly rsvp?: Partial<Rsvp>;
    readonly recipient?: Parameters<typeof findMeetingItem>[2];
  } = {},
) {
  const clock = new FakeClock(now);
  const store = createMemoryStore(clock);
  await store.open(allCollections);
  const deps = {
    clock,
    meetings: new Meetings(store),
    members: new Members(store),
    topicRequests: new TopicRequests(store),
    userGroups: new UserGroups(store),
    operator: { current: () => operatorData },
    rules: someRules(),
  };
  await deps.meetings.add(aMeeting({ startsAt, endsAt, ...fields }, startsAt - 14 * dayMs), now);
  if (rsvp !== undefined) {
    await deps.meetings.change(id, { member }, now, ({ meeting }) => ({
      meeting,
      rsvps: [{ meetingId: id, memberId: member, guests: 0, details: [], at: 0, number: 1, ...rsvp }],
    }));
  }
  return findMeetingItem(deps, subject, recipient);
}

async function kindOf(...asked: Parameters<typeof itemOf>): Promise<string | undefined> {
  return (await itemOf(...asked))?.kind;
}

const invitation: Subject = { kind: 'meeting', meetingId: id };
const accepted = { answer: 'accepted' } as const;

describe('an invitation in the daily collection', () => {
  it('is there until the meeting begins, and says afterwards that it falls out', async () => {
    expect(await kindOf(invitation, { now: startsAt - 1 })).toBe('meeting');
    expect(await kindOf(invitation, { now: startsAt })).toBeUndefined();
    expect(await kindOf(invitation, { now: endsAt, fields: { state: cancelled } })).toBe('meeting');
  });

  it('shows what the member said', async () => {
    const item = await itemOf(invitation, { rsvp: accepted });

    expect(item?.shown.viewer.rsvp).toMatchObject(accepted);
  });

  it('is not there of a draft, of one that is gone, nor for a place', async () => {
    const gone = { kind: 'meeting', meetingId: meetingId('gone') } as const;
    const erased = { kind: 'erased' } as const;

    expect(await kindOf(invitation, { fields: { state: { kind: 'draft' }, by: member } })).toBeUndefined();
    expect(await kindOf(gone)).toBeUndefined();
    expect(await kindOf(invitation, { recipient: erased })).toBeUndefined();
  });
});

describe('a reminder in the daily collection', () => {
  const day: Subject = { kind: 'meeting-reminder', meetingId: id, reminder: 'day', startsAt };

  it('is there for who comes or may come, until the meeting begins', async () => {
    expect(await kindOf(day, { rsvp: accepted })).toBe('meeting-reminder');
    expect(await kindOf(day, { rsvp: { answer: 'tentative' } })).toBe('meeting-reminder');
    expect(await kindOf(day, { rsvp: { answer: 'declined' } })).toBeUndefined();
    expect(await kindOf(day, { rsvp: { ...accepted, waitingNumber: 1 } })).toBeUndefined();
    expect(await kindOf(day)).toBeUndefined();
    expect(await kindOf(day, { now: startsAt, rsvp: accepted })).toBeUndefined();
  });

  it('to answer is there for who has not', async () => {
    const asking: Subject = { ...day, reminder: 'respond-by' };
    const fields = { respondBy: '2026-12-02' };

    expect(await kindOf(asking, { fields })).toBe('meeting-reminder');
    expect(await kindOf(asking, { fields, rsvp: { answer: 'declined' } })).toBeUndefined();
    expect(await kindOf(asking, { fields, now: startsAt - hourMs })).toBeUndefined();
  });

  it('that was posted becomes the meeting itself when it was moved or falls out', async () => {
    const before: Subject = { ...day, startsAt: startsAt - 7 * dayMs };

    expect(await kindOf(before, { rsvp: accepted })).toBe('meeting');
    expect(await kindOf(before, { now: startsAt, rsvp: accepted })).toBeUndefined();
    expect(await kindOf(day, { fields: { state: cancelled }, rsvp: accepted })).toBe('meeting');
  });
});

describe('what follows a meeting, in the daily collection', () => {
  const after = { now: endsAt, rsvp: accepted };

  it('is what came of it, as soon as that is there', async () => {
    const subject: Subject = { kind: 'meeting-results', meetingId: id };

    expect(await kindOf(subject, after)).toBeUndefined();
    expect(await kindOf(subject, { ...after, fields: { results } })).toBe('meeting-results');
    expect(await kindOf(subject, { ...after, fields: { results, state: cancelled } })).toBeUndefined();
  });

  it('is the question how it was, to who has not said so', async () => {
    const subject: Subject = { kind: 'meeting-feedback', meetingId: id };

    expect(await kindOf(subject, after)).toBe('meeting-feedback');
    expect(await kindOf(subject, { ...after, now: endsAt - 1 })).toBeUndefined();
    expect(await kindOf(subject, { ...after, rsvp: { ...accepted, feedbackGiven: true } })).toBeUndefined();
    expect(await kindOf(subject, { ...after, fields: { state: cancelled } })).toBeUndefined();
  });
});
