import type { Deps } from '../../deps.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Meeting } from '../../domain/meetings/meeting.ts';
import { addTasks } from '../../domain/meetings/meeting-states.ts';
import { isOver, nextDueAt } from '../../domain/meetings/meeting-times.ts';
import { askForFeedback } from './ask-for-feedback.ts';
import type { AskForFeedbackDeps } from './ask-for-feedback.ts';
import { carryOutMeeting } from './carry-out-meeting.ts';
import type { CarryOutMeetingDeps } from './carry-out-meeting.ts';
import { repeatMeeting } from './repeat-meeting.ts';
import type { RepeatMeetingDeps } from './repeat-meeting.ts';

type DueDeps = CarryOutMeetingDeps & AskForFeedbackDeps & RepeatMeetingDeps & Pick<Deps, 'logger'>;

/**
 * What the time alone brings: seats that were kept for communes get free when no more answers are taken; when a meeting is over, the next
 * one of its series is made and those who were there are asked how it was. Done by however many at once, it happens once.
 */
export async function doWhatIsDue(deps: DueDeps): Promise<void> {
  const now = deps.clock.now();
  for (const meeting of await deps.meetings.dueBy(now)) {
    try {
      if (isOver(meeting, now)) {
        await repeatMeeting(deps, meeting);
        await askForFeedback(deps, meeting);
      }
      await goOn(deps, meeting, now);
    } catch (error) {
      deps.logger.error('meeting.due-not-done', { meetingId: meeting.id, error });
    }
  }
}

/** As long as it is the same that was due. */
async function goOn(deps: DueDeps, { id, dueAt }: Meeting, now: Instant): Promise<void> {
  await deps.meetings.change(id, {}, now, ({ meeting }) => {
    if (meeting.dueAt !== dueAt) {
      return undefined;
    }
    const { dueAt: _, ...rest } = meeting;
    const next = nextDueAt(meeting, now);
    const undone = isOver(meeting, now) ? meeting.undone : addTasks(meeting.undone, [{ kind: 'promote' }]);
    return { meeting: { ...rest, undone, ...(next !== undefined && { dueAt: next }) } };
  });
  await carryOutMeeting(deps, id);
}
