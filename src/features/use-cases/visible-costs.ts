import type { Asker } from '../../domain/member.ts';
import { may } from '../../domain/permissions.ts';
import type { HistoryEntry } from '../../domain/use-case-history.ts';
import type { UseCase, Visibility } from '../../domain/use-case.ts';

/** The use case with those costs alone that the asker may see: whoever enters them says for whom they are. */
export function withVisibleCosts(asker: Asker, useCase: UseCase): UseCase {
  const costs = useCase.costs.filter(({ visibility }) => maySee(asker, useCase, visibility));
  return costs.length === useCase.costs.length ? useCase : { ...useCase, costs };
}

/** The history does not say for whom a cost was at that time: it tells costs to nobody but those for whom all of them are. */
export function withVisibleFields(asker: Asker, useCase: UseCase, entry: HistoryEntry): HistoryEntry {
  const { change } = entry;
  if (change.kind !== 'edited' || maySee(asker, useCase, 'organisation')) {
    return entry;
  }
  return { ...entry, change: { ...change, fields: change.fields.filter(({ field }) => field !== 'costs') } };
}

/** As if all of it were for them. */
function maySee(asker: Asker, useCase: UseCase, visibility: Visibility): boolean {
  return may(asker, 'see-use-case', { ...useCase, visibility }).kind === 'allowed';
}
