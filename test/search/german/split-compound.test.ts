import { describe, expect, it } from 'vitest';
import { splitCompound } from '../../../src/search/german/split-compound.ts';

function split(term: string, known: readonly string[]): readonly string[] {
  return splitCompound(term, (part) => known.includes(part));
}

describe('splitCompound', () => {
  it('splits where both parts are known', () => {
    expect(split('schlaglocherkenn', ['schlagloch', 'erkenn'])).toEqual(['schlagloch', 'erkenn']);
  });

  it.each([
    ['verkehrsamt', ['verkehr', 'amt']],
    ['strassenschad', ['strass', 'schad']],
    ['kindergart', ['kind', 'gart']],
    ['wohnungsamt', ['wohn', 'amt']],
    ['tagespfleg', ['tag', 'pfleg']],
    ['menschenrecht', ['mensch', 'recht']],
  ])('takes the linking element out of %s', (term, parts) => {
    expect(split(term, parts)).toEqual(parts);
  });

  it('prefers few long parts to many short ones', () => {
    expect(split('schlaglocherkenn', ['schlag', 'loch', 'schlagloch', 'erkenn'])).toEqual([
      'schlagloch',
      'erkenn',
    ]);
  });

  it('splits into three', () => {
    expect(split('grundsteuerbescheid', ['grund', 'steuer', 'bescheid'])).toEqual([
      'grund',
      'steuer',
      'bescheid',
    ]);
  });

  it.each([
    ['a word that is known itself but has no parts', 'rathaus', ['rathaus']],
    ['a word of which only one part is known', 'rathaus', ['haus']],
    ['a word with a gap', 'rathausplatz', ['rat', 'platz']],
    ['a word with a very short part inside', 'grundamtbescheid', ['grund', 'amt', 'bescheid']],
    ['a short word', 'amtrat', ['amt', 'rat']],
    ['a number', '20262026', ['2026']],
  ])('does not split %s', (_, term, known) => {
    expect(split(term, known)).toEqual([]);
  });
});
