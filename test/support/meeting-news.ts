import type { Meeting } from '../../src/domain/meetings/meeting.ts';
import type { RsvpAnswer } from '../../src/domain/meetings/rsvp.ts';
import { remindOfMeetings } from '../../src/features/meetings/remind-of-meetings.ts';
import type { TestBot } from './conversation.ts';
import { postedTo } from './followed.ts';
import { pressed } from './user-groups.ts';

/** Thursday, 3 December 2026, 10:00 in Berlin; the clock of a bot begins eleven days before at the same time. */
export const thursdayAtTen = Date.UTC(2026, 11, 3, 9);

/** Somebody answers in their own chat. */
export async function answers(
  bot: TestBot,
  { id: meetingId }: Meeting,
  who: Readonly<Record<string, unknown>>,
  answer: RsvpAnswer,
): Promise<void> {
  await bot.press(pressed('meeting.respond', { meetingId, answer }), 'personal', {}, who);
}

/** It is then, and the job runs, twice. */
export async function comes(bot: TestBot, instant: number): Promise<void> {
  bot.clock.advance(instant - bot.clock.now());
  await remindOfMeetings(bot.app.deps);
  await remindOfMeetings(bot.app.deps);
}

/** What came to somebody by itself under a summary that begins so. */
export function toldTo(bot: TestBot, chat: { readonly id: string }, beginning: RegExp) {
  return postedTo(bot, chat).filter(({ summary }) => summary !== undefined && beginning.test(summary));
}
