import type { Followed, FollowedPage } from '../features/follows/list-followed.ts';
import { followTexts } from '../texts/follow-texts.ts';
import { topicDetailsTexts } from '../texts/topic-details-texts.ts';
import { topicTexts } from '../texts/topic-texts.ts';
import { press, questionPayload } from './actions.ts';
import { buttonRows, card, heading, literal, section, smallText, text } from './card.ts';
import type { Button, Card, Element } from './card.ts';
import { questionLine } from './follow-parts.ts';
import { shortenText } from './shorten-text.ts';

const { list: texts } = followTexts;
const { follows: topicWords } = topicDetailsTexts;

/** Characters; an import may have more than the form allows. */
const longestTitle = 100;

/** "Meine Benachrichtigungen": everything that somebody follows, each with "Beenden"; for the 1:1 chat alone. */
export function followListCard(result: FollowedPage): Card {
  const { rows, total, page, pages } = result;
  const sentence = total === 0 ? texts.empty : texts.title;
  return card({
    fallbackText: total === 0 ? `${texts.empty} ${texts.howTo}` : texts.title,
    body: [
      heading(sentence),
      ...(total === 0 ? [text(texts.howTo)] : []),
      ...rows.map((row) => toRow(row, result)),
      ...(pages > 1 ? [smallText(texts.page(page, pages), { separator: true })] : []),
      ...buttonRows(pageButtons(result)),
    ],
    actions: [press(texts.settings, 'subscription.show')],
  });
}

function toRow(row: Followed, { page, communes }: FollowedPage): Element {
  switch (row.kind) {
    case 'use-case': {
      const { useCaseId, title } = row;
      const name = title === undefined ? undefined : shortenText(title, longestTitle);
      const show = name === undefined ? [] : [press(followTexts.news.details, 'useCase.show', { useCaseId })];
      return section([
        smallText(texts.useCase),
        name === undefined
          ? text(texts.gone)
          : literal([{ text: name, weight: 'Bolder' }], { spacing: 'None' }),
        ...buttonRows([...show, endButton('follow.end', { useCaseId, page }, name ?? texts.useCase)]),
      ]);
    }
    case 'question': {
      const { id: questionId, question } = row.kept;
      const sought = questionLine(question, communes);
      return section([
        smallText(texts.question),
        literal([{ text: sought, weight: 'Bolder' }], { spacing: 'None' }),
        ...buttonRows([
          press(followTexts.showThem, 'question.show', questionPayload(question, 1)),
          endButton('keptQuestion.end', { questionId, page }, sought),
        ]),
      ]);
    }
    case 'topic':
      return topicRow(row, page);
  }
}

function topicRow({ topicRequestId, topic }: Followed & { readonly kind: 'topic' }, page: number): Element {
  const data = { topicRequestId };
  if (topic === undefined) {
    return section([smallText(topicTexts.title), text(topicWords.gone)]);
  }
  const tooltip = topicWords.unfollowSpoken(topic.title);
  return section([
    smallText(topicWords.row(topicTexts.states[topic.state])),
    literal([{ text: topic.title, weight: 'Bolder' }], { spacing: 'None' }),
    ...buttonRows([
      press(followTexts.news.details, 'topic.show', data),
      press(topicTexts.unfollow, 'topic.unfollow', { ...data, page }, { tooltip }),
    ]),
  ]);
}

function endButton(
  verb: 'follow.end' | 'keptQuestion.end',
  data: Readonly<Record<string, unknown>>,
  what: string,
): Button {
  return press(followTexts.end, verb, data, { tooltip: followTexts.endSpoken(what) });
}

function pageButtons({ page, pages }: FollowedPage): readonly Button[] {
  return [
    ...(page > 1 ? [press(texts.previous, 'follow.list', { page: page - 1 })] : []),
    ...(page < pages ? [press(texts.next, 'follow.list', { page: page + 1 })] : []),
  ];
}
