import type { Deps } from '../../deps.ts';
import type { UseCase } from '../../domain/use-case.ts';
import type { Snippet } from '../../search/search-engine.ts';
import { staleTest } from '../freshness/stale-test.ts';
import { findCorrections, findFoundBy } from './found-by.ts';
import type { FoundBy } from './found-by.ts';

/** Characters of the text that shows why a use case fits: two to three lines on a phone. */
const snippetLength = 160;

/** A use case as an answer shows it. */
export interface FoundUseCase {
  readonly useCase: UseCase;
  /** Why it fits: the part of its text nearest to the question, the found words marked. */
  readonly why: Snippet;
  /** What it was found by, where neither its title nor the marked words say so. */
  readonly foundBy?: FoundBy;
  /** Possibly outdated. */
  readonly stale?: boolean;
}

export interface FoundUseCases {
  readonly found: readonly FoundUseCase[];
  /** How misspelled words of the question were understood, by words of these use cases. */
  readonly corrections: readonly string[];
}

/** The use cases with what led to them. */
export function describeFound(
  deps: Pick<Deps, 'catalogue' | 'clock' | 'rules'>,
  useCases: readonly UseCase[],
  sought: string,
): FoundUseCases {
  const { catalogue } = deps;
  const isStale = staleTest(deps);
  const matched = useCases.map((useCase) => catalogue.matchedWords(useCase, sought));
  const told = new Set<string>();
  const found = useCases.map((useCase, index) => {
    const why = catalogue.snippet(useCase.summary, sought, snippetLength);
    const foundBy = findFoundBy(matched[index] ?? [], why);
    return {
      useCase,
      why,
      ...(isStale(useCase) && { stale: true }),
      ...(foundBy !== undefined && { foundBy: tellOnce(foundBy, told) }),
    };
  });
  return { found, corrections: findCorrections(matched) };
}

/** What means the same is said with the first use case of an answer; after that the word is enough. */
function tellOnce({ word, sameAs }: FoundBy, told: Set<string>): FoundBy {
  const key = `${word} ${sameAs}`;
  if (sameAs === undefined || told.has(key)) {
    return { word };
  }
  told.add(key);
  return { word, sameAs };
}
