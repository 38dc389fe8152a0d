import type { BroadcastSubject } from './broadcast.ts';
import type { MemberId } from './ids.ts';
import type { Instant } from './instant.ts';
import { nextLocalTime } from './local-time.ts';
import { endOfQuietHours } from './quiet-hours.ts';
import type { QuietHours } from './quiet-hours.ts';

/** What the bot sends on its own, as members choose it; answers are none of it. `user-group` holds announcements, too. */
export const subscriptionKinds = ['user-group', 'meetings', 'topics', 'use-cases', 'digest'] as const;
export type SubscriptionKind = (typeof subscriptionKinds)[number];

/** `daily`: collected into one message in the morning. */
export const frequencies = ['at-once', 'daily', 'never'] as const;
export type Frequency = (typeof frequencies)[number];

export type Frequencies = Readonly<Record<SubscriptionKind, Frequency>>;

/** What a member wants to get, as far as they chose it; for the rest holds what holds for everybody. */
export interface Subscription {
  readonly memberId: MemberId;
  readonly frequencies: Partial<Frequencies>;
  readonly quietHours?: QuietHours;
  /** "Stopp": nothing at all since then. What was chosen before is kept for the day it is turned on again. */
  readonly stoppedAt?: Instant;
}

/** What holds for a member, chosen or not. */
export interface Preferences {
  readonly frequencies: Frequencies;
  readonly quietHours: QuietHours;
  readonly stoppedAt?: Instant;
}

/** What holds for whoever chose nothing. */
export interface SubscriptionDefaults {
  readonly quietHours: QuietHours;
}

const usualFrequencies: Frequencies = {
  'user-group': 'at-once',
  meetings: 'at-once',
  topics: 'at-once',
  'use-cases': 'daily',
  digest: 'daily',
};

/** When the daily collection goes out: minutes since midnight in Berlin. */
const dailyAt = 8 * 60;

export function toPreferences(
  subscription: Subscription | undefined,
  defaults: SubscriptionDefaults,
): Preferences {
  const stoppedAt = subscription?.stoppedAt;
  return {
    frequencies: { ...usualFrequencies, ...subscription?.frequencies },
    quietHours: subscription?.quietHours ?? defaults.quietHours,
    ...(stoppedAt !== undefined && { stoppedAt }),
  };
}

/** The kind that a broadcast belongs to. Undefined: no choice is about it; it comes at once, unless everything was stopped. */
export function subscriptionKindOf(subject: BroadcastSubject): SubscriptionKind | undefined {
  switch (subject.kind) {
    case 'announcement':
      return 'user-group';
    case 'use-case-news':
    case 'question-news':
      return 'use-cases';
    case 'topic-news':
    case 'topic-deadline':
      return 'topics';
    case 'meeting':
    case 'meeting-reminder':
    case 'meeting-results':
    case 'meeting-feedback':
      return 'meetings';
    // Somebody waits for an answer to these, or is answered by them.
    case 'confirmation':
    case 'review':
    case 'review-outcome':
    case 'freshness':
    case 'interest':
    case 'inquiry':
    case 'inquiry-answer':
    case 'topic-invitation':
    case 'topic-invitation-answer':
    case 'meeting-own':
    case 'meeting-news':
    case 'meeting-promoted':
    case 'cafe-plan':
    case 'cafe-timer':
      return undefined;
  }
}

/** Whether the member wants nothing of this kind. */
export function isOptedOut(
  subscription: Subscription | undefined,
  kind: SubscriptionKind | undefined,
): boolean {
  if (subscription === undefined) {
    return false;
  }
  return (
    subscription.stoppedAt !== undefined ||
    (kind !== undefined && frequencyOf(subscription, kind) === 'never')
  );
}

export type WhenOutcome =
  | { readonly kind: 'now' }
  /** To be asked again then: the member may have changed their mind. */
  | { readonly kind: 'later'; readonly until: Instant; readonly because: 'quiet-hours' | 'daily' }
  | { readonly kind: 'never' };

export interface WhenQuestion {
  readonly kind: SubscriptionKind | undefined;
  readonly now: Instant;
  /** It has waited for the day's collection already. */
  readonly collected?: boolean;
}

/**
 * When something that the bot sends on its own may go to a member: at once, in the collection of 8:00, or never; what would come in
 * their quiet hours comes at the end of these.
 */
export function decideWhen(
  subscription: Subscription | undefined,
  { kind, now, collected = false }: WhenQuestion,
  defaults: SubscriptionDefaults,
): WhenOutcome {
  if (isOptedOut(subscription, kind)) {
    return { kind: 'never' };
  }
  const { quietHours } = toPreferences(subscription, defaults);
  const isDaily = kind !== undefined && frequencyOf(subscription, kind) === 'daily';
  if (isDaily && !collected) {
    const collection = nextLocalTime(now, dailyAt);
    return {
      kind: 'later',
      until: endOfQuietHours(quietHours, collection) ?? collection,
      because: 'daily',
    };
  }
  const until = endOfQuietHours(quietHours, now);
  return until === undefined
    ? { kind: 'now' }
    : { kind: 'later', until, because: isDaily ? 'daily' : 'quiet-hours' };
}

function frequencyOf(subscription: Subscription | undefined, kind: SubscriptionKind): Frequency {
  return subscription?.frequencies[kind] ?? usualFrequencies[kind];
}
