import { inquiryLimits } from '../domain/inquiry.ts';
import type { InquiryFields, InquiryProblem } from '../domain/inquiry-form.ts';
import type { InquiryId } from '../domain/ids.ts';
import type { Question } from '../domain/question.ts';
import { inquiryTexts } from '../texts/inquiry-texts.ts';
import { act, look } from './actions.ts';
import type { Surface } from './actions.ts';
import { card, heading, smallText } from './card.ts';
import type { Button, Card, Element } from './card.ts';
import { textInput } from './inputs.ts';
import { problemElements } from './inquiry-parts.ts';
import { openFormCard } from './user-group-form-card.ts';

const { form } = inquiryTexts;

export interface InquiryFormState {
  readonly inquiryId: InquiryId;
  readonly fields: InquiryFields;
  readonly problems?: readonly InquiryProblem[];
  /** The asker's own, by name. */
  readonly commune?: string;
  readonly isChange?: boolean;
}

/** The form in which a member asks everybody: the same card in the 1:1 chat and in a dialog. Where others see it, it names no commune. */
export function inquiryFormCard(state: InquiryFormState, surface: Surface): Card {
  const { inquiryId, fields, problems = [], commune, isChange = false } = state;
  const title = isChange ? form.change : form.heading;
  const isPrivate = !surface.shared || surface.inDialog === true;
  return card({
    fallbackText: title,
    body: [
      heading(title),
      textInput('question', fields.question, {
        label: form.question,
        maxLength: inquiryLimits.question,
        placeholder: form.questionPlaceholder,
        isRequired: true,
        errorMessage: form.questionError,
      }),
      ...problemElements(['question-missing', 'question-too-long'], problems, fields.question),
      textInput('more', fields.more, {
        label: form.more,
        maxLength: inquiryLimits.more,
        placeholder: form.morePlaceholder,
        isMultiline: true,
        errorMessage: form.moreError,
      }),
      ...problemElements(['more-too-long'], problems, fields.more ?? ''),
      ...(commune === undefined
        ? [smallText(form.noCommune)]
        : [namedInput(fields.named, isPrivate ? commune : undefined), smallText(form.withoutName)]),
    ],
    actions: [act(surface, form.preview, 'inquiry.preview', { inquiryId }, { style: 'positive' })],
  });
}

/** "Formular öffnen" where everybody would see what is typed. */
export function openInquiryFormCard(asked: string | undefined, surface: Surface): Card {
  const data = asked === undefined ? {} : { asked };
  return openFormCard(form.heading, look(surface, form.open, 'inquiry.offer', data), form.hint);
}

/** "Community fragen" beside an answer that found nothing. */
export function askCommunityButton(question: Question, payload: object, surface: Surface): Button {
  const data = question.sought === '' ? {} : { question: payload };
  return look(surface, inquiryTexts.ask, 'inquiry.offer', data);
}

function namedInput(value: boolean, commune: string | undefined): Element {
  return {
    type: 'Input.Toggle',
    id: 'named',
    label: form.named,
    title: form.namedTitle(commune),
    valueOn: 'true',
    valueOff: 'false',
    value: String(value),
    errorMessage: form.namedError,
  };
}
