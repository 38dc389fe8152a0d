import type { Deps } from '../../deps.ts';
import type { Asker } from '../../domain/member.ts';
import { seenBy } from '../../domain/permissions.ts';
import type { UseCase } from '../../domain/use-case.ts';

/** Rows on the card of the details. */
export const relatedOnDetails = 3;
/** The most that a list of related use cases shows: they become less alike from row to row. */
export const relatedInList = 8;

/** The use cases most like one, as far as the asker may see them; none rather than one that is not like it. */
export function findRelated(
  deps: Pick<Deps, 'catalogue'>,
  request: { readonly asker: Asker; readonly useCase: UseCase; readonly limit: number },
): readonly UseCase[] {
  const visible = seenBy(request.asker);
  return deps.catalogue.related(request.useCase.id, visible, request.limit);
}
