import { isOpen } from '../domain/inquiry.ts';
import type { InquiryAnswer } from '../domain/inquiry.ts';
import type { Question } from '../domain/question.ts';
import type { ShownInquiry } from '../features/inquiries/inquiry-results.ts';
import { inquiryTexts } from '../texts/inquiry-texts.ts';
import { act } from './actions.ts';
import type { Surface } from './actions.ts';
import { buttonRows, card, heading, literal, section, smallText } from './card.ts';
import type { Card } from './card.ts';
import { keepButtons } from './follow-parts.ts';
import { answerElements, answerExcerpt, stateLine } from './inquiry-parts.ts';

const { told, posted } = inquiryTexts;

export interface ToldAnswer {
  readonly answer: InquiryAnswer;
  /** What the inquiry is about, as a question that can be kept. */
  readonly sought: Question;
}

/** What the asker gets in the 1:1 chat when somebody has answered. */
export function inquiryToldCard(
  { inquiry, answers, communes }: ShownInquiry,
  { answer, sought }: ToldAnswer,
  surface: Surface,
  { short = false }: { readonly short?: boolean } = {},
): Card {
  const one = { inquiryId: inquiry.id };
  return card({
    fallbackText: `${told.heading} ${inquiry.question}`,
    body: [
      heading(told.heading),
      literal([{ text: told.asked, isSubtle: true }, { text: inquiry.question }]),
      section(answerElements(answer, communes, short ? answerExcerpt.among : answerExcerpt.all)),
      ...(answer.version > 1 ? [smallText(told.changed)] : []),
      ...(short ? [smallText(posted.short)] : []),
      ...(isOpen(inquiry) ? [] : [smallText(stateLine(inquiry, answers.length))]),
      ...buttonRows([
        ...(isOpen(inquiry) ? [act(surface, told.done, 'inquiry.close', one)] : []),
        act(surface, told.all, 'inquiry.show', one),
        ...keepButtons(sought, { onMessage: true }),
      ]),
    ],
  });
}
