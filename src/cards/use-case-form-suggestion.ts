import { suggestionTexts as texts } from '../texts/suggestion-texts.ts';
import { act } from './actions.ts';
import type { Surface } from './actions.ts';
import { buttonRows, pressableRow, smallText, text } from './card.ts';
import type { Button, Element } from './card.ts';
import { textInput } from './inputs.ts';

/** "Vorschlag aus Text", for those who may have fields suggested. */
export interface SuggestionSection {
  /** What stands in its input; it is open then. */
  readonly text?: string;
  /** Something was said about it that is done here: it is open, too. */
  readonly isOpen?: boolean;
}

/** Characters; as much is sent, and what is read of it is said. */
const longestPasted = 20_000;

/** A row that opens and closes the input for a text and its button, which sends the whole form. */
export function suggestionElements(
  { text: pasted = '', isOpen = false }: SuggestionSection,
  data: Readonly<Record<string, unknown>>,
  surface: Surface,
): readonly Element[] {
  const id = 'section-suggestion';
  const toggle: Button = {
    type: 'Action.ToggleVisibility',
    title: texts.open,
    targetElements: [id],
  };
  return [
    pressableRow(
      [text(texts.title, { weight: 'Bolder' }), smallText(texts.line, { spacing: 'None' })],
      toggle,
      {
        spacing: 'Small',
      },
    ),
    {
      type: 'Container',
      id,
      isVisible: isOpen || pasted !== '',
      spacing: 'Small',
      items: [
        text(texts.explanation),
        smallText(texts.reader, { spacing: 'Small' }),
        textInput('suggestionText', pasted, {
          label: texts.label,
          maxLength: longestPasted,
          errorMessage: texts.tooLong,
          placeholder: texts.placeholder,
          isMultiline: true,
        }),
        ...buttonRows([act(surface, texts.suggest, 'registration.suggest', data)]),
      ],
    },
  ];
}
