import type { FeedbackProblem } from '../../domain/meetings/meeting-feedback.ts';
import { ratings } from '../../domain/meetings/meeting-feedback.ts';
import { meetingLimits } from '../../domain/meetings/meeting.ts';
import type { FeedbackForm } from '../../features/meetings/give-feedback.ts';
import { meetingFeedbackTexts } from '../../texts/meetings/meeting-feedback-texts.ts';
import { formatMeetingTime } from '../../texts/meetings/meeting-texts.ts';
import { act } from '../actions.ts';
import type { Surface } from '../actions.ts';
import { card, heading, literal, smallText } from '../card.ts';
import type { Button, Card, Element } from '../card.ts';
import { choiceInput, problemText, textInput } from '../inputs.ts';
import type { MeetingList } from './meeting-actions.ts';
import { meetingPayload } from './meeting-parts.ts';

const { form: words, problems: sentences } = meetingFeedbackTexts;

interface Options {
  readonly from?: MeetingList | undefined;
  /** It came by itself: there is nothing to go back to. */
  readonly asked?: boolean;
}

/** "Wie war dieses Treffen?": a number and a sentence. For the eyes of whoever was there. */
export function meetingFeedbackFormCard(
  form: FeedbackForm,
  surface: Surface,
  { from, asked = false }: Options = {},
): Card {
  const { shown, fields, problems } = form;
  const { meeting } = shown;
  const data = meetingPayload(shown, from);
  return card({
    fallbackText: meetingFeedbackTexts.summary(meeting.title),
    body: [
      heading(words.heading),
      literal([{ text: meeting.title, weight: 'Bolder' }]),
      smallText(formatMeetingTime(meeting), { spacing: 'None' }),
      choiceInput(
        'rating',
        fields.rating === undefined ? undefined : String(fields.rating),
        ratings.map((rating) => ({ title: words.ratings[rating], value: String(rating) })).toReversed(),
        {
          label: words.rating,
          style: 'expanded',
          wrap: true,
          isRequired: true,
          errorMessage: words.ratingError,
        },
      ),
      ...problemElements(problems, 'rating-missing'),
      textInput('sentence', fields.sentence, {
        label: words.sentence,
        maxLength: meetingLimits.sentence,
        placeholder: words.sentencePlaceholder,
        isMultiline: true,
        errorMessage: words.sentenceError,
      }),
      ...problemElements(problems, 'sentence-too-long'),
      smallText(words.hint),
    ],
    actions: [
      act(surface, words.send, 'meeting.giveFeedback', data, { style: 'positive' }),
      ...(asked || surface.inDialog === true ? [] : [cancelButton(surface, data)]),
    ],
  });
}

function cancelButton(surface: Surface, data: ReturnType<typeof meetingPayload>): Button {
  return act(surface, words.cancel, 'meeting.show', data, { associatedInputs: 'none' });
}

function problemElements(
  problems: readonly FeedbackProblem[],
  kind: FeedbackProblem['kind'],
): readonly Element[] {
  return problems
    .filter((problem) => problem.kind === kind)
    .map((problem) =>
      problemText(
        problem.kind === 'rating-missing' ? sentences[problem.kind] : sentences[problem.kind](problem.length),
      ),
    );
}
