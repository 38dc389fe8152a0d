import type { Deps } from '../../deps.ts';
import type { Commune } from '../../domain/commune.ts';
import type { CommuneId } from '../../domain/ids.ts';
import type { Asker } from '../../domain/member.ts';
import { may } from '../../domain/permissions.ts';

/** The communes somebody can choose from, in the order of their names, and which one is chosen. */
export interface CommuneChoice {
  readonly communes: readonly Commune[];
  readonly chosen?: CommuneId;
}

export type OfferCommunesResult =
  | { readonly kind: 'offered'; readonly choice: CommuneChoice }
  | { readonly kind: 'denied'; readonly because: 'anonymous' | 'guest' };

export function offerCommunes(deps: Pick<Deps, 'operator'>, asker: Asker): OfferCommunesResult {
  const permission = may(asker, 'choose-commune');
  if (permission.kind === 'denied') {
    return { kind: 'denied', because: permission.because === 'anonymous' ? 'anonymous' : 'guest' };
  }
  const { communes: known, communesOf } = deps.operator.current();
  const ofTenant = new Set(communesOf.get(asker.tenantId.toLowerCase()));
  // What the operator says of a tenant holds: nobody there sees what another commune keeps to itself.
  const communes = [...known.values()].filter(({ id }) => ofTenant.size === 0 || ofTenant.has(id));
  communes.sort((one, other) => one.name.localeCompare(other.name, 'de'));
  return {
    kind: 'offered',
    choice: { communes, ...(asker.communeId !== undefined && { chosen: asker.communeId }) },
  };
}

export type ChooseCommuneResult =
  | { readonly kind: 'chosen'; readonly commune: Commune }
  | { readonly kind: 'without-commune' }
  | { readonly kind: 'unknown-commune'; readonly choice: CommuneChoice }
  | { readonly kind: 'denied'; readonly because: 'anonymous' | 'guest' };

/** Keeps which commune a member works for; `none`: no commune of the list. */
export async function chooseCommune(
  deps: Pick<Deps, 'operator' | 'members' | 'clock'>,
  request: { readonly asker: Asker; readonly communeId: CommuneId | 'none' },
): Promise<ChooseCommuneResult> {
  const { asker } = request;
  const offered = offerCommunes(deps, asker);
  if (offered.kind === 'denied' || asker.memberId === undefined) {
    return { kind: 'denied', because: offered.kind === 'denied' ? offered.because : 'anonymous' };
  }
  const commune =
    request.communeId === 'none'
      ? 'none'
      : offered.choice.communes.find(({ id }) => id === request.communeId);
  if (commune === undefined) {
    return { kind: 'unknown-commune', choice: offered.choice };
  }
  for (;;) {
    const stored = await deps.members.find(asker.memberId);
    if (stored === undefined) {
      return { kind: 'denied', because: 'anonymous' };
    }
    const { communeId: _before, withoutCommune: _none, ...rest } = stored.value;
    const chosen = commune === 'none' ? { withoutCommune: true } : { communeId: commune.id };
    const member = { ...rest, ...chosen, communeFrom: 'choice', communeAskedAt: deps.clock.now() } as const;
    if ((await deps.members.replace(member, stored.etag)) === 'replaced') {
      return commune === 'none' ? { kind: 'without-commune' } : { kind: 'chosen', commune };
    }
  }
}
