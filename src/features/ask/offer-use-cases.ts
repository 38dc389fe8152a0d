import type { Deps } from '../../deps.ts';
import type { Commune } from '../../domain/commune.ts';
import type { CommuneId } from '../../domain/ids.ts';
import type { Asker } from '../../domain/member.ts';
import type { Question } from '../../domain/question.ts';
import type { UseCase } from '../../domain/use-case.ts';
import { staleTest } from '../freshness/stale-test.ts';
import { findAnswers } from './find-answers.ts';

/** Whether it answers the question, is similar to what does, or merely comes nearest. */
export type Closeness = 'answer' | 'similar' | 'nearest';

export type OfferUseCasesResult =
  | {
      readonly kind: 'offered';
      /** Empty beyond the last one. */
      readonly useCases: readonly UseCase[];
      readonly closeness: Closeness;
      /** Which of them are possibly outdated. */
      readonly isStale: (useCase: UseCase) => boolean;
      readonly communes: ReadonlyMap<CommuneId, Commune>;
    }
  /** `filters`: without them there would be something. `short`: so few letters that the next ones may find something. */
  | { readonly kind: 'nothing'; readonly because: 'no-match' | 'filters' | 'short' };

/** Letters; a word of the records is rarely recognised by fewer. */
const telling = 5;

/**
 * Use cases to choose from while the question is being typed, best first; all, the latest first, for an empty one. Keeps
 * nothing: neither the question nor that nobody does it.
 */
export function offerUseCases(
  deps: Pick<Deps, 'catalogue' | 'clock' | 'operator' | 'rules'>,
  request: {
    readonly asker: Asker;
    readonly question: Question;
    /** Whether the last word may be half typed. */
    readonly unfinished: boolean;
    readonly skip: number;
    readonly count: number;
  },
): OfferUseCasesResult {
  const { skip, count, question } = request;
  const { answers, nearest, because, communes } = findAnswers(deps, request);
  const isStale = staleTest(deps);
  if (answers.length > 0) {
    const useCases = answers.slice(skip, skip + count);
    return { kind: 'offered', useCases, closeness: 'answer', isStale, communes };
  }
  if (because === 'filters') {
    return { kind: 'nothing', because };
  }
  if (nearest.length > 0) {
    const closeness = because === 'similar' ? 'similar' : 'nearest';
    return { kind: 'offered', useCases: nearest.slice(skip, skip + count), closeness, isStale, communes };
  }
  const { length } = question.sought;
  return { kind: 'nothing', because: length > 0 && length < telling ? 'short' : 'no-match' };
}
