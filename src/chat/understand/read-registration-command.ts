import type { Word } from './message-words.ts';
import {
  addingWords,
  draftNouns,
  enteringWords,
  goingOnWords,
  looseNouns,
  newWords,
  otherWords,
  ownWords,
  useCaseNouns,
  useCasePlurals,
} from './registration-words.ts';
import { framingWords } from './user-group-words.ts';
import { meaningsOf } from './word-meanings.ts';
import type { MeaningTable } from './word-meanings.ts';

/** What somebody wants with use cases of their own. */
export interface RegistrationIntent {
  readonly kind: 'register-use-case' | 'use-case-drafts';
}

/** Words; whoever writes more tells something. */
const longestCommand = 12;

type Meaning =
  | 'use-case'
  | 'use-cases'
  | 'loose'
  | 'entering'
  | 'adding'
  | 'new'
  | 'draft'
  | 'goingOn'
  | 'other'
  | 'framing';

/** Ordered: a word of two tables counts for all of them. */
const tables: MeaningTable<Meaning> = [
  ['use-case', useCaseNouns],
  ['use-cases', useCasePlurals],
  ['loose', looseNouns],
  ['entering', enteringWords],
  ['adding', addingWords],
  ['new', newWords],
  ['draft', draftNouns],
  ['goingOn', goingOnWords],
  ['other', otherWords],
  ['framing', ownWords],
  ['framing', framingWords],
];

/**
 * A message that asks to enter a use case and nothing else, politely or not, typing errors forgiven: "Anwendungsfall eintragen", "Wie
 * trage ich einen Anwendungsfall ein?", "Meine Entwürfe". One unknown word makes it a question: "Wer erfasst Anwendungsfälle?".
 */
export function readRegistrationCommand(words: readonly Word[]): RegistrationIntent | undefined {
  if (words.length > longestCommand) {
    return undefined;
  }
  const meanings = joinUseCase(words.map(({ folded }) => folded)).map((word) => meaningsOf(word, tables));
  const says = (meaning: Meaning) => meanings.some((some) => some.has(meaning));
  if (says('other') || meanings.some(({ size }) => size === 0)) {
    return undefined;
  }
  if (says('draft')) {
    return { kind: 'use-case-drafts' };
  }
  if (meanings.some((some) => some.size === 1 && some.has('goingOn'))) {
    return undefined;
  }
  if (says('entering')) {
    const isMeant = says('use-case') || says('use-cases') || says('loose');
    return isMeant ? { kind: 'register-use-case' } : undefined;
  }
  // "Neue Anwendungsfälle" are what one would like to read.
  const isNew = says('use-case') && says('new');
  const isAdded = says('adding') && (says('use-case') || says('use-cases'));
  return isNew || isAdded ? { kind: 'register-use-case' } : undefined;
}

/** "use case" is one word: people write it with a space, with a hyphen and without both. */
function joinUseCase(words: readonly string[]): readonly string[] {
  const joined: string[] = [];
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? '';
    const next = words[index + 1] ?? '';
    const isPair = word === 'use' && next.startsWith('case');
    joined.push(isPair ? `use${next}` : word);
    index += Number(isPair);
  }
  return joined;
}
