import { loadavg } from 'node:os';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { useCaseId } from '../../src/domain/ids.ts';
import { packVector } from '../../src/domain/use-case-embedding.ts';
import { UseCaseVectors } from '../../src/features/ask/use-case-vectors.ts';
import { VectorIndex } from '../../src/search/vectors/vector-index.ts';
import { seeded } from '../support/seeded.ts';
import { median, quantile } from './figures.ts';

/** The first one meets code that is not compiled yet. */
const sizes = [
  { records: 10_000, dimensions: 1_536 },
  { records: 10_000, dimensions: 384 },
  { records: 1_000, dimensions: 1_536 },
] as const;
const questions = 60;
/** They warm up; how long the first of them take stands by itself. */
const unmeasured = 10;
const first = 4;
const nearest = 10;
/** Directions that made-up vectors are mixed from, as texts share subjects. */
const subjects = 60;
const most = { ms: 25, turnMs: 10 };

interface Measured {
  readonly ms: readonly number[];
  readonly firstMs: readonly number[];
  readonly turns: readonly number[];
  readonly exactMs: readonly number[];
  readonly kept: number;
  /** How much later than it was due a timer fired at most: for each question while the bot searches, and as often while nothing runs. */
  readonly lateMs: readonly number[];
  readonly idleMs: readonly number[];
}

/**
 * How long a question is compared with all vectors, and how long at most without giving other work its turn, beside a plain comparison in
 * floating point; and how many of its nearest ten the bytes keep. Vectors are mixtures of some directions with noise. The first questions
 * of all wait for the compiler. On a busy machine
 * others are in the longest turn, too: how late the loop is stands beside how late it is while nothing runs. Returns a table as text.
 */
export async function measureVectors({ tell }: { readonly tell: (what: string) => void }): Promise<string> {
  const rows: string[] = [];
  for (const { records, dimensions } of sizes) {
    tell(`comparing ${records} vectors with ${dimensions} dimensions`);
    const { ms, firstMs, turns, exactMs, kept, lateMs, idleMs } = await measureOne(records, dimensions);
    const longestTurn = Math.max(...turns);
    const figures = [
      median(ms),
      quantile(ms, 0.95),
      median(firstMs),
      median(exactMs),
      quantile(exactMs, 0.95),
      median(turns),
      longestTurn,
      median(lateMs),
      quantile(lateMs, 0.95),
      median(idleMs),
      quantile(idleMs, 0.95),
    ].map((figure) => figure.toFixed(1));
    const isMet = median(ms) <= most.ms && longestTurn <= most.turnMs;
    rows.push(
      `| ${records} × ${dimensions} | ${figures.join(' | ')} | ${(100 * kept).toFixed(1)} % | ${isMet ? 'yes' : 'NO'} |`,
    );
  }
  return [
    `| Vectors, ms (load ${loadavg()[0]?.toFixed(1)}) | p50 | p95 | first ${first} | float p50 | float p95 | turn p50 | longest turn | loop late p50 | p95 | idle p50 | idle p95 | nearest ten kept | met? |`,
    `|${'---|'.repeat(14)}`,
    ...rows,
    `Asked: ${most.ms} ms at 10,000 × 1,536, and no turn longer than ${most.turnMs} ms.`,
  ].join('\n');
}

async function measureOne(records: number, dimensions: number): Promise<Measured> {
  const chance = seeded(records, `vectors ${dimensions}`);
  const directions = Array.from({ length: subjects }, () => noise(dimensions, chance));
  const vectors = Array.from({ length: records }, () => mixture(directions, chance));
  const queries = Array.from({ length: questions }, () => mixture(directions, chance));
  const index = new VectorIndex(dimensions);
  for (const [number, vector] of vectors.entries()) {
    index.put(String(number), packVector(vector));
  }
  const [ms, firstMs, turns, exactMs]: [number[], number[], number[], number[]] = [[], [], [], []];
  let kept = 0;
  for (const [question, query] of queries.entries()) {
    const ours = searchByTurns(index, query);
    const startedAt = performance.now();
    const exact = searchExactly(vectors, query);
    const tookMs = performance.now() - startedAt;
    const ownMs = ours.turns.reduce((sum, turn) => sum + turn, 0);
    if (question < first) {
      firstMs.push(ownMs);
    }
    if (question >= unmeasured) {
      ms.push(ownMs);
      turns.push(...ours.turns);
      exactMs.push(tookMs);
    }
    kept += exact.filter((number) => ours.found.has(String(number))).length / nearest / questions;
  }
  const bot = fillAsBot(vectors);
  const lateMs = await measureLateness(queries, async (query) => {
    await bot.nearest(query, { limit: nearest, accept: () => true });
  });
  const idleMs = await measureLateness(queries, soon);
  return { ms, firstMs, turns, exactMs, kept, lateMs, idleMs };
}

/** How long each turn takes. */
function searchByTurns(index: VectorIndex, query: Float32Array) {
  const turns: number[] = [];
  const search = index.nearest(packVector(query), { limit: nearest, accept: () => true });
  for (;;) {
    const startedAt = performance.now();
    const { done, value } = search.next();
    turns.push(performance.now() - startedAt);
    if (done === true) {
      return { turns, found: new Set(value.map(({ id }) => id)) };
    }
  }
}

function searchExactly(vectors: readonly Float32Array[], query: Float32Array): readonly number[] {
  return vectors
    .map((vector, number) => ({ number, product: product(vector, query) }))
    .sort((one, other) => other.product - one.product)
    .slice(0, nearest)
    .map(({ number }) => number);
}

function fillAsBot(vectors: readonly Float32Array[]): UseCaseVectors {
  const made = new UseCaseVectors();
  for (const [number, vector] of vectors.entries()) {
    const id = useCaseId(String(number));
    made.put({ useCaseId: id, model: 'm', contentHash: '', vector: packVector(vector) });
  }
  return made;
}

/** Without what the histogram's own timer waits. */
async function measureLateness(
  queries: readonly Float32Array[],
  work: (query: Float32Array) => Promise<void>,
): Promise<readonly number[]> {
  const resolution = 1;
  const delays = monitorEventLoopDelay({ resolution });
  const lateMs: number[] = [];
  delays.enable();
  for (const query of queries) {
    await soon();
    delays.reset();
    await work(query);
    await soon();
    lateMs.push(Math.max(0, delays.max / 1e6 - resolution));
  }
  delays.disable();
  return lateMs.slice(unmeasured);
}

function soon(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 5);
  });
}

function noise(dimensions: number, chance: () => number): Float32Array {
  return Float32Array.from({ length: dimensions }, () => chance() + chance() + chance() - 1.5);
}

/** Of length 1, as models give them. */
function mixture(directions: readonly Float32Array[], chance: () => number): Float32Array {
  const mixed = noise(directions[0]?.length ?? 0, chance);
  for (let part = 0; part < 3; part += 1) {
    const direction = directions[Math.floor(chance() * directions.length)];
    const weight = 0.3 + chance();
    for (const [dimension, value] of direction?.entries() ?? []) {
      mixed[dimension] = (mixed[dimension] ?? 0) + weight * value;
    }
  }
  const length = Math.sqrt(product(mixed, mixed));
  return mixed.map((value) => value / length);
}

function product(one: Float32Array, other: Float32Array): number {
  let sum = 0;
  for (let dimension = 0; dimension < one.length; dimension += 1) {
    sum += (one[dimension] ?? 0) * (other[dimension] ?? 0);
  }
  return sum;
}
