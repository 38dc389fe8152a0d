import type { CommuneId, MemberId } from './ids.ts';
import type { Instant } from './instant.ts';
import { topicLimits } from './topic-request.ts';
import type { Participation, TopicOffer, TopicRequest } from './topic-request.ts';
import type { NotParticipated, Participated } from './topic-votes.ts';
import { beginningOf, toPlainText } from './typed-words.ts';

/** Whether somebody can still report on it: its meeting is to come. */
export function takesOffers({ state }: Pick<TopicRequest, 'state'>): boolean {
  return state.kind === 'open' || state.kind === 'planned';
}

/** "Ich kann dazu berichten": whoever offers it is told what becomes of the request. The same words again change nothing. */
export function offerToReport(
  request: TopicRequest,
  known: Participation | undefined,
  offered: Omit<TopicOffer, 'at'> & { readonly memberId: MemberId; readonly now: Instant },
): Participated<'offered' | 'changed'> | NotParticipated<'already' | 'closed'> {
  if (!takesOffers(request)) {
    return { kind: 'closed', request };
  }
  const { memberId, now, ...words } = offered;
  const before = known ?? { topicRequestId: request.id, memberId };
  const { offer } = before;
  if (offer !== undefined && offer.text === words.text && offer.communeId === words.communeId) {
    return { kind: 'already', request };
  }
  return {
    kind: offer === undefined ? 'offered' : 'changed',
    request,
    participation: withOffer(before, { ...words, at: offer?.at ?? now }),
  };
}

/** "Doch nicht berichten", in any state. */
export function stopReporting(
  request: TopicRequest,
  known: Participation | undefined,
): Participated<'stopped'> | NotParticipated<'absent'> {
  return known?.offer === undefined
    ? { kind: 'absent', request }
    : { kind: 'stopped', request, participation: withoutOffer(known) };
}

export function withOffer(before: Participation, offer: TopicOffer): Participation {
  return { ...before, offer, followsSince: before.followsSince ?? offer.at };
}

/** Whoever follows only because they offered to report follows no more. */
export function withoutOffer({ offer, followsSince, ...rest }: Participation): Participation {
  const cameWithOffer = followsSince === offer?.at && rest.votedAt === undefined;
  return { ...rest, ...(followsSince !== undefined && !cameWithOffer && { followsSince }) };
}

export type OfferProblem = 'text-too-long';

export type CheckOfferOutcome =
  | { readonly kind: 'valid'; readonly text?: string }
  /** What was typed stands in the form again, and is cut only where no form could hold it. */
  | { readonly kind: 'invalid'; readonly problem: OfferProblem; readonly text: string };

/** Characters that come back in a form. */
const mostKept = 5000;

/** Nothing need be said; what is too long is refused, not cut. */
export function checkOffer(typed: string | undefined): CheckOfferOutcome {
  const text = toPlainText((typed ?? '').toWellFormed());
  if (text.length > topicLimits.offer) {
    return { kind: 'invalid', problem: 'text-too-long', text: beginningOf(text, mostKept) };
  }
  return { kind: 'valid', ...(text !== '' && { text }) };
}

/** Whose offer it is, as everybody sees it. */
export function ofCommune(communeId: CommuneId | undefined): Pick<TopicOffer, 'communeId'> {
  return communeId === undefined ? {} : { communeId };
}
