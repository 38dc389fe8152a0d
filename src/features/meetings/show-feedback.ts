import { summariseFeedback } from '../../domain/meetings/meeting-feedback.ts';
import type { FeedbackSummary } from '../../domain/meetings/meeting-feedback.ts';
import { checkMeetingOrganiser, findShownMeeting } from './meeting-results.ts';
import type { DeniedMeeting, GoneMeeting, ShownMeeting } from './meeting-results.ts';
import type { AboutMeeting, ResultsDeps } from './offer-results.ts';

export interface ShownFeedback {
  readonly kind: 'shown';
  readonly shown: ShownMeeting;
  readonly summary: FeedbackSummary;
}

/** What people said about a meeting, for organisers: nothing but the number of them while it is easy to guess who they are. */
export async function showFeedback(
  deps: ResultsDeps,
  asked: AboutMeeting,
): Promise<ShownFeedback | GoneMeeting | DeniedMeeting> {
  const permission = await checkMeetingOrganiser(deps, asked);
  if (permission.kind !== 'allowed') {
    return permission;
  }
  const shown = await findShownMeeting(deps, asked.asker, asked.meetingId);
  return shown === undefined
    ? { kind: 'gone' }
    : { kind: 'shown', shown, summary: summariseFeedback(shown.meeting.feedback) };
}
