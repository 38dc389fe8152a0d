import type { Commune } from '../domain/commune.ts';
import { removeFilter } from '../domain/filters.ts';
import type { CommuneId } from '../domain/ids.ts';
import type { Question } from '../domain/question.ts';
import type { AnswerQuestionResult, FoundUseCase } from '../features/ask/answer-question.ts';
import { answerSentence, askTexts } from '../texts/ask-texts.ts';
import { filterLabel } from '../texts/filter-texts.ts';
import { look, press, questionPayload } from './actions.ts';
import type { Surface } from './actions.ts';
import { buttonRows, card, heading, literal, pressableRow, smallText } from './card.ts';
import type { Button, Card, Element } from './card.ts';
import { sourceLine, stageLines } from './use-case-parts.ts';

type Found = AnswerQuestionResult & { kind: 'found' };
type Nothing = AnswerQuestionResult & { kind: 'nothing' };
type Communes = ReadonlyMap<CommuneId, Commune>;

/** The answer to a question: the sentence, what was sought, the chips, and one row for each use case. */
export function answerCard(result: AnswerQuestionResult, surface: Surface): Card {
  switch (result.kind) {
    case 'found':
      return foundCard(result, surface);
    case 'nothing':
      return nothingCard(result, surface);
  }
}

function foundCard(result: Found, surface: Surface): Card {
  const { question, found, page, pages, total, communes } = result;
  const sentence = question.sought === '' ? askTexts.listed(total) : answerSentence(result.summary, total);
  const rows = found.map((one) => useCaseRow(one, result, surface));
  const hint = pages > 1 && page > 1 ? askTexts.page(page, pages) : askTexts.refineHint;
  return card({
    fallbackText: askTexts.fallback(
      sentence,
      found.map(({ useCase }) => useCase.title),
    ),
    body: [
      heading(sentence),
      ...soughtLines(question, communes),
      ...rows,
      smallText(hint, { separator: true, spacing: 'Medium' }),
    ],
    actions: pageButtons(result),
  });
}

function pageButtons({ question, page, pages, total, found }: Found): readonly Button[] {
  const buttons: Button[] = [];
  if (page > 1) {
    buttons.push(press(askTexts.earlier, 'question.show', questionPayload(question, page - 1)));
  }
  if (page < pages) {
    const before = page * found.length;
    buttons.push(press(askTexts.more(total - before), 'question.show', questionPayload(question, page + 1)));
  }
  return buttons;
}

function nothingCard(result: Nothing, surface: Surface): Card {
  const { question, nearest, communes, keptForDays } = result;
  const sentence = nothingSentence(result);
  const title = nearestTitle(result);
  const rows = nearest.map((one) => useCaseRow(one, result, surface));
  return card({
    fallbackText: askTexts.fallback(
      sentence,
      nearest.length > 0 ? [`${title} ${nearest[0]?.useCase.title}`] : [],
    ),
    body: [
      heading(sentence),
      ...soughtLines(question, communes),
      ...(rows.length > 0 ? [smallText(title, { spacing: 'Medium' })] : []),
      ...rows,
      ...(keptForDays === undefined
        ? []
        : [smallText(askTexts.kept(keptForDays), { separator: true, spacing: 'Medium' })]),
    ],
  });
}

function nothingSentence({ question, because }: Nothing): string {
  if (question.sought === '') {
    return askTexts.nothingAtAll;
  }
  switch (because) {
    case 'no-match':
      return askTexts.nothing;
    case 'similar':
      return askTexts.nothingExactly;
    case 'filters':
      return askTexts.nothingWithFilters;
  }
}

function nearestTitle({ because }: Nothing): string {
  switch (because) {
    case 'no-match':
      return askTexts.nearestTitle;
    case 'similar':
      return askTexts.similarTitle;
    case 'filters':
      return askTexts.withoutFiltersTitle;
  }
}

/** "Gesucht: Chatbot" and a chip for each filter; pressing a chip takes the filter away. */
function soughtLines(question: Question, communes: Communes): readonly Element[] {
  const quiet = { isSubtle: true, size: 'Small' };
  const sought = question.sought === '' ? askTexts.everything : question.sought;
  const line = literal(
    [
      { text: askTexts.searchedFor, ...quiet },
      { text: sought, ...quiet, weight: 'Bolder' },
    ],
    { spacing: 'None' },
  );
  const chips = question.filters.map((filter) => {
    const label = filterLabel(filter, communes);
    const wider = { sought: question.sought, filters: removeFilter(question.filters, filter) };
    return press(askTexts.removeFilter(label), 'question.show', questionPayload(wider, 1), {
      tooltip: askTexts.removeFilterSpoken(label),
    });
  });
  return [line, ...buttonRows(chips)];
}

function useCaseRow({ useCase, why }: FoundUseCase, result: AnswerQuestionResult, surface: Surface): Element {
  const page = result.kind === 'found' ? result.page : 1;
  const action = look(surface, askTexts.detailsOf(useCase.title), 'useCase.show', {
    useCaseId: useCase.id,
    question: questionPayload(result.question, page),
  });
  const reason = why.parts.map(({ text, found }) => ({
    text,
    isSubtle: true,
    ...(found && { weight: 'Bolder' }),
  }));
  const items = [
    literal([{ text: useCase.title, weight: 'Bolder' }]),
    ...stageLines(useCase, result.communes),
    literal(reason, { spacing: 'Small' }),
    literal([{ text: sourceLine(useCase), isSubtle: true, size: 'Small' }], { spacing: 'Small' }),
  ];
  return pressableRow(items, action);
}
