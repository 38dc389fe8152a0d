import type { MemberId } from './ids.ts';
import { dayMs } from './instant.ts';
import type { Instant } from './instant.ts';
import type { Asker } from './member.ts';
import { may } from './permissions.ts';
import type { UseCase } from './use-case.ts';

/**
 * How sure it is that a use case is still as it is written down. `due`: somebody is to be asked now; `asked`: they were, and have time
 * to answer; `stale`: nobody answered, or there is nobody to ask.
 */
export type Freshness = 'fresh' | 'due' | 'asked' | 'stale';

/** How long somebody has to answer. */
export const answerMs = 14 * dayMs;
/** As often somebody is asked before the use case counts as stale. */
const mostAsked = 2;

/** What it depends on: 10,000 records are looked through at once. */
type Kept = Pick<UseCase, 'adopters' | 'archived' | 'contact' | 'example' | 'provenance'>;

/** `freshnessDays`: how long a confirmation holds. Examples are invented and stay as they are; what is archived is asked about no more. */
export function freshnessOf(useCase: Kept, now: Instant, freshnessDays: number): Freshness {
  const dueAt = confirmedAt(useCase) + freshnessDays * dayMs;
  if (useCase.example || useCase.archived !== undefined || now < dueAt) {
    return 'fresh';
  }
  const asked = askedSince(useCase);
  if (asked === undefined) {
    const isHopeless = personToAsk(useCase) === undefined && now >= dueAt + mostAsked * answerMs;
    return isHopeless ? 'stale' : 'due';
  }
  if (now < asked.lastAt + answerMs) {
    return 'asked';
  }
  return asked.times < mostAsked ? 'due' : 'stale';
}

/** When it was last known to be true. */
export function confirmedAt({ provenance }: Pick<UseCase, 'provenance'>): Instant {
  return provenance.lastConfirmedAt ?? provenance.createdAt;
}

/** Of the questions since the last confirmation; earlier ones were answered by it. */
export function askedSince(useCase: Pick<UseCase, 'provenance'>): UseCase['provenance']['asked'] {
  const { asked } = useCase.provenance;
  return asked !== undefined && asked.lastAt >= confirmedAt(useCase) ? asked : undefined;
}

/** Who knows best whether it is still true. */
export function personToAsk({
  contact,
  provenance,
  adopters,
}: Pick<UseCase, 'adopters' | 'contact' | 'provenance'>): MemberId | undefined {
  return (
    contact?.memberId ??
    provenance.createdBy ??
    adopters
      .map((adopter) => adopter.contact?.memberId ?? adopter.enteredBy)
      .find((member) => member !== undefined)
  );
}

/** The question goes out: noted first, so that it is not asked again. */
export function withAsked(useCase: UseCase, now: Instant): UseCase {
  const times = (askedSince(useCase)?.times ?? 0) + 1;
  return { ...useCase, provenance: { ...useCase.provenance, asked: { times, lastAt: now } } };
}

/** Somebody who must know says that it is true. */
export function withConfirmation(useCase: UseCase, now: Instant): UseCase {
  const { asked: _, ...provenance } = useCase.provenance;
  return { ...useCase, provenance: { ...provenance, lastConfirmedAt: now } };
}

/** Whoever may change it, and whoever is named as contact: they are the ones who are asked. */
export function mayConfirm(asker: Asker, useCase: UseCase): boolean {
  if (may(asker, 'change-use-case', useCase).kind === 'allowed') {
    return true;
  }
  const contacts = [useCase.contact, ...useCase.adopters.map(({ contact }) => contact)];
  return asker.memberId !== undefined && contacts.some((contact) => contact?.memberId === asker.memberId);
}
