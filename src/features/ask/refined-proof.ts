import type { Deps } from '../../deps.ts';
import type { UseCase } from '../../domain/use-case.ts';
import type { EvidenceKind } from '../../search/explanation.ts';
import type { RefinedQuestion } from './refine-question.ts';
import type { NearUseCase } from './use-case-vectors.ts';

/** By which a record has a word itself, and not merely something like it. */
const own: readonly EvidenceKind[] = ['same', 'inside-compound', 'synonym'];
const related: readonly EvidenceKind[] = [...own, 'part', 'other-spelling'];
/** Among what is nearest to the typed words in meaning, so many count as having to do with them. */
const nearestCount = 3;

/**
 * Whether what is shown proves that a model's reading has to do with what was typed: every word of its own stands in a record there, and
 * the best one speaks of something that was typed, or is among what is nearest to it in meaning. A reading of another thing fails.
 */
export function isProven(
  { catalogue }: Pick<Deps, 'catalogue'>,
  { untyped, topics }: RefinedQuestion,
  shown: readonly UseCase[],
  nearToTyped: readonly NearUseCase[],
): boolean {
  const says = (useCase: UseCase, words: string, kinds: readonly EvidenceKind[]) =>
    catalogue
      .matchedWords(useCase, words)
      .some(({ evidence }) => evidence.some(({ kind }) => kinds.includes(kind)));
  const nearest = new Set(nearToTyped.slice(0, nearestCount).map(({ id }) => id));
  const [best] = shown;
  return (
    best !== undefined &&
    untyped.every((word) => shown.some((useCase) => says(useCase, word, own))) &&
    (topics.length === 0 || says(best, topics.join(' '), related) || nearest.has(best.id))
  );
}
