import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SentenceCutter } from '../../../../src/features/ask/grounding/cut-sentences.ts';
import type { CitedSentence } from '../../../../src/features/ask/grounding/cut-sentences.ts';

function cut(pieces: readonly string[]): readonly CitedSentence[] {
  const cutter = new SentenceCutter();
  const sentences = pieces.flatMap((piece) => cutter.add(piece));
  const last = cutter.end();
  return last === undefined ? sentences : [...sentences, last];
}

describe('an answer that is cut into sentences', () => {
  it.each([
    ['before the full stop', 'Menden nutzt es [1]. Hemer plant es [2].', [[1], [2]]],
    ['behind the full stop', 'Menden nutzt es.[1] Hemer plant es. [2]', [[1], [2]]],
    ['several, one twice', 'Menden nutzt es [1][2] [1]. Hemer plant es [3].', [[1, 2], [3]]],
    ['without a full stop', 'Menden nutzt es [1] Hemer plant es [2]', [[1], [2]]],
    ['none at the end', 'Menden nutzt es [1]. Hemer plant es.', [[1], []]],
    ['in the middle alone', 'Menden [1] nutzt es.', [[1], []]],
  ])('has the citations that stand %s', (_, text, cited) => {
    expect(cut([text]).map((sentence) => sentence.cited)).toEqual(cited);
  });

  it('says what it says without them', () => {
    expect(cut(['Am 3. Dezember 2026 beginnt es z. B. in Menden [1][2]. Und dann?'])).toEqual([
      {
        text: 'Am 3. Dezember 2026 beginnt es z. B. in Menden [1][2].',
        claim: 'Am 3. Dezember 2026 beginnt es z. B. in Menden',
        cited: [1, 2],
      },
      { text: 'Und dann?', claim: 'Und dann', cited: [] },
    ]);
  });

  it('gives a sentence away when the next one begins, and not before its last citation', () => {
    const cutter = new SentenceCutter();

    const given = ['Menden nutzt es [1', '2]', '[3]', '.', ' ', 'H', 'emer [4].'].map((piece) =>
      cutter.add(piece),
    );

    expect(given.map((sentences) => sentences.map(({ cited }) => cited))).toEqual([
      [],
      [],
      [],
      [],
      [],
      [[12, 3]],
      [],
    ]);
    expect(cutter.end()?.cited).toEqual([4]);
  });

  it('is the same however it is cut into pieces', () => {
    const parts = fc.constantFrom(
      'Menden',
      ' nutzt',
      ' es',
      ' [1]',
      '[2]',
      '.',
      ' ',
      '!',
      ' Hemer',
      '[',
      ']',
      '1',
      'z. B.',
      '\n',
    );
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 30 }), fc.array(fc.nat(40), { maxLength: 8 }), (words, at) => {
        const text = words.join('');
        const ends = [...new Set(at.map((position) => position % (text.length + 1)))].sort((a, b) => a - b);
        const pieces = [0, ...ends].map((start, index) => text.slice(start, ends[index] ?? text.length));

        expect(cut(pieces)).toEqual(cut([text]));
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    ['blanks', ' '],
    ['full stops', '.'],
    ['citations', '[1]'],
    ['citations apart', '[1] '],
  ])('does not search for ever in %s that come at once', (_, unit) => {
    const cutter = new SentenceCutter();

    const sentences = cutter.add(`Menden${unit.repeat(400_000)}x`);

    expect(sentences).toEqual([]);
    expect(cutter.isEndless).toBe(true);
  });

  it('knows no source by a number that Teams would not show', () => {
    expect(cut(['Menden nutzt es [01].']).map(({ cited }) => cited)).toEqual([[0]]);
  });

  it('does not wait for ever', () => {
    const cutter = new SentenceCutter();
    cutter.add('ohne Ende '.repeat(70));

    expect(cutter.isEndless).toBe(true);
  });
});
