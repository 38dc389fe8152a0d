import { saysMore, toChoices } from '../../domain/meetings/meeting-form.ts';
import type { MeetingFormName } from '../../domain/meetings/meeting-form.ts';
import { meetingLimits, meetingReminders, repetitions } from '../../domain/meetings/meeting.ts';
import type { MeetingForm } from '../../features/meetings/meeting-form-results.ts';
import { meetingFormTexts as words } from '../../texts/meetings/meeting-form-texts.ts';
import { meetingCardTexts } from '../../texts/meetings/meeting-card-texts.ts';
import type { Button, Element } from '../card.ts';
import { choiceInput, textInput } from '../inputs.ts';
import type { ChoiceLimits } from './meeting-form-inputs.ts';
import { dateInput, hasProblem, limitChoices, problemElements, toChoice } from './meeting-form-parts.ts';

const moreId = 'more';
const moreButtonId = 'more-button';

const moreNames: readonly MeetingFormName[] = [
  'endDate',
  'capacity',
  'seatsPerCommune',
  'mostGuests',
  'respondBy',
  'description',
  'question1',
  'question2',
  'question3',
  'topics',
  'repetition',
  'reminders',
];

/** What few need, behind "Mehr angeben"; open from the start when something of it is filled in or wrong. */
export function moreMeetingInputs(form: MeetingForm, limits: ChoiceLimits): readonly Element[] {
  const ends = form.problems.some(({ kind }) => kind === 'end-before-start');
  const isOpen = saysMore(form.fields) || ends || hasProblem(moreNames, form.problems);
  // The button goes when it is pressed: what it opened stays open.
  const open: Button = {
    type: 'Action.ToggleVisibility',
    title: words.more,
    targetElements: [
      { elementId: moreId, isVisible: true },
      { elementId: moreButtonId, isVisible: false },
    ],
  };
  const items = [
    ...lastDayInputs(form),
    ...seatInputs(form),
    ...wordInputs(form),
    ...topicInputs(form, limits),
    ...seriesInputs(form),
  ];
  return [
    ...(isOpen ? [] : [{ type: 'ActionSet', id: moreButtonId, spacing: 'Small', actions: [open] }]),
    { type: 'Container', id: moreId, isVisible: isOpen, items },
  ];
}

function lastDayInputs({ fields, problems }: MeetingForm): readonly Element[] {
  return [
    dateInput('endDate', fields.endDate, {
      label: words.endDate,
      placeholder: words.datePlaceholder,
      errorMessage: words.endDateError,
    }),
    ...problemElements('endDate', problems),
  ];
}

/** Characters that a number may have with what people write beside it. */
const numberLength = 12;

function seatInputs({ fields, problems }: MeetingForm): readonly Element[] {
  return [
    textInput('capacity', fields.capacity, {
      label: words.capacity,
      maxLength: numberLength,
      placeholder: words.capacityPlaceholder,
      errorMessage: words.capacityError,
    }),
    ...problemElements('capacity', problems),
    textInput('seatsPerCommune', fields.seatsPerCommune, {
      label: words.seatsPerCommune,
      maxLength: numberLength,
      placeholder: words.seatsPerCommunePlaceholder,
      errorMessage: words.seatsPerCommuneError,
    }),
    ...problemElements('seatsPerCommune', problems),
    textInput('mostGuests', fields.mostGuests, {
      label: words.mostGuests,
      maxLength: numberLength,
      placeholder: words.mostGuestsPlaceholder,
      errorMessage: words.mostGuestsError,
    }),
    ...problemElements('mostGuests', problems),
    dateInput('respondBy', fields.respondBy, {
      label: words.respondBy,
      placeholder: words.datePlaceholder,
      errorMessage: words.respondByError,
    }),
    ...problemElements('respondBy', problems),
  ];
}

function wordInputs(form: MeetingForm): readonly Element[] {
  return [
    textInput('description', form.fields.description, {
      label: words.description,
      maxLength: meetingLimits.description,
      placeholder: words.descriptionPlaceholder,
      isMultiline: true,
      errorMessage: words.descriptionError,
    }),
    ...problemElements('description', form.problems),
    ...questionInputs(form, 'question1', 1),
    ...questionInputs(form, 'question2', 2),
    ...questionInputs(form, 'question3', 3),
  ];
}

function questionInputs(
  { fields, problems }: MeetingForm,
  name: MeetingFormName & `question${number}`,
  number: number,
): readonly Element[] {
  return [
    textInput(name, fields[name], {
      label: words.question(number),
      maxLength: meetingLimits.question,
      placeholder: words.questionPlaceholder,
      errorMessage: words.questionError,
    }),
    ...problemElements(name, problems),
  ];
}

function topicInputs({ fields, problems, topics }: MeetingForm, limits: ChoiceLimits): readonly Element[] {
  const chosen = new Set<string>(toChoices(fields.topics));
  const shown = limitChoices(topics, ({ id }) => chosen.has(id), limits.topics);
  const choices = shown.map(({ id, title, votes }) =>
    toChoice(words.topic(title, meetingCardTexts.votes(votes)), id),
  );
  return [
    ...(choices.length === 0
      ? []
      : [
          choiceInput('topics', fields.topics, choices, {
            label: words.topics,
            isMultiSelect: true,
            style: 'expanded',
            wrap: true,
            errorMessage: words.topicsError,
          }),
        ]),
    ...problemElements('topics', problems),
  ];
}

const once = 'once';

function seriesInputs({ fields, problems }: MeetingForm): readonly Element[] {
  const series = repetitions.map((repetition) => toChoice(words.repetitions[repetition], repetition));
  return [
    choiceInput(
      'repetition',
      fields.repetition === '' ? once : fields.repetition,
      [toChoice(words.once, once), ...series],
      { label: words.repetition, errorMessage: words.repetitionError },
    ),
    choiceInput(
      'reminders',
      fields.reminders,
      meetingReminders.map((reminder) => toChoice(words.reminderNames[reminder], reminder)),
      {
        label: words.reminders,
        isMultiSelect: true,
        style: 'expanded',
        wrap: true,
        errorMessage: words.remindersError,
      },
    ),
    ...problemElements('reminders', problems),
  ];
}
