import { packVector } from '../../src/domain/use-case-embedding.ts';
import { VectorIndex } from '../../src/search/vectors/vector-index.ts';
import { seeded } from '../support/seeded.ts';
import { median, quantile } from './figures.ts';

const sizes = [
  { records: 1_000, dimensions: 1_536 },
  { records: 10_000, dimensions: 384 },
  { records: 10_000, dimensions: 1_536 },
] as const;
const questions = 60;
const nearest = 10;
/** Directions that made-up vectors are mixed from, as texts share subjects. */
const subjects = 60;

interface Measured {
  readonly ms: readonly number[];
  readonly longestTurn: number;
  readonly exactMs: readonly number[];
  readonly kept: number;
}

/**
 * How long a question is compared with all vectors, and how long at most without giving other work its turn, beside a plain comparison in
 * floating point; and how many of its nearest ten the bytes keep. Vectors are mixtures of some directions with noise. Returns a table as text.
 */
export function measureVectors({ tell }: { readonly tell: (what: string) => void }): string {
  const rows = sizes.map(({ records, dimensions }) => {
    tell(`comparing ${records} vectors with ${dimensions} dimensions`);
    const { ms, longestTurn, exactMs, kept } = measureOne(records, dimensions);
    const figures = [median(ms), quantile(ms, 0.95), longestTurn, median(exactMs), quantile(exactMs, 0.95)];
    return `| ${records} × ${dimensions} | ${figures.map((figure) => figure.toFixed(1)).join(' | ')} | ${(100 * kept).toFixed(1)} % |`;
  });
  return [
    '| Vectors | p50 ms | p95 ms | longest turn ms | float p50 | float p95 | nearest ten kept |',
    '|---|---|---|---|---|---|---|',
    ...rows,
    'Asked: 25 ms at 10,000 × 1,536, and no turn longer than 10 ms.',
  ].join('\n');
}

function measureOne(records: number, dimensions: number): Measured {
  const chance = seeded(records, `vectors ${dimensions}`);
  const directions = Array.from({ length: subjects }, () => noise(dimensions, chance));
  const vectors = Array.from({ length: records }, () => mixture(directions, chance));
  const index = new VectorIndex(dimensions);
  for (const [number, vector] of vectors.entries()) {
    index.put(String(number), packVector(vector));
  }
  const ms: number[] = [];
  const exactMs: number[] = [];
  let [longestTurn, kept] = [0, 0];
  for (let question = 0; question < questions; question += 1) {
    const query = mixture(directions, chance);
    const search = index.nearest(packVector(query), { limit: nearest, accept: () => true });
    let [own, found] = [0, new Set<string>()];
    for (;;) {
      const startedAt = performance.now();
      const { done, value } = search.next();
      const turn = performance.now() - startedAt;
      own += turn;
      // The first ones warm up.
      longestTurn = question < 10 ? 0 : Math.max(longestTurn, turn);
      if (done === true) {
        found = new Set(value.map(({ id }) => id));
        break;
      }
    }
    const startedAt = performance.now();
    const exact = vectors
      .map((vector, number) => ({ number, product: product(vector, query) }))
      .sort((one, other) => other.product - one.product)
      .slice(0, nearest);
    if (question >= 10) {
      ms.push(own);
      exactMs.push(performance.now() - startedAt);
    }
    kept += exact.filter(({ number }) => found.has(String(number))).length / nearest / questions;
  }
  return { ms, longestTurn, exactMs, kept };
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
