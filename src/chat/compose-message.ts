import { announcementCard, withdrawnCard } from '../cards/announcement-card.ts';
import { announcementStateCard, shortConfirmationCard } from '../cards/announcement-state-card.ts';
import type { Card } from '../cards/card.ts';
import { literalNoteCard } from '../cards/note-card.ts';
import type { Announcement } from '../domain/announcement.ts';
import type { BroadcastSubject } from '../domain/broadcast.ts';
import type { Recipient } from '../domain/delivery.ts';
import { describeForConfirmation } from '../features/announcements/describe-announcement.ts';
import { announcementTexts } from '../texts/announcement-texts.ts';
import type { ChatDeps } from './chat-deps.ts';
import { composeFreshness } from './compose-freshness.ts';
import { composeInquiry } from './compose-inquiry.ts';
import { composeInterest } from './compose-interest.ts';
import { composeCafe } from './meetings/compose-cafe.ts';
import { composeMeeting } from './meetings/compose-meeting.ts';
import { composeMeetingAfter } from './meetings/compose-meeting-after.ts';
import { composeMeetingNews } from './meetings/compose-meeting-news.ts';
import { composeNews } from './compose-news.ts';
import { composeReview } from './compose-review.ts';
import { composeTopicDeadline } from './compose-topic-deadline.ts';
import { composeTopicInvitation } from './compose-topic-invitation.ts';
import { composeTopicNews } from './compose-topic-news.ts';

export interface ComposeRequest {
  readonly subject: BroadcastSubject;
  readonly recipient: Recipient;
  /** The whole card was refused as too big: at most 5 KB. */
  readonly short?: boolean;
  /** The recipient may have it already. */
  readonly repeated?: boolean;
}

export interface ComposedMessage {
  readonly card: Card;
  /** What a notification shows. */
  readonly summary: string;
}

/** What a recipient gets at this moment. Undefined when there is nothing to say to them any more. */
export async function composeMessage(
  deps: ChatDeps,
  request: ComposeRequest,
): Promise<ComposedMessage | undefined> {
  const { subject, recipient } = request;
  if (recipient.kind === 'erased') {
    return undefined;
  }
  switch (subject.kind) {
    case 'announcement':
    case 'confirmation':
      return composeAnnounced(deps, subject, request);
    case 'review':
    case 'review-outcome':
      return composeReview(deps, subject, request);
    case 'freshness':
      return composeFreshness(deps, subject, request);
    case 'use-case-news':
    case 'question-news':
      return composeNews(deps, subject, request);
    case 'interest':
      return composeInterest(deps, subject, request);
    case 'inquiry':
    case 'inquiry-answer':
      return composeInquiry(deps, subject, request);
    case 'topic-news':
      return composeTopicNews(deps, subject, request);
    case 'topic-invitation':
    case 'topic-invitation-answer':
      return composeTopicInvitation(deps, subject, request);
    case 'topic-deadline':
      return composeTopicDeadline(deps, subject, request);
    case 'meeting':
    case 'meeting-own':
      return composeMeeting(deps, subject, request);
    case 'meeting-news':
    case 'meeting-promoted':
    case 'meeting-reminder':
      return composeMeetingNews(deps, subject, request);
    case 'meeting-results':
    case 'meeting-feedback':
      return composeMeetingAfter(deps, subject, request);
    case 'cafe-plan':
    case 'cafe-timer':
      return composeCafe(deps, subject, request);
  }
}

async function composeAnnounced(
  deps: ChatDeps,
  { kind, announcementId }: BroadcastSubject & { kind: 'announcement' | 'confirmation' },
  request: ComposeRequest,
): Promise<ComposedMessage | undefined> {
  const announcement = (await deps.announcements.find(announcementId))?.value;
  if (announcement === undefined) {
    return undefined;
  }
  return kind === 'announcement'
    ? composeAnnouncement(announcement, request)
    : composeConfirmation(deps, announcement, request);
}

function composeAnnouncement(
  announcement: Announcement,
  { short = false, repeated = false }: ComposeRequest,
): ComposedMessage | undefined {
  const { state, withdrawnAt, content } = announcement;
  // What was discarded or changed at the last moment does not go out, even if its broadcast has begun.
  if (state.kind !== 'started' && state.kind !== 'scheduled') {
    return undefined;
  }
  if (withdrawnAt !== undefined) {
    return { card: withdrawnCard(), summary: announcementTexts.withdrawn };
  }
  return {
    card: announcementCard({ ...announcement, short, repeated, acknowledge: 'button' }),
    summary: announcementTexts.summary(content.title),
  };
}

/** Whoever was asked sees afterwards that nothing is left to do. */
async function composeConfirmation(
  deps: ChatDeps,
  announcement: Announcement,
  { recipient, short = false }: ComposeRequest,
): Promise<ComposedMessage | undefined> {
  if (recipient.kind !== 'member') {
    return undefined;
  }
  const { title } = announcement.content;
  if (announcement.state.kind !== 'awaiting-confirmation') {
    const sentence = announcementTexts.confirmation.settled(title, announcement.confirmedBy !== undefined);
    return { card: literalNoteCard(sentence), summary: sentence };
  }
  const surface = { shared: false, dialogs: deps.dialogs };
  const described = await describeForConfirmation(deps, recipient.memberId, announcement);
  return {
    card: short
      ? shortConfirmationCard(described, surface)
      : announcementStateCard(described, surface, { posted: true }),
    summary: announcementTexts.confirmation.summary(title),
  };
}
