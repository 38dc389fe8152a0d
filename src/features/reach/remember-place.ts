import type { Deps } from '../../deps.ts';
import type { PresenceSign } from '../../domain/reach-signs.ts';
import { isAllowedTenant } from '../members/identify-asker.ts';
import { toAddress, toInstant, toTeam } from './told-place.ts';
import type { ToldPlace } from './told-place.ts';

export interface RememberPlaceRequest extends ToldPlace {
  readonly sign: Exclude<PresenceSign, 'active'>;
  /** Whether it holds for every channel of the team. */
  readonly wholeTeam?: boolean;
}

export type RememberPlaceResult =
  | { readonly kind: 'remembered' }
  | { readonly kind: 'ignored'; readonly because: 'foreign-tenant' | 'foreign-service' | 'anonymous' };

/** Keeps where the bot can send to: the app was installed there, somebody wrote there, or it was restored. */
export async function rememberPlace(
  deps: Pick<Deps, 'clock' | 'isServiceAllowed' | 'references' | 'rules'>,
  request: RememberPlaceRequest,
): Promise<RememberPlaceResult> {
  const { sender, service, sign, wholeTeam } = request;
  if (!isAllowedTenant(deps.rules, sender.tenantId)) {
    return { kind: 'ignored', because: 'foreign-tenant' };
  }
  if (!deps.isServiceAllowed(service.serviceUrl)) {
    return { kind: 'ignored', because: 'foreign-service' };
  }
  const address = toAddress(request);
  if (address === undefined) {
    return { kind: 'ignored', because: 'anonymous' };
  }
  const at = toInstant(deps, request);
  const team = wholeTeam === true ? toTeam(address) : undefined;
  for (const place of team === undefined ? [address] : [address, team]) {
    await deps.references.learn(place, { sign, at, address: place });
  }
  await deps.references.learn({ tenantId: sender.tenantId }, { sign: 'active', at });
  return { kind: 'remembered' };
}
