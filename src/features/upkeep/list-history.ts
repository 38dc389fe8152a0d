import type { Deps } from '../../deps.ts';
import type { Commune } from '../../domain/commune.ts';
import type { CommuneId, UseCaseId } from '../../domain/ids.ts';
import type { Asker } from '../../domain/member.ts';
import type { HistoryEntry } from '../../domain/use-case-history.ts';
import type { UseCase } from '../../domain/use-case.ts';
import { findVisible } from '../use-cases/show-use-case.ts';
import type { NotShown } from '../use-cases/show-use-case.ts';
import { withVisibleFields } from '../use-cases/visible-costs.ts';

export interface ListedHistory {
  readonly kind: 'listed';
  readonly useCase: UseCase;
  /** The latest first; none for what was imported and never changed since. */
  readonly entries: readonly HistoryEntry[];
  readonly total: number;
  /** From 1, and never behind the last one. */
  readonly page: number;
  readonly pages: number;
  readonly communes: ReadonlyMap<CommuneId, Commune>;
}

const entriesOnAPage = 5;

/** "Verlauf": what happened to a use case, archived or not. */
export async function listHistory(
  deps: Pick<Deps, 'useCases' | 'operator'>,
  request: { readonly asker: Asker; readonly useCaseId: UseCaseId; readonly page: number },
): Promise<ListedHistory | NotShown> {
  const found = await findVisible(deps, request);
  if (found.kind !== 'visible') {
    return found;
  }
  const { useCase } = found;
  const all = await deps.useCases.historyOf(useCase.id);
  const pages = Math.max(1, Math.ceil(all.length / entriesOnAPage));
  const page = Math.min(request.page, pages);
  return {
    kind: 'listed',
    useCase,
    entries: all
      .slice((page - 1) * entriesOnAPage, page * entriesOnAPage)
      .map((entry) => withVisibleFields(request.asker, useCase, entry)),
    total: all.length,
    page,
    pages,
    communes: deps.operator.current().communes,
  };
}
