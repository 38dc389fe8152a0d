import type { Deps } from '../../deps.ts';
import { useCaseId } from '../../domain/ids.ts';
import type { Asker } from '../../domain/member.ts';
import { seenBy } from '../../domain/permissions.ts';
import type { UseCase } from '../../domain/use-case.ts';

/** The most that "Gibt es das schon?" shows: whoever has written a form reads no list. */
const shownAtMost = 3;
/**
 * When a record speaks of the same: how much of the words it covers, how sure the engine is of the best one, and which share of that
 * one's score it has. Set on the shipped and the demo's records with the same solutions in other words and with solutions that nobody
 * has, and checked among 10,000 records.
 */
const sameWhole = { coverage: 0.26, confidence: 0.2, scoreShare: 0.4 };
/** The same by the title alone, which is short: all of it. */
const sameTitle = { coverage: 0.95, confidence: 0.3, scoreShare: 0.4 };

/** Use cases that look like what somebody is entering, the likest first, as far as they may see them; none rather than one that is not like it. */
export function findSimilar(
  { catalogue }: Pick<Deps, 'catalogue'>,
  request: { readonly asker: Asker; readonly title: string; readonly summary: string },
): readonly UseCase[] {
  const { asker, title, summary } = request;
  const ids = new Set([
    ...find(catalogue, asker, `${title}. ${summary}`, sameWhole),
    ...find(catalogue, asker, title, sameTitle),
  ]);
  const found = [...ids].map((id) => catalogue.find(useCaseId(id)));
  return found.filter((useCase) => useCase !== undefined).slice(0, shownAtMost);
}

function find(
  catalogue: Deps['catalogue'],
  asker: Asker,
  text: string,
  same: typeof sameWhole,
): readonly string[] {
  const { hits, confidence } = catalogue.search(text, seenBy(asker), { limit: shownAtMost });
  const atLeast = same.scoreShare * (hits[0]?.score ?? 0);
  return confidence < same.confidence
    ? []
    : hits.filter(({ coverage, score }) => coverage >= same.coverage && score >= atLeast).map(({ id }) => id);
}
