import { meetingCard, ownSentence } from '../../cards/meetings/meeting-card.ts';
import {
  meetingCancelledCard,
  meetingCancelledSummary,
  meetingChangedCard,
  meetingChangedSummary,
} from '../../cards/meetings/meeting-news-card.ts';
import { meetingPromotedCard, meetingPromotedSummary } from '../../cards/meetings/meeting-promoted-card.ts';
import { meetingReminderCard, meetingReminderSummary } from '../../cards/meetings/meeting-reminder-card.ts';
import type { BroadcastSubject } from '../../domain/broadcast.ts';
import type { MemberId } from '../../domain/ids.ts';
import { hasBegun } from '../../domain/meetings/meeting-times.ts';
import { hasSeat } from '../../domain/meetings/rsvp.ts';
import {
  findMeetingNews,
  findMeetingOf,
  findReminder,
} from '../../features/meetings/describe-meeting-news.ts';
import type { ShownMeetingNews } from '../../features/meetings/describe-meeting-news.ts';
import { meetingCardTexts } from '../../texts/meetings/meeting-card-texts.ts';
import type { ChatDeps } from '../chat-deps.ts';
import type { ComposedMessage, ComposeRequest } from '../compose-message.ts';

/** What the bot says by itself to those who come to a meeting: always to one person. */
export async function composeMeetingNews(
  deps: ChatDeps,
  subject: BroadcastSubject & { kind: 'meeting-news' | 'meeting-promoted' | 'meeting-reminder' },
  { recipient, short = false }: ComposeRequest,
): Promise<ComposedMessage | undefined> {
  if (recipient.kind !== 'member') {
    return undefined;
  }
  switch (subject.kind) {
    case 'meeting-news':
      return draw(deps, await findMeetingNews(deps, subject, recipient.memberId), short);
    case 'meeting-reminder':
      return draw(deps, await findReminder(deps, subject, recipient.memberId), short);
    case 'meeting-promoted':
      return composePromoted(deps, subject, recipient.memberId);
  }
}

function draw(
  { dialogs }: ChatDeps,
  news: ShownMeetingNews | undefined,
  short: boolean,
): ComposedMessage | undefined {
  const surface = { shared: false, dialogs };
  switch (news?.kind) {
    case undefined:
      return undefined;
    case 'changed':
      return {
        card: meetingChangedCard(news.shown, news.change, surface, { short }),
        summary: meetingChangedSummary(news.shown, news.change),
      };
    case 'cancelled':
      return {
        card: meetingCancelledCard(news.shown, surface),
        summary: meetingCancelledSummary(news.shown),
      };
    case 'reminder':
      return {
        card: meetingReminderCard(news.shown, news.reminder, surface, { short }),
        summary: meetingReminderSummary(news.shown, news.reminder),
      };
    case 'outdated':
      return {
        card: meetingCard(news.shown, surface, { short }),
        summary: meetingCardTexts.ownSummary(news.shown.meeting.title, ownSentence(news.shown)),
      };
  }
}

/** "Sie sind nachgerückt", to whoever still has the seat. */
async function composePromoted(
  deps: ChatDeps,
  { meetingId }: BroadcastSubject & { kind: 'meeting-promoted' },
  member: MemberId,
): Promise<ComposedMessage | undefined> {
  const shown = await findMeetingOf(deps, member, meetingId);
  const rsvp = shown?.viewer.rsvp;
  if (shown === undefined || rsvp === undefined || !hasSeat(rsvp)) {
    return undefined;
  }
  const { meeting, now } = shown;
  return meeting.state.kind === 'published' && !hasBegun(meeting, now)
    ? { card: meetingPromotedCard(shown), summary: meetingPromotedSummary(shown) }
    : undefined;
}
