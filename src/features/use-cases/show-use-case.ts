import type { Deps } from '../../deps.ts';
import type { Commune } from '../../domain/commune.ts';
import { freshnessOf, mayConfirm } from '../../domain/freshness.ts';
import type { Freshness } from '../../domain/freshness.ts';
import type { CommuneId, UseCaseId } from '../../domain/ids.ts';
import type { Asker } from '../../domain/member.ts';
import { may } from '../../domain/permissions.ts';
import type { UseCase } from '../../domain/use-case.ts';
import { describeStanding } from './describe-standing.ts';
import type { Standing } from './describe-standing.ts';
import { findRelated, relatedOnDetails } from './find-related.ts';
import { withVisibleCosts } from './visible-costs.ts';

export type ShowUseCaseResult =
  | {
      readonly kind: 'shown';
      readonly useCase: UseCase;
      /** The likest first, a few of them; `moreRelated`: there are others. */
      readonly related: readonly UseCase[];
      readonly moreRelated: boolean;
      readonly standing: Standing;
      /** How sure it is, and whether the asker is one of those who can say so. */
      readonly freshness: Freshness;
      readonly mayConfirm: boolean;
      readonly communes: ReadonlyMap<CommuneId, Commune>;
    }
  | ArchivedUseCase
  | NotShown;

export type NotShown =
  /** Deleted in the meantime, or never there. */
  { readonly kind: 'unknown-use-case' } | { readonly kind: 'denied' };

/** Nobody finds it any more; an old card leads there. */
export interface ArchivedUseCase {
  readonly kind: 'archived';
  readonly useCase: UseCase;
  readonly mayRestore: boolean;
}

/** A use case with everything that is known about it, as it is stored now, and what is like it. */
export async function showUseCase(
  deps: Pick<Deps, 'useCases' | 'operator' | 'catalogue' | 'clock' | 'follows' | 'rules'>,
  request: { readonly asker: Asker; readonly useCaseId: UseCaseId },
): Promise<ShowUseCaseResult> {
  const found = await findVisible(deps, request);
  if (found.kind !== 'visible') {
    return found;
  }
  const { useCase } = found;
  if (useCase.archived !== undefined) {
    return toArchived(request.asker, useCase);
  }
  const related = findRelated(deps, { asker: request.asker, useCase, limit: relatedOnDetails + 1 });
  return {
    kind: 'shown',
    useCase: withVisibleCosts(request.asker, useCase),
    related: related.slice(0, relatedOnDetails),
    moreRelated: related.length > relatedOnDetails,
    standing: await describeStanding(deps, request.asker, useCase),
    freshness: freshnessOf(useCase, deps.clock.now(), deps.rules.freshnessDays),
    mayConfirm: mayConfirm(request.asker, useCase),
    communes: deps.operator.current().communes,
  };
}

/** An archived use case, and whether the asker may bring it back. */
export function toArchived(asker: Asker, useCase: UseCase): ArchivedUseCase {
  return { kind: 'archived', useCase, mayRestore: may(asker, 'change-use-case', useCase).kind === 'allowed' };
}

/** The use case as it is stored now, archived or not, if the asker may see it. */
export async function findVisible(
  deps: Pick<Deps, 'useCases'>,
  { asker, useCaseId }: { readonly asker: Asker; readonly useCaseId: UseCaseId },
): Promise<{ readonly kind: 'visible'; readonly useCase: UseCase } | NotShown> {
  const stored = await deps.useCases.find(useCaseId);
  if (stored === undefined) {
    return { kind: 'unknown-use-case' };
  }
  return may(asker, 'see-use-case', stored.value).kind === 'denied'
    ? { kind: 'denied' }
    : { kind: 'visible', useCase: stored.value };
}
