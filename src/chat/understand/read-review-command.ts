import type { Word } from './message-words.ts';
import { ownWords, reviewNouns, waitingWords } from './review-words.ts';
import { framingWords } from './user-group-words.ts';

/** What somebody wants with what was handed in. */
export interface ReviewIntent {
  readonly kind: 'reviews' | 'own-submissions';
}

/** Words; whoever writes more tells something. */
const longestCommand = 9;

/**
 * A message that is about publications and nothing else: "Freigaben", "Zur Freigabe", "Was wartet auf Freigabe?", "Meine Einreichungen".
 * One unknown word makes it a question: "Freigabe von Rechnungen".
 */
export function readReviewCommand(words: readonly Word[]): ReviewIntent | undefined {
  const folded = words.map((word) => word.folded);
  const known = new Set([...reviewNouns, ...ownWords, ...waitingWords, ...framingWords]);
  const nouns = folded.filter((word) => reviewNouns.includes(word));
  const asksForOwn = folded.includes('ich') && folded.includes('eingereicht');
  const isCommand = (nouns.length > 0 || asksForOwn) && folded.every((word) => known.has(word));
  if (folded.length > longestCommand || !isCommand) {
    return undefined;
  }
  const isOwn = asksForOwn || folded.some((word) => ownWords.includes(word) && word !== 'ich');
  return { kind: isOwn ? 'own-submissions' : 'reviews' };
}
