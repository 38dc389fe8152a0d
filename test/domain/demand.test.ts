import { describe, expect, it } from 'vitest';
import { countPeople, isAskedBySeveral, joinDemand, mayBeMore, toDemands } from '../../src/domain/demand.ts';
import type { Demand } from '../../src/domain/demand.ts';
import { hourMs } from '../../src/domain/instant.ts';
import { demandTexts } from '../../src/texts/demand-texts.ts';
import { anOpenQuestion } from '../support/demand.ts';

function only(demands: readonly Demand[]): Demand {
  const [first, ...more] = demands;
  if (first === undefined || more.length > 0) {
    throw new Error(`${demands.length} demands instead of one`);
  }
  return first;
}

describe('questions of the same words', () => {
  it('are one demand whatever they were narrowed to, and each person counts once', () => {
    const demand = only(
      toDemands([
        anOpenQuestion({ sought: 'Drohnen', timesAsked: 2, askers: { anna: 1, berta: 1 }, at: [10, 20] }),
        anOpenQuestion({ sought: 'drohnen', filters: ['district:05962'], askers: { anna: 1 }, at: [5, 8] }),
        anOpenQuestion({ sought: 'Drohnen ', filters: ['stage:in_use'], askers: { carla: 1 }, at: [30, 30] }),
      ]),
    );

    expect(demand).toMatchObject({ wordings: ['Drohnen'], timesAsked: 4, firstAskedAt: 5, lastAskedAt: 30 });
    expect(countPeople(demand)).toBe(3);
    expect(mayBeMore(demand)).toBe(false);
  });

  it('stand in the order of how often they were asked, by how many, and how lately', () => {
    const demands = toDemands([
      anOpenQuestion({ sought: 'früher', timesAsked: 2, askers: { anna: 2 }, at: [0, 1] }),
      anOpenQuestion({ sought: 'später', timesAsked: 2, askers: { anna: 2 }, at: [0, 2] }),
      anOpenQuestion({ sought: 'von zweien', timesAsked: 2, askers: { anna: 1, berta: 1 }, at: [0, 0] }),
      anOpenQuestion({ sought: 'öfter', timesAsked: 3, askers: { anna: 3 }, at: [0, 0] }),
    ]);

    expect(demands.flatMap(({ wordings }) => wordings)).toEqual(['öfter', 'von zweien', 'später', 'früher']);
  });
});

describe('the people behind a demand', () => {
  it('are not fewer for asking in other words', () => {
    const [one, other] = toDemands([
      anOpenQuestion({ sought: 'Drohnen', timesAsked: 2, askers: { anna: 1, berta: 1 } }),
      anOpenQuestion({ sought: 'Drohne', askers: { berta: 1 } }),
    ]);
    if (one === undefined || other === undefined) {
      throw new Error('two demands are missing');
    }

    const joined = joinDemand(one, other);

    expect(joined.wordings).toEqual(['Drohnen', 'Drohne']);
    expect(joined.timesAsked).toBe(3);
    expect(countPeople(joined)).toBe(2);
  });

  it('are several only from two on', () => {
    const [twice, byTwo] = toDemands([
      anOpenQuestion({ sought: 'zweimal', timesAsked: 3, askers: { anna: 3 } }),
      anOpenQuestion({ sought: 'zu zweit', timesAsked: 2, askers: { anna: 1, berta: 1 } }),
    ]);

    expect([twice, byTwo].map((one) => one !== undefined && isAskedBySeveral(one))).toEqual([false, true]);
  });

  it('may be more where it is not known of every time who asked', () => {
    const unknown = only(toDemands([anOpenQuestion({ timesAsked: 3, askers: { anna: 1, berta: 1 } })]));

    expect(mayBeMore(unknown)).toBe(true);
  });
});

describe('when something was asked', () => {
  /** 23:30 on the day that has 25 hours. */
  const now = Date.UTC(2026, 9, 25, 22, 30);
  const times = { timesAsked: 6, people: 4, mayBeMore: false };

  it.each([
    [
      'on one day long ago',
      { first: Date.UTC(2026, 8, 3), last: Date.UTC(2026, 8, 3, 5) },
      'am 3. September 2026',
    ],
    ['today', { first: now - 1000, last: now }, 'heute'],
    [
      'until yesterday',
      { first: Date.UTC(2026, 8, 3), last: now - 25 * hourMs },
      'seit 3. September 2026, zuletzt gestern',
    ],
    [
      'since the evening before',
      { first: now - 25 * hourMs, last: now - 24 * hourMs },
      'seit gestern, zuletzt heute',
    ],
    ['early on the day before', { first: now - 48 * hourMs, last: now - 48 * hourMs }, 'gestern'],
  ])('is said for a question that was asked %s', (_, period, words) => {
    expect(demandTexts.asked(times, { ...period, now })).toBe(`Sechsmal gefragt von vier Personen, ${words}`);
  });
});
