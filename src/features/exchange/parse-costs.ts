import { type Cost, visibilities, type Visibility } from '../../domain/use-case.ts';
import { parsePartialDate } from '../../domain/partial-date.ts';
import { parseGermanNumber } from '../../domain/written-numbers.ts';
import { splitListed } from './quoted.ts';

/** "Lizenz [1200 €; öffentlich; Stand 2025-03; im Jahr]": the amount, or that there is none, and up to three more. */
const details =
  /^(?<kind>.*) \[(?:(?<euros>\d[\d.,]*) \u20ac|ohne Betrag)(?:; (?<visibility>[^;\]]+))?(?:; Stand (?<asOf>[^;\]]+))?(?:; (?<basis>.+))?\]$/su;
export const costWords = { noAmount: 'ohne Betrag', asOf: 'Stand', unknown: 'unbekannt' } as const;

/** An amount with its currency before or behind it, and not the end of a range. */
const amount =
  /(?:\u20ac|\bEUR\b|\beuro\b)\s*(\d[\d.,\u00a0 ]*)|(?<![\d.,]|\d\s*(?:bis|-|\u2013)\s*)(\d[\d.,\u00a0 ]*)\s*(?:\u20ac|\bEUR\b|\beuro\b)/gi;

/**
 * Costs in people's words, one for each part between bars. The words stay as they are; an amount in euros is recognised when
 * there is exactly one. Costs are for the community at most, even in a public record, unless square brackets behind them say more.
 */
export function parseCosts(text: string, labels: Readonly<Record<Visibility, string>>): readonly Cost[] {
  return splitListed(text, '|').map((part) => parseDetails(part.text, labels) ?? parseWords(part.text));
}

function parseWords(kind: string): Cost {
  const euros = findEuros(kind);
  return { kind, ...(euros !== undefined && { euros }), visibility: 'community' };
}

/** Undefined without brackets, or when they do not say what they should. */
function parseDetails(text: string, labels: Readonly<Record<Visibility, string>>): Cost | undefined {
  const found = details.exec(text)?.groups;
  const euros = found?.['euros'] === undefined ? undefined : parseGermanNumber(found['euros']);
  const words = found?.['asOf'] ?? costWords.unknown;
  const asOf = words === costWords.unknown ? undefined : parsePartialDate(words);
  const label = found?.['visibility'] ?? labels.community;
  const visibility = visibilities.find((one) => labels[one] === label);
  const isWrong =
    (found?.['euros'] !== undefined && euros === undefined) ||
    (words !== costWords.unknown && asOf === undefined);
  if (found === undefined || visibility === undefined || isWrong) {
    return undefined;
  }
  const basis = found['basis'];
  return {
    kind: found['kind'] ?? '',
    ...(euros !== undefined && { euros }),
    ...(basis !== undefined && { basis }),
    ...(asOf !== undefined && { asOf }),
    visibility,
  };
}

function findEuros(text: string): number | undefined {
  const bare = /^\d[\d.,]*$/.test(text) ? text : undefined;
  const amounts =
    bare === undefined ? [...text.matchAll(amount)].map((match) => match[1] ?? match[2] ?? '') : [bare];
  const [first, second] = amounts;
  return first === undefined || second !== undefined ? undefined : parseGermanNumber(first);
}
