import type { AnswerWithModelResult } from '../features/ask/answer-with-model.ts';
import { refinedTexts } from '../texts/refined-texts.ts';
import { press, questionPayload } from './actions.ts';
import { buttonRows } from './card.ts';
import type { Element } from './card.ts';

/** The way back from a model's reading to what the rules had read. */
export function asTypedButton({ understood }: AnswerWithModelResult): readonly Element[] {
  return understood === undefined
    ? []
    : buttonRows([press(refinedTexts.asTyped, 'question.show', questionPayload(understood.asTyped, 1))]);
}
