import type { Question } from '../../domain/question.ts';
import { bareKeepRequest, clauseEndings, keepRequest } from './keep-words.ts';
import { foldedPhrase } from './message-words.ts';
import type { Reading } from './message-words.ts';
import { subjectWords } from './subscription-words.ts';

/** Somebody wants to be told once there is an answer; without a question, to the one before. */
export interface KeepIntent {
  readonly kind: 'keep-question';
  readonly question?: Question;
}

/** `about`: what is to be understood as a question; empty for the question before. `subscriptions`: what the bot sends of its own kinds. */
export type KeepRequest =
  | { readonly kind: 'keep'; readonly about: string }
  | { readonly kind: 'subscriptions' };

/** "Sag mir Bescheid, sobald jemand Drohnen einsetzt", "Informier mich über Chatbots". */
export function readKeepRequest({ text, words }: Reading): KeepRequest | undefined {
  const phrase = foldedPhrase(words);
  if (bareKeepRequest.test(phrase)) {
    return { kind: 'keep', about: '' };
  }
  const asked = keepRequest.exec(phrase)?.[0];
  if (asked === undefined) {
    return undefined;
  }
  const rest = words.slice(asked.split(' ').length);
  if (rest.every(({ folded }) => subjectWords.includes(folded))) {
    return { kind: 'subscriptions' };
  }
  while (rest.length > 1 && clauseEndings.has(rest.at(-1)?.folded ?? '')) {
    rest.pop();
  }
  const [first, last] = [rest[0], rest.at(-1)];
  return { kind: 'keep', about: first && last ? text.slice(first.start, last.end) : '' };
}
