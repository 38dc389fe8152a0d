import type { Deps } from '../../deps.ts';
import type { ConversationId, MemberId } from '../../domain/ids.ts';
import type { Reference, Unreachable } from '../../domain/reach.ts';

export type FindWayResult =
  | { readonly kind: 'open'; readonly reference: Reference }
  | { readonly kind: 'unreachable'; readonly because: Unreachable };

type WayDeps = Pick<Deps, 'clock' | 'isServiceAllowed' | 'references'>;
type Place = { readonly memberId: MemberId } | { readonly conversationId: ConversationId };

/** How to send to a member, a channel or a group chat at this moment. Asked before each send, for the bot's token goes there. */
export async function findWay(deps: WayDeps, place: Place): Promise<FindWayResult> {
  const reference = await findPlace(deps, place);
  if (reference === undefined) {
    return { kind: 'unreachable', because: 'never-met' };
  }
  return reference.lost === undefined
    ? { kind: 'open', reference }
    : { kind: 'unreachable', because: reference.lost.because };
}

/** What is known of a place that was met; one that cannot be reached says why. */
export async function findPlace(deps: WayDeps, place: Place): Promise<Reference | undefined> {
  const found = await deps.references.find(place);
  return found && checkService(deps, found);
}

/** Every place of the kind, or all; those that cannot be reached say why. */
export async function* listPlaces(
  deps: WayDeps,
  request: Parameters<Deps['references']['all']>[0] = {},
): AsyncGenerator<Reference> {
  for await (const reference of deps.references.all(request)) {
    yield checkService(deps, reference);
  }
}

/** The list of hosts can have changed since the reference was stored. */
function checkService(
  { clock, isServiceAllowed }: Omit<WayDeps, 'references'>,
  reference: Reference,
): Reference {
  return reference.lost !== undefined || isServiceAllowed(reference.serviceUrl)
    ? reference
    : { ...reference, lost: { because: 'foreign-service', at: clock.now() } };
}
