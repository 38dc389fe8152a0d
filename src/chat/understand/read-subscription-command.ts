import { foldedPhrase } from './message-words.ts';
import type { Word } from './message-words.ts';
import {
  askingWords,
  endingWords,
  exactNouns,
  followedPhrases,
  framingWords,
  furtherWords,
  messageNouns,
  negatingWords,
  quietNouns,
  oneAnnouncement,
  settingWords,
  silencingWords,
  stoppingPhrases,
  stoppingWords,
  subjectWords,
  subscriptionNouns,
  turningOnWords,
  unsubscribingWords,
  writingWords,
} from './subscription-words.ts';
import { meaningsOf } from './word-meanings.ts';
import type { MeaningTable } from './word-meanings.ts';
import { politeWords } from './words.ts';

/** What somebody wants with what the bot sends on its own. */
export interface SubscriptionIntent {
  readonly kind: 'subscriptions' | 'followed' | 'stop';
}

/** Words; whoever writes more tells something. */
const longestCommand = 12;

type ForgivingMeaning =
  | 'noun'
  | 'quiet'
  | 'message'
  | 'writing'
  | 'subject'
  | 'setting'
  | 'turning-on'
  | 'framing'
  | 'asking';
type Meaning =
  | ForgivingMeaning
  | 'stopping'
  | 'unsubscribing'
  | 'silencing'
  | 'ending'
  | 'negating'
  | 'further';
type Says = (meaning: Meaning) => boolean;

const forgivingTables: MeaningTable<ForgivingMeaning> = [
  ['noun', subscriptionNouns],
  ['quiet', quietNouns],
  ['message', messageNouns],
  ['writing', writingWords],
  ['subject', subjectWords],
  ['setting', settingWords],
  ['turning-on', turningOnWords],
  ['framing', framingWords],
  ['asking', askingWords],
];

const exactTables: MeaningTable<Meaning> = [
  ['noun', exactNouns],
  ['stopping', stoppingWords],
  ['unsubscribing', unsubscribingWords],
  ['silencing', silencingWords],
  ['ending', endingWords],
  ['ending', silencingWords],
  ['negating', negatingWords],
  ['further', furtherWords],
  ...forgivingTables,
];

/**
 * A message that is about what the bot sends on its own and nothing else: "Benachrichtigungen", "Meine Benachrichtigungen", or "Stopp". One unknown
 * word makes it a question: "Wer macht schon Benachrichtigungen per KI?". A word ends everything; some of it is ended on the card.
 */
export function readSubscriptionCommand(words: readonly Word[]): SubscriptionIntent | undefined {
  if (words.length > longestCommand) {
    return undefined;
  }
  const plain = foldedPhrase(words.filter(({ folded }) => !politeWords.has(folded)));
  if (stoppingPhrases.has(plain)) {
    return { kind: 'stop' };
  }
  if (followedPhrases.has(plain)) {
    return { kind: 'followed' };
  }
  const meanings = words.map(({ folded }) => findMeanings(folded));
  if (meanings.some(({ size }) => size === 0)) {
    return undefined;
  }
  const says: Says = (meaning) => meanings.some((some) => some.has(meaning));
  if (says('subject') || says('quiet') || says('asking')) {
    const isOne = words.some(({ folded }) => oneAnnouncement.includes(folded));
    const isMeant = says('noun') || says('quiet') || says('unsubscribing') || endsSome(says, isOne);
    return isMeant ? { kind: 'subscriptions' } : undefined;
  }
  if (endsAll(says)) {
    return { kind: 'stop' };
  }
  return says('noun') ? { kind: 'subscriptions' } : undefined;
}

function endsSome(says: Says, isOne: boolean): boolean {
  const ends = says('silencing') || (says('stopping') && !isOne) || (says('negating') && says('further'));
  return says('subject') && ends;
}

function endsAll(says: Says): boolean {
  const stops = says('stopping') || says('unsubscribing');
  if (says('negating')) {
    const ofMessages = says('noun') || (says('further') && (says('message') || says('writing')));
    return ofMessages && (says('further') || !stops);
  }
  return stops || (says('noun') && says('ending') && !says('turning-on'));
}

function findMeanings(word: string): ReadonlySet<Meaning> {
  const exact = exactTables.filter(([, known]) => known.includes(word));
  return exact.length > 0 ? new Set(exact.map(([meaning]) => meaning)) : meaningsOf(word, forgivingTables);
}
