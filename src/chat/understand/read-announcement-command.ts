import {
  announcementNouns,
  changingWords,
  listingWords,
  sendingWords,
  templateNouns,
} from './announcement-words.ts';
import type { Word } from './message-words.ts';
import { framingWords } from './user-group-words.ts';
import { meaningsOf } from './word-meanings.ts';
import type { MeaningTable } from './word-meanings.ts';

/** What somebody wants with announcements. */
export interface AnnouncementIntent {
  readonly kind: 'announcements' | 'new-announcement' | 'announcement-templates';
}

/** Words; whoever writes more tells something. */
const longestCommand = 12;

type Meaning = 'announcement' | 'template' | 'sending' | 'changing' | 'listing' | 'framing';

/** Ordered: a word of two tables counts for all of them. */
const tables: MeaningTable<Meaning> = [
  ['announcement', announcementNouns],
  ['sending', sendingWords],
  ['changing', changingWords],
  ['listing', listingWords],
  ['framing', framingWords],
];

/**
 * A message that is about announcements and nothing else, politely or not, typing errors forgiven: "Ankündigung senden", "Ich möchte
 * eine Ankündigung schreiben", "Ankündigung zurückziehen", "Vorlagen". One unknown word makes it a question: "Vorlagen für Bescheide".
 */
export function readAnnouncementCommand(words: readonly Word[]): AnnouncementIntent | undefined {
  if (words.length > longestCommand) {
    return undefined;
  }
  const meanings = words.map(({ folded }) => findMeanings(folded));
  const says = (meaning: Meaning) => meanings.some((some) => some.has(meaning));
  if (meanings.some(({ size }) => size === 0)) {
    return undefined;
  }
  if (says('template')) {
    // "Vorlagen erstellen" is what one would look for, too.
    return says('announcement') || !says('sending') ? { kind: 'announcement-templates' } : undefined;
  }
  if (!says('announcement')) {
    return undefined;
  }
  return { kind: says('sending') && !says('changing') ? 'new-announcement' : 'announcements' };
}

function findMeanings(word: string): ReadonlySet<Meaning> {
  return templateNouns.includes(word) ? new Set(['template']) : meaningsOf(word, tables);
}
