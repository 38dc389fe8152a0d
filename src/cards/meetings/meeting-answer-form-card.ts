import type { DetailsProblem } from '../../domain/meetings/answer-meeting-form.ts';
import { meetingLimits } from '../../domain/meetings/meeting.ts';
import type { DetailsForm } from '../../features/meetings/offer-answer-details.ts';
import { meetingAnswerTexts } from '../../texts/meetings/meeting-answer-texts.ts';
import { formatMeetingTime } from '../../texts/meetings/meeting-texts.ts';
import { act } from '../actions.ts';
import type { Surface } from '../actions.ts';
import { card, heading, literal, smallText, text } from '../card.ts';
import type { Button, Card, Element } from '../card.ts';
import { problemText, textInput } from '../inputs.ts';
import type { MeetingList } from './meeting-actions.ts';
import { meetingPayload } from './meeting-parts.ts';

const { form: words, problems: sentences } = meetingAnswerTexts;

/** Digits; whatever else is typed comes back as it is. */
const longestGuests = 40;

/** "Angaben ergänzen": guests, the organisers' questions and the name. For the eyes of whoever opened it alone. */
export function meetingAnswerFormCard(form: DetailsForm, surface: Surface, from?: MeetingList): Card {
  const { shown, fields, problems } = form;
  const { meeting } = shown;
  return card({
    fallbackText: `${words.heading}: ${meeting.title}`,
    body: [
      heading(words.heading),
      literal([{ text: meeting.title, weight: 'Bolder' }]),
      text(formatMeetingTime(meeting), { spacing: 'None', isSubtle: true }),
      ...(meeting.mostGuests > 0 || isAboutGuests(problems) ? guestElements(form) : []),
      ...meeting.questions.flatMap((_, index) => questionElements(form, index)),
      textInput('name', fields.name, {
        label: words.name,
        maxLength: meetingLimits.name,
        errorMessage: words.nameError,
      }),
      ...problemElements(problems, ({ kind }) => kind === 'name-too-long'),
      smallText(words.nameHint),
    ],
    actions: buttons(form, surface, from),
  });
}

function questionElements({ shown, fields, problems }: DetailsForm, index: number): readonly Element[] {
  return [
    textInput(`answer${index + 1}`, fields.answers[index], {
      label: words.answerLabel(shown.meeting.questions[index] ?? ''),
      maxLength: meetingLimits.answer,
      isMultiline: true,
      errorMessage: words.answerError,
    }),
    ...problemElements(problems, (one) => one.kind === 'answer-too-long' && one.index === index),
  ];
}

function guestElements({ shown, fields, problems, free }: DetailsForm): readonly Element[] {
  return [
    textInput('guests', fields.guests, {
      label: words.guests,
      maxLength: longestGuests,
      placeholder: words.guestsPlaceholder,
      errorMessage: words.guestsError,
    }),
    ...problemElements(problems, isGuestsProblem),
    ...(isAboutGuests(problems)
      ? []
      : [smallText(words.guestsHint(shown.meeting.mostGuests, free), { spacing: 'Small' })]),
  ];
}

function isAboutGuests(problems: readonly DetailsProblem[]): boolean {
  return problems.some(isGuestsProblem);
}

function isGuestsProblem({ kind }: DetailsProblem): boolean {
  return kind.startsWith('guests-');
}

function problemElements(
  problems: readonly DetailsProblem[],
  isHere: (problem: DetailsProblem) => boolean,
): readonly Element[] {
  return problems.filter(isHere).map((problem) => problemText(toSentence(problem)));
}

function toSentence(problem: DetailsProblem): string {
  switch (problem.kind) {
    case 'guests-invalid':
      return sentences[problem.kind];
    case 'guests-too-many':
    case 'guests-never-fit':
      return sentences[problem.kind](problem.most);
    case 'guests-no-room':
      return sentences[problem.kind](problem.free, problem.most);
    case 'name-too-long':
    case 'answer-too-long':
      return sentences[problem.kind](problem.length);
  }
}

/** A dialog has its own way to close it. */
function buttons({ shown }: DetailsForm, surface: Surface, from: MeetingList | undefined): readonly Button[] {
  const data = meetingPayload(shown, from);
  const save = act(surface, words.save, 'meeting.saveDetails', data, { style: 'positive' });
  return surface.inDialog === true
    ? [save]
    : [save, act(surface, words.cancel, 'meeting.show', data, { associatedInputs: 'none' })];
}
