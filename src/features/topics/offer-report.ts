import type { Deps } from '../../deps.ts';
import type { TopicRequestId } from '../../domain/ids.ts';
import type { Asker } from '../../domain/member.ts';
import { withAnswer } from '../../domain/topic-invitation.ts';
import {
  checkOffer,
  ofCommune,
  offerToReport,
  stopReporting as toStopped,
  takesOffers,
} from '../../domain/topic-offer.ts';
import type { OfferProblem } from '../../domain/topic-offer.ts';
import { ownCommune } from '../inquiries/offer-inquiry.ts';
import { carryOutInvitationInTurn } from './carry-out-invitation.ts';
import type { CarryOutInvitationDeps } from './carry-out-invitation.ts';
import { changeTopic } from './change-topic.ts';
import { checkMember, findShown } from './topic-results.ts';
import type { DeniedTopic, GoneTopic, ShownTopic, ShowTopicDeps, TopicDone } from './topic-results.ts';

type OfferDeps = ShowTopicDeps & Pick<Deps, 'logger'>;

/** What stands in the form, and whose offer it would be. */
export interface OfferForm {
  readonly shown: ShownTopic;
  readonly text?: string;
  readonly problem?: OfferProblem;
  readonly commune?: string;
  /** The asker offers it already: never for a card that others see. */
  readonly isKnown: boolean;
}

export interface TopicRequestOf {
  readonly asker: Asker;
  readonly topicRequestId: TopicRequestId;
}

export type OfferReportResult =
  | { readonly kind: 'form'; readonly form: OfferForm }
  /** Its meeting is over, or there will be none. */
  | TopicDone<'closed'>
  | GoneTopic
  | DeniedTopic;

/** "Ich kann dazu berichten": the form, with what the asker offers already. */
export async function offerReport(
  deps: OfferDeps,
  { asker, topicRequestId }: TopicRequestOf,
): Promise<OfferReportResult> {
  const permission = checkMember(deps, asker, 'take-part-in-topics');
  if (permission.kind === 'denied') {
    return permission;
  }
  const shown = await findShown(deps, asker, topicRequestId);
  if (shown === undefined) {
    return { kind: 'gone' };
  }
  if (!takesOffers(shown.request)) {
    return { kind: 'closed', shown };
  }
  const known = shown.offers.find(({ memberId }) => memberId === permission.memberId);
  const form = { shown, ...ownCommune(deps, asker), isKnown: known !== undefined };
  return { kind: 'form', form: { ...form, ...(known?.text !== undefined && { text: known.text }) } };
}

export type ReportResult =
  | { readonly kind: 'offered' | 'changed' | 'already' }
  | { readonly kind: 'invalid'; readonly form: OfferForm }
  | TopicDone<'closed'>
  | GoneTopic
  | DeniedTopic;

/** Notes the offer, shown to all with the asker's commune. */
export async function report(
  deps: OfferDeps & Pick<Deps, 'topicCatalogue'>,
  { asker, topicRequestId, text }: TopicRequestOf & { readonly text: string | undefined },
): Promise<ReportResult> {
  const offered = await offerReport(deps, { asker, topicRequestId });
  if (offered.kind !== 'form') {
    return offered;
  }
  const { memberId, communeId } = asker;
  const checked = checkOffer(text);
  if (checked.kind === 'invalid' || memberId === undefined) {
    return { kind: 'invalid', form: { ...offered.form, ...checked } };
  }
  const words = { ...ofCommune(communeId), ...(checked.text !== undefined && { text: checked.text }) };
  let outcome: ReturnType<typeof offerToReport> | undefined;
  await changeTopic(deps, topicRequestId, { member: memberId }, ({ request, participation }) => {
    outcome = offerToReport(request, participation, { ...words, memberId, now: deps.clock.now() });
    return 'participation' in outcome ? outcome : undefined;
  });
  if (outcome === undefined) {
    return { kind: 'gone' };
  }
  // Whoever decides about the request was faster.
  return outcome.kind === 'closed'
    ? { kind: 'closed', shown: { ...offered.form.shown, request: outcome.request } }
    : { kind: outcome.kind };
}

export type StopReportingResult = { readonly kind: 'stopped' | 'absent' } | GoneTopic | DeniedTopic;

/** "Doch nicht berichten", also for whoever became a guest since: whoever said yes when they were asked has said no by it, and the organiser who asked is told. */
export async function stopReporting(
  deps: CarryOutInvitationDeps,
  { asker, topicRequestId }: TopicRequestOf,
): Promise<StopReportingResult> {
  const { memberId } = asker;
  if (memberId === undefined) {
    return { kind: 'denied', because: 'anonymous' };
  }
  const invitations = await deps.topicRequests.invitations(topicRequestId);
  const number = invitations.find((one) => one.memberId === memberId)?.number;
  const about = { member: memberId, ...(number !== undefined && { invitation: number }) };
  let outcome: ReturnType<typeof toStopped> | undefined;
  await changeTopic(deps, topicRequestId, about, ({ request, participation, invitation }) => {
    outcome = toStopped(request, participation);
    if (!('participation' in outcome)) {
      return undefined;
    }
    return invitation?.answer === 'yes'
      ? { ...outcome, invitation: withAnswer(invitation, 'no', deps.clock.now()) }
      : outcome;
  });
  if (outcome === undefined) {
    return { kind: 'gone' };
  }
  if (number !== undefined && outcome.kind === 'stopped') {
    await carryOutInvitationInTurn(deps, { topicRequestId, number });
  }
  return { kind: outcome.kind };
}
