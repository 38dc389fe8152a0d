import type { Deps } from '../../deps.ts';
import type { MemberId } from '../../domain/ids.ts';
import {
  checkFeedback,
  giveFeedback as toGiven,
  whyNoFeedback,
} from '../../domain/meetings/meeting-feedback.ts';
import type {
  FeedbackFields,
  FeedbackProblem,
  GiveFeedbackOutcome,
  WhyNoFeedback,
} from '../../domain/meetings/meeting-feedback.ts';
import type { Meeting } from '../../domain/meetings/meeting.ts';
import { checkMay } from '../members/check-may.ts';
import { findShownMeeting } from './meeting-results.ts';
import type { DeniedMeeting, GoneMeeting, ShowMeetingDeps, ShownMeeting } from './meeting-results.ts';
import type { AboutMeeting } from './offer-results.ts';
import { isOthersDraft } from './respond-to-meeting.ts';

/** What is asked, with what stands in it. */
export interface FeedbackForm {
  readonly shown: ShownMeeting;
  readonly fields: FeedbackFields;
  readonly problems: readonly FeedbackProblem[];
}

export interface ClosedFeedback {
  readonly kind: 'closed';
  readonly because: WhyNoFeedback;
  readonly meeting: Meeting;
}

export type OfferFeedbackResult =
  | { readonly kind: 'offered'; readonly form: FeedbackForm }
  | ClosedFeedback
  | GoneMeeting
  | DeniedMeeting;

export type GiveFeedbackResult =
  | { readonly kind: 'given' }
  | { readonly kind: 'invalid'; readonly form: FeedbackForm }
  | Exclude<OfferFeedbackResult, { readonly kind: 'offered' }>;

type FeedbackDeps = Pick<Deps, 'logger'> & ShowMeetingDeps;

/** "Rückmeldung geben", once, by whoever was there. */
export async function offerFeedback(deps: FeedbackDeps, asked: AboutMeeting): Promise<OfferFeedbackResult> {
  const found = await findGiver(deps, asked);
  return found.kind === 'found'
    ? { kind: 'offered', form: { shown: found.shown, fields: { sentence: '' }, problems: [] } }
    : found;
}

/** What they say, without who said it; and that they said something, without what. */
export async function giveFeedback(
  deps: FeedbackDeps,
  { typed, ...asked }: AboutMeeting & { readonly typed: Parameters<typeof checkFeedback>[0] },
): Promise<GiveFeedbackResult> {
  const found = await findGiver(deps, asked);
  if (found.kind !== 'found') {
    return found;
  }
  const { shown, memberId } = found;
  const checked = checkFeedback(typed);
  if (checked.kind === 'invalid') {
    const { fields, problems } = checked;
    return { kind: 'invalid', form: { shown, fields, problems } };
  }
  const now = deps.clock.now();
  let outcome: GiveFeedbackOutcome | undefined;
  await deps.meetings.change(asked.meetingId, { member: memberId }, now, (known) => {
    outcome = toGiven(known, checked.given, now);
    return outcome.kind === 'given' ? outcome : undefined;
  });
  switch (outcome?.kind) {
    case undefined:
      return { kind: 'gone' };
    case 'given':
      return { kind: 'given' };
    case 'closed':
      return outcome;
  }
}

async function findGiver(
  deps: FeedbackDeps,
  { asker, meetingId }: AboutMeeting,
): Promise<
  | { readonly kind: 'found'; readonly shown: ShownMeeting; readonly memberId: MemberId }
  | Exclude<OfferFeedbackResult, { readonly kind: 'offered' }>
> {
  const permission = checkMay(deps, 'meeting.denied', asker, {
    action: 'answer-meetings',
    subject: undefined,
  });
  if (permission.kind === 'denied') {
    return permission;
  }
  const { memberId } = permission;
  const shown = await findShownMeeting(deps, asker, meetingId);
  if (shown === undefined || isOthersDraft(shown.meeting, memberId)) {
    return { kind: 'gone' };
  }
  const { meeting, viewer, now } = shown;
  const known = { meeting, ...(viewer.rsvp !== undefined && { rsvp: viewer.rsvp }) };
  const because = whyNoFeedback(known, now);
  return because === undefined ? { kind: 'found', shown, memberId } : { kind: 'closed', because, meeting };
}
