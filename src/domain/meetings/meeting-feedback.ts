import type { Instant } from '../instant.ts';
import { beginningOf, hasLetters, toPlainText } from '../typed-words.ts';
import { meetingLimits } from './meeting.ts';
import type { Meeting, MeetingFeedback } from './meeting.ts';
import { isOver } from './meeting-times.ts';
import { isAmong } from './rsvp.ts';
import type { Rsvp } from './rsvp.ts';

export const ratings = [1, 2, 3, 4, 5] as const;
/** From "not helpful" to "very helpful". */
export type Rating = (typeof ratings)[number];

/** What somebody says about a meeting. */
export interface GivenFeedback {
  readonly rating: Rating;
  readonly sentence?: string;
}

/** What stands in the form. */
export interface FeedbackFields {
  readonly rating?: Rating;
  readonly sentence: string;
}

export type FeedbackProblem =
  | { readonly kind: 'rating-missing' }
  | { readonly kind: 'sentence-too-long'; readonly length: number };

export type CheckFeedbackOutcome =
  | { readonly kind: 'valid'; readonly given: GivenFeedback; readonly fields: FeedbackFields }
  | {
      readonly kind: 'invalid';
      /** At least one, in the order of the fields. */
      readonly problems: readonly FeedbackProblem[];
      readonly fields: FeedbackFields;
    };

/** Characters that come back in a form. */
const mostKept = 1500;

/** A number is needed, a sentence is not. */
export function checkFeedback(typed: {
  readonly rating?: string;
  readonly sentence?: string;
}): CheckFeedbackOutcome {
  const rating = ratings.find((one) => String(one) === typed.rating);
  const sentence = toPlainText((typed.sentence ?? '').toWellFormed()).replaceAll(/\n+/g, ' ');
  const fields: FeedbackFields = {
    ...(rating !== undefined && { rating }),
    sentence: beginningOf(sentence, mostKept),
  };
  const problems: readonly FeedbackProblem[] = [
    ...(rating === undefined ? [{ kind: 'rating-missing' } as const] : []),
    ...(sentence.length > meetingLimits.sentence
      ? [{ kind: 'sentence-too-long', length: sentence.length } as const]
      : []),
  ];
  return rating === undefined || problems.length > 0
    ? { kind: 'invalid', problems, fields }
    : { kind: 'valid', given: { rating, ...(hasLetters(sentence) && { sentence }) }, fields };
}

/** `not-over`: it still goes on. `not-there`: they neither said that they come, or may, nor that they are there. */
export type WhyNoFeedback = 'draft' | 'cancelled' | 'not-over' | 'not-there' | 'given';

/** Why somebody cannot say how it was; undefined where they can. */
export function whyNoFeedback(
  { meeting, rsvp }: { readonly meeting: Meeting; readonly rsvp?: Rsvp },
  now: Instant,
): WhyNoFeedback | undefined {
  if (meeting.state.kind !== 'published') {
    return meeting.state.kind;
  }
  if (!isOver(meeting, now)) {
    return 'not-over';
  }
  if (rsvp === undefined || !(isAmong(rsvp, 'coming') || rsvp.checkedInAt !== undefined)) {
    return 'not-there';
  }
  return rsvp.feedbackGiven === true ? 'given' : undefined;
}

export type GiveFeedbackOutcome =
  | { readonly kind: 'given'; readonly meeting: Meeting; readonly rsvps: readonly Rsvp[] }
  | { readonly kind: 'closed'; readonly because: WhyNoFeedback; readonly meeting: Meeting };

/**
 * Each once. What is said is kept with the meeting alone, and of the member only that they said something: neither says when, and the
 * sentences stand by their letters, so that their order tells nothing about who was first.
 */
export function giveFeedback(
  known: { readonly meeting: Meeting; readonly rsvp?: Rsvp },
  { rating, sentence }: GivenFeedback,
  now: Instant,
): GiveFeedbackOutcome {
  const { meeting, rsvp } = known;
  const because = whyNoFeedback(known, now);
  if (because !== undefined || rsvp === undefined) {
    return { kind: 'closed', because: because ?? 'not-there', meeting };
  }
  const before: MeetingFeedback = meeting.feedback ?? { ratings: [0, 0, 0, 0, 0], sentences: [] };
  const [one, two, three, four, five] = before.ratings;
  const feedback: MeetingFeedback = {
    ratings: [
      one + (rating === 1 ? 1 : 0),
      two + (rating === 2 ? 1 : 0),
      three + (rating === 3 ? 1 : 0),
      four + (rating === 4 ? 1 : 0),
      five + (rating === 5 ? 1 : 0),
    ],
    sentences: sentence === undefined ? before.sentences : [...before.sentences, sentence].toSorted(),
  };
  return {
    kind: 'given',
    meeting: { ...meeting, feedback },
    rsvps: [{ ...rsvp, feedbackGiven: true }],
  };
}

/** From so many on organisers see more than the number of them: with fewer it is easy to guess who said what. */
export const feedbackShownFrom = 3;

/** What organisers may see. */
export type FeedbackSummary =
  | { readonly kind: 'few'; readonly count: number }
  | {
      readonly kind: 'shown';
      readonly count: number;
      /** From 1 to 5. */
      readonly average: number;
      readonly ratings: MeetingFeedback['ratings'];
      readonly sentences: readonly string[];
    };

export function summariseFeedback(feedback: MeetingFeedback | undefined): FeedbackSummary {
  const counts = feedback?.ratings ?? [];
  const count = counts.reduce((sum, one) => sum + one, 0);
  if (feedback === undefined || count < feedbackShownFrom) {
    return { kind: 'few', count };
  }
  const sum = counts.reduce((total, one, index) => total + one * (index + 1), 0);
  return {
    kind: 'shown',
    count,
    average: sum / count,
    ratings: feedback.ratings,
    sentences: feedback.sentences,
  };
}
