import type { Deps } from '../deps.ts';
import { hourMs, minuteMs } from '../domain/instant.ts';
import { finishInterrupted } from '../features/announcements/finish-interrupted.ts';
import { startDueAnnouncements } from '../features/announcements/start-due.ts';
import { carryOutInquiries } from '../features/inquiries/carry-out-inquiry.ts';
import { closeOverdueInquiries } from '../features/inquiries/close-inquiry.ts';
import { tellForgottenInterests } from '../features/interest/tell-organisers.ts';
import { carryOutMeetings } from '../features/meetings/carry-out-meeting.ts';
import { doWhatIsDue } from '../features/meetings/do-what-is-due.ts';
import { remindOfMeetings } from '../features/meetings/remind-of-meetings.ts';
import { showCounts, showPhases } from '../features/meetings/show-counts.ts';
import { tendCafes } from '../features/meetings/world-cafe/tend-cafes.ts';
import { carryOutInterrupted } from '../features/review/carry-out-submission.ts';
import { askInvitedAgain } from '../features/topics/ask-invited-again.ts';
import { carryOutTopics } from '../features/topics/carry-out-topic.ts';
import { remindOfDeadlines } from '../features/topics/remind-of-deadline.ts';
import { askIfTrue } from './ask-if-true.ts';
import type { OutboxSettings } from './outbox/settings.ts';
import { purgeExpired } from './purge-expired.ts';
import { repeat } from './repeat.ts';
import type { Repeating } from './repeat.ts';

/** What is looked at again and again; each on its own, so that none waits for another or fails with it. */
export function startRegularJobs(
  deps: Deps,
  { busyMs, idleMs }: Pick<OutboxSettings, 'busyMs' | 'idleMs'>,
): readonly Repeating[] {
  const jobs: readonly (readonly [everyMs: number, work: (deps: Deps) => Promise<unknown>])[] = [
    [busyMs, startDueAnnouncements],
    [busyMs, showCounts],
    // What a press began and a failure or the end of the process kept from being finished.
    [idleMs, finishInterrupted],
    [idleMs, carryOutInterrupted],
    [idleMs, carryOutInquiries],
    [idleMs, carryOutTopics],
    [idleMs, carryOutMeetings],
    [idleMs, doWhatIsDue],
    [idleMs, remindOfMeetings],
    [idleMs, tendCafes],
    [idleMs, tellForgottenInterests],
    [idleMs, askInvitedAgain],
    [minuteMs, remindOfDeadlines],
    [minuteMs, showPhases],
    [15 * minuteMs, closeOverdueInquiries],
    [15 * minuteMs, purgeExpired],
    [hourMs, askIfTrue],
  ];
  return jobs.map(([everyMs, work]) => repeat(everyMs, async () => void (await work(deps)), deps.logger));
}
