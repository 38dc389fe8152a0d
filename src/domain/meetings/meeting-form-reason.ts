import { hasLetters } from '../typed-words.ts';
import { keptWords, toWords } from './check-meeting-form-parts.ts';

/** Why a meeting falls out, as it was typed; empty where nothing is said. */
export function checkMeetingReason(typed: string): { readonly reason: string; readonly length: number } {
  const words = toWords(typed);
  return { reason: hasLetters(words) ? keptWords(words) : '', length: words.length };
}
