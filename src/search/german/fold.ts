const umlauts: Readonly<Record<string, string>> = {
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'oe',
};

/**
 * One spelling for what people write in several ways: lower case, ä as ae, ß as ss, accents dropped, and the
 * compatibility forms of Unicode (ligatures, full width, decomposed umlauts) as plain letters.
 */
export function fold(text: string): string {
  const lower = text.normalize('NFKC').toLowerCase();
  if (/^[a-z0-9]*$/.test(lower)) {
    return lower;
  }
  return lower
    .replace(/[äöüßæœø]/g, (letter) => umlauts[letter] ?? letter)
    .normalize('NFD')
    .replace(/\p{M}+/gu, '');
}
