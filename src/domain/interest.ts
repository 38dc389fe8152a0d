import type { CommuneId, MemberId } from './ids.ts';
import type { Instant } from './instant.ts';
import { cooperations } from './use-case.ts';
import type { Cooperation, Interest, UseCase } from './use-case.ts';

/** What a commune would like to do together with others; nothing ends its interest. */
export interface StatedInterest {
  readonly cooperations: readonly Cooperation[];
  /** Whether the commune may be named on the card. */
  readonly named: boolean;
}

export type StateInterestOutcome =
  | { readonly kind: 'stated' | 'changed' | 'ended'; readonly useCase: UseCase }
  | { readonly kind: 'unchanged' | 'archived' };

/** Who wants one kind of cooperation. */
export interface InterestCount {
  readonly cooperation: Cooperation;
  /** Those that agree to be named, the first to say so first. */
  readonly named: readonly CommuneId[];
  readonly all: number;
}

export function findInterest({ interests }: UseCase, commune: CommuneId): Interest | undefined {
  return interests.find(({ communeId }) => communeId === commune);
}

/** A commune states its interest once, whoever does it: the latest replaces what was said before, and the first date stays. */
export function stateInterest(
  useCase: UseCase,
  commune: CommuneId,
  stated: StatedInterest,
  { by, now }: { readonly by: MemberId; readonly now: Instant },
): StateInterestOutcome {
  if (useCase.archived !== undefined) {
    return { kind: 'archived' };
  }
  const before = findInterest(useCase, commune);
  const others = useCase.interests.filter(({ communeId }) => communeId !== commune);
  const wanted = cooperations.filter((one) => stated.cooperations.includes(one));
  if (wanted.length === 0) {
    return before === undefined
      ? { kind: 'unchanged' }
      : { kind: 'ended', useCase: { ...useCase, interests: others } };
  }
  if (before !== undefined && isSame(before, { cooperations: wanted, named: stated.named })) {
    return { kind: 'unchanged' };
  }
  const interest: Interest = {
    communeId: commune,
    cooperations: wanted,
    named: stated.named,
    since: before?.since ?? now,
    by,
  };
  const interests =
    before === undefined
      ? [...others, interest]
      : useCase.interests.map((one) => (one === before ? interest : one));
  return { kind: before === undefined ? 'stated' : 'changed', useCase: { ...useCase, interests } };
}

/** The kinds of cooperation that anybody wants, in the order of the form. */
export function countInterests({ interests }: UseCase): readonly InterestCount[] {
  return cooperations.flatMap((cooperation) => {
    const wanting = interests.filter((interest) => interest.cooperations.includes(cooperation));
    const named = wanting.filter((interest) => interest.named).map(({ communeId }) => communeId);
    return wanting.length === 0 ? [] : [{ cooperation, named, all: wanting.length }];
  });
}

/** The kinds that enough communes want and that organisers were not told about yet; they are told once, whatever comes later. */
export function untoldInterests(useCase: UseCase, from: number): readonly Cooperation[] {
  // Of many use cases hardly any has so many.
  return useCase.interests.length < from || useCase.archived !== undefined
    ? []
    : countInterests(useCase)
        .filter(({ cooperation, all }) => all >= from && !useCase.interestsReported.includes(cooperation))
        .map(({ cooperation }) => cooperation);
}

function isSame(before: Interest, { cooperations: wanted, named }: StatedInterest): boolean {
  return (
    before.named === named &&
    cooperations.every((one) => before.cooperations.includes(one) === wanted.includes(one))
  );
}
