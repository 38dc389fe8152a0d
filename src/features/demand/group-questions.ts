import { compareDemand, joinDemand, toDemands } from '../../domain/demand.ts';
import type { Demand, OpenQuestion } from '../../domain/demand.ts';
import type { SearchEngine } from '../../search/search-engine.ts';

/**
 * How much of each other's words two questions must cover to mean the same. One spelling error, another form of the word and what only
 * says "digital" or "automatic" leave more; a word with a topic of its own less. Set on the pairs of the test.
 */
const sameCoverage = 0.78;
/** A question is compared with the likest of those before it. */
const comparedAtMost = 5;
/** Questions that are compared before other work has its turn again: a few milliseconds. */
const comparedAtOnce = 5;

/** What is asked in words that mean the same, what is asked most first. Narrowing a question makes it no other one. */
export async function groupQuestions(
  questions: readonly OpenQuestion[],
  createEngine: () => SearchEngine,
): Promise<readonly Demand[]> {
  const wordings = toDemands(questions);
  const likeness = new Likeness(createEngine);
  let count = 0;
  for (const {
    wordings: [words],
  } of wordings) {
    likeness.learn(words);
    count = await giveWay(count);
  }
  const groups = new Map<string, Demand>();
  for (const demand of wordings) {
    const [words] = demand.wordings;
    const same = likeness.findSame(words, (other) => groups.has(other));
    const group = same === undefined ? undefined : groups.get(same);
    groups.set(same ?? words, group === undefined ? demand : joinDemand(group, demand));
    count = await giveWay(count);
  }
  return [...groups.values()].sort(compareDemand);
}

/** Counts what was done, and lets other work have its turn after some of it. */
export async function giveWay(count: number): Promise<number> {
  if ((count + 1) % comparedAtOnce === 0) {
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
  }
  return count + 1;
}

/** Says which wordings mean the same. Each is its own id. */
class Likeness {
  /** Knows all words, so that it sees of which parts they are made. */
  readonly #all: SearchEngine;
  /** Knows one wording at a time: to the engine that knows all, a misspelled word is one that somebody uses. */
  readonly #one: SearchEngine;

  constructor(createEngine: () => SearchEngine) {
    this.#all = createEngine();
    this.#one = createEngine();
  }

  learn(words: string): void {
    this.#all.put(toDocument(words));
  }

  /** The likest of those that are accepted, when they cover each other. */
  findSame(words: string, accept: (other: string) => boolean): string | undefined {
    const { hits } = this.#all.search({ text: words, accept, offset: 0, limit: comparedAtMost });
    const covering = hits.filter(
      ({ id, coverage }) => coverage >= sameCoverage || this.#coversAlone(id, words),
    );
    return covering.find(({ id }) => this.#covers(words, id))?.id;
  }

  #covers(one: string, asked: string): boolean {
    const accept = (id: string) => id === one;
    const [hit] = this.#all.search({ text: asked, accept, offset: 0, limit: 1 }).hits;
    return (hit !== undefined && hit.coverage >= sameCoverage) || this.#coversAlone(one, asked);
  }

  #coversAlone(one: string, asked: string): boolean {
    this.#one.put(toDocument(one));
    const [hit] = this.#one.search({ text: asked, offset: 0, limit: 1 }).hits;
    this.#one.remove(one);
    return hit !== undefined && hit.coverage >= sameCoverage;
  }
}

function toDocument(words: string) {
  return { id: words, fields: { title: words, keywords: '', text: '' } };
}
