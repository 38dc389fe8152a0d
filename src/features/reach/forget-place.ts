import type { Deps } from '../../deps.ts';
import { isAllowedTenant } from '../members/identify-asker.ts';
import { toAddress, toInstant, toTeam } from './told-place.ts';
import type { ToldPlace } from './told-place.ts';

export interface ForgetPlaceRequest extends ToldPlace {
  readonly because: 'removed' | 'deleted';
  /** Whether it holds for every channel of the team. */
  readonly wholeTeam?: boolean;
}

export type ForgetPlaceResult =
  | { readonly kind: 'forgotten' }
  | { readonly kind: 'ignored'; readonly because: 'foreign-tenant' | 'anonymous' };

/**
 * Nothing is sent any more to where the app was taken away, or to what is gone. One write, however many channels the team has.
 * The time alone is kept of a place that was never met: the installation that this ended may still be on its way.
 */
export async function forgetPlace(
  deps: Pick<Deps, 'clock' | 'references' | 'rules'>,
  request: ForgetPlaceRequest,
): Promise<ForgetPlaceResult> {
  const { sender, because, wholeTeam } = request;
  if (!isAllowedTenant(deps.rules, sender.tenantId)) {
    return { kind: 'ignored', because: 'foreign-tenant' };
  }
  const address = toAddress(request);
  if (address === undefined) {
    return { kind: 'ignored', because: 'anonymous' };
  }
  const at = toInstant(deps, request);
  const place = (wholeTeam === true ? toTeam(address) : undefined) ?? address;
  await deps.references.learn(place, { sign: because, at });
  return { kind: 'forgotten' };
}
