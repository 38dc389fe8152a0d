import type { Deps } from '../../deps.ts';
import type { Commune } from '../../domain/commune.ts';
import { isPerson, listContacts, namesPersonsTo } from '../../domain/contact.ts';
import type { ListedContact } from '../../domain/contact.ts';
import type { CommuneId, UseCaseId } from '../../domain/ids.ts';
import type { Asker } from '../../domain/member.ts';
import type { UseCase } from '../../domain/use-case.ts';
import { findVisible, toArchived } from './show-use-case.ts';
import type { ArchivedUseCase, NotShown } from './show-use-case.ts';

/** Why somebody is not named. */
export type Hidden = 'overheard' | 'anonymous' | 'guest';

export type FindContactResult =
  | {
      readonly kind: 'found';
      readonly useCase: UseCase;
      readonly communes: ReadonlyMap<CommuneId, Commune>;
      /** Those of this page. */
      readonly contacts: readonly ListedContact[];
      readonly page: number;
      readonly total: number;
      /** How many come on later pages. */
      readonly left: number;
      /** Absent when everybody is named. */
      readonly hidden?: Hidden;
    }
  | ArchivedUseCase
  | NotShown;

/** Contacts on a card: more would be too large for it. */
const pageSize = 8;

/** Whom to ask about a use case, as far as the asker may know: persons or functional mailboxes. */
export async function findContact(
  deps: Pick<Deps, 'useCases' | 'operator'>,
  request: { readonly asker: Asker; readonly useCaseId: UseCaseId; readonly page: number },
): Promise<FindContactResult> {
  const found = await findVisible(deps, request);
  if (found.kind !== 'visible') {
    return found;
  }
  const { useCase } = found;
  const { asker } = request;
  if (useCase.archived !== undefined) {
    return toArchived(asker, useCase);
  }
  const all = listContacts(useCase);
  const shown = namesPersonsTo(asker) ? all : all.filter(({ contact }) => !isPerson(contact));
  const pages = Math.max(1, Math.ceil(shown.length / pageSize));
  const page = Math.min(request.page, pages);
  return {
    kind: 'found',
    useCase,
    communes: deps.operator.current().communes,
    contacts: shown.slice((page - 1) * pageSize, page * pageSize),
    page,
    total: shown.length,
    left: Math.max(0, shown.length - page * pageSize),
    ...(shown.length < all.length && { hidden: whyHidden(asker) }),
  };
}

function whyHidden(asker: Asker): Hidden {
  if (asker.memberId === undefined) {
    return 'anonymous';
  }
  return asker.guest ? 'guest' : 'overheard';
}
