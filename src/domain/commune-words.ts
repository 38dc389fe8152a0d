/** Words that say "town or municipality" and are not part of the name; folded. */
export const townWords = new Map<string, 'stadt' | 'gemeinde' | 'either'>([
  ['stadt', 'stadt'],
  ['stadtverwaltung', 'stadt'],
  ['hansestadt', 'stadt'],
  ['kreisstadt', 'stadt'],
  ['hochschulstadt', 'stadt'],
  ['universitaetsstadt', 'stadt'],
  ['wallfahrtsstadt', 'stadt'],
  ['waldstadt', 'stadt'],
  ['bergstadt', 'stadt'],
  ['kurstadt', 'stadt'],
  ['gemeinde', 'gemeinde'],
  ['gemeindeverwaltung', 'gemeinde'],
  ['rathaus', 'either'],
  ['kommune', 'either'],
]);
export const districtWords = new Set([
  'kreis',
  'kreises',
  'kreise',
  'landkreis',
  'landkreises',
  'kreisverwaltung',
  'kr',
]);
export const fillers = new Set('die der das des den dem in im aus von bei zu fuer'.split(' '));
/** Regions around every commune of the list; they neither help nor harm. */
export const regions = new Set(
  'nrw nordrhein westfalen westf suedwestfalen siegerland deutschland'.split(' '),
);

export interface Words {
  readonly tokens: readonly string[];
  /** What stood in brackets, one list for each pair. */
  readonly qualifiers: readonly (readonly string[])[];
}

export function fold(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/(?<=[aou])\u0308/g, 'e')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll('\u00df', 'ss')
    .trim();
}

export function toWords(text: string): Words {
  const qualifiers: string[][] = [];
  const rest = fold(text)
    .replaceAll(/\bkreis\s*-\s*und\s/g, ' ')
    .replaceAll(/\(([^()]*)\)/g, (_, inside: string) => {
      qualifiers.push(toTokens(inside));
      return ' ';
    });
  return { tokens: toTokens(rest), qualifiers };
}

export function toTokens(text: string): string[] {
  return text.split(/[^\p{L}\p{N}]+/u).filter((token) => token !== '');
}

/** "Kreis Olpe" → olpe, "Hochsauerlandkreis" → hochsauerland. */
export function withoutDistrictWord(tokens: readonly string[]): readonly string[] {
  return tokens
    .filter((token) => !districtWords.has(token))
    .map((token) => token.replace(/(?<=.)kreis$/, ''));
}
