import { meetingId } from '../../src/domain/ids.ts';
import type { Meeting } from '../../src/domain/meetings/meeting.ts';
import { wordsOf } from './conversation.ts';
import type { Place, TestBot } from './conversation.ts';
import { bertaInChannel, carlaInChannel, startAsking } from './inquiries.ts';
import { publishedMeeting } from './meetings.ts';
import { valueOf } from './user-group-cards.ts';
import { asBerta, pressed } from './user-groups.ts';

export const m1 = { meetingId: 'm1' };
export const guest = { id: '29:gast', name: 'Gast', aadObjectId: 'dddddddd-0000-4000-8000-000000000004' };

type Data = Readonly<Record<string, unknown>>;

/** Anna planned a meeting in two weeks; Berta works for Menden, Carla for Hemer. */
export async function startAnswering(
  fields: Partial<Meeting> = {},
  { quietly = true }: { readonly quietly?: boolean } = {},
): Promise<TestBot> {
  const bot = await startAsking();
  bot.connector.members.set(guest.id, { ...guest, userRole: 'guest' });
  await publishedMeeting(bot, { id: meetingId('m1'), ...fields }, { quietly });
  return bot;
}

/** Somebody presses; Berta in her own chat without `who`. */
export function presses(bot: TestBot, verb: string, data: Data = {}, who: Data = asBerta) {
  const place: Place = who === bertaInChannel || who === carlaInChannel ? 'channel' : 'personal';
  return bot.press(pressed(verb, { ...m1, ...data }), place, {}, who);
}

/** Says something to the meeting; returns what comes back. */
export async function answers(bot: TestBot, answer: string, who: Data = asBerta): Promise<unknown> {
  return valueOf(await presses(bot, 'meeting.respond', { answer }, who));
}

/** The first line of what comes back. */
export async function firstLine(answer: unknown): Promise<string> {
  const value = await answer;
  return typeof value === 'string' ? value : (wordsOf(value).split('\n')[0] ?? '');
}

/** How many answered what, as it is counted. */
export async function countsOf(bot: TestBot) {
  const { accepted, taken, tentative, declined, waiting } =
    (await bot.app.deps.meetings.find(meetingId('m1')))?.seats ?? {};
  return { accepted, taken, tentative, declined, waiting };
}
