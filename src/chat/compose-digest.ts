import { digestCard, digestTitle, toDigestItem } from '../cards/digest-card.ts';
import type { DigestItem } from '../cards/digest-card.ts';
import type { Deps } from '../deps.ts';
import type { BroadcastSubject } from '../domain/broadcast.ts';
import type { Recipient } from '../domain/delivery.ts';
import type { ShowMeetingDeps } from '../features/meetings/meeting-results.ts';
import { digestTexts } from '../texts/digest-texts.ts';
import type { ComposedMessage } from './compose-message.ts';
import { findNewsItem } from './find-news.ts';
import { findMeetingItem } from './meetings/find-meeting-item.ts';
import { findTopicItem } from './find-topic-news.ts';
import type { TopicNewsDeps } from './find-topic-news.ts';
import type { NewsDeps } from './find-news.ts';

type DigestDeps = NewsDeps & TopicNewsDeps & ShowMeetingDeps & Pick<Deps, 'announcements'>;

/**
 * The daily collection of a member as it is at this moment, in the order given. Undefined when there is nothing to say to them any
 * more. `short`: the whole card was refused as too big.
 */
export async function composeDigest(
  deps: DigestDeps,
  subjects: readonly BroadcastSubject[],
  recipient: Recipient,
  { short = false }: { readonly short?: boolean } = {},
): Promise<ComposedMessage | undefined> {
  if (recipient.kind !== 'member') {
    return undefined;
  }
  const found = await Promise.all(subjects.map((subject) => findItem(deps, subject, recipient)));
  const items = found.filter((item) => item !== undefined);
  if (items.length === 0) {
    return undefined;
  }
  const told = items.filter((item) => item.kind !== 'withdrawn');
  const titles = told.map(digestTitle);
  const kinds = told.map(({ kind }) => kind);
  return {
    card: digestCard(items, { short }),
    summary: titles.length === 0 ? digestTexts.withdrawn(items.length) : digestTexts.summary(titles, kinds),
  };
}

async function findItem(
  deps: DigestDeps,
  subject: BroadcastSubject,
  recipient: Recipient,
): Promise<DigestItem | undefined> {
  switch (subject.kind) {
    case 'announcement': {
      const announcement = (await deps.announcements.find(subject.announcementId))?.value;
      const isOut = announcement?.state.kind === 'started' || announcement?.state.kind === 'scheduled';
      return announcement !== undefined && isOut ? toDigestItem(announcement) : undefined;
    }
    case 'use-case-news':
    case 'question-news':
      return findNewsItem(deps, subject, recipient);
    // What waits for an answer is never collected.
    case 'confirmation':
    case 'review':
    case 'review-outcome':
    case 'freshness':
    case 'interest':
    case 'inquiry':
    case 'inquiry-answer':
    case 'topic-invitation':
    case 'topic-invitation-answer':
    case 'meeting-own':
    case 'meeting-news':
    case 'meeting-promoted':
    case 'cafe-plan':
    case 'cafe-timer':
      return undefined;
    case 'meeting':
    case 'meeting-reminder':
    case 'meeting-results':
    case 'meeting-feedback':
      return findMeetingItem(deps, subject, recipient);
    case 'topic-news':
    case 'topic-deadline':
      return findTopicItem(deps, subject, recipient);
  }
}
