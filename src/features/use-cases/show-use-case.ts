import type { Deps } from '../../deps.ts';
import type { Commune } from '../../domain/commune.ts';
import type { CommuneId, UseCaseId } from '../../domain/ids.ts';
import type { Asker } from '../../domain/member.ts';
import { may } from '../../domain/permissions.ts';
import type { UseCase } from '../../domain/use-case.ts';
import { findRelated, relatedOnDetails } from './find-related.ts';

export type ShowUseCaseResult =
  | {
      readonly kind: 'shown';
      readonly useCase: UseCase;
      /** The likest first, a few of them; `moreRelated`: there are others. */
      readonly related: readonly UseCase[];
      readonly moreRelated: boolean;
      readonly communes: ReadonlyMap<CommuneId, Commune>;
    }
  | NotShown;

export type NotShown =
  /** Deleted in the meantime, or never there. */
  { readonly kind: 'unknown-use-case' } | { readonly kind: 'denied' };

/** A use case with everything that is known about it, as it is stored now, and what is like it. */
export async function showUseCase(
  deps: Pick<Deps, 'useCases' | 'operator' | 'catalogue'>,
  request: { readonly asker: Asker; readonly useCaseId: UseCaseId },
): Promise<ShowUseCaseResult> {
  const found = await findVisible(deps, request);
  if (found.kind !== 'visible') {
    return found;
  }
  const { useCase } = found;
  const related = findRelated(deps, { asker: request.asker, useCase, limit: relatedOnDetails + 1 });
  return {
    kind: 'shown',
    useCase,
    related: related.slice(0, relatedOnDetails),
    moreRelated: related.length > relatedOnDetails,
    communes: deps.operator.current().communes,
  };
}

/** The use case as it is stored now, if the asker may see it. */
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
