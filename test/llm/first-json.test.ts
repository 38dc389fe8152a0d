import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { readFirstJson } from '../../src/llm/first-json.ts';

describe('the JSON in an answer', () => {
  it.each<[string, object | undefined]>([
    ['{"a":1}', { a: 1 }],
    [' \n{"a":1}\n', { a: 1 }],
    ['```json\n{"a":{"b":"}"}}\n```', { a: { b: '}' } }],
    ['Hier ist es: {"a":"\\"{"} und {"b":2}', { a: '"{' }],
    ['{siehe oben} {"a":1}', { a: 1 }],
    ['<think>Vielleicht {"a":0}?</think>\n{"a":1}', { a: 1 }],
    ['{"a":"</think>"}', { a: '</think>' }],
    ['{"a":{"b":1},"c":', undefined],
    ['"Telefon"', undefined],
    ['null', undefined],
    ['', undefined],
  ])('of %j is %j', (text, expected) => {
    expect(readFirstJson(text)).toEqual(expected);
  });

  it('is found in whatever words stand around it', () => {
    const word = fc.string().map((text) => text.replaceAll(/[{}<]/g, ''));
    fc.assert(
      fc.property(word, fc.dictionary(fc.string(), fc.jsonValue()), word, (before, value, after) => {
        const json = JSON.stringify(value);

        expect(readFirstJson(`${before}${json}${after}`)).toEqual(JSON.parse(json));
      }),
    );
  });

  it('is given up at once in a text that only begins objects', () => {
    expect(readFirstJson('{'.repeat(1_000_000))).toBeUndefined();
    expect(readFirstJson('{} x'.repeat(250_000))).toEqual({});
    expect(readFirstJson('{a}'.repeat(300_000))).toBeUndefined();
  });
});
