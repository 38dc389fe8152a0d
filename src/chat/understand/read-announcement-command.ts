import { announcementNouns, listingWords, sendingWords } from './announcement-words.ts';
import type { Word } from './message-words.ts';
import { framingWords } from './user-group-words.ts';
import { meaningsOf } from './word-meanings.ts';
import type { MeaningTable } from './word-meanings.ts';

/** What somebody wants with announcements. */
export type AnnouncementIntent = { readonly kind: 'announcements' | 'new-announcement' };

/** Words; whoever writes more tells something. */
const longestCommand = 12;

type Meaning = 'announcement' | 'sending' | 'listing' | 'framing';

/** Ordered: a word of two tables counts for all of them. */
const tables: MeaningTable<Meaning> = [
  ['announcement', announcementNouns],
  ['sending', sendingWords],
  ['listing', listingWords],
  ['framing', framingWords],
];

/**
 * A message that is about announcements and nothing else, politely or not, typing errors forgiven: "Ankündigung senden", "Ich möchte
 * eine Ankündigung schreiben", "Ankündigungen". One unknown word makes it a question.
 */
export function readAnnouncementCommand(words: readonly Word[]): AnnouncementIntent | undefined {
  if (words.length > longestCommand) {
    return undefined;
  }
  const meanings = words.map(({ folded }) => meaningsOf(folded, tables));
  const says = (meaning: Meaning) => meanings.some((some) => some.has(meaning));
  if (meanings.some(({ size }) => size === 0) || !says('announcement')) {
    return undefined;
  }
  return { kind: says('sending') ? 'new-announcement' : 'announcements' };
}
