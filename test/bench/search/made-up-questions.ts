import { Chance } from '../chance.ts';
import { areas } from '../phrases.ts';
import { topics } from '../topics.ts';
import { MadeUpWords } from './made-up-words.ts';

export const questionKinds = ['short', 'sentence', 'typing error', 'compound'] as const;
export type QuestionKind = (typeof questionKinds)[number];

export interface MadeUpQuestion {
  readonly kind: QuestionKind;
  readonly text: string;
}

const frames: readonly ((sought: string) => string)[] = [
  (sought) => `Wer macht schon ${sought}?`,
  (sought) => `Gibt es Kommunen, die ${sought} einsetzen?`,
  (sought) => `Kennt jemand von Ihnen Erfahrungen mit ${sought} und kann etwas dazu sagen?`,
  (sought) => `Wir suchen eine Stadt, in der ${sought} schon läuft. Wer kann helfen?`,
];

/** Questions about made-up records, each kind as often as the others. The same number gives the same questions. */
export function makeQuestions(count: number): MadeUpQuestion[] {
  const chance = new Chance(21);
  const words = new MadeUpWords(22);
  return Array.from({ length: count }, (_, index) => {
    const kind = questionKinds[index % questionKinds.length] ?? 'short';
    return { kind, text: makeQuestion(kind, chance, words) };
  });
}

function makeQuestion(kind: QuestionKind, chance: Chance, words: MadeUpWords): string {
  switch (kind) {
    case 'short':
      return soughtThing(chance, words);
    case 'sentence':
      return chance.pick(frames)(`${soughtThing(chance, words)} ${chance.pick(areas)}`);
    case 'typing error':
      return misspell(chance, soughtThing(chance, words));
    case 'compound':
      return chance.happens(0.5)
        ? words.nextCompound()
        : `${words.nextCompound()} ${words.nextContentWord()}`;
  }
}

function soughtThing(chance: Chance, words: MadeUpWords): string {
  const topic = chance.pick(chance.pick(topics).asked);
  const other = Array.from({ length: chance.between(1, 3) }, () => words.nextContentWord()).join(' ');
  return chance.pick([topic, other, `${topic} ${other}`]);
}

/** In the longest word a letter is left out, doubled, or swapped with the next. */
function misspell(chance: Chance, text: string): string {
  const [longest = ''] = text.split(' ').sort((one, other) => other.length - one.length);
  const at = chance.between(1, Math.max(1, longest.length - 2));
  const [before, letter, next, after] = [
    longest.slice(0, at),
    longest.charAt(at),
    longest.charAt(at + 1),
    longest.slice(at + 2),
  ];
  const wrong = chance.pick([next, letter + letter + next, next + letter]);
  return text.replace(longest, before + wrong + after);
}
