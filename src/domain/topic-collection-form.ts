import { dayMs } from './instant.ts';
import type { Instant } from './instant.ts';
import { toLocalTime } from './local-time.ts';
import { parsePartialDate } from './partial-date.ts';
import { mostVotesPerMember } from './topic-collection.ts';
import type { TopicCollection } from './topic-collection.ts';
import { cleanWords } from './typed-words.ts';

/** The form as it was sent: everything may be missing or wrong. */
export interface TypedTopicCollection {
  readonly until?: string;
  readonly votes?: string;
}

/** Characters. */
export const topicCollectionLimits = { until: 40, votes: 20 } as const;

/** How far ahead the last day may be. */
const longestAheadMs = 366 * dayMs;

export type UntilProblem = 'until-invalid' | 'until-past' | 'until-too-far';
export type TopicCollectionProblem = UntilProblem | 'votes-invalid';

export type CheckTopicCollectionOutcome =
  | { readonly kind: 'valid'; readonly collection: TopicCollection }
  | {
      readonly kind: 'invalid';
      /** At most one of each field. */
      readonly problems: readonly TopicCollectionProblem[];
      /** What was typed, cleaned; a date that is understood as `2026-12-05`. */
      readonly typed: TypedTopicCollection;
    };

/**
 * How topics are to be collected. The last day as an ISO or a German date, today or later, or the one that holds already; empty for none.
 * The votes as a whole number; empty for as many as anybody likes.
 */
export function checkTopicCollection(
  typed: TypedTopicCollection,
  before: TopicCollection | undefined,
  now: Instant,
): CheckTopicCollectionOutcome {
  const until = cleanWords(typed.until ?? '', { atMost: topicCollectionLimits.until });
  const votes = cleanWords(typed.votes ?? '', { atMost: topicCollectionLimits.votes });
  const day = readDay(until);
  const number = readVotes(votes);
  const untilProblem = until === '' ? undefined : findUntilProblem(day, before, now);
  const problems: TopicCollectionProblem[] = [
    ...(untilProblem === undefined ? [] : [untilProblem]),
    ...(votes !== '' && number === undefined ? ['votes-invalid' as const] : []),
  ];
  if (problems.length > 0) {
    return { kind: 'invalid', problems, typed: { until: day ?? until, votes } };
  }
  return {
    kind: 'valid',
    collection: {
      ...(day !== undefined && { until: day }),
      ...(number !== undefined && { votesPerMember: number }),
    },
  };
}

function readDay(typed: string): string | undefined {
  const date = parsePartialDate(typed);
  return date?.length === '2026-12-05'.length ? date : undefined;
}

function findUntilProblem(
  day: string | undefined,
  before: TopicCollection | undefined,
  now: Instant,
): UntilProblem | undefined {
  if (day === undefined) {
    return 'until-invalid';
  }
  if (day !== before?.until && day < toLocalTime(now).date) {
    return 'until-past';
  }
  return day > toLocalTime(now + longestAheadMs).date ? 'until-too-far' : undefined;
}

function readVotes(typed: string): number | undefined {
  const votes = /^\d{1,2}$/.test(typed) ? Number(typed) : 0;
  return votes >= 1 && votes <= mostVotesPerMember ? votes : undefined;
}
