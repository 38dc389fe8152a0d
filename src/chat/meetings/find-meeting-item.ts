import type { MeetingDigestItem } from '../../cards/meetings/meeting-digest.ts';
import type { BroadcastSubject } from '../../domain/broadcast.ts';
import type { Recipient } from '../../domain/delivery.ts';
import { whyNoFeedback } from '../../domain/meetings/meeting-feedback.ts';
import { stillHolds } from '../../domain/meetings/meeting-reminders.ts';
import { hasBegun } from '../../domain/meetings/meeting-times.ts';
import { findMeetingOf, isDueTo } from '../../features/meetings/describe-meeting-news.ts';
import type { ReadMeetingDeps } from '../../features/meetings/describe-meeting-news.ts';
import type { ShownMeeting } from '../../features/meetings/meeting-results.ts';

type ItemSubject = BroadcastSubject & {
  kind: 'meeting' | 'meeting-reminder' | 'meeting-results' | 'meeting-feedback';
};

/**
 * What the daily collection says about a meeting, if at this moment it is still to be said. One that falls out is shown as that: nothing
 * about it is sent any more, so its card was posted before and is drawn again.
 */
export async function findMeetingItem(
  deps: ReadMeetingDeps,
  subject: ItemSubject,
  recipient: Recipient,
): Promise<MeetingDigestItem | undefined> {
  if (recipient.kind !== 'member') {
    return undefined;
  }
  const shown = await findMeetingOf(deps, recipient.memberId, subject.meetingId);
  return shown && toItem(subject, shown);
}

function toItem(subject: ItemSubject, shown: ShownMeeting): MeetingDigestItem | undefined {
  const { meeting, now } = shown;
  const isCancelled = meeting.state.kind === 'cancelled';
  switch (subject.kind) {
    case 'meeting':
      return isCancelled || !hasBegun(meeting, now) ? { kind: 'meeting', shown } : undefined;
    case 'meeting-reminder': {
      // What was posted and does not hold any more becomes the meeting itself.
      const isMoved = !stillHolds(meeting, subject) && !hasBegun(meeting, now);
      if (isCancelled || isMoved) {
        return { kind: 'meeting', shown };
      }
      const { reminder } = subject;
      return isDueTo(shown, subject) ? { kind: 'meeting-reminder', reminder, shown } : undefined;
    }
    case 'meeting-results':
      return meeting.results !== undefined && !isCancelled ? { kind: 'meeting-results', shown } : undefined;
    case 'meeting-feedback': {
      const { rsvp } = shown.viewer;
      const known = { meeting, ...(rsvp !== undefined && { rsvp }) };
      return whyNoFeedback(known, now) === undefined ? { kind: 'meeting-feedback', shown } : undefined;
    }
  }
}
