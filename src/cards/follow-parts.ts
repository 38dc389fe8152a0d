import type { Commune } from '../domain/commune.ts';
import type { CommuneId } from '../domain/ids.ts';
import type { Question } from '../domain/question.ts';
import { filterLabel } from '../texts/filter-texts.ts';
import { followTexts } from '../texts/follow-texts.ts';
import { press, questionPayload } from './actions.ts';
import type { Button } from './card.ts';

/** A question in one line: what is sought, and what it is limited to. Holds words that people typed. */
export function questionLine(
  { sought, filters }: Question,
  communes: ReadonlyMap<CommuneId, Commune>,
): string {
  return followTexts.soughtOf(
    sought,
    filters.map((filter) => filterLabel(filter, communes)),
  );
}

/** "Benachrichtigen" below an answer that found nothing; a question for everything is nobody's. `onMessage`: on one that stays as it is. */
export function keepButtons(
  question: Question,
  { onMessage = false }: { readonly onMessage?: boolean } = {},
): readonly Button[] {
  const data = { ...questionPayload(question, 1), ...(onMessage && { message: true }) };
  return question.sought === '' && question.filters.length === 0
    ? []
    : [press(followTexts.keep, 'keptQuestion.keep', data, { tooltip: followTexts.keepSpoken })];
}
