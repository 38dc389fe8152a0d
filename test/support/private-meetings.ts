import {
  memberId as toMemberId,
  meetingId,
  tenantId,
  topicRequestId,
  userGroupId,
} from '../../src/domain/ids.ts';
import { dayMs, hourMs } from '../../src/domain/instant.ts';
import type { Meeting } from '../../src/domain/meetings/meeting.ts';
import type { DocumentStore } from '../../src/ports/document-store.ts';
import { asCarla, carla, finished } from './announcements.ts';
import { anna, tenant } from './conversation.ts';
import type { TestBot } from './conversation.ts';
import { publishedMeeting } from './meetings.ts';
import { canary, personCanary, startWithPrivateThings } from './private-things.ts';
import { dora } from './strangers.ts';
import { memberOf, proposed } from './topics.ts';
import { asBerta, berta, pressed } from './user-groups.ts';

/** Dora organises this group, where a test says so. */
const dorasGroup = 'doras-group';
const doras = 'doras';

const questions = ['Was bringen Sie mit?'];

/** The same people with meetings in every state, and with what is nobody else's: drafts, names, answers to questions, wishes, feedback. */
export async function startWithPrivateMeetings(store: DocumentStore): Promise<TestBot> {
  const bot = await startWithPrivateThings(store);
  const now = bot.clock.now();
  const agenda = ['Kegelrobben auf Luftbildern', 'Robben am Telefon'];
  const topics = agenda.map((_, index) => topicRequestId(`agenda${index}`));
  await Promise.all(
    agenda.map((title, index) => proposed(bot, { title, id: topicRequestId(`agenda${index}`) })),
  );
  await plan(bot, 'next', { topics, questions, mostGuests: 3, capacity: 2 });
  await plan(bot, 'weekly', { repetition: 'weekly' });
  await plan(bot, 'running', { startsAt: now - hourMs, endsAt: now + hourMs });
  await plan(bot, 'over', { startsAt: now - dayMs, endsAt: now - dayMs + hourMs });
  await plan(bot, 'cancelled', { state: { kind: 'cancelled', at: now } });
  await plan(bot, 'draft', { title: canary, description: canary, state: { kind: 'draft' } });
  await takePart(bot);
  await close(bot);
  await finished(bot);
  return bot;
}

async function plan(bot: TestBot, id: string, fields: Partial<Meeting>): Promise<void> {
  const title = 'Kegelrobben gemeinsam zählen';
  await publishedMeeting(bot, { title, ...fields, id: meetingId(id) }, { by: memberOf(anna), quietly: true });
}

async function takePart(bot: TestBot): Promise<void> {
  for (const [index, more] of [asBerta, asCarla].entries()) {
    const answer = { meetingId: 'next', answer: 'accepted' };
    await bot.press(pressed('meeting.respond', answer), 'personal', {}, more);
    const details = { meetingId: 'next', guests: '0', name: personCanary, answer1: `${canary} ${index}` };
    await bot.press(pressed('meeting.saveDetails', details), 'personal', {}, more);
    await bot.press(pressed('meeting.checkIn', { meetingId: 'running' }), 'personal', {}, more);
  }
  const cafe = { meetingId: 'next', tables: '2', seatsPerTable: '4', rounds: '2', minutes: '25' };
  await bot.press(pressed('cafe.set', { ...cafe, topics: 'agenda0,agenda1' }));
  const wish = { meetingId: 'next', first: 'agenda1', second: 'agenda0' };
  await bot.press(pressed('cafe.wish', wish), 'personal', {}, asBerta);
  await bot.press(pressed('cafe.assign', { meetingId: 'next' }));
}

async function close(bot: TestBot): Promise<void> {
  const results = { meetingId: 'running', text: 'Wir haben Kegelrobben gezählt.' };
  await bot.press(pressed('meeting.publishResults', results));
  const { meetings } = bot.app.deps;
  await meetings.change(meetingId('over'), {}, bot.clock.now(), ({ meeting }) => ({
    meeting: { ...meeting, feedback: { ratings: [0, 0, 0, 1, 0], sentences: [canary] } },
  }));
}

/** A group of Dora's, with a meeting of hers. */
export async function giveDoraAMeeting(bot: TestBot): Promise<void> {
  const organiser = toMemberId(tenantId(tenant), dora.aadObjectId);
  await bot.app.deps.userGroups.add({
    id: userGroupId(dorasGroup),
    kind: 'user-group',
    name: 'Robben',
    description: 'Wer Robben zählt.',
    organisers: [organiser],
    createdAt: 0,
    version: 1,
  });
  const fields = { title: 'Robben in Olpe', id: meetingId(doras), userGroupId: userGroupId(dorasGroup) };
  await publishedMeeting(bot, fields, { by: organiser, quietly: true });
}

/** By the field of a payload that names such a thing. */
export async function meetingIds(bot: TestBot): Promise<Readonly<Record<string, readonly unknown[]>>> {
  const documents = await bot.storedDocuments('meetings');
  const groups = (await bot.storedDocuments('user-groups')).map((one) => one.id);
  return {
    meetingId: documents.filter((one) => one.partition === one.id).map((one) => one.id),
    edition: [1, 2],
    plan: [1],
    round: [1],
    first: ['agenda0'],
    second: ['agenda1'],
    userGroupId: groups,
    userGroup: [...groups, 'none'],
  };
}

/** What whoever answers changes about a meeting of others, and what jobs do by themselves. */
const shared: ReadonlySet<string> = new Set<keyof Meeting | 'hasUndone'>([
  'seats',
  'answered',
  'version',
  'isShownLate',
  'shownAt',
  'dueAt',
  'remindAt',
  'undone',
  'hasUndone',
]);

/** Every stored word about meetings that is not Dora's. */
export async function meetingDocuments(bot: TestBot): Promise<readonly string[]> {
  const documents = await bot.storedDocuments('meetings', 'world-cafes', 'user-groups');
  const lines = documents.map(({ partition, id, body }) => {
    const fields = Object.entries(body)
      .filter(([field]) => !shared.has(field))
      .toSorted(([one], [two]) => one.localeCompare(two));
    return `${partition} ${id} ${JSON.stringify(fields)}`;
  });
  return lines.filter((line) => !line.includes(dora.aadObjectId) && !line.startsWith(`${doras} `));
}

/** Meetings whose counts are not as many as there are answers. */
export async function wrongCounts(bot: TestBot): Promise<readonly string[]> {
  const documents = await bot.storedDocuments('meetings');
  const wrong: string[] = [];
  for (const { id, body } of documents.filter((one) => one.partition === one.id)) {
    const rsvps = documents.filter((one) => one.partition === id && one.id !== id).map((one) => one.body);
    const yes = rsvps.filter(({ answer }) => answer === 'accepted');
    const counted = {
      accepted: yes.filter((one) => !('waitingNumber' in one)).length,
      waiting: yes.filter((one) => 'waitingNumber' in one).length,
      tentative: rsvps.filter(({ answer }) => answer === 'tentative').length,
      declined: rsvps.filter(({ answer }) => answer === 'declined').length,
    };
    const seats = Object(body['seats']);
    for (const [name, count] of Object.entries(counted)) {
      if (seats[name] !== count) {
        wrong.push(`${id}: ${name} ${String(seats[name])} instead of ${count}`);
      }
    }
  }
  return wrong;
}

export const owners = [anna, berta, carla].map(({ aadObjectId }) => aadObjectId);
