import { describe, expect, it } from 'vitest';
import { storedMemberId } from '../../../src/domain/ids.ts';
import { dayMs, hourMs } from '../../../src/domain/instant.ts';
import type { Meeting } from '../../../src/domain/meetings/meeting.ts';
import { cancelMeeting, changeMeeting, toFields } from '../../../src/domain/meetings/meeting-states.ts';
import { remindOfMeetings } from '../../../src/features/meetings/remind-of-meetings.ts';
import { tellOfMeeting } from '../../../src/features/meetings/tell-of-meeting.ts';
import { createMemoryStore } from '../../../src/store/adapters/memory.ts';
import { allCollections } from '../../../src/store/all-collections.ts';
import { Broadcasts } from '../../../src/store/broadcasts.ts';
import { Meetings } from '../../../src/store/meetings/meetings.ts';
import { FakeClock } from '../../support/fake-clock.ts';
import { aMeeting } from '../../support/meetings.ts';

const startsAt = Date.parse('2026-12-03T09:00:00Z');
const endsAt = startsAt + 2 * hourMs;
const by = storedMemberId('t.anna');

async function aScene() {
  const clock = new FakeClock(startsAt - 14 * dayMs);
  const store = createMemoryStore(clock);
  await store.open(allCollections);
  const logger = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const deps = { clock, logger, broadcasts: new Broadcasts(store), meetings: new Meetings(store) };
  const { id } = aMeeting();
  await deps.meetings.add(aMeeting({ startsAt, endsAt }, clock.now()), clock.now());

  async function decide(next: (meeting: Meeting) => { kind: string; meeting?: Meeting }): Promise<Meeting> {
    const changed = await deps.meetings.change(id, {}, clock.now(), ({ meeting }) => {
      const outcome = next(meeting);
      return outcome.meeting && { meeting: outcome.meeting };
    });
    if (changed === undefined) {
      throw new Error('nothing changed');
    }
    return changed;
  }

  return {
    deps,
    change: (fields: Partial<Meeting>) =>
      decide((meeting) =>
        changeMeeting(
          meeting,
          { ...toFields(meeting), ...fields },
          { by, now: clock.now(), edition: meeting.edition },
        ),
      ),
    cancel: () => decide((meeting) => cancelMeeting(meeting, { by, now: clock.now() })),
    tell: async (meeting: Meeting) => {
      for (const task of meeting.undone) {
        if (task.kind === 'tell') {
          await tellOfMeeting(deps, meeting, task);
        }
      }
    },
    begun: async () =>
      new Map((await Array.fromAsync(deps.broadcasts.all())).map((one) => [String(one.id), one])),
  };
}

describe('telling of a change', () => {
  it('is for those who come, may come or wait, but not for who made it, and once', async () => {
    const { deps, change, tell, begun } = await aScene();
    const moved = await change({ startsAt: startsAt + dayMs, endsAt: endsAt + dayMs });

    await tell(moved);
    await tell(moved);

    const [news, ...others] = [...(await begun()).values()];
    expect(others).toEqual([]);
    expect(news).toMatchObject({
      id: 'meeting-news.m1.1',
      subject: { kind: 'meeting-news', meetingId: 'm1', number: 1 },
      audience: [{ kind: 'meeting-participants', meetingId: 'm1', among: 'concerned' }],
      except: [by],
      lifeMs: endsAt + dayMs - deps.clock.now(),
    });
  });

  it('is not begun of what nobody must know', async () => {
    const { change, tell, begun } = await aScene();

    await tell(await change({ capacity: 20, description: 'Mehr Worte.' }));

    expect([...(await begun()).keys()]).toEqual([]);
  });

  it('stops the reminders of the beginning that does not hold any more', async () => {
    const { deps, change, tell, begun } = await aScene();
    deps.clock.advance(7 * dayMs);
    await remindOfMeetings(deps);

    await tell(await change({ startsAt: startsAt + 14 * dayMs, endsAt: endsAt + 14 * dayMs }));
    await remindOfMeetings(deps);
    deps.clock.advance(14 * dayMs);
    await remindOfMeetings(deps);

    const all = await begun();
    expect(all.get(`reminder.m1.week.${startsAt}`)?.cancelledAt).toBeDefined();
    expect(all.get(`reminder.m1.week.${startsAt + 14 * dayMs}`)).not.toHaveProperty('cancelledAt');
    expect([...all.keys()].filter((key) => key.startsWith('reminder.'))).toHaveLength(2);
  });

  it('shows reminders of an earlier beginning that were posted anew, whatever happens later', async () => {
    const { deps, change, cancel, tell, begun } = await aScene();
    deps.clock.advance(7 * dayMs);
    await remindOfMeetings(deps);
    await tell(await change({ startsAt: startsAt + 14 * dayMs, endsAt: endsAt + 14 * dayMs }));
    const moved = (await begun()).get(`reminder.m1.week.${startsAt}`)?.revision ?? 0;

    await tell(await cancel());

    expect((await begun()).get(`reminder.m1.week.${startsAt}`)?.revision).toBeGreaterThan(moved);
  });

  it('shows reminders that were posted anew when the place is another one, and goes on with them', async () => {
    const { deps, change, tell, begun } = await aScene();
    deps.clock.advance(7 * dayMs);
    await remindOfMeetings(deps);

    await tell(await change({ place: { address: 'Kreishaus' } }));

    const reminder = (await begun()).get(`reminder.m1.week.${startsAt}`);
    expect(reminder).toMatchObject({ revision: 2 });
    expect(reminder).not.toHaveProperty('cancelledAt');
  });

  it('is of each change its own, and what was told before is shown anew', async () => {
    const { change, tell, begun } = await aScene();
    await tell(await change({ title: 'Zweiter Titel' }));
    await tell(await change({ title: 'Dritter Titel' }));

    const all = await begun();
    expect([...all.keys()]).toEqual(['meeting-news.m1.1', 'meeting-news.m1.2']);
    // The task of the first change was carried out again beside the second one.
    expect(all.get('meeting-news.m1.1')?.revision).toBeGreaterThan(1);
    expect(all.get('meeting-news.m1.1')).not.toHaveProperty('cancelledAt');
  });
});

describe('telling that a meeting falls out', () => {
  it('stops everything else that is on its way, also changes that were not told yet', async () => {
    const { deps, change, cancel, tell, begun } = await aScene();
    deps.clock.advance(7 * dayMs);
    await remindOfMeetings(deps);
    await tell(await change({ title: 'Zweiter Titel' }));
    await change({ title: 'Dritter Titel' });

    await tell(await cancel());
    deps.clock.advance(6 * dayMs);
    await remindOfMeetings(deps);

    const all = await begun();
    const states = [...all].map(([id, { cancelledAt }]) => [id, cancelledAt === undefined]);
    expect(Object.fromEntries(states)).toEqual({
      'meeting-news.m1.1': false,
      'meeting-news.m1.3': true,
      [`reminder.m1.week.${startsAt}`]: false,
    });
  });

  it('is not begun after it would have been over', async () => {
    const { deps, cancel, tell, begun } = await aScene();
    const cancelled = await cancel();
    deps.clock.advance(14 * dayMs + 2 * hourMs);

    await tell(cancelled);

    expect([...(await begun()).keys()]).toEqual([]);
  });
});
