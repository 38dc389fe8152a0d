import { openChannelFormCard } from '../cards/user-group-channel-card.ts';
import { openUserGroupFormCard } from '../cards/user-group-form-card.ts';
import { may } from '../domain/permissions.ts';
import { offerChannel } from '../features/user-groups/set-up-channel.ts';
import { userGroupTexts } from '../texts/user-group-texts.ts';
import type { ChatDeps, Turn } from './chat-deps.ts';
import { placeView } from './place-view.ts';
import type { PressAnswer } from './place-view.ts';
import type { Reply } from './reply.ts';
import type { UserGroupIntent } from './understand/read-user-group-command.ts';
import { toChannelPlace } from './user-group-channel-view.ts';
import { whyDenied } from './user-group-outcome.ts';
import { toUserGroupView } from './user-group-view.ts';
import type { UserGroupAction } from './user-group-view.ts';

/** Answers a press on a card about user groups; what everybody in a shared place should know is posted there besides. */
export async function answerUserGroupPress(
  deps: ChatDeps,
  turn: Turn,
  action: UserGroupAction,
  answer: PressAnswer,
): Promise<readonly Reply[]> {
  const { view, post } = await toUserGroupView(deps, turn, action, answer);
  return [
    placeView(turn, answer, view),
    ...(post === undefined ? [] : [{ kind: 'card', card: post } as const]),
  ];
}

/** Answers what was typed about user groups. In shared places a form is behind a button. */
export async function answerUserGroupWords(
  deps: ChatDeps,
  turn: Turn,
  intent: UserGroupIntent,
): Promise<readonly Reply[]> {
  switch (intent.kind) {
    case 'user-groups':
      return show(deps, turn, { verb: 'userGroup.list', page: 1 });
    case 'new-user-group':
      return offerForm(deps, turn, intent);
    case 'set-up-channel':
      return [await toChannelReply(deps, turn)];
  }
}

async function show(deps: ChatDeps, turn: Turn, action: UserGroupAction): Promise<readonly Reply[]> {
  const { view } = await toUserGroupView(deps, turn, action, 'message');
  return [typeof view === 'string' ? { kind: 'text', text: view } : { kind: 'card', card: view.card }];
}

async function offerForm(
  deps: ChatDeps,
  turn: Turn,
  { groupKind }: UserGroupIntent & { kind: 'new-user-group' },
): Promise<readonly Reply[]> {
  const mayCreate = may(turn.asker, 'create-user-group').kind === 'allowed';
  return turn.surface.shared && mayCreate
    ? [{ kind: 'card', card: openUserGroupFormCard(groupKind, turn.surface) }]
    : show(deps, turn, { verb: 'userGroup.offerForm', kind: groupKind });
}

async function toChannelReply(deps: ChatDeps, turn: Turn): Promise<Reply> {
  const { asker, conversation, surface } = turn;
  if (conversation.kind === 'personal') {
    return { kind: 'text', text: userGroupTexts.channel.onlyThere };
  }
  const offered = await offerChannel(deps, { asker, place: toChannelPlace(conversation) });
  switch (offered.kind) {
    case 'denied':
      return { kind: 'text', text: whyDenied(offered) };
    case 'offered':
      return { kind: 'card', card: openChannelFormCard(conversation.kind, surface) };
  }
}
