import type { Submission } from '../domain/submission.ts';
import type { ListedSubmissions } from '../features/review/list-submissions.ts';
import { reviewTexts } from '../texts/review-texts.ts';
import { look } from './actions.ts';
import type { Surface } from './actions.ts';
import { buttonRows, card, heading, literal, pressableRow, smallText } from './card.ts';
import type { Button, Card, Element } from './card.ts';

const { list, buttons } = reviewTexts;

/** What waits for organisers, or what somebody handed in themselves, five a page. */
export function reviewListCard(result: ListedSubmissions, surface: Surface, whose: 'all' | 'own'): Card {
  const { rows, total, page, pages } = result;
  const sentence = whose === 'all' ? list.heading(total) : list.own(total);
  return card({
    fallbackText: [sentence, ...rows.map(({ content }) => content.title)].join(' '),
    body: [
      heading(sentence),
      ...rows.map((row) => submissionRow(row, surface)),
      ...(rows.length > 0 ? [smallText(list.openOne, { separator: true })] : []),
      ...(pages > 1 ? [smallText(list.page(page, pages))] : []),
      ...buttonRows(pageButtons(result, surface, whose)),
    ],
  });
}

function submissionRow({ id, content, origin, state, submittedAt }: Submission, surface: Surface): Element {
  return pressableRow(
    [
      literal([{ text: content.title, weight: 'Bolder' }]),
      smallText(list.row(origin.kind, list.states[state.kind], submittedAt), { spacing: 'None' }),
    ],
    look(surface, list.open(content.title), 'review.show', { submissionId: id }),
  );
}

function pageButtons(
  { page, pages }: ListedSubmissions,
  surface: Surface,
  whose: 'all' | 'own',
): readonly Button[] {
  const verb = whose === 'all' ? 'review.list' : 'review.listOwn';
  return [
    ...(page > 1 ? [look(surface, buttons.previous, verb, { page: page - 1 })] : []),
    ...(page < pages ? [look(surface, buttons.next, verb, { page: page + 1 })] : []),
  ];
}
