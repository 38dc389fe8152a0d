import { toLocalTime } from './local-time.ts';
import type { Instant } from './instant.ts';
import type { TopicRequest } from './topic-request.ts';

/** How a user group collects topics for its next meeting. */
export interface TopicCollection {
  /** The last day, in Berlin: `2026-12-05`. Absent: at any time. */
  readonly until?: string;
  /** Votes that each member may have on its open requests at once. Absent: as many as they like. */
  readonly votesPerMember?: number;
}

/** The most that a budget may be; more is none. */
export const mostVotesPerMember = 50;

/** Whether the day is over in Berlin. */
export function isCollectionOver({ until }: TopicCollection, now: Instant): boolean {
  return until !== undefined && toLocalTime(now).date > until;
}

/** Proposed after the last day of the collection: it waits for the meeting after the next one, until topics are collected again. */
export function waitsForNext(
  { createdAt, state }: Pick<TopicRequest, 'createdAt' | 'state'>,
  collection: TopicCollection | undefined,
  now: Instant,
): boolean {
  return (
    state.kind === 'open' &&
    collection?.until !== undefined &&
    isCollectionOver(collection, now) &&
    toLocalTime(createdAt).date > collection.until
  );
}
