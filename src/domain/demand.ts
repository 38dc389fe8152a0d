import type { Instant } from './instant.ts';
import { wordsKey } from './typed-words.ts';

/** A question that found nothing: what people look for in vain. Who asked is not kept, only how many different people. */
export interface OpenQuestion {
  readonly sought: string;
  readonly filters: readonly string[];
  readonly timesAsked: number;
  readonly firstAskedAt: Instant;
  readonly lastAskedAt: Instant;
  /** Of whom the count is still kept: not of people without an account, nor of those who asked too long ago or erased their data. */
  readonly askers: readonly QuestionAsker[];
}

/** Somebody who asked: a hash that is the same in every question and names nobody. */
export interface QuestionAsker {
  readonly key: string;
  readonly timesAsked: number;
}

/** What people ask for in vain in words that mean the same. */
export interface Demand {
  /** The clearest first: what most people asked, the oftenest. */
  readonly wordings: readonly [string, ...string[]];
  readonly timesAsked: number;
  /** How often each of the known people asked, by their keys. */
  readonly askers: ReadonlyMap<string, number>;
  readonly firstAskedAt: Instant;
  readonly lastAskedAt: Instant;
}

/** What one person alone asked is nobody else's business. */
const fewestPeople = 2;

/** How many different people asked, as far as that is known. */
export function countPeople({ askers }: Pick<Demand, 'askers'>): number {
  return askers.size;
}

/** Whether further people may have asked, of whom nothing is kept. */
export function mayBeMore({ askers, timesAsked }: Pick<Demand, 'askers' | 'timesAsked'>): boolean {
  return [...askers.values()].reduce((sum, times) => sum + times, 0) < timesAsked;
}

export function isAskedBySeveral(demand: Demand): boolean {
  return countPeople(demand) >= fewestPeople;
}

/** Questions of the same words, whatever they were narrowed to, as one demand each; what is asked most first. */
export function toDemands(questions: readonly OpenQuestion[]): readonly Demand[] {
  const byWords = new Map<string, Demand>();
  for (const demand of questions.map(toDemand).sort(compareDemand)) {
    const key = wordsKey(demand.wordings[0]);
    const known = byWords.get(key);
    byWords.set(
      key,
      known === undefined ? demand : { ...joinDemand(known, demand), wordings: known.wordings },
    );
  }
  return [...byWords.values()].sort(compareDemand);
}

/** Both as one, under the words of the first; each person counts once. */
export function joinDemand(first: Demand, other: Demand): Demand {
  const askers = new Map(first.askers);
  for (const [key, times] of other.askers) {
    askers.set(key, (askers.get(key) ?? 0) + times);
  }
  return {
    wordings: [...first.wordings, ...other.wordings],
    timesAsked: first.timesAsked + other.timesAsked,
    askers,
    firstAskedAt: Math.min(first.firstAskedAt, other.firstAskedAt),
    lastAskedAt: Math.max(first.lastAskedAt, other.lastAskedAt),
  };
}

/** For sorting: what is asked most comes first, of equals what more people asked, then what was asked last. */
export function compareDemand(one: Demand, other: Demand): number {
  return (
    other.timesAsked - one.timesAsked ||
    countPeople(other) - countPeople(one) ||
    other.lastAskedAt - one.lastAskedAt ||
    (one.wordings[0] < other.wordings[0] ? -1 : 1)
  );
}

function toDemand({ sought, askers, timesAsked, firstAskedAt, lastAskedAt }: OpenQuestion): Demand {
  return {
    wordings: [sought],
    timesAsked,
    askers: new Map(askers.map((asker) => [asker.key, asker.timesAsked])),
    firstAskedAt,
    lastAskedAt,
  };
}
