import type { ListedTopic, ListTopicsResult } from '../features/topics/list-topics.ts';
import { topicViews } from '../domain/topic-view.ts';
import { formatNumber } from '../texts/format.ts';
import { topicListTexts as texts } from '../texts/topic-list-texts.ts';
import { topicTexts } from '../texts/topic-texts.ts';
import { act, look } from './actions.ts';
import type { Surface } from './actions.ts';
import { buttonRows, card, heading, literal, section, smallText, text } from './card.ts';
import type { Button, Card, Element } from './card.ts';
import { drawToFit } from './fit-card.ts';
import { shortenText } from './shorten-text.ts';
import type { TopicList } from './topic-actions.ts';
import { isPersonal } from './topic-parts.ts';
import { groupChoice } from './group-choice.ts';

interface Amount {
  readonly groups: number;
  /** Characters of a group's name where it is chosen. */
  readonly name: number;
  /** Characters below a title. */
  readonly facts: number;
}

const amounts: readonly [Amount, ...Amount[]] = [
  { groups: 60, name: 100, facts: 400 },
  { groups: 60, name: 100, facts: 120 },
  { groups: 60, name: 40, facts: 120 },
  { groups: 40, name: 40, facts: 120 },
  { groups: 20, name: 40, facts: 120 },
];

/** A page of topics. `outcome`: what just happened. On a card that everybody sees nothing is said of who opened it. */
export function topicListCard(result: ListTopicsResult, surface: Surface, outcome?: string): Card {
  return drawToFit(amounts, (amount) => draw(result, surface, outcome, amount));
}

function draw(result: ListTopicsResult, surface: Surface, outcome: string | undefined, amount: Amount): Card {
  const { view, rows, total, userGroup, page, pages } = result;
  const sentence = texts.heading(view, total);
  const list = listOf(result);
  return card({
    fallbackText: texts.fallback(
      outcome ?? sentence,
      rows.map(({ request }) => request.title),
    ),
    body: [
      ...(outcome === undefined ? [] : [literal([{ text: outcome, weight: 'Bolder' }])]),
      heading(sentence),
      ...(userGroup === undefined
        ? []
        : [
            literal([{ text: texts.ofGroup, isSubtle: true }, { text: userGroup.name }], { spacing: 'None' }),
          ]),
      ...hint(result, surface),
      ...rows.map((row) => topicRow(row, list, surface, amount)),
      ...(pages > 1 ? [smallText(topicTexts.page(page, pages), { separator: true })] : []),
      ...buttonRows(pageButtons(result, surface)),
      ...buttonRows(viewButtons(result, surface)),
      ...groupChoice(
        {
          groups: result.groups,
          userGroup: result.userGroup,
          amount: amount,
          show: look(surface, texts.show, 'topic.chooseList', { view: result.view }),
        },
        texts,
      ),
    ],
    actions: [look(surface, texts.propose, 'topic.offerForm', groupPayload(result))],
  });
}

function hint({ rows, view, takesPart }: ListTopicsResult, surface: Surface): readonly Element[] {
  const hasArrows = rows.some(({ request }) => request.state.kind === 'open');
  if (!isPersonal(surface)) {
    return hasArrows ? [smallText(texts.howToShared, { spacing: 'None' })] : [];
  }
  if (rows.length === 0 && view !== 'planned' && view !== 'done') {
    return [text(texts.begin)];
  }
  return hasArrows && takesPart ? [smallText(texts.howTo, { spacing: 'None' })] : [];
}

/** Left the votes, which are a button as long as members vote; right the topic, which opens. */
function topicRow(row: ListedTopic, list: TopicList, surface: Surface, amount: Amount): Element {
  const { request, userGroup, waits, voted } = row;
  const { id: topicRequestId, title, tags, state } = request;
  const own = isPersonal(surface) && voted;
  const data = { topicRequestId, from: list };
  const details = look(surface, texts.detailsOf(title), 'topic.show', data);
  const group = userGroup?.name ?? topicTexts.wholeCommunity;
  const facts = [
    ...(own ? [texts.yours] : []),
    ...(waits ? [topicTexts.waits] : []),
    ...(state.kind === 'open' ? [] : [topicTexts.stateLine(request)]),
    group,
    ...tags,
  ];
  const columns = [
    votesColumn(row, own, voteButton(row, data, surface)),
    {
      type: 'Column',
      width: 'stretch',
      verticalContentAlignment: 'Center',
      selectAction: details,
      items: [
        literal([{ text: title, weight: 'Bolder' }]),
        literal([{ text: shortenText(facts.join(' · '), amount.facts), isSubtle: true, size: 'Small' }], {
          spacing: 'None',
        }),
      ],
    },
    {
      type: 'Column',
      width: 'auto',
      verticalContentAlignment: 'Center',
      selectAction: details,
      items: [{ type: 'TextBlock', text: '›', size: 'ExtraLarge', isSubtle: true }],
    },
  ];
  return section([{ type: 'ColumnSet', columns }]);
}

function votesColumn({ request }: ListedTopic, own: boolean, vote: Button | undefined): Element {
  const center = { horizontalAlignment: 'Center', spacing: 'None' };
  const color = own ? { color: 'Accent' } : {};
  return {
    type: 'Column',
    width: '64px',
    verticalContentAlignment: 'Center',
    ...(vote !== undefined && { selectAction: vote }),
    items: [
      ...(vote === undefined
        ? []
        : [text(texts.arrow, { ...center, ...color, ...(own ? { weight: 'Bolder' } : { isSubtle: true }) })]),
      text(formatNumber(request.votes), { ...center, ...color, size: 'Large', weight: 'Bolder' }),
      smallText(texts.votesSmall(request.votes), center),
    ],
  };
}

/** On a shared card everybody's vote begins with the same button. */
function voteButton(
  { request, voted }: ListedTopic,
  data: Readonly<Record<string, unknown>>,
  surface: Surface,
): Button | undefined {
  const { title, state } = request;
  const onList = { ...data, onList: true };
  if (isPersonal(surface) && voted && state.kind !== 'merged') {
    return act(surface, texts.withdrawFrom(title), 'topic.withdrawVote', onList);
  }
  return state.kind === 'open' ? act(surface, texts.voteFor(title), 'topic.vote', onList) : undefined;
}

/** The list as its buttons carry it. */
export function listOf({ view, userGroup, page }: ListTopicsResult): TopicList {
  return { view, page, ...(userGroup !== undefined && { userGroupId: userGroup.id }) };
}

function groupPayload({ userGroup }: ListTopicsResult) {
  return userGroup === undefined ? {} : { userGroupId: userGroup.id };
}

function pageButtons(result: ListTopicsResult, surface: Surface): readonly Button[] {
  const { page, pages } = result;
  const list = listOf(result);
  return [
    ...(page > 1 ? [look(surface, topicTexts.previous, 'topic.list', { ...list, page: page - 1 })] : []),
    ...(page < pages ? [look(surface, topicTexts.next, 'topic.list', { ...list, page: page + 1 })] : []),
  ];
}

function viewButtons(result: ListTopicsResult, surface: Surface): readonly Button[] {
  return topicViews
    .filter((view) => view !== result.view && (view !== 'mine' || (isPersonal(surface) && result.takesPart)))
    .map((view) =>
      look(surface, texts.views[view], 'topic.list', { view, page: 1, ...groupPayload(result) }),
    );
}
