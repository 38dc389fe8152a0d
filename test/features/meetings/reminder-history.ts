import fc from 'fast-check';
import { dayMs, hourMs, minuteMs, secondMs } from '../../../src/domain/instant.ts';
import type { Instant } from '../../../src/domain/instant.ts';
import { toLocalTime } from '../../../src/domain/local-time.ts';
import { meetingReminders } from '../../../src/domain/meetings/meeting.ts';
import type { Meeting } from '../../../src/domain/meetings/meeting.ts';
import { reminderAt } from '../../../src/domain/meetings/meeting-reminders.ts';
import { aMeeting } from '../../support/meetings.ts';
import { ReminderScene } from './reminder-scene.ts';

/** How often an instance looks; the app does it every two seconds. */
const lookMs = 30 * secondMs;
export const skewMs = 5 * minuteMs;
/** Around each moment at which something may happen, every look is made. */
const nearMs = skewMs + 2 * minuteMs;

/** Sundays whose night is an hour longer or shorter in Berlin, and an ordinary day; at noon. */
const days = ['2026-10-25', '2027-03-28', '2026-12-03'].map((day) => Date.parse(`${day}T12:00:00Z`));

/** A beginning within nine days of one of these, at any minute. */
const beginning = fc
  .tuple(fc.constantFrom(...days), fc.integer({ min: -9, max: 9 }), fc.integer({ min: -720, max: 719 }))
  .map(([day, days_, minutes]) => day + days_ * dayMs + minutes * minuteMs);

const instance = fc.integer({ min: 0, max: 2 });

type Event =
  /** The process stands still in the middle of what it does, after so many calls of the store. */
  | { readonly kind: 'pause'; readonly instance: number; readonly calls: number; readonly forMs: number }
  /** All of them are gone. */
  | { readonly kind: 'down'; readonly forMs: number }
  | { readonly kind: 'move'; readonly instance: number; readonly byMs: number }
  | { readonly kind: 'rename'; readonly instance: number }
  | { readonly kind: 'cancel'; readonly instance: number };

const length = fc.oneof(
  fc.integer({ min: 1, max: 20 }).map((minutes) => minutes * minuteMs),
  fc.integer({ min: 1, max: 220 }).map((hours) => hours * hourMs),
);

const event: fc.Arbitrary<Event> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('pause' as const),
      instance,
      calls: fc.integer({ min: 0, max: 5 }),
      forMs: length,
    }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('down' as const), forMs: length }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('rename' as const), instance }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('move' as const),
      instance,
      byMs: fc.integer({ min: -400, max: 400 }).map((quarters) => quarters * 15 * minuteMs),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('cancel' as const), instance }) },
);

/** Where in a history something happens: between the looks before and at a reminder's moment, some minutes from it, or anywhere. */
const occasion = fc.oneof(
  fc.record({
    near: fc.constantFrom(...meetingReminders),
    offsetMs: fc
      .oneof(fc.integer({ min: -30, max: 0 }), fc.integer({ min: -330, max: 330 }))
      .map((seconds) => seconds * secondMs),
  }),
  fc.record({ share: fc.double({ min: 0, max: 1, noNaN: true }) }),
);

export const history = fc.record({
  startsAt: beginning,
  /** How long before it begins it is published. */
  leadMs: fc.integer({ min: 1, max: 30 * 24 }).map((hours) => hours * hourMs),
  reminders: fc.subarray([...meetingReminders], { minLength: 1 }),
  answerDays: fc.integer({ min: 1, max: 12 }),
  skews: fc.tuple(...[0, 1, 2].map(() => fc.integer({ min: -skewMs / secondMs, max: skewMs / secondMs }))),
  areSet: fc.boolean(),
  events: fc.array(fc.tuple(occasion, event), { maxLength: 4 }),
});
type History = typeof history extends fc.Arbitrary<infer T> ? T : never;

/** A beginning, and from when until when it held. */
export interface Held {
  readonly meeting: Meeting;
  readonly since: Instant;
  until: Instant;
}

export interface Look {
  readonly at: Instant;
  /** The clocks of those who came to the end of it. */
  readonly clocks: readonly Instant[];
}

export async function play({ startsAt, leadMs, reminders, answerDays, skews, areSet, events }: History) {
  const start = startsAt - leadMs;
  const skewsMs = areSet ? skews.map((seconds) => seconds * secondMs) : [0, 0, 0];
  const scene = new ReminderScene(start, skewsMs);
  const { date: respondBy } = toLocalTime(Math.max(start, startsAt - answerDays * dayMs));
  const fields = { startsAt, endsAt: startsAt + hourMs, reminders, respondBy };
  const published = aMeeting(fields, start);
  await scene.publish(published);
  const held: Held[] = [{ meeting: published, since: start, until: Infinity }];
  const looks: Look[] = [];
  const ups: { at: Instant; who: readonly number[] }[] = [];
  const todo = events
    .map(([when, what]) => ({ at: toInstant(when, published, start), what }))
    .toSorted((one, other) => one.at - other.at);
  const end = () => Math.max(...held.map(({ meeting }) => meeting.startsAt), start) + nearMs;

  while (scene.time.now() < Math.max(end(), ...ups.map(({ at }) => at + lookMs))) {
    const now = scene.time.now();
    for (const up of ups.filter(({ at }) => at <= now)) {
      ups.splice(ups.indexOf(up), 1);
      for (const index of up.who) {
        await scene.instances[index]?.goOn();
      }
    }
    while ((todo[0]?.at ?? Infinity) <= now) {
      await happen(scene, held, ups, todo.shift()?.what);
    }
    looks.push({ at: now, clocks: await scene.look() });
    const next = nextMoment(now, [
      ...held.flatMap(({ meeting }) => momentsOf(meeting)),
      ...todo.map(({ at }) => at),
      ...ups.map(({ at }) => at),
    ]);
    scene.time.advance(next - now);
  }
  return { scene, held, looks };
}

function momentsOf(meeting: Meeting): readonly Instant[] {
  return [meeting.startsAt, ...meeting.reminders.flatMap((reminder) => reminderAt(meeting, reminder) ?? [])];
}

/** In the next half minute, or where something can happen again. */
function nextMoment(now: Instant, moments: readonly Instant[]): Instant {
  if (moments.some((at) => Math.abs(at - now) <= nearMs)) {
    return now + lookMs;
  }
  const later = moments.map((at) => at - nearMs).filter((at) => at > now);
  return Math.max(now + lookMs, Math.min(...later, now + 10 * dayMs));
}

function toInstant(when: History['events'][number][0], meeting: Meeting, start: Instant): Instant {
  return 'share' in when
    ? Math.floor(start + when.share * (meeting.startsAt - start))
    : Math.max(start, (reminderAt(meeting, when.near) ?? start) + when.offsetMs);
}

async function happen(
  scene: ReminderScene,
  held: Held[],
  ups: { at: Instant; who: readonly number[] }[],
  what: Event | undefined,
): Promise<void> {
  const now = scene.time.now();
  const last = held.at(-1);
  if (what?.kind === 'pause') {
    scene.instances[what.instance]?.pauseAfter(what.calls);
    ups.push({ at: now + what.forMs, who: [what.instance] });
  }
  if (what?.kind === 'down') {
    for (const one of scene.instances) {
      one.isRunning = false;
    }
    ups.push({ at: now + what.forMs, who: [0, 1, 2] });
  }
  const through = what !== undefined && 'instance' in what ? scene.instances[what.instance] : undefined;
  // Nobody can change anything through an instance that does not run, nor what has begun.
  if (last === undefined || through?.isRunning !== true || last.meeting.startsAt < now + skewMs) {
    return;
  }
  const { id, startsAt } = last.meeting;
  switch (what?.kind) {
    case 'rename':
      await scene.change(id, { title: `Titel ${now}` }, through);
      break;
    case 'cancel':
      await scene.change(id, undefined, through);
      last.until = Math.min(last.until, now);
      break;
    case 'move': {
      const to = Math.max(startsAt + what.byMs, now + hourMs);
      if (to !== startsAt && last.until === Infinity) {
        await scene.change(id, { startsAt: to, endsAt: to + hourMs }, through);
        last.until = now;
        held.push({ meeting: await scene.find(id), since: now, until: Infinity });
      }
      break;
    }
    case 'pause':
    case 'down':
    case undefined:
  }
}
