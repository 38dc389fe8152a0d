import { answerStages, inquiryLimits } from '../domain/inquiry.ts';
import type { AnswerForm } from '../features/inquiries/answer-inquiry.ts';
import { inquiryTexts } from '../texts/inquiry-texts.ts';
import { stageLabels } from '../texts/labels.ts';
import { act } from './actions.ts';
import type { Surface } from './actions.ts';
import { card, heading, literal } from './card.ts';
import type { Card, Element } from './card.ts';
import { choiceInput, textInput } from './inputs.ts';
import { problemElements } from './inquiry-parts.ts';

const { answerForm: words, kinds, problems: problemWords } = inquiryTexts;

/** The form for an answer. Where others see it, it knows nothing of who opened it. */
export function inquiryAnswerFormCard(form: AnswerForm, surface: Surface): Card {
  const { shown, kind, problems = [], known } = form;
  const { question, id: inquiryId } = shown.inquiry;
  const isPrivate = !surface.shared || surface.inDialog === true;
  const { stage = '', text = '' } = form.fields ?? (isPrivate ? (known ?? {}) : {});
  const own = { inquiryId, kind };
  return card({
    fallbackText: `${kinds[kind]}: ${question}`,
    body: [
      heading(kinds[kind]),
      literal([{ text: question }]),
      ...(kind === 'doing' ? [stageInput(stage), ...problemElements(['stage-missing'], problems, text)] : []),
      textInput('text', text, {
        label: words.text[kind],
        maxLength: inquiryLimits.answer,
        placeholder: words.placeholder[kind],
        isMultiline: true,
        isRequired: true,
        errorMessage: words.error,
      }),
      ...problemElements(['text-missing', 'text-too-long'], problems, text),
      literal([{ text: isPrivate ? words.who(form.commune) : words.forAll, isSubtle: true, size: 'Small' }]),
    ],
    actions: [
      act(surface, words.send, 'inquiry.answer', own, { style: 'positive' }),
      ...(isPrivate && known !== undefined
        ? [act(surface, words.takeBack, 'inquiry.takeBack', own, { associatedInputs: 'none' })]
        : []),
    ],
  });
}

function stageInput(value: string): Element {
  const choices = answerStages.map((stage) => ({ title: stageLabels[stage], value: stage }));
  return choiceInput('stage', value, choices, {
    label: words.stage,
    placeholder: words.stagePlaceholder,
    isRequired: true,
    errorMessage: problemWords['stage-missing'],
  });
}
