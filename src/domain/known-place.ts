import { dayMs } from './instant.ts';
import type { Instant } from './instant.ts';
import type { Address } from './reach.ts';
import { findLoss, mergeSigns, signNames } from './reach-signs.ts';
import type { Sign, Signs } from './reach-signs.ts';

/** What is known of a place. Without an address, only signs: of a team or tenant, or of a place lost before it was met. */
export interface KnownPlace {
  readonly signs: Signs;
  readonly met?: {
    readonly address: Address;
    /** When Teams last gave this address. */
    readonly seenAt: Instant;
  };
}

/** One thing that was learnt of a place. The address stands with what shows that the bot is there. */
export interface Told {
  readonly sign: Sign;
  readonly at: Instant;
  readonly address?: Address;
}

/** How long a place without the app is kept, so that organisers see why somebody cannot be reached. */
export const lostPlaceMs = 30 * dayMs;
/** Teams can tell of a removal before the installation that it ended; what comes later than this is taken as new. */
export const lateEventMs = dayMs;

/** What is known after something more was told. Older news adds to what is known and undoes nothing newer. */
export function learn(known: KnownPlace | undefined, { sign, at, address }: Told): KnownPlace {
  const signs = mergeSigns(known?.signs ?? {}, { [sign]: at });
  const met = known?.met;
  if (address === undefined || (met !== undefined && at <= met.seenAt)) {
    return { signs, ...(met !== undefined && { met }) };
  }
  // Teams does not name the team in every message.
  return { signs, met: { address: { ...met?.address, ...address }, seenAt: at } };
}

/**
 * Whether what was learnt has to be written. People write often, and that they were here some hours ago is enough to know:
 * a message is worth a write when it opens the way again, has another address, or comes a day after the last one written.
 */
export function isWorthWriting(stored: KnownPlace | undefined, learnt: KnownPlace): boolean {
  if (stored === undefined) {
    return true;
  }
  const isNewer = signNames.some((sign) => {
    const at = learnt.signs[sign];
    const leastMs = sign === 'wrote' || sign === 'active' ? dayMs : 1;
    return at !== undefined && at - (stored.signs[sign] ?? -Infinity) >= leastMs;
  });
  const [before, now] = [ownLoss(stored), ownLoss(learnt)];
  const isSameLoss = before?.because === now?.because && before?.at === now?.at;
  return isNewer || !isSameLoss || !isSameAddress(stored, learnt);
}

const addressFields = [
  'conversationId',
  'kind',
  'tenantId',
  'serviceUrl',
  'botId',
  'memberId',
  'teamId',
] as const;

function isSameAddress({ met: one }: KnownPlace, { met: other }: KnownPlace): boolean {
  return addressFields.every((field) => one?.address[field] === other?.address[field]);
}

/**
 * Until when it is kept; undefined: until something else ends it. Only what is about a person ends by itself: that a team is
 * gone has to be known for as long as its channels are.
 */
export function keptUntil(place: KnownPlace, isOfPerson: boolean): Instant | undefined {
  const loss = ownLoss(place);
  if (!isOfPerson || (loss?.because !== 'removed' && loss?.because !== 'deleted')) {
    return undefined;
  }
  return loss.at + (place.met === undefined ? lateEventMs : lostPlaceMs);
}

function ownLoss({ met, signs }: KnownPlace) {
  return findLoss(met?.address.kind ?? 'group', signs);
}
