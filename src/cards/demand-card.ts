import { countPeople, mayBeMore } from '../domain/demand.ts';
import type { Instant } from '../domain/instant.ts';
import type { ListedDemand, ShownDemand } from '../features/demand/find-demand.ts';
import { demandTexts as texts } from '../texts/demand-texts.ts';
import { inquiryTexts } from '../texts/inquiry-texts.ts';
import { topicTexts } from '../texts/topic-texts.ts';
import { look } from './actions.ts';
import type { Surface } from './actions.ts';
import { buttonRows, card, heading, literal, pressableRow, smallText } from './card.ts';
import type { Button, Card, Element } from './card.ts';
import { drawToFit } from './fit-card.ts';

/** Other wordings of a row. */
const othersAtMost = [3, 1, 0] as const;

interface Drawing {
  readonly surface: Surface;
  readonly now: Instant;
  readonly othersAtMost: number;
}

/** "Bedarf": what several people asked in vain, five a page. A row opens what can be done about it. */
export function demandCard(listed: ListedDemand, surface: Surface, now: Instant): Card {
  return drawToFit(othersAtMost, (atMost) => draw(listed, { surface, now, othersAtMost: atMost }));
}

function draw({ rows, total, page, pages }: ListedDemand, drawing: Drawing): Card {
  const { surface } = drawing;
  const sentence = texts.heading(total);
  return card({
    fallbackText: texts.fallback(
      sentence,
      rows.map(({ demand }) => demand.wordings[0]),
    ),
    body: [
      heading(sentence),
      smallText(total === 0 ? texts.hintOfNone : texts.hint),
      ...rows.flatMap((row, index) => demandRow(row, index, drawing)),
      ...(pages > 1 ? [smallText(topicTexts.page(page, pages))] : []),
      ...buttonRows([
        ...(page > 1 ? [look(surface, topicTexts.previous, 'demand.list', { page: page - 1 })] : []),
        ...(page < pages ? [look(surface, topicTexts.next, 'demand.list', { page: page + 1 })] : []),
      ]),
    ],
    actions: total === 0 ? [look(surface, topicTexts.topics, 'topic.list', { view: 'votes', page: 1 })] : [],
  });
}

function demandRow(shown: ShownDemand, index: number, drawing: Drawing): readonly Element[] {
  const { demand, topic } = shown;
  const [title, ...all] = demand.wordings;
  const others = all.slice(0, drawing.othersAtMost);
  const times = { timesAsked: demand.timesAsked, people: countPeople(demand), mayBeMore: mayBeMore(demand) };
  const period = { first: demand.firstAskedAt, last: demand.lastAskedAt, now: drawing.now };
  const lines = [
    literal([{ text: title, weight: 'Bolder' }]),
    smallText(texts.asked(times, period), { spacing: 'None' }),
    ...(others.length === 0 ? [] : [smallLiteral(texts.others(others, all.length - others.length))]),
    ...(topic === undefined ? [] : [smallLiteral(texts.existing(topic.title))]),
  ];
  const id = `demand-${index}`;
  const toggle: Button = {
    type: 'Action.ToggleVisibility',
    title: texts.open(title),
    targetElements: [id],
  };
  const items = buttonRows(demandButtons(shown, others, drawing));
  return [pressableRow(lines, toggle), { type: 'Container', id, isVisible: false, spacing: 'Small', items }];
}

function smallLiteral(words: string): Element {
  return literal([{ text: words, size: 'Small', isSubtle: true }], { spacing: 'None' });
}

/** Where there is a request for the same already, no second one is made. */
function demandButtons(
  { demand, topic }: ShownDemand,
  others: readonly string[],
  { surface }: Drawing,
): readonly Button[] {
  const [title] = demand.wordings;
  const asked = inquiryTexts.form.suggestion(title);
  const first =
    topic === undefined
      ? {
          ...look(surface, texts.create, 'topic.offerForm', {
            title: texts.topicTitle(title),
            text: texts.topicQuestion(demand.timesAsked, others),
          }),
          tooltip: texts.createFrom(title),
        }
      : {
          ...look(surface, texts.show, 'topic.show', { topicRequestId: topic.id }),
          tooltip: texts.showOne(topic.title),
        };
  return [first, { ...look(surface, texts.ask, 'inquiry.offer', { asked }), tooltip: texts.askFor(title) }];
}
