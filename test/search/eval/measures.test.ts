import { describe, expect, it } from 'vitest';
import { measureForeign, measureWithheld } from '../../bench/search/measure-confidence.ts';
import { measureCost } from '../../bench/search/measure-cost.ts';
import { measureNdcg } from '../../bench/search/measure-set.ts';
import type { EngineKind } from '../../bench/search/measured-engine.ts';
import { makeQuestions, questionKinds } from '../../bench/search/made-up-questions.ts';
import { makeRecords } from '../../bench/search/made-up-records.ts';
import type { Doc, EvaluationSet, Query } from '../../bench/search/read-set.ts';

/** Finds the documents whose title is the question; its confidence is the number in that title. */
const exactTitles: EngineKind = {
  name: 'exact titles',
  confidenceThreshold: 5,
  create() {
    const docs = new Map<string, Doc>();
    const put = (doc: Doc): void => {
      docs.set(doc.id, doc);
    };
    return {
      load: (all) => all.forEach((doc) => put(doc)),
      put,
      search(text) {
        const found = [...docs.values()].filter(({ title }) => title === text);
        return { ranked: found.map(({ id }) => id), confidence: found.length === 0 ? 0 : Number(text) };
      },
      bytesOutsideNode: () => 0,
      close: () => docs.clear(),
    };
  },
};

function aSet(queries: readonly Query[], withheld?: readonly string[]): EvaluationSet {
  const docs = ['3', '6', '9'].map((title) => ({ id: `d${title}`, title, text: '' }));
  return {
    name: 'numbers',
    base: 'numbers',
    docs,
    queries,
    withheld: withheld && new Set(withheld),
  };
}

describe('measureWithheld', () => {
  it('counts answerable questions below the threshold and unanswerable ones above it', () => {
    const set = aSet(
      [
        { id: 'q1', text: '3', relevant: ['d3'] },
        { id: 'q2', text: '6', relevant: ['d6'] },
        { id: 'q2b', text: '6', relevant: ['d6', 'd3'] },
        { id: 'q3', text: '9', relevant: ['d9'] },
        { id: 'q4', text: '6', relevant: ['d9'] },
        { id: 'q5', text: '3', relevant: ['d3', 'd9'] },
        { id: 'q6', text: '3' },
      ],
      ['d9'],
    );

    const measures = measureWithheld(exactTitles, set);

    expect(measures).toEqual({
      answerable: 3,
      unanswerable: 2,
      // 3, 6 and 6 against 0 and 6: four of six pairs.
      area: 4 / 6,
      errors: { refused: 1 / 3, accepted: 1 / 2 },
    });
  });

  it('measures nothing where nothing is withheld, and no errors of an engine without a threshold', () => {
    const queries = [
      { id: 'q1', text: '3', relevant: ['d3'] },
      { id: 'q2', text: '9', relevant: ['d9'] },
    ];
    const { confidenceThreshold: _, ...withoutThreshold } = exactTitles;

    expect(measureWithheld(exactTitles, aSet(queries))).toBeUndefined();
    expect(measureWithheld(withoutThreshold, aSet(queries, ['d9']))?.errors).toBeUndefined();
  });
});

describe('measureForeign', () => {
  it('takes the questions of the other set for unanswerable', () => {
    const own = aSet([{ id: 'q1', text: '6', relevant: ['d6'] }]);
    const foreign = aSet([
      { id: 'f1', text: '9' },
      { id: 'f2', text: 'nothing' },
      { id: 'f3', text: '6' },
    ]);

    expect(measureForeign(exactTitles, own, foreign)).toEqual({
      answerable: 1,
      unanswerable: 3,
      area: 0.5,
      errors: { refused: 0, accepted: 2 / 3 },
    });
  });
});

describe('measureNdcg', () => {
  it('gives a figure for each set, in their order', () => {
    const sets = [
      aSet([{ id: 'q1', text: '6', relevant: ['d9'] }]),
      aSet([{ id: 'q1', text: '6', relevant: ['d6'] }]),
    ];

    expect(measureNdcg(exactTitles, sets)).toEqual([0, 1]);
  });
});

describe('measureCost', () => {
  it('does not count a change that cannot be found', () => {
    const docs = [{ id: 'd3', title: '3', text: '' }];

    expect(() => measureCost(exactTitles, docs, ['3'])).toThrow('d3 is not found by its new word');
  });
});

describe('the made-up records and questions', () => {
  it('are the same every time, and more of them begin with the fewer', () => {
    expect(makeRecords(3)).toEqual(makeRecords(5).slice(0, 3));
    expect(makeQuestions(3)).toEqual(makeQuestions(5).slice(0, 3));
  });

  it('have 250 words, and rare ones as real texts have', () => {
    const records = makeRecords(330);

    const words = records.map(({ title, text }) => `${title} ${text}`.split(' '));
    const distinct = new Set(words.flat().map((word) => word.toLowerCase().replace(/\.$/, '')));
    expect(words.filter(({ length }) => length !== 250)).toEqual([]);
    // 330 records are 82,500 words; the German sets of that length have 9,000 to 10,000 distinct ones, of more alike texts.
    expect(distinct.size).toBeGreaterThan(9_000);
    expect(distinct.size).toBeLessThan(15_000);
  });

  it('ask in each way as often', () => {
    const kinds = makeQuestions(40).map(({ kind }) => kind);

    expect(questionKinds.map((kind) => kinds.filter((other) => other === kind).length)).toEqual([
      10, 10, 10, 10,
    ]);
  });
});
