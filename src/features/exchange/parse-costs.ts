import type { Cost } from '../../domain/use-case.ts';

/** An amount with its currency before or behind it, and not the end of a range. */
const amount =
  /(?:\u20ac|\bEUR\b|\beuro\b)\s*(\d[\d.,\u00a0 ]*)|(?<![\d.,]|\d\s*(?:bis|-|\u2013)\s*)(\d[\d.,\u00a0 ]*)\s*(?:\u20ac|\bEUR\b|\beuro\b)/gi;

/**
 * Costs in people's words, one for each part between bars. The words stay as they are; an amount in euros is recognised when
 * there is exactly one. Costs are for the community at most, even in a public record.
 */
export function parseCosts(text: string): readonly Cost[] {
  const costs: Cost[] = [];
  for (const kind of text.split('|').map((part) => part.trim())) {
    const euros = findEuros(kind);
    if (kind !== '') {
      costs.push({ kind, ...(euros !== undefined && { euros }), visibility: 'community' });
    }
  }
  return costs;
}

function findEuros(text: string): number | undefined {
  const bare = /^\d[\d.,]*$/.test(text) ? text : undefined;
  const amounts =
    bare === undefined ? [...text.matchAll(amount)].map((match) => match[1] ?? match[2] ?? '') : [bare];
  const [first, second] = amounts;
  return first === undefined || second !== undefined ? undefined : parseGermanNumber(first);
}

/** "1.234,50", "1234.5" and "12 000"; undefined when dots and commas do not stand as in a number. */
export function parseGermanNumber(text: string): number | undefined {
  const digits = text.replaceAll(/[\u00a0 ]/g, '').replace(/[.,]$/, '');
  if (/^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/.test(digits)) {
    return Number(digits.replaceAll('.', '').replace(',', '.'));
  }
  return /^\d+(?:[.,]\d+)?$/.test(digits) ? Number(digits.replace(',', '.')) : undefined;
}
