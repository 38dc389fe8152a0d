import { feedbackReasons, feedbackWordsLimit } from '../domain/answer-feedback.ts';
import { feedbackTexts as words } from '../texts/feedback-texts.ts';
import { card, heading, smallText } from './card.ts';
import type { Card } from './card.ts';
import { choiceInput, textInput } from './inputs.ts';

/** After a thumb below an answer, in the dialog that Teams opens. What stands in its fields comes back with the thumb, so that the button carries nothing. */
export function feedbackFormCard(form: { readonly helpful: boolean; readonly retentionDays: number }): Card {
  const { helpful, retentionDays } = form;
  const question = helpful ? words.helpful : words.notHelpful;
  const choices = feedbackReasons.map((reason) => ({ title: words.reasons[reason], value: reason }));
  return card({
    fallbackText: `${words.title}: ${question}`,
    body: [
      heading(question),
      ...(helpful
        ? []
        : [
            choiceInput('reason', undefined, choices, {
              label: words.reason,
              style: 'expanded',
              wrap: true,
              errorMessage: words.reasonError,
            }),
          ]),
      textInput('words', undefined, {
        label: words.words,
        maxLength: feedbackWordsLimit,
        placeholder: words.wordsPlaceholder,
        isMultiline: true,
        errorMessage: words.wordsError,
      }),
      smallText(words.hint(retentionDays)),
    ],
    actions: [{ type: 'Action.Submit', title: words.send }],
  });
}
