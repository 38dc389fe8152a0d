import type { Word } from './message-words.ts';
import {
  farewells,
  farewellsCore,
  greetings,
  greetingsCore,
  insultFrames,
  insults,
  thanks,
  thanksCore,
  yesOrNo,
} from './words.ts';

export type SmallTalk = 'greeting' | 'thanks' | 'farewell' | 'insult' | 'nonsense' | 'unclear';

/** Longest small talk, in words; whoever writes more has a question. */
const longest = { greeting: 5, thanks: 10, farewell: 8, yesOrNo: 3 };

/** What is said without asking anything; `unclear` for a yes or no to nothing. */
export function readSmallTalk(words: readonly Word[], message: string): { kind: SmallTalk } | undefined {
  if (
    /^[\s\p{P}]*(?:\p{Extended_Pictographic}|\uFE0F|\s)+$/u.test(message) &&
    /[👍❤🙏👌😊🙂]/u.test(message)
  ) {
    return { kind: 'thanks' };
  }
  if (words.every(({ folded }) => isNoise(folded))) {
    return { kind: 'nonsense' };
  }
  const all = (known: ReadonlySet<string>) => words.every(({ folded }) => known.has(folded));
  const some = (known: ReadonlySet<string>) => words.some(({ folded }) => known.has(folded));
  if (words.length <= longest.greeting && some(greetingsCore) && all(greetings)) {
    return { kind: 'greeting' };
  }
  if (words.length <= longest.thanks && some(thanksCore) && all(thanks)) {
    return { kind: 'thanks' };
  }
  if (words.length <= longest.farewell && some(farewellsCore) && all(farewells)) {
    return { kind: 'farewell' };
  }
  if (words.length <= longest.yesOrNo && all(yesOrNo)) {
    return { kind: 'unclear' };
  }
  const insulting = words.every(({ folded }) => insults.has(folded) || insultFrames.has(folded));
  return some(insults) && insulting ? { kind: 'insult' } : undefined;
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
