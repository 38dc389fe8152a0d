import type { Filter } from '../../domain/filters.ts';
import type { Technology } from '../../domain/use-case.ts';
import { toPhrase } from './message-words.ts';
import type { Reading } from './message-words.ts';

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
  const byName = new Map(themes.map((theme) => [toPhrase(theme), theme]));
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
