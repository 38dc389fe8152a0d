import { describe, expect, it } from 'vitest';
import { storedMemberId, userGroupId } from '../../../src/domain/ids.ts';
import { dayMs, hourMs, minuteMs } from '../../../src/domain/instant.ts';
import type { Meeting } from '../../../src/domain/meetings/meeting.ts';
import { changeMeeting, toFields } from '../../../src/domain/meetings/meeting-states.ts';
import type { Rsvp } from '../../../src/domain/meetings/rsvp.ts';
import {
  remindOfMeetings,
  reminderId,
  showReminders,
} from '../../../src/features/meetings/remind-of-meetings.ts';
import { createMemoryStore } from '../../../src/store/adapters/memory.ts';
import { allCollections } from '../../../src/store/all-collections.ts';
import { Broadcasts } from '../../../src/store/broadcasts.ts';
import { Meetings } from '../../../src/store/meetings/meetings.ts';
import { FakeClock } from '../../support/fake-clock.ts';
import { aMeeting } from '../../support/meetings.ts';

/** Thursday, ten in the morning in Berlin. */
const startsAt = Date.parse('2026-12-03T09:00:00Z');
const published = startsAt - 21 * dayMs;
const dayBefore = startsAt - dayMs;

async function aScene(fields: Partial<Meeting> = {}) {
  const clock = new FakeClock(published);
  const store = createMemoryStore(clock);
  await store.open(allCollections);
  const failures: string[] = [];
  const logger = {
    info: () => undefined,
    warn: () => undefined,
    error: (event: string) => void failures.push(event),
  };
  const deps = { clock, logger, broadcasts: new Broadcasts(store), meetings: new Meetings(store) };
  const meeting = aMeeting({ startsAt, endsAt: startsAt + 2 * hourMs, ...fields }, published);
  await deps.meetings.add(meeting, published);
  return {
    deps,
    meeting,
    failures,
    begun: async () => Array.fromAsync(deps.broadcasts.all()),
    comes: async (instant: number) => {
      clock.advance(instant - clock.now());
      await remindOfMeetings(deps);
    },
    answers: async (rsvps: readonly Pick<Rsvp, 'memberId' | 'answer'>[]) => {
      for (const { memberId, answer } of rsvps) {
        await deps.meetings.change(meeting.id, { member: memberId }, published, ({ meeting: known }) => ({
          meeting: { ...known, seats: { ...known.seats, accepted: known.seats.accepted + 1 } },
          rsvps: [
            {
              meetingId: meeting.id,
              memberId,
              ...(answer !== undefined && { answer }),
              guests: 0,
              details: [],
              at: published,
              number: 1,
            },
          ],
        }));
      }
    },
  };
}

const member = (name: string) => storedMemberId(`t.${name}`);

describe('reminding of a meeting', () => {
  it('begins each reminder at its moment, to those who come, until the meeting begins', async () => {
    const { meeting, begun, comes } = await aScene();

    await comes(startsAt - 7 * dayMs - 1);
    const early = await begun();
    await comes(startsAt - 7 * dayMs);
    await comes(dayBefore);

    expect(early).toEqual([]);
    const concerned = { kind: 'meeting-participants', meetingId: meeting.id, among: 'coming' };
    expect((await begun()).map(({ id, audience, lifeMs }) => [id, audience, lifeMs])).toEqual([
      [reminderId(meeting.id, { reminder: 'day', startsAt }), [concerned], dayMs],
      [reminderId(meeting.id, { reminder: 'week', startsAt }), [concerned], 7 * dayMs],
    ]);
  });

  it('begins nothing twice, by however many at once, also when it was interrupted before it noted the next one', async () => {
    const { deps, meeting, begun, comes } = await aScene();
    await comes(dayBefore);

    // What was noted is lost.
    await deps.meetings.change(meeting.id, {}, 0, ({ meeting: known }) => ({
      meeting: { ...known, remindAt: dayBefore },
    }));
    await Promise.all([remindOfMeetings(deps), remindOfMeetings(deps), remindOfMeetings(deps)]);

    expect(await begun()).toHaveLength(1);
    expect(await deps.meetings.remindBy(startsAt)).toEqual([]);
  });

  it('begins nothing twice when the clock is set back, also when the meeting is changed then', async () => {
    const { deps, meeting, begun, comes } = await aScene();
    await comes(dayBefore);
    const first = await begun();

    await comes(dayBefore - hourMs);
    await deps.meetings.change(meeting.id, {}, 0, ({ meeting: known }) => {
      const fields = { ...toFields(known), title: 'Neuer Titel' };
      const change = { by: member('anna'), now: deps.clock.now(), edition: known.edition };
      const outcome = changeMeeting(known, fields, change);
      return outcome.kind === 'changed' ? outcome : undefined;
    });
    expect((await deps.meetings.find(meeting.id))?.remindAt).toBe(dayBefore);
    await comes(dayBefore);

    expect(await begun()).toEqual(first);
    expect(first).toHaveLength(1);
  });

  it('asks those who were invited and have not answered, until no more answers are taken', async () => {
    const group = userGroupId('g1');
    const { meeting, begun, comes, answers } = await aScene({
      respondBy: '2026-11-27',
      reminders: ['respond-by'],
      userGroupId: group,
      invited: { people: 'group', channels: [] },
    });
    await answers([
      { memberId: member('anna'), answer: 'accepted' },
      { memberId: member('berta'), answer: 'declined' },
      { memberId: member('carla') },
    ]);

    const nineBefore = Date.parse('2026-11-26T08:00:00Z');
    await comes(nineBefore);

    expect(await begun()).toMatchObject([
      {
        id: reminderId(meeting.id, { reminder: 'respond-by', startsAt, respondBy: '2026-11-27' }),
        audience: [{ kind: 'user-group', userGroupId: group }],
        except: [member('anna'), member('berta')],
        lifeMs: Date.parse('2026-11-27T23:00:00Z') - nineBefore,
      },
    ]);
  });

  it('asks again when answers are taken for longer, and sends no more of what asked before', async () => {
    const { deps, meeting, begun, comes } = await aScene({
      respondBy: '2026-11-27',
      reminders: ['respond-by'],
      invited: { people: 'everybody', channels: [] },
    });
    await comes(Date.parse('2026-11-26T08:00:00Z'));

    const after = await deps.meetings.change(meeting.id, {}, deps.clock.now(), ({ meeting: known }) => {
      const fields = { ...toFields(known), respondBy: '2026-11-30' };
      const change = { by: member('anna'), now: deps.clock.now(), edition: known.edition };
      const outcome = changeMeeting(known, fields, change);
      return outcome.kind === 'changed' ? outcome : undefined;
    });
    expect(after).toBeDefined();
    await showReminders(deps, (await deps.meetings.find(meeting.id)) ?? meeting);
    await comes(Date.parse('2026-11-29T08:00:00Z'));

    expect((await begun()).map(({ id, cancelledAt }) => [id, cancelledAt !== undefined])).toEqual([
      [reminderId(meeting.id, { reminder: 'respond-by', startsAt, respondBy: '2026-11-27' }), true],
      [reminderId(meeting.id, { reminder: 'respond-by', startsAt, respondBy: '2026-11-30' }), false],
    ]);
  });

  it('asks nobody to answer where nobody was invited by name', async () => {
    const { begun, comes } = await aScene({
      respondBy: '2026-11-27',
      reminders: ['respond-by'],
      invited: { people: 'nobody', channels: [] },
    });

    await comes(Date.parse('2026-11-26T08:00:00Z'));

    expect(await begun()).toEqual([]);
  });

  it('catches up with the latest one alone after a downtime, and with nothing once it has begun', async () => {
    const up = await aScene();
    const late = await aScene();

    await up.comes(startsAt - minuteMs);
    await late.comes(startsAt);

    expect((await up.begun()).map(({ id }) => id)).toEqual([
      reminderId(up.meeting.id, { reminder: 'day', startsAt }),
    ]);
    expect(await late.begun()).toEqual([]);
    expect(await late.deps.meetings.remindBy(startsAt)).toEqual([]);
  });

  it('goes on with the others when one of them fails, and tries that again', async () => {
    const { deps, failures, begun, comes, meeting } = await aScene();
    const { broadcasts } = deps;
    const add = broadcasts.add.bind(broadcasts);
    let isBroken = true;
    broadcasts.add = async (...call) => {
      if (isBroken) {
        throw new Error('full');
      }
      return add(...call);
    };

    await comes(dayBefore);
    const before = [...failures];
    isBroken = false;
    await remindOfMeetings(deps);

    expect(before).toEqual(['meeting.not-reminded']);
    expect((await begun()).map(({ id }) => id)).toEqual([
      reminderId(meeting.id, { reminder: 'day', startsAt }),
    ]);
  });
});
