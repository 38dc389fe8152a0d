import { meetingId } from '../../src/domain/ids.ts';
import { dayMs, hourMs } from '../../src/domain/instant.ts';
import type { Meeting } from '../../src/domain/meetings/meeting.ts';
import type { Rsvp } from '../../src/domain/meetings/rsvp.ts';
import { buttonsOf } from './conversation.ts';
import type { TestBot } from './conversation.ts';
import { publishedMeeting } from './meetings.ts';
import { memberOf } from './topics.ts';
import { berta } from './user-groups.ts';

/** A meeting that begins after so many days; nobody is told. */
export async function meetingIn(
  bot: TestBot,
  days: number,
  fields: Omit<Partial<Meeting>, 'id'> & { readonly id: string },
): Promise<Meeting> {
  const startsAt = bot.clock.now() + days * dayMs;
  const times = { startsAt, endsAt: startsAt + 2 * hourMs };
  return publishedMeeting(bot, { ...times, ...fields, id: meetingId(fields.id) }, { quietly: true });
}

/** What somebody said to it; the counts stay as they are. */
export async function saidTo(
  bot: TestBot,
  id: string,
  fields: Partial<Rsvp>,
  who: Parameters<typeof memberOf>[0] = berta,
): Promise<void> {
  const memberId = memberOf(who);
  const now = bot.clock.now();
  await bot.app.deps.meetings.change(meetingId(id), { member: memberId }, now, ({ meeting, rsvp }) => ({
    meeting,
    rsvps: [
      {
        meetingId: meeting.id,
        memberId,
        guests: 0,
        details: [],
        at: now,
        number: 1,
        ...rsvp,
        ...fields,
      },
    ],
  }));
}

/** Titles of the meetings on a list, from the top. */
export function meetingsOn(card: unknown): readonly string[] {
  return buttonsOf(card).flatMap(
    ({ title }) => /^(?:Treffen|Entwurf) „(.+)“ ansehen$/.exec(title)?.[1] ?? [],
  );
}
