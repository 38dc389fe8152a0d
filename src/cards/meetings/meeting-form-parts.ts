import type { MeetingFormName, MeetingProblemKind } from '../../domain/meetings/meeting-form.ts';
import { readTypedDay, readTypedTime } from '../../domain/meetings/meeting-form-when.ts';
import type { MeetingForm } from '../../features/meetings/meeting-form-results.ts';
import { meetingFormTexts as words } from '../../texts/meetings/meeting-form-texts.ts';
import type { Element } from '../card.ts';
import { problemText, textInput } from '../inputs.ts';
import type { Choice, InputWords } from '../inputs.ts';
import { shortenText } from '../shorten-text.ts';

/** Below which field a problem stands. */
const problemsOf: Readonly<Partial<Record<MeetingFormName, readonly MeetingProblemKind[]>>> = {
  title: ['title-missing', 'title-too-long'],
  userGroup: ['group-missing', 'group-gone'],
  date: ['date-missing', 'date-invalid'],
  startTime: ['start-missing', 'start-invalid', 'start-skipped', 'start-past', 'start-too-far'],
  endTime: ['end-missing', 'end-invalid', 'end-skipped', 'end-before-start', 'end-past'],
  endDate: ['end-date-invalid', 'lasts-too-long'],
  address: ['place-missing', 'address-too-long'],
  link: ['link-invalid', 'link-too-long'],
  people: ['people-missing', 'people-own-group'],
  channels: ['channels-gone', 'channels-other-group'],
  capacity: ['capacity-invalid', 'capacity-taken'],
  seatsPerCommune: ['reserved-invalid', 'reserved-without-capacity', 'reserved-too-many'],
  mostGuests: ['guests-invalid'],
  respondBy: ['respond-by-invalid', 'respond-by-past', 'respond-by-late'],
  description: ['description-too-long'],
  question1: ['question1-too-long'],
  question2: ['question2-too-long'],
  question3: ['question3-too-long'],
  topics: ['topics-gone', 'topics-too-many'],
  reminders: ['reminder-without-day'],
};

type Problems = MeetingForm['problems'];

/** What is wrong with a field, in a sentence below it. */
export function problemElements(name: MeetingFormName, problems: Problems): readonly Element[] {
  const own = problemsOf[name] ?? [];
  return problems
    .filter(({ kind }) => own.includes(kind))
    .map(({ kind, number = 0 }) => {
      const sentence = words.problems[kind];
      return problemText(typeof sentence === 'string' ? sentence : sentence(number));
    });
}

export function hasProblem(names: readonly MeetingFormName[], problems: Problems): boolean {
  return names.some((name) => problems.some(({ kind }) => problemsOf[name]?.includes(kind) === true));
}

/** A day, as clients let people choose it; what is no day can only stand in a field for words. */
export function dateInput(
  id: MeetingFormName,
  value: string,
  rest: InputWords & { readonly placeholder?: string },
): Element {
  const isDay = value === '' || readTypedDay(value) === value;
  const { placeholder: _, ...inputWords } = rest;
  return isDay
    ? { type: 'Input.Date', id, ...inputWords, ...(value !== '' && { value }) }
    : textInput(id, value, { ...rest, maxLength: 60 });
}

/** A time; the same goes for it. */
export function timeInput(id: MeetingFormName, value: string, rest: InputWords): Element {
  const isTime = value === '' || readTypedTime(value) === value;
  return isTime
    ? { type: 'Input.Time', id, ...rest, ...(value !== '' && { value }) }
    : textInput(id, value, { ...rest, maxLength: 60, placeholder: words.timePlaceholder });
}

/** Characters of a choice: a list that opens has one line for each. */
const longestChoice = 80;

export function toChoice(title: string, value: string): Choice {
  return { title: shortenText(title, longestChoice), value };
}

/** At most so many of what can be chosen; what is chosen is always among it. */
export function limitChoices<One>(
  all: readonly One[],
  isChosen: (one: One) => boolean,
  most: number,
): readonly One[] {
  const room = Math.max(0, most - all.filter(isChosen).length);
  const others = new Set(all.filter((one) => !isChosen(one)).slice(0, room));
  return all.filter((one) => isChosen(one) || others.has(one));
}
