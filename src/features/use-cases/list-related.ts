import type { Deps } from '../../deps.ts';
import type { Commune } from '../../domain/commune.ts';
import type { CommuneId, UseCaseId } from '../../domain/ids.ts';
import type { Asker } from '../../domain/member.ts';
import type { UseCase } from '../../domain/use-case.ts';
import { findRelated, relatedInList } from './find-related.ts';
import { findVisible, toArchived } from './show-use-case.ts';
import type { ArchivedUseCase, NotShown } from './show-use-case.ts';

export type ListRelatedResult =
  | {
      readonly kind: 'listed';
      readonly useCase: UseCase;
      /** May be empty: records change. */
      readonly related: readonly UseCase[];
      readonly communes: ReadonlyMap<CommuneId, Commune>;
    }
  | ArchivedUseCase
  | NotShown;

/** "Mehr wie dieses": everything like a use case that the asker may see, the likest first. */
export async function listRelated(
  deps: Pick<Deps, 'useCases' | 'operator' | 'catalogue'>,
  request: { readonly asker: Asker; readonly useCaseId: UseCaseId },
): Promise<ListRelatedResult> {
  const found = await findVisible(deps, request);
  if (found.kind !== 'visible') {
    return found;
  }
  const { useCase } = found;
  if (useCase.archived !== undefined) {
    return toArchived(request.asker, useCase);
  }
  const { communes } = deps.operator.current();
  const related = findRelated(deps, { asker: request.asker, useCase, limit: relatedInList });
  return { kind: 'listed', useCase, related, communes };
}
