import type { CardAction, Surface } from '../cards/actions.ts';
import { noUserGroup } from '../cards/actions.ts';
import { channelFormCard, wholeCommunity } from '../cards/user-group-channel-card.ts';
import { userGroupCard } from '../cards/user-group-card.ts';
import { noteCard } from '../cards/note-card.ts';
import { offerChannel, setUpChannel } from '../features/user-groups/set-up-channel.ts';
import type { ChannelOwner, ChannelPlace } from '../features/user-groups/set-up-channel.ts';
import type { UserGroupId } from '../domain/ids.ts';
import { userGroupTexts } from '../texts/user-group-texts.ts';
import type { ChatDeps, Turn } from './chat-deps.ts';
import type { Conversation } from './incoming.ts';
import { whyDenied } from './user-group-outcome.ts';
import type { UserGroupAnswer } from './user-group-outcome.ts';

export type ChannelAction = Extract<CardAction, { verb: 'userGroup.offerChannel' | 'userGroup.setChannel' }>;

const texts = userGroupTexts.channel;

/** A channel as a whole, not the thread in which somebody wrote. */
export function toChannelPlace({ id, channelId }: Conversation): ChannelPlace {
  return { conversationId: channelId ?? id };
}

/** Which user group a channel or group chat belongs to; in the 1:1 chat there is none to set up. */
export async function toChannelView(
  deps: ChatDeps,
  { asker, conversation, surface: { shared, dialogs } }: Turn,
  action: ChannelAction,
  surface: Surface,
): Promise<UserGroupAnswer> {
  const { kind } = conversation;
  if (kind === 'personal') {
    return { view: texts.onlyThere };
  }
  const title = texts.title[kind];
  const place = toChannelPlace(conversation);
  const chosen = action.verb === 'userGroup.setChannel' ? action.userGroup : undefined;
  if (chosen === undefined) {
    const offered = await offerChannel(deps, { asker, place });
    if (offered.kind !== 'offered') {
      return { view: whyDenied(offered) };
    }
    const problem = action.verb === 'userGroup.setChannel' ? texts.missing : undefined;
    return { view: { title, card: channelFormCard(offered, kind, surface, problem) } };
  }
  const typedName = action.verb === 'userGroup.setChannel' ? action.channelName : undefined;
  const result = await setUpChannel(deps, {
    asker,
    place: { ...place, ...(typedName !== undefined && { name: typedName }) },
    userGroupId: toOwner(chosen),
  });
  switch (result.kind) {
    case 'denied':
      return { view: whyDenied(result) };
    case 'gone':
      return { view: userGroupTexts.gone };
    case 'taken-off':
      return { view: texts.saved, post: noteCard(texts.takenOff[kind]) };
    case 'set-up-for-community':
      return { view: texts.saved, post: noteCard(texts.doneForCommunity[kind]) };
    case 'set-up':
      return {
        view: texts.saved,
        post: userGroupCard(result.described, { shared, dialogs }, texts.done[kind]),
      };
  }
}

function toOwner(chosen: UserGroupId): ChannelOwner {
  const key: string = chosen;
  return key === noUserGroup || key === wholeCommunity ? key : chosen;
}
