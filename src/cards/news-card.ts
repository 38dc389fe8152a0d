import type { Commune } from '../domain/commune.ts';
import type { CommuneId } from '../domain/ids.ts';
import type { KeptQuestion } from '../domain/kept-question.ts';
import type { UseCase } from '../domain/use-case.ts';
import type { News } from '../features/follows/tell-followers.ts';
import { followTexts } from '../texts/follow-texts.ts';
import { press } from './actions.ts';
import { buttonRows, card, heading, literal, pressableRow, smallText } from './card.ts';
import type { Button, Card, Element } from './card.ts';
import { questionLine } from './follow-parts.ts';
import { shortenText } from './shorten-text.ts';
import { adopterName, stageLines } from './use-case-parts.ts';

type Communes = ReadonlyMap<CommuneId, Commune>;

/** Something new about use cases, for somebody who wanted to be told. */
export type NewsItem =
  | {
      readonly kind: 'use-case-news';
      readonly useCase: UseCase;
      readonly news: News;
      readonly communes: Communes;
    }
  | {
      readonly kind: 'question-news';
      readonly useCase: UseCase;
      readonly kept: KeptQuestion;
      /** What answers it as well and is as new. */
      readonly others: readonly UseCase[];
      readonly communes: Communes;
    };

/** Characters; an import may have more than the form allows. */
const longestTitle = 100;
const longestSummary = 400;
/** Of the others, named by their titles. */
const mostOthers = 5;

/** One of them as a message of its own. */
export function newsCard(item: NewsItem, { short = false }: { readonly short?: boolean } = {}): Card {
  return card({
    fallbackText: newsSummary(item),
    body: [heading(newsTitle(item)), ...newsLines(item, { short })],
    actions: newsButtons(item),
  });
}

/** What a notification shows of it. */
export function newsSummary(item: NewsItem): string {
  const title = titleOf(item);
  return item.kind === 'use-case-news'
    ? followTexts.news.summary(title, newsSentence(item))
    : followTexts.answered.summary(title, item.others.length);
}

/** The same as a part of the day's collection. */
export function newsSection(item: NewsItem, { short }: { readonly short: boolean }): readonly Element[] {
  return [smallText(newsTitle(item)), ...newsLines(item, { short }), ...buttonRows(newsButtons(item))];
}

function newsTitle({ kind }: NewsItem): string {
  return kind === 'use-case-news' ? followTexts.news.title : followTexts.answered.title;
}

function newsLines(item: NewsItem, { short }: { readonly short: boolean }): readonly Element[] {
  const { useCase, communes } = item;
  const title = literal([{ text: titleOf(item), weight: 'Bolder' }], { spacing: 'Small' });
  if (item.kind === 'use-case-news') {
    return [title, literal([{ text: newsSentence(item) }], { spacing: 'Small' })];
  }
  const summary = shortenText(useCase.summary, longestSummary);
  const question = literal(
    [
      { text: followTexts.answered.question, isSubtle: true, size: 'Small' },
      { text: questionLine(item.kept.question, communes), size: 'Small', weight: 'Bolder' },
    ],
    { spacing: 'None' },
  );
  const others = otherLines(item);
  return short
    ? [question, title, ...others]
    : [
        question,
        title,
        ...stageLines(useCase, communes),
        literal([{ text: summary }], { spacing: 'Small' }),
        ...others,
      ];
}

function otherLines({ others }: NewsItem & { kind: 'question-news' }): readonly Element[] {
  const { answered } = followTexts;
  const rest = others.length - mostOthers;
  return others.length === 0
    ? []
    : [
        smallText(answered.others, { spacing: 'Medium' }),
        ...others.slice(0, mostOthers).map((other) => {
          const words = shortenText(other.title, longestTitle);
          const show = press(answered.detailsOf(words), 'follow.showNews', { useCaseId: other.id });
          return pressableRow([literal([{ text: words }])], show);
        }),
        ...(rest > 0 ? [smallText(answered.more(rest))] : []),
      ];
}

/** Who did what; the name of an organisation is typed by people. */
function newsSentence({ news, communes }: NewsItem & { kind: 'use-case-news' }): string {
  const { change } = news;
  const { news: texts } = followTexts;
  const stage = change.kind === 'adopted' ? change.stage : change.to;
  const who = adopterName(change, communes) ?? texts.somebody;
  return change.kind === 'adopted' ? texts.joined(who, stage) : texts.changed(who, change.from, stage);
}

/** The message stays as it is, whichever is pressed. */
function newsButtons(item: NewsItem): readonly Button[] {
  const { id: useCaseId } = item.useCase;
  const details = press(followTexts.news.details, 'follow.showNews', { useCaseId });
  const message = { message: true };
  if (item.kind === 'use-case-news') {
    const tooltip = followTexts.endSpoken(titleOf(item));
    return [details, press(followTexts.end, 'follow.end', { useCaseId, ...message }, { tooltip })];
  }
  const { id: questionId, question } = item.kept;
  const tooltip = followTexts.endSpoken(questionLine(question, item.communes));
  return [details, press(followTexts.end, 'keptQuestion.end', { questionId, ...message }, { tooltip })];
}

function titleOf({ useCase }: NewsItem): string {
  return shortenText(useCase.title, longestTitle);
}
