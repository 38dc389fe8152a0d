import { meetingFeedbackFormCard } from '../../cards/meetings/meeting-feedback-form-card.ts';
import { meetingResultsCard, meetingResultsSummary } from '../../cards/meetings/meeting-results-card.ts';
import type { BroadcastSubject } from '../../domain/broadcast.ts';
import type { MeetingId, MemberId } from '../../domain/ids.ts';
import { whyNoFeedback } from '../../domain/meetings/meeting-feedback.ts';
import { countPresent } from '../../features/meetings/count-present.ts';
import { findMeetingOf } from '../../features/meetings/describe-meeting-news.ts';
import { findShownMeeting } from '../../features/meetings/meeting-results.ts';
import { meetingFeedbackTexts } from '../../texts/meetings/meeting-feedback-texts.ts';
import type { ChatDeps } from '../chat-deps.ts';
import type { ComposedMessage, ComposeRequest } from '../compose-message.ts';

/** What came of a meeting, to everybody alike; and the question how it was, to one person. */
export async function composeMeetingAfter(
  deps: ChatDeps,
  { kind, meetingId }: BroadcastSubject & { kind: 'meeting-results' | 'meeting-feedback' },
  { recipient, short = false }: ComposeRequest,
): Promise<ComposedMessage | undefined> {
  if (recipient.kind === 'erased') {
    return undefined;
  }
  const shared = recipient.kind === 'place';
  if (kind === 'meeting-results') {
    return composeResults(deps, meetingId, { shared, short });
  }
  return shared ? undefined : composeQuestion(deps, meetingId, recipient.memberId);
}

/** Nothing of anybody's own is on it. */
async function composeResults(
  deps: ChatDeps,
  meetingId: MeetingId,
  { shared, short }: { readonly shared: boolean; readonly short: boolean },
): Promise<ComposedMessage | undefined> {
  const shown = await findShownMeeting(deps, undefined, meetingId);
  const results = shown?.meeting.results;
  if (shown === undefined || results === undefined || shown.meeting.state.kind !== 'published') {
    return undefined;
  }
  const present = await countPresent(deps, shown.meeting);
  const surface = { shared, dialogs: deps.dialogs };
  return {
    card: meetingResultsCard({ shown, results, present }, surface, { short }),
    summary: meetingResultsSummary(shown, results),
  };
}

/** Whoever has said it already is not asked. */
async function composeQuestion(
  deps: ChatDeps,
  meetingId: MeetingId,
  member: MemberId,
): Promise<ComposedMessage | undefined> {
  const shown = await findMeetingOf(deps, member, meetingId);
  if (shown === undefined) {
    return undefined;
  }
  const { meeting, viewer, now } = shown;
  const known = { meeting, ...(viewer.rsvp !== undefined && { rsvp: viewer.rsvp }) };
  if (whyNoFeedback(known, now) !== undefined) {
    return undefined;
  }
  const form = { shown, fields: { sentence: '' }, problems: [] };
  const surface = { shared: false, dialogs: deps.dialogs };
  return {
    card: meetingFeedbackFormCard(form, surface, { asked: true }),
    summary: meetingFeedbackTexts.summary(meeting.title),
  };
}
