import type { Commune } from '../domain/commune.ts';
import type { CommuneId } from '../domain/ids.ts';
import type { KeptQuestion } from '../domain/kept-question.ts';
import { followTexts as texts } from '../texts/follow-texts.ts';
import { press, questionPayload } from './actions.ts';
import { buttonRows, card, heading, literal, text } from './card.ts';
import type { Card } from './card.ts';
import { questionLine } from './follow-parts.ts';

type Communes = ReadonlyMap<CommuneId, Commune>;

/** That a question is kept, in sentences of ours; for the 1:1 chat. `answers`: how many use cases answer it already. */
export function keptQuestionCard(
  { id, question }: KeptQuestion,
  communes: Communes,
  { sentences, answers }: { readonly sentences: readonly string[]; readonly answers: number },
): Card {
  const [first = '', ...more] = sentences;
  const sought = questionLine(question, communes);
  const show = answers > 0 ? [press(texts.showThem, 'question.show', questionPayload(question, 1))] : [];
  return card({
    fallbackText: `${first} ${texts.answered.question}${sought}`,
    body: [
      heading(first),
      literal(
        [
          { text: texts.answered.question, isSubtle: true, size: 'Small' },
          { text: sought, weight: 'Bolder', size: 'Small' },
        ],
        { spacing: 'None' },
      ),
      ...more.map((sentence) => text(sentence)),
      ...buttonRows([press(texts.list.open, 'follow.list', { page: 1 })]),
    ],
    actions: [
      ...show,
      press(texts.end, 'keptQuestion.end', { questionId: id }, { tooltip: texts.endSpoken(sought) }),
    ],
  });
}

/** That a question is kept no more; one press takes it back. */
export function endedQuestionCard(): Card {
  return card({
    fallbackText: texts.questionEnded,
    body: [text(texts.questionEnded)],
    actions: [press(texts.list.open, 'follow.list', { page: 1 })],
  });
}
