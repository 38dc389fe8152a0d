import type { UserGroupKind } from '../../domain/user-group.ts';
import { editDistance } from '../../search/edit-distance.ts';
import type { Word } from './message-words.ts';
import {
  channelNouns,
  creatingWords,
  findingWords,
  framingWords,
  settingUpWords,
  userGroupNouns,
  workingGroupNouns,
} from './user-group-words.ts';

/** What somebody wants with user groups. */
export type UserGroupIntent =
  | { readonly kind: 'user-groups' }
  | { readonly kind: 'new-user-group'; readonly groupKind: UserGroupKind }
  | { readonly kind: 'set-up-channel' };

/** Words; whoever writes more tells something. */
const longestCommand = 12;

type Meaning = 'user-group' | 'working-group' | 'channel' | 'creating' | 'settingUp' | 'finding' | 'framing';

/** Ordered: a word of two tables counts for all of them. */
const tables: readonly (readonly [Meaning, readonly string[]])[] = [
  ['user-group', userGroupNouns],
  ['working-group', workingGroupNouns],
  ['channel', channelNouns],
  ['creating', creatingWords],
  ['settingUp', settingUpWords],
  ['finding', findingWords],
  ['framing', framingWords],
];

/**
 * A message that is about user groups and nothing else, politely or not, typing errors forgiven: "User Groups", "Wie lege ich
 * eine Arbeitsgruppe an?", "Kanal einrichten". One unknown word makes it a question: "Wer nutzt Chatbots für Arbeitsgruppen?".
 */
export function readUserGroupCommand(words: readonly Word[]): UserGroupIntent | undefined {
  if (words.length > longestCommand) {
    return undefined;
  }
  const meanings = joinNouns(words.map(({ folded }) => folded)).map(meaningsOf);
  if (meanings.some(({ size }) => size === 0)) {
    return undefined;
  }
  const says = (meaning: Meaning) => meanings.some((some) => some.has(meaning));
  if (says('channel')) {
    return says('settingUp') ? { kind: 'set-up-channel' } : undefined;
  }
  if (!says('user-group') && !says('working-group')) {
    return undefined;
  }
  return says('creating')
    ? { kind: 'new-user-group', groupKind: says('working-group') ? 'working-group' : 'user-group' }
    : { kind: 'user-groups' };
}

/** "user group" is one word: people write it with a space, with a hyphen and without both. */
function joinNouns(words: readonly string[]): readonly string[] {
  const joined: string[] = [];
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? '';
    const pair = `${word}${words[index + 1] ?? ''}`;
    const isNoun = pair !== word && meaningsOf(word).size === 0 && isGroupNoun(pair);
    joined.push(isNoun ? pair : word);
    index += Number(isNoun);
  }
  return joined;
}

function isGroupNoun(word: string): boolean {
  const meanings = meaningsOf(word);
  return meanings.has('user-group') || meanings.has('working-group');
}

/** An exact word means what it means; only what is in no table is taken for a misspelled one. */
function meaningsOf(word: string): ReadonlySet<Meaning> {
  const exact = tables.filter(([, known]) => known.includes(word));
  const found =
    exact.length > 0 ? exact : tables.filter(([, known]) => known.some((one) => isAlike(word, one)));
  return new Set(found.map(([meaning]) => meaning));
}

/** One error in words of five letters and more, two from nine on; short words are too close to each other. */
function isAlike(word: string, known: string): boolean {
  const limit = known.length >= 9 ? 2 : 1;
  return known.length >= 5 && editDistance(word, known, limit) <= limit;
}
