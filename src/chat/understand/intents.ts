import type { Commune } from '../../domain/commune.ts';
import type { Filter } from '../../domain/filters.ts';
import type { CommuneId } from '../../domain/ids.ts';
import type { Question } from '../../domain/question.ts';
import { foldedPhrase, Reading } from './message-words.ts';
import type { Word } from './message-words.ts';
import { readPlaces } from './places.ts';
import { readSizes, readStages, readTechnologies, readThemes } from './read-filters.ts';
import { readSought } from './sought.ts';
import {
  backWords,
  commands,
  greetings,
  greetingsCore,
  insultFrames,
  insults,
  moreWords,
  narrowingWords,
  pronouns,
  thanks,
  thanksCore,
  widenWords,
} from './words.ts';

/** What a person meant with a message. */
export type Intent =
  | { readonly kind: 'question'; readonly question: Question }
  /** Narrows the question before: "nur produktiv", "Macht das schon jemand außer Menden?"; without filters it asks again. */
  | { readonly kind: 'narrow'; readonly filters: readonly Filter[] }
  /** Another thing under the filters of before: "und Chatbots?". */
  | { readonly kind: 'instead'; readonly sought: string; readonly filters: readonly Filter[] }
  | { readonly kind: 'widen' }
  | { readonly kind: 'more' }
  | { readonly kind: 'back' }
  | { readonly kind: 'help' | 'privacy' | 'my-data' | 'erase-my-data' | 'choose-commune' }
  | { readonly kind: 'greeting' | 'thanks' | 'insult' | 'nonsense' }
  /** A question without a thing sought: "Wer macht schon?". */
  | { readonly kind: 'unclear' };

/** What the words are understood against. */
export interface Vocabulary {
  readonly communes: ReadonlyMap<CommuneId, Commune>;
  readonly themes: readonly string[];
}

/** Understands a message by its words alone; the same message always means the same. */
export function understand(message: string, vocabulary: Vocabulary): Intent {
  const reading = new Reading(message);
  const phrase = foldedPhrase(reading.words);
  const command = commands.get(phrase) ?? (message.trim() === '?' ? 'help' : undefined);
  if (command !== undefined) {
    return { kind: command };
  }
  if (moreWords.has(phrase)) {
    return { kind: 'more' };
  }
  if (backWords.has(phrase)) {
    return { kind: 'back' };
  }
  if (widenWords.has(phrase)) {
    return { kind: 'widen' };
  }
  return smallTalk(reading.words) ?? toQuestion(reading, vocabulary);
}

function smallTalk(words: readonly Word[]): Intent | undefined {
  if (words.every(({ folded }) => isNoise(folded))) {
    return { kind: 'nonsense' };
  }
  const greets = words.some(({ folded }) => greetingsCore.has(folded));
  if (words.length <= 5 && greets && words.every(({ folded }) => greetings.has(folded))) {
    return { kind: 'greeting' };
  }
  const saysThanks = words.some(({ folded }) => thanksCore.has(folded));
  if (words.length <= 10 && saysThanks && words.every(({ folded }) => thanks.has(folded))) {
    return { kind: 'thanks' };
  }
  const insulting = words.some(({ folded }) => insults.has(folded));
  if (insulting && words.every(({ folded }) => insults.has(folded) || insultFrames.has(folded))) {
    return { kind: 'insult' };
  }
  return undefined;
}

/** Keyboard rows, one letter over and over, or no vowel in a long word. */
function isNoise(word: string): boolean {
  return (
    /^(\p{L})\1{2,}$/u.test(word) ||
    /asdf|sdfg|dfgh|fghj|ghjk|hjkl|qwert|wertz|yxcv|xcvb|cvbn/.test(word) ||
    (word.length >= 5 && !/[aeiouy\d]/.test(word) && /^[a-z]+$/.test(word)) ||
    /^\d{1,3}$/.test(word)
  );
}

function toQuestion(message: Reading, vocabulary: Vocabulary): Intent {
  const intent = readQuestion(message, vocabulary, readTechnologies);
  const soughtNothing = intent.kind === 'question' && intent.question.sought === '';
  // "Erfahrung mit RPA": the technology is itself what is sought.
  return soughtNothing ? readQuestion(new Reading(message.text), vocabulary, () => []) : intent;
}

function readQuestion(
  reading: Reading,
  vocabulary: Vocabulary,
  readTechnology: (reading: Reading) => readonly Filter[],
): Intent {
  const filters = [
    ...readSizes(reading),
    ...readThemes(reading, vocabulary.themes),
    ...readPlaces(reading, vocabulary.communes),
    ...readStages(reading),
    ...readTechnology(reading),
  ];
  const { rest } = reading;
  const sought = readSought(reading);
  if (sought !== '' && !pronouns.has(sought.toLowerCase())) {
    const continues = /^(und|oder|and)$/.test(reading.words[0]?.folded ?? '');
    return continues
      ? { kind: 'instead', sought, filters }
      : { kind: 'question', question: { sought, filters } };
  }
  const narrows =
    rest.some(({ folded }) => pronouns.has(folded)) ||
    (filters.length > 0 && rest.every(({ folded }) => narrowingWords.has(folded)));
  if (narrows) {
    return { kind: 'narrow', filters };
  }
  return filters.length > 0 ? { kind: 'question', question: { sought: '', filters } } : { kind: 'unclear' };
}
