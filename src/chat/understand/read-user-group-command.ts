import type { UserGroupKind } from '../../domain/user-group.ts';
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
import { meaningsOf } from './word-meanings.ts';
import type { MeaningTable } from './word-meanings.ts';

/** What somebody wants with user groups. */
export type UserGroupIntent =
  | { readonly kind: 'user-groups' }
  | { readonly kind: 'new-user-group'; readonly groupKind: UserGroupKind }
  | { readonly kind: 'set-up-channel' };

/** Words; whoever writes more tells something. */
const longestCommand = 12;

type Meaning = 'user-group' | 'working-group' | 'channel' | 'creating' | 'settingUp' | 'finding' | 'framing';

/** Ordered: a word of two tables counts for all of them. */
const tables: MeaningTable<Meaning> = [
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
  const meanings = joinNouns(words.map(({ folded }) => folded)).map((word) => meaningsOf(word, tables));
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
    const isNoun = pair !== word && meaningsOf(word, tables).size === 0 && isGroupNoun(pair);
    joined.push(isNoun ? pair : word);
    index += Number(isNoun);
  }
  return joined;
}

function isGroupNoun(word: string): boolean {
  const meanings = meaningsOf(word, tables);
  return meanings.has('user-group') || meanings.has('working-group');
}
