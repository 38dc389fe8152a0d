import { topicRequestId } from '../../src/domain/ids.ts';
import { hourMs } from '../../src/domain/instant.ts';
import type { Meeting } from '../../src/domain/meetings/meeting.ts';
import { doWhatIsDue } from '../../src/features/meetings/do-what-is-due.ts';
import { asCarla } from './announcements.ts';
import { buttonsOf, wordsOf } from './conversation.ts';
import type { TestBot } from './conversation.ts';
import { channelOf } from './meeting-announced.ts';
import { answers, thursdayAtTen } from './meeting-news.ts';
import { publishedMeeting } from './meetings.ts';
import { proposed } from './topics.ts';
import { asBerta, pressed } from './user-groups.ts';

type Person = Readonly<Record<string, unknown>>;

export const endsAt = thursdayAtTen + 2 * hourMs;

/** On Thursday, 3 December 2026, from 10:00 to 12:00 in Berlin; nobody was invited by a card. */
export function aMeetingOnThursday(bot: TestBot, fields: Partial<Meeting> = {}): Promise<Meeting> {
  return publishedMeeting(bot, { startsAt: thursdayAtTen, endsAt, ...fields }, { quietly: true });
}

/** It is then. */
export function isAt(bot: TestBot, instant: number): void {
  bot.clock.advance(instant - bot.clock.now());
}

/** It is over, and what that brings is done, twice. */
export async function ends(bot: TestBot): Promise<void> {
  isAt(bot, endsAt);
  await doWhatIsDue(bot.app.deps);
  await doWhatIsDue(bot.app.deps);
}

/** In their own chat. */
export function checksIn(bot: TestBot, { id: meetingId }: Meeting, who: Person): Promise<unknown> {
  return bot.press(pressed('meeting.checkIn', { meetingId }), 'personal', {}, who);
}

/** In their own chat; answers with the card or the sentence that comes back. */
export function givesFeedback(
  bot: TestBot,
  { id: meetingId }: Meeting,
  who: Person,
  typed: { readonly rating?: string; readonly sentence?: string },
): Promise<unknown> {
  return bot.press(pressed('meeting.giveFeedback', { meetingId }), 'personal', typed, who);
}

/** Somebody whom the bot has never met. */
export function asMember(bot: TestBot, name: string, number: number) {
  const from = {
    id: `29:${name}`,
    name,
    aadObjectId: `eeeeeeee-0000-4000-8000-${String(number).padStart(12, '0')}`,
  };
  bot.connector.members.set(from.id, { ...from, userRole: 'user' });
  return { from, conversation: { id: `a:personal-${name}`, conversationType: 'personal' } };
}

/** Berta said that she comes, Carla may come. */
export async function answered(bot: TestBot, fields: Partial<Meeting> = {}): Promise<Meeting> {
  const meeting = await aMeetingOnThursday(bot, fields);
  await answers(bot, meeting, asBerta, 'accepted');
  await answers(bot, meeting, asCarla, 'tentative');
  return meeting;
}

export const [phones, roads] = [topicRequestId('phones'), topicRequestId('roads')];

/** What Anna types. */
export const typedResults = {
  text: 'Menden hat gezeigt, was der Assistent kann.\nIm März rechnen wir nach.',
  links: 'https://www.example.org/protokoll\nhttps://videos.example.net/1',
  treated: 'phones',
};

/** A meeting about phones and roads, announced in the channel; it has begun. */
export async function begun(bot: TestBot): Promise<Meeting> {
  const channels = [await channelOf(bot)];
  await proposed(bot, { id: phones, title: 'KI am Telefon' });
  await proposed(bot, { id: roads, title: 'Schlaglöcher finden' });
  const invited = { people: 'nobody', channels } as const;
  const meeting = await answered(bot, { topics: [phones, roads], invited });
  isAt(bot, thursdayAtTen);
  return meeting;
}

/** Anna opens the form, fills it in and sends it; answers with what comes back. */
export async function sendsResults(
  bot: TestBot,
  { id: meetingId }: Pick<Meeting, 'id'>,
  typed: Readonly<Record<string, string>> = {},
): Promise<unknown> {
  const form = await bot.press(pressed('meeting.offerResults', { meetingId }));
  const button = buttonsOf(form).find(({ verb }) => verb === 'meeting.publishResults');
  if (button === undefined) {
    throw new Error(wordsOf(form));
  }
  return bot.press(button, 'personal', { ...typedResults, ...typed });
}
