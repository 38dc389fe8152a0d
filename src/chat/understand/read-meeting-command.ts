import type { MeetingView } from '../../domain/meetings/meeting-view.ts';
import { hasLetters } from '../../domain/typed-words.ts';
import { readMeetingPhrase } from './meeting-phrases.ts';
import {
  answeringWords,
  calendarNouns,
  closingWords,
  dateNouns,
  decliningWords,
  draftNouns,
  forgivenCalendar,
  forgivenNouns,
  forgivenPlanning,
  forgivenSubscribing,
  framingWords,
  groupNouns,
  listingWords,
  meetingNouns,
  neverMeant,
  newOneWords,
  nextWords,
  ownWords,
  pastWords,
  planningWords,
  possessives,
  resultWords,
  subscribingWords,
} from './meeting-words.ts';
import { foldedPhrase, toWords } from './message-words.ts';
import type { Word } from './message-words.ts';
import { readGroupName } from './read-group-name.ts';
import { meaningsOf as findAlike } from './word-meanings.ts';
import type { MeaningTable } from './word-meanings.ts';

/** What somebody wants with meetings. */
export type MeetingIntent = (
  | { readonly kind: 'plan-meeting' | 'calendar' }
  | { readonly kind: 'meetings'; readonly view: MeetingView }
) & {
  /** As somebody named it. */
  readonly userGroup?: string;
  /** What they want if there is a group with this longer name: "Bauen und Planen". */
  readonly orCalled?: MeetingIntent;
};

/** Words; whoever writes more tells something. */
const longestCommand = 12;

type Meaning =
  | 'meeting'
  | 'date'
  | 'calendar'
  | 'planning'
  | 'newOne'
  | 'next'
  | 'own'
  | 'past'
  | 'result'
  | 'draft'
  | 'answering'
  | 'declining'
  | 'listing'
  | 'subscribing'
  | 'framing';

const tables: MeaningTable<Meaning> = [
  ['meeting', meetingNouns],
  ['date', dateNouns],
  ['calendar', calendarNouns],
  ['planning', planningWords],
  ['newOne', newOneWords],
  ['next', nextWords],
  ['own', ownWords],
  ['past', pastWords],
  ['result', resultWords],
  ['draft', draftNouns],
  ['answering', answeringWords],
  ['declining', decliningWords],
  ['listing', listingWords],
  ['subscribing', subscribingWords],
  ['framing', framingWords],
];

const forgivenTables: MeaningTable<Meaning> = [
  ['meeting', forgivenNouns],
  ['calendar', forgivenCalendar],
  ['planning', forgivenPlanning],
  ['subscribing', forgivenSubscribing],
  ['next', ['naechste', 'naechsten', 'naechstes', 'kommende', 'kommenden']],
  ['past', ['vergangene', 'vergangenen']],
];

/**
 * A message that is about meetings and nothing else, politely or not, typing errors forgiven: "Termine", "Treffen planen", "Wann ist das
 * nächste Treffen der User Group KI?". One unknown word makes it a question: "Wer macht Terminvergabe?".
 */
export function readMeetingCommand(message: string): MeetingIntent | undefined {
  const words = joinNames(toWords(message));
  const view = readMeetingPhrase(words);
  if (view !== undefined) {
    return { kind: 'meetings', view };
  }
  return readGroup(words, message) ?? readWhole(words);
}

function readWhole(words: readonly Word[]): MeetingIntent | undefined {
  const known = words.map(({ folded }) => meaningsOf(folded, words.length > 1));
  if (words.length > longestCommand || known.some(({ size }) => size === 0)) {
    return undefined;
  }
  const says = (...some: readonly Meaning[]) => some.some((one) => known.some((word) => word.has(one)));
  const names = (...some: readonly string[]) => words.some(({ folded }) => some.includes(folded));
  const isAbout = says('meeting', 'date');
  if (says('calendar')) {
    return says('planning', 'past', 'result', 'draft', 'answering', 'declining')
      ? undefined
      : { kind: 'calendar' };
  }
  if (!isAbout) {
    return undefined;
  }
  // Alone among these they are what citizens do in the town hall: "Termin absagen".
  if (says('answering', 'declining', 'subscribing', 'result') && !says('meeting')) {
    return undefined;
  }
  if (says('draft')) {
    return { kind: 'meetings', view: 'drafts' };
  }
  const isNewOne = says('newOne') && !names('alle', 'die', 'den') && isOne(words);
  if ((says('planning') || isNewOne) && !says('past', 'own', 'result')) {
    return { kind: 'plan-meeting' };
  }
  if (says('past', 'result')) {
    return { kind: 'meetings', view: 'past' };
  }
  const isOwn = says('own') || (names('ich') && names('zugesagt', 'angemeldet'));
  return { kind: 'meetings', view: isOwn ? 'mine' : 'next' };
}

/** "Neuen Termin", not "Die neuen Termine". */
function isOne(words: readonly Word[]): boolean {
  return words.some(({ folded }) => ['treffen', 'termin', 'meeting'].includes(folded));
}

/** Errors are forgiven in the words that make it a command, beside others, and in no others. */
function meaningsOf(word: string, isBesideOthers: boolean): ReadonlySet<Meaning> {
  const exact = tables.filter(([, known]) => known.includes(word));
  if (exact.length > 0) {
    return new Set(exact.map(([meaning]) => meaning));
  }
  return isBesideOthers && !neverMeant.includes(word) ? findAlike(word, forgivenTables) : new Set();
}

/** "Termine der User Group KI", "Treffen der Gruppe Telefonie planen", "Kalender der AG Bauen abonnieren" */
function readGroup(words: readonly Word[], message: string): MeetingIntent | undefined {
  const noun = words.findIndex(({ folded }) => groupNouns.includes(folded));
  const last = words[noun];
  const head = words.slice(0, noun);
  if (last === undefined || head.length > longestCommand) {
    return undefined;
  }
  const wanted = readHead(head.filter(({ folded }) => !possessives.includes(folded)));
  const rest = message.slice(last.end);
  if (wanted === undefined) {
    return undefined;
  }
  if (!hasLetters(rest)) {
    return head.some(({ folded }) => possessives.includes(folded)) ? wanted : undefined;
  }
  const named = readGroupName(rest, (word) => isClosing(word, wanted));
  if (named === undefined) {
    return undefined;
  }
  const { name: userGroup, closing, whole } = named;
  const isPlanned = wanted.kind === 'meetings' && closing.some(isPlanning);
  const meant: MeetingIntent = isPlanned ? { kind: 'plan-meeting' } : wanted;
  return { ...meant, userGroup, ...(whole !== undefined && { orCalled: { ...wanted, userGroup: whole } }) };
}

/** What stands before the group: "Wann trifft sich die" names no meeting. */
function readHead(head: readonly Word[]): MeetingIntent | undefined {
  return /^(?:hallo )?(?:wann|wo) trifft sich(?: (?:denn|eigentlich))?(?: (?:die|unsere|eine))?$/.test(
    foldedPhrase(head),
  )
    ? { kind: 'meetings', view: 'next' }
    : readWhole(head);
}

function isClosing(word: string, { kind }: MeetingIntent): boolean {
  const isVerb = kind === 'calendar' ? isSubscribing(word) : isPlanning(word);
  return isVerb || closingWords.includes(word);
}

/** The verb at the end: "… der User Group KI planen". */
function isPlanning(word: string): boolean {
  return planningWords.includes(word) || isAlike(word, 'planning');
}

function isSubscribing(word: string): boolean {
  return subscribingWords.includes(word) || isAlike(word, 'subscribing');
}

function isAlike(word: string, meaning: Meaning): boolean {
  return !neverMeant.includes(word) && findAlike(word, forgivenTables).has(meaning);
}

/** "KI-Community" is one word: people write it with a space, with a hyphen and without both. */
function joinNames(words: readonly Word[]): readonly Word[] {
  return words.filter(({ folded }, index) => !(folded === 'ki' && words[index + 1]?.folded === 'community'));
}
