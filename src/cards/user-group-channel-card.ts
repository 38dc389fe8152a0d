import type { OfferChannelResult } from '../features/user-groups/set-up-channel.ts';
import { userGroupTexts } from '../texts/user-group-texts.ts';
import { channelNameLimit } from '../domain/user-group.ts';
import { act, look, noUserGroup } from './actions.ts';
import type { Surface } from './actions.ts';
import { card, heading, smallText, text } from './card.ts';
import type { Card, Element } from './card.ts';
import { textInput } from './inputs.ts';
import { openFormCard } from './user-group-form-card.ts';

const texts = userGroupTexts.channel;

export type ChannelKind = 'channel' | 'group';

/** Instead of a user group: the channel is everybody's. No id of a group is a word. */
export const wholeCommunity = 'community';

/** More do not fit into 25 KB; the one that is chosen is always among them. */
const mostChoices = 100;

/** The form in which an organiser says which user group a channel or group chat belongs to. */
export function channelFormCard(
  { userGroups, chosen, mayBeCommunity, name: channelName }: OfferChannelResult & { kind: 'offered' },
  place: ChannelKind,
  surface: Surface,
  problem?: string,
): Card {
  const current = userGroups.filter(({ id }) => id === chosen);
  const others = userGroups.filter(({ id }) => id !== chosen);
  const shown = [...current, ...others].slice(0, mostChoices);
  const hidden = userGroups.length - shown.length;
  const input: Element = {
    type: 'Input.ChoiceSet',
    id: 'userGroup',
    label: texts.question[place],
    style: 'filtered',
    placeholder: texts.placeholder,
    choices: [
      ...shown.map(({ id, name }) => ({ title: name, value: id })),
      ...(mayBeCommunity ? [{ title: texts.community, value: wholeCommunity }] : []),
      { title: texts.none, value: noUserGroup },
    ],
    ...((current.length > 0 || chosen === wholeCommunity) && { value: chosen }),
    isRequired: true,
    errorMessage: texts.missing,
  };
  return card({
    fallbackText: texts.question[place],
    body: [
      heading(texts.title[place]),
      input,
      ...(problem === undefined ? [] : [text(problem, { color: 'Attention', spacing: 'Small' })]),
      smallText(texts.why),
      ...(mayBeCommunity ? [smallText(texts.communityWhy, { spacing: 'None' })] : []),
      ...(hidden > 0 ? [smallText(texts.more(hidden))] : []),
      textInput('channelName', channelName, {
        label: texts.name[place],
        maxLength: channelNameLimit,
        placeholder: texts.namePlaceholder,
        errorMessage: texts.nameError,
      }),
    ],
    actions: [act(surface, texts.save, 'userGroup.setChannel', {}, { style: 'positive' })],
  });
}

/** "Formular öffnen" for the channel in which it stands. */
export function openChannelFormCard(place: ChannelKind, surface: Surface): Card {
  const open = look(surface, userGroupTexts.form.open, 'userGroup.offerChannel', {});
  return openFormCard(texts.title[place], open, userGroupTexts.form.forOrganisers);
}
