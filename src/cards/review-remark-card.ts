import { longestRemark } from '../domain/remark.ts';
import type { Submission } from '../domain/submission.ts';
import { reviewTexts } from '../texts/review-texts.ts';
import { act } from './actions.ts';
import type { Surface } from './actions.ts';
import { card, heading, literal, smallText } from './card.ts';
import type { Card } from './card.ts';
import { problemText, textInput } from './inputs.ts';

export interface RemarkState {
  readonly kind: 'ask' | 'return';
  readonly submission: Submission;
  /** Of the submission that the organiser has seen. */
  readonly version: number;
  readonly isMissing?: boolean;
}

/** Asks an organiser for the question to the author, or for the reason why it is given back. */
export function reviewRemarkCard(state: RemarkState, surface: Surface): Card {
  const { kind, submission, version, isMissing = false } = state;
  const words = reviewTexts.remark[kind];
  const { id, content } = submission;
  const verb = kind === 'ask' ? 'review.ask' : 'review.return';
  return card({
    fallbackText: `${words.heading} ${content.title}`,
    body: [
      heading(words.heading),
      literal([{ text: content.title, weight: 'Bolder' }]),
      textInput('remark', undefined, {
        label: words.label,
        placeholder: words.example,
        errorMessage: words.missing,
        maxLength: longestRemark,
        isMultiline: true,
        isRequired: true,
      }),
      ...(isMissing ? [problemText(words.missing)] : []),
      smallText(reviewTexts.remark.note),
    ],
    actions: [
      act(surface, words.send, verb, { submissionId: id, version }, { style: 'positive' }),
      act(
        surface,
        reviewTexts.buttons.cancel,
        'review.show',
        { submissionId: id },
        { associatedInputs: 'none' },
      ),
    ],
  });
}
