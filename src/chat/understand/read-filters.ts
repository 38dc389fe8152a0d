import type { Filter } from '../../domain/filters.ts';
import type { Stage } from '../../domain/stage.ts';
import type { Technology } from '../../domain/use-case.ts';
import { foldedPhrase, toWords } from './message-words.ts';
import type { Reading } from './message-words.ts';

const stagePatterns: readonly (readonly [RegExp, Stage])[] = [
  [/(?:geprueft und )?(?:verworfen\w*|abgelehnt\w*)|verwirft|verwarf|nicht weiterverfolgt/, 'rejected'],
  [/(?:wieder )?eingestellt\w*|abgeschaltet\w*|stillgelegt\w*/, 'retired'],
  [
    /(?:schon |bereits )?(?:im|in) (?:produktivem |echtem |vollem )?(?:einsatz|betrieb|produktivbetrieb|echtbetrieb|regelbetrieb|wirkbetrieb)/,
    'in_use',
  ],
  [/produktiv\w*|live|in production/, 'in_use'],
  [
    /(?:im |als |in der |in einem )?pilot(?:projekt\w*|betrieb|phase|ierung|iert|ieren|en)?|(?:im |in der )?test(?:betrieb|phase)|erprob(?:t|en)|testet|testen/,
    'pilot',
  ],
  [/in (?:der )?entwicklung|entwickelt|entwickeln/, 'in_development'],
  [/geplant\w*|plant|planen|in planung/, 'planned'],
  [/(?:nur |als |stand |erst eine )(?:ideen?|idee)/, 'idea'],
];

/** Takes the words that name a stage. */
export function readStages(reading: Reading): readonly Filter[] {
  const found: Filter[] = [];
  for (const [pattern, stage] of stagePatterns) {
    reading.take(
      new RegExp(`(?:(?:nur|auch|noch|stand|die|im stand|status) ){0,3}(?:${pattern.source})`),
      () => {
        found.push({ kind: 'stage', stage });
        return true;
      },
    );
  }
  return found;
}

const number = '(\\d{1,3}(?: \\d{3})+|\\d+)( tausend| tsd)?';
const inhabitants = '(?:einwohner(?:innen)?n?(?: und einwohner)?|ew|inhabitants|buerger(?:innen)?n?)';
const under = '(unter|weniger als|kleiner als|under|below|bis(?: zu)?|maximal|hoechstens)';
const over = '(ueber|mehr als|groesser als|over|above|ab|mindestens)';
/** "bis 20.000" holds 20,000, "unter 20.000" does not. */
const including = /^(?:bis|maximal|hoechstens|ab|mindestens)/;
const noun = '(?:kommunen?|staedten?|gemeinden?|verwaltungen?)';

/**
 * Takes the words that name a size: "unter 20.000 Einwohner", "zwischen 10.000 und 30.000", "kleine Kommunen". Small, middle and
 * large are the town classes of the Bundesinstitut für Bau-, Stadt- und Raumforschung: below 20,000, below 100,000, and above.
 */
export function readSizes(reading: Reading): readonly Filter[] {
  const found: Filter[] = [];
  const keep = (atLeast: number | undefined, atMost: number | undefined) => {
    found.push({
      kind: 'size',
      ...(atLeast !== undefined && { atLeast }),
      ...(atMost !== undefined && { atMost }),
    });
    return true;
  };
  const lead = '(?:(?:nur|mit|in|auch|bei|kommunen|staedten?|gemeinden) ){0,3}';
  reading.take(new RegExp(`${lead}zwischen ${number} und ${number}(?: ${inhabitants})?`), (match) =>
    keep(toNumber(match[1], match[2]), toNumber(match[3], match[4])),
  );
  reading.take(new RegExp(`${lead}${under} ${number}(?: ${inhabitants})?`), (match) => {
    const limit = toNumber(match[2], match[3]);
    return limit >= 500 && keep(undefined, including.test(match[1] ?? '') ? limit : limit - 1);
  });
  reading.take(new RegExp(`${lead}${over} ${number}(?: ${inhabitants})?`), (match) => {
    const limit = toNumber(match[2], match[3]);
    return limit >= 500 && keep(including.test(match[1] ?? '') ? limit : limit + 1, undefined);
  });
  reading.take(new RegExp(`${lead}klein(?:e|en|ere|eren) ${noun}`), () => keep(undefined, 19_999));
  reading.take(new RegExp(`${lead}(?:mittelgross(?:e|en)|mittler(?:e|en)) ${noun}`), () =>
    keep(20_000, 99_999),
  );
  reading.take(new RegExp(`${lead}gross(?:e|en) ${noun}`), () => keep(100_000, undefined));
  return found;
}

function toNumber(digits = '0', thousand: string | undefined): number {
  return Number(digits.replaceAll(' ', '')) * (thousand === undefined ? 1 : 1000);
}

const technologyPatterns: readonly (readonly [RegExp, Technology])[] = [
  [/generative(?:r|n)? ki|sprachmodell(?:en?)?|llms?/, 'generative'],
  [/sprachverarbeitung|nlp/, 'nlp'],
  [/bilderkennung|bildverarbeitung|computer vision/, 'computer_vision'],
  [/prognosen?|vorhersagen?|predictive/, 'predictive'],
  [/ki agenten|agenten/, 'agentic'],
  [/regelwerk(?:en)?|regelbasiert(?:e|en|er)?/, 'rules'],
  [/rpa|robotic process automation|softwarerobotern?/, 'rpa'],
];

/** Takes a technology only where a word says that it is meant as one: "mit Bilderkennung", "nur RPA", "Technik: NLP". */
export function readTechnologies(reading: Reading): readonly Filter[] {
  const found: Filter[] = [];
  for (const [pattern, technology] of technologyPatterns) {
    reading.take(
      new RegExp(`(?:und )?(?:mit|per|nur|mittels|technik|technologie) (?:${pattern.source})`),
      () => {
        found.push({ kind: 'technology', technology });
        return true;
      },
    );
  }
  return found;
}

/** Takes a theme of the records behind "Thema", "Themenfeld" or "im Bereich". */
export function readThemes(reading: Reading, themes: readonly string[]): readonly Filter[] {
  const byName = new Map(themes.map((theme) => [foldedPhrase(toWords(theme)), theme]));
  if (byName.size === 0) {
    return [];
  }
  const found: Filter[] = [];
  const names = [...byName.keys()].sort((one, other) => other.length - one.length).join('|');
  const lead = '(?:(?:und|nur|zum|im|aus dem|beim|fuer den|fuer das|das|den) ){0,3}';
  const nouns = '(?:thema|themen|themenfeld|bereich|handlungsfeld|themenbereich)';
  reading.take(new RegExp(`${lead}${nouns} (${names})`), (match) => {
    const theme = byName.get(match[1] ?? '');
    if (theme !== undefined) {
      found.push({ kind: 'theme', theme });
    }
    return theme !== undefined;
  });
  return found;
}
