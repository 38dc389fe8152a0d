import type { Deps } from '../../deps.ts';
import type { MeetingId } from '../../domain/ids.ts';
import type { Meeting, MeetingTask } from '../../domain/meetings/meeting.ts';
import { announceMeeting, showAgain } from './announce-meeting.ts';
import type { AnnounceDeps } from './announce-meeting.ts';
import { bringAgenda } from './bring-agenda.ts';
import type { AgendaDeps } from './bring-agenda.ts';
import { keepAfterMove } from './keep-after-move.ts';
import type { KeepDeps } from './keep-after-move.ts';
import { postResults } from './post-results.ts';
import type { PostResultsDeps } from './post-results.ts';
import { promoteWaiting, tellPromoted } from './promote-waiting.ts';
import type { PromoteDeps } from './promote-waiting.ts';
import { tellOfMeeting } from './tell-of-meeting.ts';
import type { TellDeps } from './tell-of-meeting.ts';

export type CarryOutMeetingDeps = AnnounceDeps &
  AgendaDeps &
  KeepDeps &
  PostResultsDeps &
  PromoteDeps &
  TellDeps &
  Pick<Deps, 'clock' | 'logger' | 'meetings'>;

/** Does what is stored with the meeting as still to be done. A failure stops nothing else: the job tries again. */
export async function carryOutMeeting(deps: CarryOutMeetingDeps, id: MeetingId): Promise<void> {
  for (const task of (await deps.meetings.find(id))?.undone ?? []) {
    try {
      const meeting = await deps.meetings.find(id);
      if (meeting !== undefined) {
        await carryOut(deps, meeting, task);
        await noteDone(deps, meeting, task);
      }
    } catch (error) {
      deps.logger.error('meeting.not-carried-out', { meetingId: id, task: task.kind, error });
    }
  }
}

/** The same for all that were interrupted. */
export async function carryOutMeetings(deps: CarryOutMeetingDeps): Promise<void> {
  for (const { id } of await deps.meetings.undone()) {
    await carryOutMeeting(deps, id);
  }
}

/** Each may be begun again after it was done: what it starts has an id made of what it is about. */
async function carryOut(deps: CarryOutMeetingDeps, meeting: Meeting, task: MeetingTask): Promise<void> {
  switch (task.kind) {
    case 'announce':
      return announceMeeting(deps, meeting);
    case 'show':
      return showAgain(deps, meeting);
    case 'agenda':
      return bringAgenda(deps, meeting);
    case 'tell':
      return tellOfMeeting(deps, meeting, task);
    case 'promote':
      return promoteWaiting(deps, meeting.id);
    case 'tell-promoted':
      return tellPromoted(deps, meeting, task);
    case 'results':
      return postResults(deps, meeting);
    case 'keep':
      return keepAfterMove(deps, meeting);
  }
}

/**
 * One of them, as it was read: whoever asked for the same meanwhile has it done once more. Where several do it at the same time, none of
 * them notes what it has done for a meeting that says something else by now.
 */
async function noteDone(
  { clock, meetings }: Pick<Deps, 'clock' | 'meetings'>,
  done: Meeting,
  task: MeetingTask,
): Promise<void> {
  const key = JSON.stringify(task);
  await meetings.change(done.id, {}, clock.now(), ({ meeting }) => {
    const index = meeting.undone.findIndex((one) => JSON.stringify(one) === key);
    return index === -1 || !saysTheSame(meeting, done)
      ? undefined
      : { meeting: { ...meeting, undone: meeting.undone.toSpliced(index, 1) } };
  });
}

function saysTheSame(one: Meeting, other: Meeting): boolean {
  return (
    one.edition === other.edition &&
    one.state.kind === other.state.kind &&
    one.results?.edition === other.results?.edition
  );
}
