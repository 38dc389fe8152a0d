import { text } from './card.ts';
import type { Element } from './card.ts';

/** What every input has: its label, which screen readers read out, and the sentence that helps when the client refuses what is in it. */
export interface InputWords {
  readonly label: string;
  readonly errorMessage: string;
  readonly isRequired?: boolean;
}

export interface TextInputStyle extends InputWords {
  /** Characters. */
  readonly maxLength: number;
  readonly placeholder?: string;
  readonly isMultiline?: boolean;
  readonly style?: 'Email' | 'Tel' | 'Url';
}

export interface Choice {
  readonly title: string;
  readonly value: string;
}

export interface ChoiceInputStyle extends InputWords {
  /** `compact` where nothing is said: a list that opens. */
  readonly style?: 'compact' | 'expanded';
  readonly isMultiSelect?: boolean;
  readonly placeholder?: string;
  readonly wrap?: boolean;
}

/** A field to type into; `id` is the field of the payload, `value` what stands in it. */
export function textInput(id: string, value: string | undefined, rest: TextInputStyle): Element {
  return { type: 'Input.Text', id, ...rest, ...prefilled(value) };
}

/** One of the choices, or several; `value` is what is chosen, several with commas between them. */
export function choiceInput(
  id: string,
  value: string | undefined,
  choices: readonly Choice[],
  rest: ChoiceInputStyle,
): Element {
  return { type: 'Input.ChoiceSet', id, choices, ...rest, ...prefilled(value) };
}

/** What is wrong with the input above. */
export function problemText(sentence: string): Element {
  return text(sentence, { color: 'Attention', spacing: 'Small' });
}

function prefilled(value: string | undefined): { readonly value?: string } {
  return value === undefined || value === '' ? {} : { value };
}
