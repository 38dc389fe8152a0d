import type { CardAction, Surface } from '../cards/actions.ts';
import { askToArchiveCard } from '../cards/archive-card.ts';
import { literalNoteCard } from '../cards/note-card.ts';
import { userGroupCard } from '../cards/user-group-card.ts';
import { userGroupListCard } from '../cards/user-group-list-card.ts';
import type { Asker } from '../domain/member.ts';
import { archiveUserGroup } from '../features/user-groups/archive-user-group.ts';
import { changeUserGroup } from '../features/user-groups/change-user-group.ts';
import { createUserGroup } from '../features/user-groups/create-user-group.ts';
import { joinUserGroup } from '../features/user-groups/join-user-group.ts';
import { leaveUserGroup } from '../features/user-groups/leave-user-group.ts';
import { listUserGroups } from '../features/user-groups/list-user-groups.ts';
import { offerChange } from '../features/user-groups/offer-change.ts';
import { offerUserGroupForm } from '../features/user-groups/offer-form.ts';
import { organiseUserGroup } from '../features/user-groups/organise-user-group.ts';
import { showUserGroup } from '../features/user-groups/show-user-group.ts';
import { memberTexts } from '../texts/member-texts.ts';
import { userGroupTexts } from '../texts/user-group-texts.ts';
import type { ChatDeps, Turn } from './chat-deps.ts';
import type { View } from './personal-view.ts';
import type { PressAnswer } from './place-view.ts';
import { toChannelView } from './user-group-channel-view.ts';
import { isSeenByAll, toFormView, toOutcomeView, whyDenied } from './user-group-outcome.ts';
import type { UserGroupAnswer } from './user-group-outcome.ts';

export type UserGroupAction = Extract<CardAction, { verb: `userGroup.${string}` }>;
type Action<Verb extends UserGroupAction['verb']> = UserGroupAction & { readonly verb: Verb };

/** Everything about user groups, typed or pressed. In shared places a person's own state is in a dialog or a sentence for them alone. */
export async function toUserGroupView(
  deps: ChatDeps,
  turn: Turn,
  action: UserGroupAction,
  answer: PressAnswer,
): Promise<UserGroupAnswer> {
  const { asker } = turn;
  const surface: Surface = { ...turn.surface, inDialog: answer === 'dialog' };
  switch (action.verb) {
    case 'userGroup.list': {
      const request = { asker, shared: isSeenByAll(surface), page: action.page };
      const card = userGroupListCard(await listUserGroups(deps, request), surface);
      return { view: { title: userGroupTexts.title, card } };
    }
    case 'userGroup.show': {
      const { userGroupId } = action;
      return { view: toOutcomeView(await showUserGroup(deps, { asker, userGroupId }), surface) };
    }
    case 'userGroup.join':
    case 'userGroup.leave':
    case 'userGroup.organise':
    case 'userGroup.stopOrganising': {
      // Such a press could only be answered where everybody reads it.
      const hasNoAnswer = answer === 'message' && surface.shared;
      return {
        view: hasNoAnswer ? memberTexts.personalOnly : await changeOwnState(deps, asker, action, surface),
      };
    }
    case 'userGroup.offerForm': {
      const offered = offerUserGroupForm(deps, asker);
      const { kind } = action;
      return {
        view: offered.kind === 'denied' ? whyDenied(offered) : toFormView({ fields: { kind } }, surface),
      };
    }
    case 'userGroup.create':
      return create(deps, asker, action, surface);
    case 'userGroup.offerChange':
    case 'userGroup.askToArchive':
      return { view: await offer(deps, asker, action, surface) };
    case 'userGroup.change': {
      const { userGroupId, version, ...typed } = action;
      const result = await changeUserGroup(deps, { asker, userGroupId, version, typed });
      return {
        view: result.kind === 'invalid' ? toFormView(result, surface) : toOutcomeView(result, surface),
      };
    }
    case 'userGroup.archive':
      return { view: await archive(deps, asker, action, surface) };
    case 'userGroup.offerChannel':
    case 'userGroup.setChannel':
      return toChannelView(deps, turn, action, surface);
  }
}

async function changeOwnState(
  deps: ChatDeps,
  asker: Asker,
  action: Action<'userGroup.join' | 'userGroup.leave' | 'userGroup.organise' | 'userGroup.stopOrganising'>,
  surface: Surface,
): Promise<View> {
  const { verb, userGroupId } = action;
  switch (verb) {
    case 'userGroup.join':
      return toOutcomeView(await joinUserGroup(deps, { asker, userGroupId }), surface);
    case 'userGroup.leave':
      return toOutcomeView(await leaveUserGroup(deps, { asker, userGroupId }), surface);
    case 'userGroup.organise':
    case 'userGroup.stopOrganising': {
      const organises = verb === 'userGroup.organise';
      return toOutcomeView(await organiseUserGroup(deps, { asker, userGroupId, organises }), surface);
    }
  }
}

/** In shared places everybody there gets the new group as a card to join from. */
async function create(
  deps: ChatDeps,
  asker: Asker,
  typed: Action<'userGroup.create'>,
  surface: Surface,
): Promise<UserGroupAnswer> {
  const result = await createUserGroup(deps, { asker, typed });
  if (result.kind === 'invalid') {
    return { view: toFormView(result, surface) };
  }
  if (result.kind === 'denied' || !surface.shared) {
    return { view: toOutcomeView(result, surface) };
  }
  const everywhere = { ...surface, inDialog: false };
  return {
    view: toOutcomeView(result, everywhere),
    post: userGroupCard(result.described, everywhere, userGroupTexts.created),
  };
}

async function offer(
  deps: ChatDeps,
  asker: Asker,
  { verb, userGroupId }: Action<'userGroup.offerChange' | 'userGroup.askToArchive'>,
  surface: Surface,
): Promise<View> {
  const offered = await offerChange(deps, { asker, userGroupId });
  if (offered.kind !== 'offered') {
    return toOutcomeView(offered, surface);
  }
  const { userGroup, members } = offered;
  return verb === 'userGroup.offerChange'
    ? toFormView({ fields: userGroup, userGroup }, surface)
    : { title: userGroupTexts.archiveQuestion, card: askToArchiveCard(userGroup, members, surface) };
}

async function archive(
  deps: ChatDeps,
  asker: Asker,
  { userGroupId }: Action<'userGroup.archive'>,
  surface: Surface,
): Promise<View> {
  const result = await archiveUserGroup(deps, { asker, userGroupId });
  if (result.kind !== 'archived') {
    return toOutcomeView(result, surface);
  }
  const sentence = userGroupTexts.archived(result.userGroup.name);
  return isSeenByAll(surface) ? sentence : { title: userGroupTexts.title, card: literalNoteCard(sentence) };
}
