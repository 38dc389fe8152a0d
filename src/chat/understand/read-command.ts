import { foldedPhrase } from './message-words.ts';
import type { Word } from './message-words.ts';
import type { Intent } from './intents.ts';
import { commands, communeStatement, helpFrames, politeWords } from './words.ts';

const longestHelp = 6;

/** A message that is a command, politely or not: "Hilfe", "Zeig mir bitte weitere", "Lösche meine Daten". */
export function readCommand(words: readonly Word[], message: string): Intent | undefined {
  const phrase = foldedPhrase(words);
  const plain = foldedPhrase(words.filter(({ folded }) => !politeWords.has(folded)));
  const kind = commands.get(phrase) ?? commands.get(plain);
  if (kind === 'everything') {
    return { kind: 'question', question: { sought: '', filters: [] } };
  }
  if (kind !== undefined) {
    return { kind };
  }
  const callsForHelp =
    words.length <= longestHelp &&
    /(?:^| )(?:hilf|hilfe|helfen)(?: |$)/.test(phrase) &&
    words.every(({ folded }) => helpFrames.has(folded));
  if (callsForHelp || message.trim() === '?') {
    return { kind: 'help' };
  }
  return communeStatement.test(phrase) ? { kind: 'choose-commune' } : undefined;
}
