import { hasLetters } from '../../domain/typed-words.ts';
import { toWords } from './message-words.ts';
import type { Word } from './message-words.ts';
import { readTopicProposal } from './read-topic-proposal.ts';
import type { TopicProposal } from './read-topic-proposal.ts';
import {
  demandNouns,
  doneWords,
  framingWords,
  groupNouns,
  listingWords,
  newWords,
  oneRequest,
  openWords,
  ownWords,
  plannedWords,
  proposingWords,
  requestNouns,
  topicNouns,
} from './topic-words.ts';

/** What somebody wants with topics. */
export type TopicIntent =
  | TopicProposal
  /** `userGroup`: as somebody named it. */
  | {
      readonly kind: 'topics';
      readonly view: 'votes' | 'new' | 'planned' | 'done' | 'mine';
      readonly userGroup?: string;
    }
  | { readonly kind: 'demand' };

/** Words; whoever writes more tells something. */
const longestCommand = 12;

type Meaning =
  | 'topic'
  | 'request'
  | 'proposing'
  | 'own'
  | 'new'
  | 'planned'
  | 'done'
  | 'open'
  | 'listing'
  | 'framing'
  | 'demand';

const tables: readonly (readonly [Meaning, readonly string[]])[] = [
  ['topic', topicNouns],
  ['request', requestNouns],
  ['proposing', proposingWords],
  ['own', ownWords],
  ['new', newWords],
  ['planned', plannedWords],
  ['done', doneWords],
  ['open', openWords],
  ['listing', listingWords],
  ['framing', framingWords],
  ['demand', demandNouns],
];

/**
 * A message that is about topics and nothing else: "Themen", "Meine Themen", "Thema vorschlagen"; or one that begins so and goes on with
 * the topic: "Thema: KI im Bauamt". One unknown word makes it a question: "Was gibt es zum Thema Schulung?".
 */
export function readTopicCommand(message: string): TopicIntent | undefined {
  const words = toWords(message);
  return readWhole(words) ?? readGroup(words, message) ?? readTopicProposal(words, message);
}

function readWhole(words: readonly Word[]): TopicIntent | undefined {
  const meanings = words.map(meaningsOf);
  if (words.length > longestCommand || meanings.some((some) => some.length === 0)) {
    return undefined;
  }
  const says = (meaning: Meaning) => meanings.some((some) => some.includes(meaning));
  if (says('demand')) {
    return says('topic') || says('request') || says('proposing') ? undefined : { kind: 'demand' };
  }
  if (!says('topic') && !says('request')) {
    return undefined;
  }
  const isOne = words.some(({ folded }) => folded === 'thema' || oneRequest.includes(folded));
  const isNewOne = isOne && says('new');
  if (says('proposing') || isNewOne || isCalledFor(words)) {
    return { kind: 'propose-topic' };
  }
  return { kind: 'topics', view: toView(says) };
}

function toView(says: (meaning: Meaning) => boolean): (TopicIntent & { kind: 'topics' })['view'] {
  const order = ['own', 'planned', 'done', 'new'] as const;
  const said = order.find(says);
  return said === undefined ? 'votes' : said === 'own' ? 'mine' : said;
}

/** "Ich hätte gern ein Thema", "Themenwunsch": one that is not there yet. */
function isCalledFor(words: readonly Word[]): boolean {
  const [first] = words;
  return words.length === 1 && first !== undefined && oneRequest.includes(first.folded);
}

/** "Themen der User Group Telefonie" */
function readGroup(words: readonly Word[], message: string): TopicIntent | undefined {
  const noun = words.findIndex(({ folded }) => groupNouns.includes(folded));
  const last = words[noun];
  const head = words.slice(0, noun);
  if (last === undefined || head.length > longestCommand) {
    return undefined;
  }
  const list = readWhole(head);
  const userGroup = message
    .slice(last.end)
    .replace(/^[\s:„"'“]+/u, '')
    .replace(/[\s?!."'“”]+$/u, '');
  return list?.kind === 'topics' && hasLetters(userGroup) ? { ...list, userGroup } : undefined;
}

function meaningsOf({ folded }: Word): readonly Meaning[] {
  return tables.filter(([, known]) => known.includes(folded)).map(([meaning]) => meaning);
}
