import { communeId, meetingId, memberId, tenantId, topicRequestId } from '../../src/domain/ids.ts';
import type { MemberId } from '../../src/domain/ids.ts';
import type { Meeting } from '../../src/domain/meetings/meeting.ts';
import type { Rsvp } from '../../src/domain/meetings/rsvp.ts';
import { tenant } from './conversation.ts';
import type { TestBot } from './conversation.ts';
import { hemer, menden, startAsking } from './inquiries.ts';
import { publishedMeeting } from './meetings.ts';
import { proposed } from './topics.ts';
import { valueOf } from './user-group-cards.ts';
import { pressed } from './user-groups.ts';

type Data = Readonly<Record<string, unknown>>;

export const m1 = { meetingId: 'm1' };

/** What the organisers type; the topics have these ids. */
export const settings = { tables: '3', seatsPerTable: '2', rounds: '2', minutes: '25', topics: 'ta,tb,tc' };
const titles = { ta: 'Robotic Process Automation', tb: 'Chatbots', tc: 'Bauanträge' };

/** Anna organises a meeting in two weeks, to whose agenda three topics belong; Berta works for Menden, Carla for Hemer. */
export async function startCafe(
  fields: Partial<Meeting> = {},
  parts: Parameters<typeof startAsking>[1] = {},
): Promise<TestBot> {
  const bot = await startAsking({}, parts);
  await bot.say('Hallo');
  for (const [id, title] of Object.entries(titles)) {
    await proposed(bot, { id: topicRequestId(id), title });
  }
  const topics = Object.keys(titles).map(topicRequestId);
  await publishedMeeting(bot, { id: meetingId('m1'), topics, ...fields }, { quietly: true });
  return bot;
}

/** Anna presses, or somebody else; returns what comes back. */
export async function pressesCafe(
  bot: TestBot,
  verb: string,
  data: Data = {},
  who: Data = {},
): Promise<unknown> {
  return valueOf(await bot.press(pressed(verb, { ...m1, ...data }), 'personal', {}, who));
}

/** Somebody has a seat, as the store knows it; the counts follow. */
export async function hasSaidYes(bot: TestBot, member: MemberId, fields: Partial<Rsvp> = {}): Promise<void> {
  const { meetings } = bot.app.deps;
  const now = bot.clock.now();
  await meetings.change(meetingId('m1'), { member }, now, ({ meeting, rsvp: known }) => {
    const number = meeting.answered + 1;
    const rsvp: Rsvp = {
      meetingId: meeting.id,
      memberId: member,
      guests: 0,
      details: [],
      at: now,
      number,
      answer: 'accepted',
      ...fields,
    };
    const before = known === undefined ? 0 : 1 + known.guests;
    const accepted = meeting.seats.accepted + (known === undefined ? 1 : 0);
    const taken = meeting.seats.taken - before + 1 + rsvp.guests;
    const seats = { ...meeting.seats, accepted, taken };
    return { meeting: { ...meeting, answered: number, seats }, rsvps: [rsvp] };
  });
}

/** So many others who have a seat, from two communes by turns. */
export async function othersSaidYes(bot: TestBot, count: number): Promise<void> {
  for (let index = 0; index < count; index += 1) {
    const id = memberId(tenantId(tenant), `99999999-0000-4000-8000-${String(index).padStart(12, '0')}`);
    await hasSaidYes(bot, id, { communeId: communeId(index % 2 === 0 ? menden : hemer) });
  }
}
