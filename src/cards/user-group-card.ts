import type { DescribedUserGroup } from '../features/user-groups/describe-user-group.ts';
import { formatNumber } from '../texts/format.ts';
import { topicCollectionTexts } from '../texts/topic-collection-texts.ts';
import { userGroupTexts } from '../texts/user-group-texts.ts';
import { act, look, press } from './actions.ts';
import type { Surface } from './actions.ts';
import { buttonRows, card, heading, literal, section, smallText, text } from './card.ts';
import type { Button, Card, Element } from './card.ts';
import { meetingsButton, planMeetingButton } from './meetings/meeting-entries.ts';

/** Lines of a description; whatever follows stands in the last one. */
const mostLines = 12;

/**
 * A user group with what people see of it. `outcome` is what just happened. On a card that everybody sees nothing is said of
 * the person who opened it, and both buttons are there.
 */
export function userGroupCard(described: DescribedUserGroup, surface: Surface, outcome?: string): Card {
  const { userGroup, own } = described;
  const { name, kind, contact } = userGroup;
  const isPersonal = !surface.shared || surface.inDialog === true;
  const state = isPersonal ? ownState(own) : [];
  return card({
    fallbackText: outcome === undefined ? name : `${outcome} ${name}`,
    body: [
      ...(outcome === undefined ? [] : [heading(outcome)]),
      literal([{ text: name, weight: 'Bolder', ...(outcome === undefined && { size: 'Medium' }) }]),
      smallText([userGroupTexts.kinds[kind], ...state].join(' · '), { spacing: 'None' }),
      ...descriptionLines(userGroup.description),
      ...(contact === undefined ? [] : [contactLine(contact)]),
      numbers(described),
      ...collectionLines(described),
      ...(isPersonal && !own.mayJoin && own.joinedAt === undefined
        ? [smallText(userGroupTexts.membersOnly)]
        : []),
      ...(isPersonal
        ? buttonRows([
            ...memberButtons(described, surface),
            topicsButton(described, surface),
            meetingsButton(surface, userGroup.id),
            ...organiserButtons(described, surface),
          ])
        : buttonRows([
            ...sharedButtons(described),
            topicsButton(described, surface),
            meetingsButton(surface, userGroup.id),
          ])),
    ],
    actions: isPersonal ? [act(surface, userGroupTexts.all, 'userGroup.list', { page: 1 })] : [],
  });
}

function ownState({ joinedAt, organises }: DescribedUserGroup['own']): readonly string[] {
  return [
    ...(joinedAt === undefined ? [] : [userGroupTexts.youAreInSince(joinedAt)]),
    ...(organises ? [userGroupTexts.youOrganise] : []),
  ];
}

export function descriptionLines(description: string): readonly Element[] {
  const lines = description.split('\n').filter((line) => line !== '');
  const last = lines.slice(mostLines - 1).join(' ');
  const shown = [...lines.slice(0, mostLines - 1), ...(last === '' ? [] : [last])];
  return shown.map((line) => literal([{ text: line }], { spacing: 'Small' }));
}

function contactLine(contact: string): Element {
  const quiet = { text: userGroupTexts.contact, isSubtle: true, size: 'Small' };
  return literal([quiet, { text: contact, size: 'Small' }], { spacing: 'Small' });
}

/** Large numbers, each with a small word below. */
function numbers({ members, channels, userGroup }: DescribedUserGroup): Element {
  const { length: organisers } = userGroup.organisers;
  const counts = [
    { count: members, word: userGroupTexts.members(members) },
    { count: organisers, word: userGroupTexts.organisers(organisers) },
    { count: channels, word: userGroupTexts.channels(channels) },
  ];
  const columns = counts
    .filter(({ count }, index) => index === 0 || count > 0)
    .map(({ count, word }) => ({
      type: 'Column',
      width: 'stretch',
      items: [
        {
          type: 'TextBlock',
          text: formatNumber(count),
          size: 'ExtraLarge',
          weight: 'Bolder',
          wrap: true,
        },
        smallText(word, { spacing: 'None' }),
      ],
    }));
  return section([{ type: 'ColumnSet', columns }]);
}

/** Until when topics are collected, and how many votes everybody has; nothing when neither is settled. */
function collectionLines({ userGroup, collectionIsOver }: DescribedUserGroup): readonly Element[] {
  const { until, votesPerMember } = userGroup.topics ?? {};
  const say = collectionIsOver === true ? topicCollectionTexts.over : topicCollectionTexts.collecting;
  return [
    ...(until === undefined ? [] : [say(until)]),
    ...(votesPerMember === undefined ? [] : [topicCollectionTexts.votes(votesPerMember)]),
  ].map((sentence) => text(sentence, { spacing: 'Small' }));
}

function topicsButton({ userGroup }: DescribedUserGroup, surface: Surface): Button {
  const list = { view: 'votes', userGroupId: userGroup.id, page: 1 };
  return look(surface, topicCollectionTexts.topics, 'topic.list', list);
}

function memberButtons({ userGroup, own }: DescribedUserGroup, surface: Surface): readonly Button[] {
  const data = { userGroupId: userGroup.id };
  if (own.joinedAt !== undefined) {
    return [act(surface, userGroupTexts.leave, 'userGroup.leave', data)];
  }
  return own.mayJoin
    ? [act(surface, userGroupTexts.join, 'userGroup.join', data, { style: 'positive' })]
    : [];
}

function organiserButtons({ userGroup, own }: DescribedUserGroup, surface: Surface): readonly Button[] {
  const data = { userGroupId: userGroup.id };
  const change = [
    act(surface, userGroupTexts.change, 'userGroup.offerChange', data),
    act(surface, userGroupTexts.archive, 'userGroup.askToArchive', data),
    act(surface, topicCollectionTexts.offer, 'topicCollection.offer', data),
    act(surface, userGroupTexts.announce, 'announcement.offerForm', data),
    planMeetingButton(surface, data),
  ];
  const organise = act(surface, userGroupTexts.organise, 'userGroup.organise', data);
  const stop = act(surface, userGroupTexts.stopOrganising, 'userGroup.stopOrganising', data);
  return [
    ...(own.mayChange ? change : []),
    ...(own.mayOrganise && !own.organises ? [organise] : []),
    ...(own.organises && own.mayChange ? [stop] : []),
  ];
}

function sharedButtons({ userGroup }: DescribedUserGroup): readonly Button[] {
  const data = { userGroupId: userGroup.id };
  return [
    press(userGroupTexts.join, 'userGroup.join', data),
    press(userGroupTexts.leave, 'userGroup.leave', data),
  ];
}
