import { meetingId } from '../../src/domain/ids.ts';
import { dayMs, hourMs } from '../../src/domain/instant.ts';
import type { Meeting } from '../../src/domain/meetings/meeting.ts';
import { after, byAnna, byBerta, byCarla } from './changing-press.ts';
import type { ChangingPress, Prepare } from './changing-press.ts';
import type { TestBot } from './conversation.ts';
import { publishedMeeting } from './meetings.ts';
import { proposed } from './topics.ts';
import { topicRequestId } from '../../src/domain/ids.ts';

const m1 = { meetingId: 'm1' };

const typed = {
  title: 'KI-Telefonservice',
  userGroup: 'none',
  date: '2026-12-03',
  startTime: '10:00',
  endTime: '12:30',
  address: 'Rathaus Musterstadt',
  capacity: '20',
  people: 'everybody',
  reminders: 'week,day',
};

/** Published by Anna, in two weeks, without invitations. */
async function planned(bot: TestBot, fields: Partial<Meeting> = {}): Promise<void> {
  await publishedMeeting(bot, { id: meetingId('m1'), ...fields }, { quietly: true });
}

/** With something done before the last press. */
function following(fields: Partial<Meeting>, ...presses: readonly ChangingPress[]): Prepare {
  return async (bot) => {
    await planned(bot, fields);
    return inTurn(bot, presses);
  };
}

async function inTurn(bot: TestBot, presses: readonly ChangingPress[]): Promise<ChangingPress> {
  const next = presses.at(-1);
  if (next === undefined) {
    throw new Error('nothing to press');
  }
  for (const press of presses.slice(0, -1)) {
    await after(bot, press, next);
  }
  return next;
}

/** A meeting that is going on while the test's clock stands. */
function now(bot: TestBot): Partial<Meeting> {
  const at = bot.clock.now();
  return { startsAt: at - hourMs, endsAt: at + hourMs };
}

const draft = byAnna('meeting.draft', { ...m1, ...typed });
const says = (answer: string) => ({ ...m1, answer });
const results = { ...m1, text: 'Drei Kommunen haben berichtet.', links: 'https://example.org/bericht' };
const cafe = { ...m1, tables: '2', seatsPerTable: '4', rounds: '2', minutes: '25', topics: 't1,t2' };

async function withCafe(bot: TestBot, ...presses: readonly ChangingPress[]): Promise<ChangingPress> {
  await proposed(bot, { title: 'KI im Bauamt', id: topicRequestId('t1') });
  await proposed(bot, { title: 'KI am Telefon', id: topicRequestId('t2') });
  await planned(bot, { topics: [topicRequestId('t1'), topicRequestId('t2')] });
  return inTurn(bot, [byBerta('meeting.respond', says('accepted')), byAnna('cafe.set', cafe), ...presses]);
}

/** Everybody sits at their tables. */
async function begunWithCafe(bot: TestBot): Promise<void> {
  const assign = await withCafe(bot, byAnna('cafe.assign', m1));
  await after(bot, assign, assign);
  const at = bot.clock.now();
  await bot.app.deps.meetings.change(meetingId('m1'), {}, at, ({ meeting }) => ({
    meeting: { ...meeting, ...now(bot) },
  }));
}

/** Every verb that changes something about meetings, ready to be pressed for the first time. */
export const changingMeetingPresses: Readonly<Record<string, Prepare>> = {
  'meeting.draft': async () => draft,
  'meeting.draft again': async (bot) =>
    inTurn(bot, [draft, byAnna('meeting.draft', { ...m1, ...typed, title: 'KI am Telefon', edition: 1 })]),
  'meeting.publish': async (bot) => inTurn(bot, [draft, byAnna('meeting.publish', { ...m1, edition: 1 })]),
  'meeting.discard': async (bot) => inTurn(bot, [draft, byAnna('meeting.discard', m1)]),
  'meeting.change': async (bot) =>
    inTurn(bot, [
      draft,
      byAnna('meeting.publish', { ...m1, edition: 1 }),
      byAnna('meeting.change', { ...m1, ...typed, date: '2026-12-10', edition: 1 }),
    ]),
  'meeting.cancel': following({}, byAnna('meeting.cancel', { ...m1, reason: 'Der Saal ist belegt.' })),
  'meeting.endSeries': following({ repetition: 'weekly' }, byAnna('meeting.endSeries', m1)),
  'meeting.respond with yes': following({}, byBerta('meeting.respond', says('accepted'))),
  'meeting.respond with perhaps': following({}, byBerta('meeting.respond', says('tentative'))),
  'meeting.respond with no': following({}, byBerta('meeting.respond', says('declined'))),
  'meeting.respond when it is full': following(
    { capacity: 1 },
    byCarla('meeting.respond', says('accepted')),
    byBerta('meeting.respond', says('accepted')),
  ),
  'meeting.respond that gives a seat to somebody else': following(
    { capacity: 1 },
    byCarla('meeting.respond', says('accepted')),
    byBerta('meeting.respond', says('accepted')),
    byCarla('meeting.respond', says('declined')),
  ),
  'meeting.saveDetails': following(
    { mostGuests: 3, questions: ['Was bringen Sie mit?'] },
    byBerta('meeting.respond', says('accepted')),
    byBerta('meeting.saveDetails', { ...m1, guests: '2', name: 'Berta B.', answer1: 'Kuchen' }),
  ),
  'meeting.checkIn': async (bot) => {
    await planned(bot, now(bot));
    return byBerta('meeting.checkIn', m1);
  },
  'meeting.publishResults': async (bot) => {
    await planned(bot, now(bot));
    return byAnna('meeting.publishResults', results);
  },
  'meeting.giveFeedback': async (bot) => {
    const at = bot.clock.now();
    await planned(bot, { startsAt: at - dayMs, endsAt: at - dayMs + hourMs });
    await bot.app.deps.meetings.change(meetingId('m1'), {}, at, ({ meeting }) => ({
      meeting: { ...meeting, startsAt: at + dayMs, endsAt: at + dayMs + hourMs },
    }));
    const yes = byBerta('meeting.respond', says('accepted'));
    await after(bot, yes, yes);
    await bot.app.deps.meetings.change(meetingId('m1'), {}, at, ({ meeting }) => ({
      meeting: { ...meeting, startsAt: at - dayMs, endsAt: at - dayMs + hourMs },
    }));
    return byBerta('meeting.giveFeedback', { ...m1, rating: '4', sentence: 'Mehr Zeit für Fragen.' });
  },
  'cafe.set': async (bot) => {
    await proposed(bot, { title: 'KI im Bauamt', id: topicRequestId('t1') });
    await proposed(bot, { title: 'KI am Telefon', id: topicRequestId('t2') });
    await planned(bot, { topics: [topicRequestId('t1'), topicRequestId('t2')] });
    return byAnna('cafe.set', cafe);
  },
  'cafe.wish': (bot) => withCafe(bot, byBerta('cafe.wish', { ...m1, first: 't2', second: 't1' })),
  'cafe.assign': (bot) => withCafe(bot, byAnna('cafe.assign', m1)),
  'cafe.tell': (bot) => withCafe(bot, byAnna('cafe.assign', m1), byAnna('cafe.tell', { ...m1, plan: 1 })),
  'cafe.startTimer': async (bot) => {
    await begunWithCafe(bot);
    return byAnna('cafe.startTimer', { ...m1, round: 1 });
  },
  'cafe.stopTimer': async (bot) => {
    await begunWithCafe(bot);
    return inTurn(bot, [byAnna('cafe.startTimer', { ...m1, round: 1 }), byAnna('cafe.stopTimer', m1)]);
  },
};
