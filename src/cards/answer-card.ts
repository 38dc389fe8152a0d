import type { Commune } from '../domain/commune.ts';
import { addFilters, removeFilter } from '../domain/filters.ts';
import type { CommuneId } from '../domain/ids.ts';
import type { Question } from '../domain/question.ts';
import type { AnswerWithModelResult } from '../features/ask/answer-with-model.ts';
import type { FoundUseCase } from '../features/ask/found-use-case.ts';
import { answerSentence, askTexts } from '../texts/ask-texts.ts';
import { filterLabel } from '../texts/filter-texts.ts';
import { refinedTexts } from '../texts/refined-texts.ts';
import { registrationTexts } from '../texts/registration-texts.ts';
import { look, press, questionPayload } from './actions.ts';
import type { Surface } from './actions.ts';
import { buttonRows, card, heading, literal, pressableRow, smallText } from './card.ts';
import { contactButtons } from './contact-lines.ts';
import { drawToFit } from './fit-card.ts';
import type { Button, Card, Element } from './card.ts';
import { keepButtons } from './follow-parts.ts';
import { asTypedButton } from './refined-button.ts';
import { registerButton } from './register-button.ts';
import { askCommunityButton } from './inquiry-form-card.ts';
import { proposeTopicButton } from './topic-form-card.ts';
import { sourceLine, stageLines } from './use-case-parts.ts';

type Found = AnswerWithModelResult & { kind: 'found' };
type Nothing = AnswerWithModelResult & { kind: 'nothing' };
type Communes = ReadonlyMap<CommuneId, Commune>;

/** The answer to a question: the sentence, what was sought, the chips, and one row for each use case. */
export function answerCard(result: AnswerWithModelResult, surface: Surface): Card {
  switch (result.kind) {
    case 'found':
      return foundCard(result, surface);
    case 'nothing':
      return nothingCard(result, surface);
  }
}

/** Of a row: its stages, the most useful ones, and reasons of rejections. The details have them all. */
interface Amount {
  readonly stages: number;
  readonly reasons: number;
}

const usualAmount: Amount = { stages: 6, reasons: 1 };
/** How much a row tells; less where the card would be too big. */
const amounts: readonly [Amount, ...Amount[]] = [
  { stages: 6, reasons: 2 },
  usualAmount,
  { stages: 6, reasons: 0 },
  { stages: 5, reasons: 0 },
];

function foundCard(result: Found, surface: Surface): Card {
  return drawToFit(amounts, (amount) => drawFound(result, surface, amount));
}

function drawFound(result: Found, surface: Surface, amount: Amount): Card {
  const { question, found, total, communes } = result;
  const sentence = question.sought === '' ? askTexts.listed(total) : answerSentence(result.summary, total);
  const rows = found.map((one) => useCaseRow(one, result, surface, amount));
  return card({
    fallbackText: askTexts.fallback(
      sentence,
      found.map(({ useCase }) => useCase.title),
    ),
    body: [
      heading(sentence),
      ...soughtLines(question, communes, result),
      ...asTypedButton(result),
      ...rows,
      smallText(hint(result), { separator: true, spacing: 'Medium' }),
      ...facetButtons(result),
      ...enterLines(result, surface),
      ...buttonRows([...pageButtons(result), ...(result.page === 1 ? keepButtons(question) : [])]),
    ],
  });
}

/** How one's own commune comes in. What concerns one record stands below it alone; of several each has it on its details. */
function enterLines({ question, page, found, total }: Found, surface: Surface): readonly Element[] {
  const [only] = found;
  if (only === undefined || total > 1) {
    return [smallText(askTexts.enter, { spacing: 'Small' })];
  }
  const data = { useCaseId: only.useCase.id, question: questionPayload(question, page) };
  return [
    smallText(askTexts.enterThis, { spacing: 'Small' }),
    ...buttonRows([
      look(surface, registrationTexts.buttons.adopt, 'adoption.offer', data),
      ...contactButtons(only.useCase, surface, { question, page }),
    ]),
  ];
}

function hint({ page, pages, facets, total }: Found): string {
  const position = page > 1 ? askTexts.page(page, pages) : undefined;
  if (facets.length === 0) {
    return position ?? askTexts.refineHint;
  }
  // The first sentence counts communes; the buttons count use cases.
  return [position, askTexts.narrow(total)].filter((words) => words !== undefined).join('. ');
}

/** The rest can be typed. */
const facetRows = 2;

/** One button for each filter that splits the answer; pressing it does what typing it does. */
function facetButtons({ question, facets, communes }: Found): readonly Element[] {
  const buttons = facets.map(({ filter, count }) => {
    const label = filterLabel(filter, communes);
    const narrower = { sought: question.sought, filters: addFilters(question.filters, [filter]) };
    return press(askTexts.facet(label, count), 'question.show', questionPayload(narrower, 1), {
      tooltip: askTexts.facetSpoken(label, count),
    });
  });
  return buttonRows(buttons).slice(0, facetRows);
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
      ...buttonRows([
        ...keepButtons(question),
        askCommunityButton(question, questionPayload(question, 1), surface),
        proposeTopicButton(surface, question.sought === '' ? {} : { question: questionPayload(question, 1) }),
      ]),
    ],
    actions: [registerButton(surface)],
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
function soughtLines(
  question: Question,
  communes: Communes,
  { corrections = [], understood }: Partial<Pick<Found, 'corrections' | 'understood'>> = {},
): readonly Element[] {
  const quiet = { isSubtle: true, size: 'Small' };
  const sought = question.sought === '' ? askTexts.everything : question.sought;
  const line = literal(
    [
      { text: understood === undefined ? askTexts.searchedFor : refinedTexts.understoodAs, ...quiet },
      { text: sought, ...quiet, weight: 'Bolder' },
      ...(corrections.length > 0 ? [{ text: askTexts.understoodAs(corrections), ...quiet }] : []),
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

function useCaseRow(
  { useCase, why, foundBy, stale }: FoundUseCase,
  result: AnswerWithModelResult,
  surface: Surface,
  amount = usualAmount,
): Element {
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
    ...stageLines(useCase, result.communes, amount),
    literal(reason, { spacing: 'Small' }),
    ...(foundBy === undefined ? [] : [smallLine(askTexts.foundBy(foundBy.word, foundBy.sameAs))]),
    smallLine(sourceLine(useCase, stale)),
  ];
  return pressableRow(items, action);
}

function smallLine(words: string): Element {
  return literal([{ text: words, isSubtle: true, size: 'Small' }], { spacing: 'Small' });
}
