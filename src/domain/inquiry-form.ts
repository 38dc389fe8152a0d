import { answerStages, inquiryLimits } from './inquiry.ts';
import type { AnswerStage, InquiryAnswerKind } from './inquiry.ts';
import { beginningOf, hasLetters, toPlainText } from './typed-words.ts';

/** The form as it was sent: everything may be missing, too long or full of control characters. */
export interface TypedInquiry {
  readonly question?: string;
  readonly more?: string;
  readonly named?: string;
}

export interface InquiryFields {
  readonly question: string;
  readonly more?: string;
  readonly named: boolean;
}

export type InquiryProblem = 'question-missing' | 'question-too-long' | 'more-too-long';

export type CheckInquiryOutcome =
  | { readonly kind: 'valid'; readonly fields: InquiryFields }
  | {
      readonly kind: 'invalid';
      /** At least one, in the order of the fields. */
      readonly problems: readonly InquiryProblem[];
      /** What was typed stands in the form again, and is cut only where no form could hold it. */
      readonly fields: InquiryFields;
    };

/** Characters that come back in a form; with more a card would be too big. */
const mostKept = { question: 2000, more: 9000, answer: 10_000 } as const;

/** A question needs at least one letter or digit; what is too long is refused, not cut. */
export function checkInquiry(typed: TypedInquiry): CheckInquiryOutcome {
  const question = toPlainText((typed.question ?? '').toWellFormed()).replaceAll(/\n+/g, ' ');
  const more = toPlainText((typed.more ?? '').toWellFormed());
  const problems: readonly InquiryProblem[] = [
    ...(hasLetters(question) ? [] : (['question-missing'] as const)),
    ...(question.length > inquiryLimits.question ? (['question-too-long'] as const) : []),
    ...(more.length > inquiryLimits.more ? (['more-too-long'] as const) : []),
  ];
  const fields: InquiryFields = {
    question: beginningOf(question, mostKept.question),
    ...(more !== '' && { more: beginningOf(more, mostKept.more) }),
    named: typed.named === 'true',
  };
  return problems.length > 0 ? { kind: 'invalid', problems, fields } : { kind: 'valid', fields };
}

export interface TypedAnswer {
  readonly stage?: string;
  readonly text?: string;
}

export interface AnswerFields {
  readonly stage?: AnswerStage;
  readonly text: string;
}

export type AnswerProblem = 'stage-missing' | 'text-missing' | 'text-too-long';

export type CheckAnswerOutcome =
  | { readonly kind: 'valid'; readonly fields: AnswerFields }
  | {
      readonly kind: 'invalid';
      readonly problems: readonly AnswerProblem[];
      readonly fields: AnswerFields;
    };

/** Whoever does it says how far they are; every answer has words. */
export function checkAnswer(kind: InquiryAnswerKind, typed: TypedAnswer): CheckAnswerOutcome {
  const stage = kind === 'doing' ? answerStages.find((known) => known === typed.stage) : undefined;
  const text = toPlainText((typed.text ?? '').toWellFormed());
  const problems: readonly AnswerProblem[] = [
    ...(kind === 'doing' && stage === undefined ? (['stage-missing'] as const) : []),
    ...(hasLetters(text) ? [] : (['text-missing'] as const)),
    ...(text.length > inquiryLimits.answer ? (['text-too-long'] as const) : []),
  ];
  const fields: AnswerFields = {
    ...(stage !== undefined && { stage }),
    text: beginningOf(text, mostKept.answer),
  };
  return problems.length > 0 ? { kind: 'invalid', problems, fields } : { kind: 'valid', fields };
}
