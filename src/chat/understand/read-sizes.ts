import type { Filter } from '../../domain/filters.ts';
import type { Around, Reading } from './message-words.ts';
import { trailingWords } from './words.ts';

const number = '(\\d{1,3}(?: \\d{3})+|\\d+)( tausend| tsd)?';
const inhabitants = '(einwohner(?:innen)?n?(?: und einwohner)?|ew|inhabitants|buerger(?:innen)?n?)';
const under = '(unter|weniger als|kleiner als|under|below|bis(?: zu)?|maximal|hoechstens)';
const over = '(ueber|mehr als|groesser als|over|above|ab|mindestens)';
/** "bis 20.000" holds 20,000, "unter 20.000" does not. */
const including = /^(?:bis|maximal|hoechstens|ab|mindestens)/;
const communes = '(?:kommunen?|staedten?|gemeinden?|verwaltungen?)';
const lead = `(?:(?:nur|mit|in|auch|bei|aus|${communes}) ){0,3}`;
/** What may follow a number that names no unit. */
const nouns = new RegExp(`^${communes}$`);
const smallest = 500;
const largest = 100_000_000;

/**
 * Takes the words that name a size: "unter 20.000 Einwohner", "zwischen 10.000 und 30.000", "kleine Kommunen". Small, middle and
 * large are the town classes of the Bundesinstitut für Bau-, Stadt- und Raumforschung: below 20,000, below 100,000, and above.
 */
export function readSizes(reading: Reading): readonly Filter[] {
  const found: Filter[] = [];
  const keep = (atLeast: number | undefined, atMost: number | undefined) => {
    const limits = [atLeast, atMost].filter((limit) => limit !== undefined);
    if (limits.some((limit) => limit < smallest || limit > largest)) {
      return false;
    }
    found.push({
      kind: 'size',
      ...(atLeast !== undefined && { atLeast }),
      ...(atMost !== undefined && { atMost }),
    });
    return true;
  };
  const between = new RegExp(
    `${lead}(?:zwischen |von )?${number} (?:und|bis(?: zu)?) ${number}(?: ${inhabitants})?`,
  );
  reading.take(between, (match, around) => {
    const [, low, lowThousand, high, highThousand, unit] = match;
    const bounds = [toNumber(low, lowThousand ?? highThousand), toNumber(high, highThousand)];
    return isSize(unit, high, around) && keep(Math.min(...bounds), Math.max(...bounds));
  });
  reading.take(new RegExp(`${lead}${under} ${number}(?: ${inhabitants})?`), (match, around) => {
    const [, word = '', digits, thousand, unit] = match;
    const limit = toNumber(digits, thousand);
    return isSize(unit, digits, around) && keep(undefined, including.test(word) ? limit : limit - 1);
  });
  reading.take(new RegExp(`${lead}${over} ${number}(?: ${inhabitants})?`), (match, around) => {
    const [, word = '', digits, thousand, unit] = match;
    const limit = toNumber(digits, thousand);
    return isSize(unit, digits, around) && keep(including.test(word) ? limit : limit + 1, undefined);
  });
  reading.take(new RegExp(`${lead}klein(?:e|en|ere|eren) ${communes}`), () => keep(undefined, 19_999));
  reading.take(new RegExp(`${lead}(?:mittelgross(?:e|en)|mittler(?:e|en)) ${communes}`), () =>
    keep(20_000, 99_999),
  );
  reading.take(new RegExp(`${lead}gross(?:e|en) ${communes}`), () => keep(100_000, undefined));
  return found;
}

/** A bare number is a size only where no other noun follows ("5000 Euro") and it is no year. */
function isSize(unit: string | undefined, digits: string | undefined, { after }: Around): boolean {
  if (unit !== undefined) {
    return true;
  }
  const isYear = /^(?:19|20)\d\d$/.test(digits ?? '');
  const ends =
    after === undefined || after.taken || trailingWords.has(after.folded) || nouns.test(after.folded);
  return ends && !isYear;
}

function toNumber(digits = '0', thousand: string | undefined): number {
  const value = Number(digits.replaceAll(' ', ''));
  return thousand === undefined || value >= 1000 ? value : value * 1000;
}
