import type { MeetingId, MemberId } from '../../domain/ids.ts';
import { forgetAnswerOf, withoutMember } from '../../domain/meetings/answer-meeting-forgotten.ts';
import { waitingForAnswer } from '../../domain/meetings/answer-meeting.ts';
import type { Meeting } from '../../domain/meetings/meeting.ts';
import type { CarryOutMeetingDeps } from './carry-out-meeting.ts';
import { carryOutNew } from './respond-to-meeting.ts';

/** What a member answered is gone; in the same transaction the first who waits and fits gets their seat, and is told then. */
export async function forgetAnswer(
  deps: CarryOutMeetingDeps,
  meetingId: MeetingId,
  member: MemberId,
): Promise<'forgotten' | 'absent'> {
  const now = deps.clock.now();
  let before: Meeting | undefined;
  const changed = await deps.meetings.change(
    meetingId,
    { member, waiting: waitingForAnswer },
    now,
    (known) => {
      before = known.meeting;
      return forgetAnswerOf(known, now);
    },
  );
  if (changed === undefined) {
    return 'absent';
  }
  const undone = withoutMember(before?.undone ?? [], member);
  await carryOutNew(deps, before && { ...before, undone }, changed);
  return 'forgotten';
}

/** Nothing that is still to be told names them. */
export async function forgetInTasks(deps: CarryOutMeetingDeps, member: MemberId): Promise<void> {
  const now = deps.clock.now();
  for (const { id } of await deps.meetings.undone()) {
    await deps.meetings.change(id, {}, now, ({ meeting }) => {
      const undone = withoutMember(meeting.undone, member);
      return JSON.stringify(undone) === JSON.stringify(meeting.undone)
        ? undefined
        : { meeting: { ...meeting, undone } };
    });
  }
}
