import type { Commune } from '../../src/domain/commune.ts';
import type { Chance } from './chance.ts';
import { areas, unheardOf } from './phrases.ts';
import { topics } from './topics.ts';

const frames: readonly ((sought: string) => string)[] = [
  (sought) => `Wer macht schon ${sought}?`,
  (sought) => `Gibt es Kommunen, die ${sought} einsetzen?`,
  (sought) => `Kennt jemand Erfahrungen mit ${sought}?`,
  (sought) => `Wer nutzt ${sought}?`,
  (sought) => `${sought}?`,
  (sought) => `Hallo, hat jemand von Ihnen schon einmal ${sought} ausprobiert?`,
  (sought) => sought,
];

const stageWords = ['im Einsatz', 'produktiv', 'im Pilotbetrieb', 'geplant', 'verworfen'];
const sizeWords = [
  'unter 20.000 Einwohner',
  'über 30.000 Einwohner',
  'zwischen 10.000 und 30.000 Einwohnern',
];

/**
 * A question as staff type it. Of a hundred: 47 plain, 20 with a filter, 12 with a typing error, 8 about what nobody does, 8 that
 * narrow the question before, 5 of filters alone. `first`: there is no question before.
 */
export function makeQuestion(chance: Chance, communes: readonly Commune[], first: boolean): string {
  const kind = chance.next() * (first ? 0.92 : 1);
  if (kind < 0.47) {
    return frame(chance, soughtThing(chance));
  }
  if (kind < 0.67) {
    return frame(chance, `${soughtThing(chance)} ${filterWords(chance, communes)}`);
  }
  if (kind < 0.79) {
    return frame(chance, misspell(chance, soughtThing(chance)));
  }
  if (kind < 0.87) {
    return frame(chance, chance.pick(unheardOf));
  }
  if (kind < 0.92) {
    return `Was ist ${filterWords(chance, communes)}?`;
  }
  return chance.happens(0.5) ? 'nur produktiv' : `und ${placeWords(chance, communes)}?`;
}

function frame(chance: Chance, sought: string): string {
  return chance.pick(frames)(sought);
}

function soughtThing(chance: Chance): string {
  const thing = chance.pick(chance.pick(topics).asked);
  return chance.happens(0.25) ? `${thing} ${chance.pick(areas)}` : thing;
}

function filterWords(chance: Chance, communes: readonly Commune[]): string {
  const kind = chance.next();
  return kind < 0.5 ? placeWords(chance, communes) : chance.pick(kind < 0.8 ? stageWords : sizeWords);
}

function placeWords(chance: Chance, communes: readonly Commune[]): string {
  const { kind, name } = chance.pick(communes);
  return kind === 'kreis' ? `im ${name}` : `in ${name}`;
}

/** One error in the longest word: a letter left out, doubled, or swapped with the next. */
function misspell(chance: Chance, text: string): string {
  const [longest = ''] = text.split(/[^\p{L}]+/u).sort((one, other) => other.length - one.length);
  const at = chance.between(1, Math.max(1, longest.length - 2));
  const [before, letter = '', next = '', after] = [
    longest.slice(0, at),
    longest[at],
    longest[at + 1],
    longest.slice(at + 2),
  ];
  const wrong = chance.pick([
    before + next + after,
    before + letter + letter + next + after,
    before + next + letter + after,
  ]);
  return text.replace(longest, wrong);
}
