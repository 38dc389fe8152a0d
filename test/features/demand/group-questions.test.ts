import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../../../src/config.ts';
import { groupQuestions } from '../../../src/features/demand/group-questions.ts';
import type { SearchEngine } from '../../../src/search/search-engine.ts';
import { createWorkbench } from '../../../src/workbench.ts';
import { anOpenQuestion } from '../../support/demand.ts';
import { differentPairs, samePairs } from './question-pairs.ts';

const folder = mkdtempSync(join(tmpdir(), 'demand-'));
let createEngine: () => SearchEngine;

/** The engine and the synonyms of the product. */
beforeAll(() => {
  const environment = { BOT_MODE: 'playground', STORE: 'memory', LOG_LEVEL: 'silent' };
  const { deps } = createWorkbench(readConfig({ ...environment, OPERATOR_DATA: join(folder, 'operator') }));
  createEngine = () => deps.createEngine(deps.operator.current().synonyms);
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

const everyQuestion = [...new Set([...samePairs, ...differentPairs].flat())];

/** Whether two questions are in one group: alone, whichever was asked more, and among many others. */
async function areJoined(one: string, other: string): Promise<readonly boolean[]> {
  const [often, seldom] = [{ timesAsked: 9 }, { timesAsked: 8 }];
  const many = everyQuestion.filter((sought) => sought !== one && sought !== other);
  const lists = [
    [anOpenQuestion({ sought: one, ...often }), anOpenQuestion({ sought: other, ...seldom })],
    [anOpenQuestion({ sought: other, ...often }), anOpenQuestion({ sought: one, ...seldom })],
    [
      anOpenQuestion({ sought: one, ...often }),
      anOpenQuestion({ sought: other, ...seldom }),
      ...many.map((sought) => anOpenQuestion({ sought })),
    ],
  ];
  const joined: boolean[] = [];
  for (const list of lists) {
    const groups = await groupQuestions(list, createEngine);
    joined.push(groups.some(({ wordings }) => wordings.includes(one) && wordings.includes(other)));
  }
  return joined;
}

describe('questions that mean the same', () => {
  it.each(samePairs)('"%s" and "%s" are one', async (one, other) => {
    expect(await areJoined(one, other)).toEqual([true, true, true]);
  });

  it('go by what is asked most, and count everybody once', async () => {
    const groups = await groupQuestions(
      [
        anOpenQuestion({ sought: 'Prüfung von Bauanträgen', timesAsked: 2, askers: { anna: 1, berta: 1 } }),
        anOpenQuestion({ sought: 'Bauanträge prüfen', timesAsked: 3, askers: { anna: 2, carla: 1 } }),
        anOpenQuestion({ sought: 'Blockchain', timesAsked: 4, askers: { anna: 4 } }),
        anOpenQuestion({ sought: 'Bauantragsprüfung', filters: ['stage:in_use'] }),
      ],
      createEngine,
    );

    expect(groups.map(({ wordings, timesAsked, askers }) => [wordings, timesAsked, askers.size])).toEqual([
      [['Bauanträge prüfen', 'Prüfung von Bauanträgen', 'Bauantragsprüfung'], 6, 3],
      [['Blockchain'], 4, 1],
    ]);
  });
});

describe('questions that mean something else', () => {
  it.each(differentPairs)('"%s" and "%s" are two', async (one, other) => {
    expect(await areJoined(one, other)).toEqual([false, false, false]);
  });
});

describe('1,000 questions', () => {
  it('let other work have its turn again and again while they are grouped', async () => {
    const places = Array.from(
      { length: 20 },
      (_, number) => `Stadtteil ${String.fromCodePoint(65 + number)}`,
    );
    const questions = ['', ...places]
      .flatMap((place) =>
        everyQuestion.map((sought) => anOpenQuestion({ sought: `${sought} ${place}`.trim() })),
      )
      .slice(0, 1000);
    let turns = 0;
    let isDone = false;
    const takeTurn = () => {
      turns += 1;
      if (!isDone) {
        setImmediate(takeTurn);
      }
    };
    setImmediate(takeTurn);

    await groupQuestions(questions, createEngine);
    isDone = true;

    expect(questions).toHaveLength(1000);
    // Each is learnt, and each is compared.
    expect(turns).toBeGreaterThanOrEqual(2 * (1000 / 5) - 1);
  });
});
