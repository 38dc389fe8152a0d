import type { Deps } from '../../deps.ts';
import type { Asker } from '../../domain/member.ts';
import { checkPermission } from './check-permission.ts';
import type { DeniedUserGroup } from './user-group-results.ts';

export type OfferUserGroupFormResult = { readonly kind: 'offered' } | DeniedUserGroup;

/** Whether the asker gets the form for a new group. */
export function offerUserGroupForm(deps: Pick<Deps, 'logger'>, asker: Asker): OfferUserGroupFormResult {
  const permission = checkPermission(deps, asker, 'create-user-group');
  return permission.kind === 'denied' ? permission : { kind: 'offered' };
}
