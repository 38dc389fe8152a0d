import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSearchEngine } from '../../../src/search/create-search-engine.ts';
import { loadSearchEngine } from '../../../src/search/saved/load-search-engine.ts';
import { askAll, settings } from '../random-changes.ts';
import { corpusEngine, leaveHoles, load, savedBytes, withRightChecksum } from './saved.ts';
import { goldenRecords } from '../small-corpus.ts';
import { engineWith, fields, idsFor } from '../support.ts';

const questions = goldenRecords.slice(0, 20).map(({ title }) => title);

describe('loadSearchEngine', () => {
  const bytes = savedBytes(corpusEngine());
  const expected = askAll(corpusEngine(), questions);

  it('refuses an index of other fields, other spelling or other code', () => {
    const saved = savedBytes(createSearchEngine({ fields, codeVersion: 'one' }));
    const { title, summary } = fields;
    const others = [
      { fields },
      { fields, codeVersion: 'two' },
      { fields: { title, summary }, codeVersion: 'one' },
      { fields: { ...fields, title: { weight: 9, lengthNormalisation: 0 } }, codeVersion: 'one' },
      { fields, codeVersion: 'one', tuning: { stemming: false } },
      { fields, codeVersion: 'one', tuning: { folding: false } },
    ];

    expect(loadSearchEngine({ fields, codeVersion: 'one' }, saved)).toBeDefined();
    expect(others.map((other) => loadSearchEngine(other, saved))).toEqual(others.map(() => undefined));
  });

  it('refuses an index with any byte changed', () => {
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const broken = bytes.slice();
        broken[at] = (broken[at] ?? 0) ^ change;

        expect(loadSearchEngine(settings, broken)).toBeUndefined();
      }),
      { numRuns: 500 },
    );
  });

  it('refuses an index that is cut off, or followed by something', () => {
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.uint8Array({ minLength: 1, maxLength: 9 }), (end, more) => {
        expect(loadSearchEngine(settings, bytes.subarray(0, end))).toBeUndefined();
        expect(loadSearchEngine(settings, Buffer.concat([bytes, more]))).toBeUndefined();
      }),
      { numRuns: 300 },
    );
  });

  it('refuses what is no index at all', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (noise) => {
        expect(loadSearchEngine(settings, noise)).toBeUndefined();
        expect(loadSearchEngine(settings, Buffer.from(`SQLite format 3\0${noise.join('')}`))).toBeUndefined();
      }),
    );
  });

  it('refuses what contradicts itself although the checksum is right', () => {
    const engine = engineWith('Amt', 'Bot');
    const right = savedBytes(engine);
    const idsAt = Buffer.from(right).indexOf('AmtBot');
    const termsAt = Buffer.from(right).indexOf('amtbot');
    const changedWord = (index: number, change: number) => {
      const words = new Uint32Array(right.slice().buffer);
      words[index] = (words[index] ?? 0) + change;
      return new Uint8Array(words.buffer);
    };
    const firstId = idsAt / 4;
    // At the end: the grams' terms; of the title two lists of one document and two lengths; nothing of two fields; the checksum.
    const end = right.length / 4;
    const contradicting = {
      'another format': changedWord(2, 1),
      'another number of documents': changedWord(firstId - 6, -1),
      'an id longer than it is': changedWord(firstId - 4, 1),
      'the same id twice': right.slice().copyWithin(idsAt + 3, idsAt, idsAt + 3),
      'the same term twice': right.slice().copyWithin(termsAt + 3, termsAt, termsAt + 3),
      'a gram of a term that there is not': changedWord(end - 16, 1),
      'a word of a document that there is not': changedWord(end - 12, 0x100),
      'something more at the end': new Uint8Array(Buffer.concat([right, Buffer.alloc(4)])),
    };

    expect(loadSearchEngine({ fields }, withRightChecksum(right))).toBeDefined();
    for (const [what, bytesOf] of Object.entries(contradicting)) {
      expect([what, loadSearchEngine({ fields }, withRightChecksum(bytesOf))]).toEqual([what, undefined]);
    }
  });

  it('never finds a document that there is not, whatever single word is wrong', () => {
    const right = savedBytes(engineWith('Amt', 'Bot'));
    const counted = { refused: 0, loaded: 0 };
    for (let at = 0; at < right.length / 4 - 1; at += 1) {
      for (const value of [0, 1, 2, 3, 0x2ff, 0xffffffff]) {
        const words = new Uint32Array(right.slice().buffer);
        words[at] = value;
        const engine = loadSearchEngine({ fields }, withRightChecksum(new Uint8Array(words.buffer)));
        const found = engine && [...idsFor(engine, 'Amt'), ...idsFor(engine, 'Bot')];
        counted[engine === undefined ? 'refused' : 'loaded'] += 1;

        expect(found?.filter((id) => engine?.versionOf(id) === undefined) ?? []).toEqual([]);
      }
    }

    expect(counted.refused).toBeGreaterThan(counted.loaded);
  });

  it('lives with words that are wrong although the checksum is right', () => {
    const wrongWord = fc.record({
      at: fc.nat(bytes.length / 4 - 2),
      value: fc.oneof(fc.nat(40), fc.integer({ min: 0, max: 0xffffffff })),
    });
    let refused = 0;
    fc.assert(
      fc.property(fc.array(wrongWord, { minLength: 1, maxLength: 3 }), (wrong) => {
        const words = new Uint32Array(bytes.slice().buffer);
        for (const { at, value } of wrong) {
          words[at] = value;
        }
        const engine = loadSearchEngine(settings, withRightChecksum(new Uint8Array(words.buffer)));
        refused += Number(engine === undefined);
        if (engine !== undefined) {
          askAll(engine, questions);
          leaveHoles(engine);
          savedBytes(engine);
        }
      }),
      { numRuns: 500 },
    );

    expect(askAll(load(withRightChecksum(bytes)), questions)).toEqual(expected);
    expect(refused).toBeGreaterThan(50);
  });
});
