import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { IndexChangedError } from '../../../src/search/saved/index-format.ts';
import { loadSearchEngine } from '../../../src/search/saved/load-search-engine.ts';
import type { SearchDocument, SearchEngine } from '../../../src/search/search-engine.ts';
import { askAll, changes, freshEngine, make, text } from '../random-changes.ts';
import { corpusEngine, leaveHoles, load, savedBytes } from './saved.ts';
import { goldenRecords } from '../small-corpus.ts';
import { ask, engineWith, fields, idsFor } from '../support.ts';

describe('a loaded engine', () => {
  it('answers to the last digit as a fresh one, also after further changes, in whatever order they came', () => {
    fc.assert(
      fc.property(changes, changes, fc.array(text, { minLength: 1 }), (before, after, asked) => {
        const documents = new Map<string, SearchDocument>();
        const saved = freshEngine([]);
        make(before, saved, documents);
        const loaded = load(savedBytes(saved));
        const first = [loaded.size, askAll(loaded, asked)];
        const firstExpected = [documents.size, askAll(freshEngine(documents.values()), asked)];
        make(after, loaded, documents);
        const again = load(savedBytes(loaded));
        const expected = askAll(freshEngine(documents.values()), asked);

        expect(first).toEqual(firstExpected);
        expect(askAll(loaded, asked)).toEqual(expected);
        expect(askAll(again, asked)).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });

  it('knows with which version each document was put', () => {
    const engine = engineWith('Schlagloch');
    engine.put({ id: 'a', fields: { title: 'Hochwasser' } }, 'first');
    engine.put({ id: 'a', fields: { title: 'Hochwasser' } }, 'second');
    engine.put({ id: 'b', fields: { title: 'Radwege' } }, 'third');
    engine.remove('b');

    const loaded = loadSearchEngine({ fields }, savedBytes(engine));

    expect([...(loaded?.ids ?? [])]).toEqual(['Schlagloch', 'a']);
    expect(['Schlagloch', 'a', 'b'].map((id) => loaded?.versionOf(id))).toEqual(['', 'second', undefined]);
  });

  it('may be empty', () => {
    const loaded = load(savedBytes(freshEngine([])));
    loaded.put({ id: 'a', fields: { title: 'Hochwasser' } });

    expect(idsFor(loaded, 'Hochwasser')).toEqual(['a']);
  });

  it('keeps every text as it is: letters outside of the first plane, halves of them, byte order marks', () => {
    const strange = ['𐌰𐌱𐌲𐌳𐌴', `${'x'.repeat(59)}𐌰𐌱`, 'Ελληνικά', '漢字'];
    const engine = engineWith(...strange);
    const ids = ['\uFEFFa', 'a', '\uD800', '\uDC00', ''];
    for (const id of ids) {
      engine.put({ id, fields: { title: 'Radwege' } }, id);
    }

    const loaded = loadSearchEngine({ fields }, savedBytes(engine)) ?? engineWith();

    expect([...loaded.ids]).toEqual([...strange, ...ids]);
    expect(ids.map((id) => loaded.versionOf(id))).toEqual(ids);
    expect(strange.map((title) => ask(loaded, title))).toEqual(strange.map((title) => ask(engine, title)));
    expect(strange.map((title) => idsFor(loaded, title, 1))).toEqual(strange.map((title) => [title]));
  });

  it('is as good with other synonyms, which matter to questions only', () => {
    const bytes = savedBytes(engineWith('Drohnenflug', 'Radwege'));

    const loaded = loadSearchEngine({ fields, synonyms: [['UAV', 'Drohnenflug']] }, bytes) ?? engineWith();

    expect(idsFor(loaded, 'UAV')).toEqual(['Drohnenflug']);
  });

  it('reads bytes that begin anywhere in memory', () => {
    const bytes = savedBytes(corpusEngine());
    const shifted = new Uint8Array(bytes.length + 1);
    shifted.set(bytes, 1);

    expect(load(shifted.subarray(1)).size).toBe(goldenRecords.length);
  });
});

describe('a saved index', () => {
  it('holds nothing of documents that are gone', () => {
    const engine = corpusEngine();
    leaveHoles(engine);
    const before = savedBytes(engine).length;
    engine.put({ id: 'x', fields: { title: 'Canaryfund' } }, 'canaryversion');
    const withCanary = Buffer.from(savedBytes(engine));
    engine.put({ id: 'x', fields: { title: 'Amt' } });
    engine.remove('x');
    const bytes = Buffer.from(savedBytes(engine));

    expect(['canaryfund', 'canaryversion', 'cana'].map((word) => withCanary.includes(word))).toEqual([
      true,
      true,
      true,
    ]);
    expect(['canary', 'cana', 'zebra', 'hole-'].filter((word) => bytes.includes(word))).toEqual([]);
    expect(bytes.length).toBe(before);
    expect(bytes.length).toBe(savedBytes(corpusEngine()).length);
  });

  it('comes in small chunks', () => {
    const engine = engineWith(...Array.from({ length: 3000 }, (_, index) => `Straße Nummer${index}`));
    const sizes = [...engine.save()].map((chunk) => chunk.length);

    expect(sizes.length).toBeGreaterThan(5);
    expect(Math.max(...sizes)).toBeLessThan(200_000);
  });

  it.each([
    ['put', (engine: SearchEngine) => engine.put({ id: 'Radwege', fields: {} })],
    ['removed', (engine: SearchEngine) => engine.remove('Radwege')],
  ])('is given up when a document is %s meanwhile', (_, change) => {
    const engine = engineWith('Radwege', 'Schlagloch');
    const chunks = engine.save()[Symbol.iterator]();
    chunks.next();
    change(engine);

    expect(() => chunks.next()).toThrow(IndexChangedError);
  });
});
