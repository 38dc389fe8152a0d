import { hasLetters } from '../../domain/typed-words.ts';
import { toWords } from './message-words.ts';
import type { Word } from './message-words.ts';
import { readTopicProposal, toTypedTitle } from './read-topic-proposal.ts';
import type { TopicProposal } from './read-topic-proposal.ts';
import { readTopicPhrase } from './topic-phrases.ts';
import type { TopicListView } from './topic-phrases.ts';
import {
  demandNouns,
  doneWords,
  framingWords,
  groupNouns,
  havingWords,
  lastWords,
  listingWords,
  newWords,
  oneRequest,
  openWords,
  ownWords,
  plannedWords,
  proposedWords,
  proposingWords,
  requestNouns,
  singleWords,
  submittingWords,
  topicNouns,
  votingWords,
} from './topic-words.ts';
import { meaningsOf as findAlike } from './word-meanings.ts';
import type { MeaningTable } from './word-meanings.ts';

/** What somebody wants with topics. */
export type TopicIntent =
  | TopicProposal
  /** `userGroup`: as somebody named it. */
  | { readonly kind: 'topics'; readonly view: TopicListView; readonly userGroup?: string }
  | { readonly kind: 'demand' };

/** Words; whoever writes more tells something. */
const longestCommand = 12;

type Meaning =
  | 'topic'
  | 'request'
  | 'proposing'
  | 'submitting'
  | 'proposed'
  | 'voting'
  | 'having'
  | 'single'
  | 'own'
  | 'new'
  | 'last'
  | 'planned'
  | 'done'
  | 'open'
  | 'listing'
  | 'framing'
  | 'demand';

const tables: MeaningTable<Meaning> = [
  ['topic', topicNouns],
  ['request', requestNouns],
  ['proposing', proposingWords],
  ['submitting', submittingWords],
  ['proposed', proposedWords],
  ['voting', votingWords],
  ['having', havingWords],
  ['single', singleWords],
  ['own', ownWords],
  ['new', newWords],
  ['last', lastWords],
  ['planned', plannedWords],
  ['done', doneWords],
  ['open', openWords],
  ['listing', listingWords],
  ['framing', framingWords],
  ['demand', demandNouns],
];

const forgivenTables: MeaningTable<Meaning> = [
  ['topic', topicNouns],
  ['request', requestNouns],
  ['proposing', ['vorschlagen', 'vorzuschlagen']],
];

/**
 * A message that is about topics and nothing else, typing errors forgiven: "Themen", "Meine Themen", "Thema vorschlagen"; or one that begins
 * so and goes on with the topic: "Thema: KI im Bauamt". One unknown word makes it a question: "Was gibt es zum Thema Schulung?".
 */
export function readTopicCommand(message: string): TopicIntent | undefined {
  const words = toWords(message);
  return (
    readTopicPhrase(words) ??
    readGroup(words, message) ??
    readWhole(words) ??
    readIntroduced(words, message) ??
    readTopicProposal(words, message)
  );
}

function readWhole(words: readonly Word[]): TopicIntent | undefined {
  const known = words.map(({ folded }) => meaningsOf(folded, words.length > 1));
  if (words.length > longestCommand || known.some(({ size }) => size === 0)) {
    return undefined;
  }
  const says = (...some: readonly Meaning[]) => some.some((one) => known.some((word) => word.has(one)));
  const names = (...some: readonly string[]) => words.some(({ folded }) => some.includes(folded));
  if (says('demand')) {
    return says('topic', 'request', 'proposing') ? undefined : { kind: 'demand' };
  }
  if (!says('topic', 'request')) {
    return undefined;
  }
  const isOne = !names('themen') && (says('topic') || names(...oneRequest));
  const isNewOne = isOne && names('neu', 'neue', 'neuer', 'neues', 'neuen');
  // "Ich habe einen Themenvorschlag", "Themenwunsch": one that is not there yet.
  const isOffered =
    isOne && names('ich', 'wir') && says('having') && says('single') && !says('own', 'proposed');
  const isCalledFor = words.length === 1 && names(...oneRequest);
  const isSubmitted = says('submitting') && !says('voting');
  if (says('proposing') || isSubmitted || isNewOne || isOffered || isCalledFor) {
    return { kind: 'propose-topic' };
  }
  if (says('own') || (says('proposed') && names('ich', 'wir'))) {
    return { kind: 'topics', view: 'mine' };
  }
  if (says('last') && names('treffen', 'treffens')) {
    return { kind: 'topics', view: 'done' };
  }
  const order = ['planned', 'done', 'new'] as const;
  return { kind: 'topics', view: order.find((one) => says(one)) ?? 'votes' };
}

/** Alone a short word is too close to others: "Thesen". */
const shortestAlone = 9;

/** Errors are forgiven in the words that make it a command, and in no others: "Abmelden" is no "Anmelden". */
function meaningsOf(word: string, isBesideOthers: boolean): ReadonlySet<Meaning> {
  const exact = tables.filter(([, known]) => known.includes(word));
  if (exact.length > 0) {
    return new Set(exact.map(([meaning]) => meaning));
  }
  return isBesideOthers || word.length >= shortestAlone ? findAlike(word, forgivenTables) : new Set();
}

/** "Themen der User Group Telefonie", "Thema vorschlagen für die Gruppe Telefonie: KI am Telefon" */
function readGroup(words: readonly Word[], message: string): TopicIntent | undefined {
  const noun = words.findIndex(({ folded }) => groupNouns.includes(folded));
  const last = words[noun];
  const head = words.slice(0, noun);
  if (last === undefined || head.length > longestCommand) {
    return undefined;
  }
  const list = readWhole(head.filter(({ folded }) => !possessives.has(folded)));
  const rest = message.slice(last.end);
  if (list?.kind === 'topics' && !hasLetters(rest)) {
    return head.some(({ folded }) => possessives.has(folded)) ? list : undefined;
  }
  const isOne = head.some(({ folded }) => folded === 'thema' || oneRequest.includes(folded));
  if (list === undefined || list.kind === 'demand') {
    return undefined;
  }
  if (list.kind === 'propose-topic' || isOne) {
    return readProposedIn(rest, list.kind === 'propose-topic');
  }
  const userGroup = toName(rest);
  return hasLetters(userGroup) ? { ...list, userGroup } : undefined;
}

const possessives = new Set(['meiner', 'meinen', 'unserer', 'unseren', 'user']);

/** What follows the words "User Group": its name, perhaps a verb that proposes, perhaps the topic. */
function readProposedIn(rest: string, isProposed: boolean): TopicIntent | undefined {
  const [, quoted, plain, title] = /^[\s:]*(?:[„"“](.+?)[“”"]|([^:]+?))\s*(?::(.*))?$/su.exec(rest) ?? [];
  const named = toName(quoted ?? plain ?? '');
  const userGroup = quoted === undefined ? withoutVerb(named) : named;
  if (!hasLetters(userGroup) || !(isProposed || userGroup !== named || title !== undefined)) {
    return undefined;
  }
  const typed = toTypedTitle(title ?? '');
  return { kind: 'propose-topic', userGroup, ...(hasLetters(typed) && { title: typed }) };
}

function withoutVerb(name: string): string {
  const words = toWords(name);
  const last = words.at(-1);
  return last !== undefined && words.length > 1 && meaningsOf(last.folded, true).has('proposing')
    ? name.slice(0, last.start).trim()
    : name;
}

function toName(rest: string): string {
  return rest.replace(/^[\s:„"'“]+/u, '').replace(/[\s?!."'“”]+$/u, '');
}

/** "Ich möchte ein Thema vorschlagen: KI im Bauamt", "…, und zwar KI im Bauamt" */
function readIntroduced(words: readonly Word[], message: string): TopicIntent | undefined {
  const apart = /:|\s[–-]\s|,?\sund zwar\s/u.exec(message);
  if (apart === null) {
    return undefined;
  }
  const head = readWhole(words.filter(({ end }) => end <= apart.index));
  const title = toTypedTitle(message.slice(apart.index + apart[0].length));
  return head?.kind === 'propose-topic' && hasLetters(title) ? { ...head, title } : undefined;
}
