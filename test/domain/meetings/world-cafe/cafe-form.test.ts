import { describe, expect, it } from 'vitest';
import { topicRequestId } from '../../../../src/domain/ids.ts';
import {
  checkCafe,
  checkWishes,
  toCafeFields,
} from '../../../../src/domain/meetings/world-cafe/cafe-form.ts';
import type { TypedCafe } from '../../../../src/domain/meetings/world-cafe/cafe-form.ts';

const topics = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map(topicRequestId);
const right: TypedCafe = {
  tables: '6',
  seatsPerTable: '12',
  rounds: '3',
  minutes: '25',
  topics: 'a,b,c,d,e,f',
};

function problemsOf(typed: TypedCafe, persons = 0) {
  const checked = checkCafe({ ...right, ...typed }, { persons, offered: topics });
  return checked.kind === 'invalid' ? checked.problems : [];
}

describe('the settings of a World Café', () => {
  it('are taken over as they are typed', () => {
    const typed = { ...right, tables: ' 6 ', topics: 'b,a,c,d,e,f,a' };

    expect(checkCafe(typed, { persons: 72, offered: topics })).toEqual({
      kind: 'valid',
      settings: {
        topics: ['b', 'a', 'c', 'd', 'e', 'f'],
        seatsPerTable: 12,
        rounds: 3,
        minutes: 25,
      },
    });
  });

  it.each([
    ['tables', ['', '1', '21', '-1', '2.5', 'sechs', '6\u202e', '٦'.repeat(9)]],
    ['seatsPerTable', ['', '1', '31', '0', '-1', '2,5', 'zwanzig']],
    ['rounds', ['', '0', '9', 'drei']],
    ['minutes', ['', '4', '121', '25 min']],
  ] as const)('name the field %s where no number in its limits stands', (field, all) => {
    for (const typed of all) {
      const wrong = problemsOf({ [field]: typed });

      // A mark that cannot be seen is taken away: a number is left.
      const expected = typed === '6\u202e' ? [] : [{ field, problem: 'no-number' }];
      expect(wrong).toEqual(expected);
    }
  });

  it('say how many seats are missing, and what would be enough', () => {
    expect(problemsOf({}, 72)).toEqual([]);
    expect(problemsOf({}, 73)).toEqual([
      { field: 'seatsPerTable', problem: 'too-few-seats', persons: 73, missing: 1, enough: 13 },
    ]);
    expect(problemsOf({ tables: '2', topics: 'a,b', rounds: '2' }, 100)).toEqual([
      { field: 'seatsPerTable', problem: 'too-few-seats', persons: 100, missing: 76 },
    ]);
  });

  it('have no more rounds than tables', () => {
    expect(problemsOf({ tables: '2', topics: 'a,b', rounds: '2' })).toEqual([]);
    expect(problemsOf({ tables: '2', topics: 'a,b' })).toEqual([
      { field: 'rounds', problem: 'more-than-tables', tables: 2 },
    ]);
  });

  it('have one topic for each table, of those that are offered', () => {
    expect(problemsOf({ topics: 'a,b,c,d' })).toEqual([
      { field: 'topics', problem: 'too-few', chosen: 4, tables: 6 },
    ]);
    expect(problemsOf({ topics: 'a,b,c,d,e,f,g' })).toEqual([
      { field: 'topics', problem: 'too-many', chosen: 7, tables: 6 },
    ]);
    expect(problemsOf({ topics: 'a,b,c,d,e,x' })).toEqual([{ field: 'topics', problem: 'unknown' }]);
    expect(problemsOf({ topics: '' })).toEqual([
      { field: 'topics', problem: 'too-few', chosen: 0, tables: 6 },
    ]);
  });

  it('come back as they were typed, no longer than a line', () => {
    const typed = { ...right, tables: 'viele', seatsPerTable: '9'.repeat(500), minutes: 'lang\nlang' };

    expect(checkCafe(typed, { persons: 0, offered: topics })).toMatchObject({
      kind: 'invalid',
      fields: {
        tables: 'viele',
        seatsPerTable: '9'.repeat(60),
        rounds: '3',
        minutes: 'lang lang',
        topics: ['a', 'b', 'c', 'd', 'e', 'f'],
      },
    });
  });

  it('begin with six tables of twelve, three rounds of 25 minutes and the first topics that are offered', () => {
    expect(toCafeFields(undefined, topics)).toEqual({
      tables: '6',
      seatsPerTable: '12',
      rounds: '3',
      minutes: '25',
      topics: topics.slice(0, 6),
    });
  });
});

describe('wishes', () => {
  const [a, b, c] = ['a', 'b', 'c'].map(topicRequestId);
  const strange = topicRequestId('x');

  it('are in the order of the fields; what was left empty is left out', () => {
    expect(checkWishes([b, undefined, a], topics)).toEqual({ kind: 'valid', topics: [b, a] });
    expect(checkWishes([], topics)).toEqual({ kind: 'valid', topics: [] });
  });

  it('name each topic once, and those alone that have a table', () => {
    expect(checkWishes([a, b, a], topics)).toEqual({
      kind: 'invalid',
      problem: 'twice',
      topics: [a, b, a],
    });
    expect(checkWishes([a, strange, c], topics)).toMatchObject({ kind: 'invalid', problem: 'unknown' });
  });
});
