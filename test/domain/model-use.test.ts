import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hourMs, minuteMs } from '../../src/domain/instant.ts';
import { addModelUse, costOf, noModelUse, takeHourlyTurn, tokensOf } from '../../src/domain/model-use.ts';

const some = { ...noModelUse, inputTokens: 2_000_000, outputTokens: 500_000, embeddingTokens: 1_000_000 };

describe('what models cost', () => {
  it('is tokens by their prices, and what is estimated by the price of what is read', () => {
    expect(costOf(some, { input: 0.15, output: 0.6, embedding: 0.02 })).toBeCloseTo(0.62, 6);
    expect(costOf({ ...noModelUse, estimatedTokens: 1_000_000 }, { input: 0.15 })).toBeCloseTo(0.15, 6);
  });

  it('is unknown when a price is missing for something that was used, and nothing when nothing was', () => {
    expect(costOf(some, { input: 0.15, output: 0.6 })).toBeUndefined();
    expect(costOf(noModelUse, {})).toBe(0);
  });

  it('counts every kind of tokens for the budget', () => {
    const all = addModelUse(some, { ...noModelUse, requests: 1, uncounted: 1, estimatedTokens: 40 });

    expect(tokensOf(all)).toBe(3_500_040);
    expect(all).toMatchObject({ requests: 1, uncounted: 1 });
  });
});

describe('turns of an hour', () => {
  it('are never more than allowed within any 60 minutes, and as many as are allowed', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5 }),
        fc.array(fc.nat({ max: 25 * minuteMs }), { minLength: 1, maxLength: 60 }),
        (most, gaps) => {
          let now = 0;
          let times: readonly number[] = [];
          const taken: number[] = [];
          for (const gap of gaps) {
            now += gap;
            const before = taken.filter((time) => now - hourMs < time).length;
            const turn = takeHourlyTurn(times, now, most);
            expect(turn.kind).toBe(before < most ? 'taken' : 'full');
            const freeAt = turn.kind === 'full' ? turn.freeAt : undefined;
            const atOnce = freeAt !== undefined && takeHourlyTurn(times, freeAt - 1, most).kind === 'taken';
            const later = freeAt !== undefined && takeHourlyTurn(times, freeAt, most).kind === 'full';
            expect([atOnce, later]).toEqual([false, false]);
            if (turn.kind === 'taken') {
              times = turn.times;
              taken.push(now);
            }
          }
        },
      ),
    );
  });

  it('of a clock that was set back count for an hour from then on, and no longer', () => {
    const future = [10 * hourMs, 11 * hourMs];

    expect(takeHourlyTurn(future, 0, 2)).toEqual({ kind: 'full', times: [0, 0], freeAt: hourMs });
    expect(takeHourlyTurn(future, 0, 3)).toEqual({ kind: 'taken', times: [0, 0, 0] });
  });
});
