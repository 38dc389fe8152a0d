import { topicRequestId } from '../ids.ts';
import type { UserGroupId } from '../ids.ts';
import type { CheckedForm } from '../topic-decision.ts';
import { hasLetters } from '../typed-words.ts';
import { readWebAddress } from '../web-address.ts';
import { checkMeetingInvited } from './check-meeting-form-invited.ts';
import { keptLine, keptWords, toLine, tooLong, toWords, when } from './check-meeting-form-parts.ts';
import type { CheckedPart } from './check-meeting-form-parts.ts';
import { checkMeetingSeats, checkRespondBy } from './check-meeting-form-seats.ts';
import { checkMeetingTimes } from './check-meeting-form-times.ts';
import { emptyMeetingForm, mostTopics, toChoices } from './meeting-form.ts';
import type { MeetingFormContext, MeetingFormFields, MeetingProblem, TypedMeeting } from './meeting-form.ts';
import { meetingLimits, meetingReminders, repetitions } from './meeting.ts';
import type { MeetingFields, MeetingPlace } from './meeting.ts';
import { toFields } from './meeting-states.ts';

/** What organisers typed, as a meeting has it; or everything that is wrong with it, with what stands in the form again. */
export function checkMeetingForm(
  typed: TypedMeeting,
  context: MeetingFormContext,
): CheckedForm<MeetingFields, MeetingFormFields, MeetingProblem> {
  const title = checkTitle(typed);
  const times = checkMeetingTimes(typed, context);
  const place = checkPlace(typed);
  const invited = checkMeetingInvited(typed, context);
  const seats = checkMeetingSeats(typed, context);
  const respondBy = checkRespondBy(typed, context);
  const description = checkDescription(typed);
  const questions = checkQuestions(typed);
  const topics = checkTopics(typed, invited.value.userGroupId, context);
  const reminders = checkReminders(typed);
  const repetition = repetitions.find((one) => one === typed.repetition);
  const parts = [title, times, place, invited, seats, respondBy, description, questions, topics, reminders];
  const problems = parts.flatMap((part) => part.problems);
  const fields = Object.assign(
    { ...emptyMeetingForm, repetition: repetition ?? '' },
    ...parts.map((part): Partial<MeetingFormFields> => part.fields),
  ) satisfies MeetingFormFields;
  if (problems.length > 0 || times.value === undefined) {
    return { kind: 'invalid', problems, fields };
  }
  const value = toFields({
    title: title.value,
    ...(description.value !== '' && { description: description.value }),
    ...times.value,
    place: place.value,
    ...invited.value,
    ...seats.value,
    ...(respondBy.value !== undefined && { respondBy: respondBy.value }),
    questions: questions.value,
    topics: topics.value,
    ...(repetition !== undefined && { repetition }),
    reminders: reminders.value,
  });
  return { kind: 'valid', value, fields };
}

function checkTitle(typed: TypedMeeting): CheckedPart<string> {
  const title = toLine(typed.title);
  return {
    value: title,
    problems: [
      ...when(!hasLetters(title), 'title-missing'),
      ...tooLong('title-too-long', title, meetingLimits.title),
    ],
    fields: { title: keptLine(title) },
  };
}

/** An address, a link into the web, or both. */
function checkPlace(typed: TypedMeeting): CheckedPart<MeetingPlace> {
  const address = toLine(typed.address);
  const words = toLine(typed.link);
  const link = words === '' ? undefined : readWebAddress(words);
  const longest = Math.max(words.length, link?.length ?? 0);
  const isMissing = !hasLetters(address) && words === '';
  return {
    value: { ...(hasLetters(address) && { address }), ...(link !== undefined && { link }) },
    problems: [
      ...when(isMissing, 'place-missing'),
      ...tooLong('address-too-long', address, meetingLimits.address),
      ...when(longest > meetingLimits.link, 'link-too-long', longest),
      ...when(words !== '' && link === undefined && longest <= meetingLimits.link, 'link-invalid'),
    ],
    fields: { address: keptLine(address), link: keptLine(words) },
  };
}

function checkDescription(typed: TypedMeeting): CheckedPart<string> {
  const description = toWords(typed.description);
  return {
    value: hasLetters(description) ? description : '',
    problems: tooLong('description-too-long', description, meetingLimits.description),
    fields: { description: keptWords(description) },
  };
}

const questionNames = ['question1', 'question2', 'question3'] as const;

/** Empty ones are left out, so the second may become the first. */
function checkQuestions(typed: TypedMeeting): CheckedPart<readonly string[]> {
  const lines = questionNames.map((name) => ({ name, words: toLine(typed[name]) }));
  return {
    // The same question twice would have one answer.
    value: [...new Set(lines.map(({ words }) => words).filter(hasLetters))],
    problems: lines.flatMap(({ name, words }) => tooLong(`${name}-too-long`, words, meetingLimits.question)),
    fields: Object.fromEntries(lines.map(({ name, words }) => [name, keptLine(words)])),
  };
}

/** In the order in which they were chosen. What cannot be chosen any more is not offered again. */
function checkTopics(
  typed: TypedMeeting,
  userGroup: UserGroupId | undefined,
  { mayBeOnAgenda }: MeetingFormContext,
): CheckedPart<MeetingFields['topics']> {
  const keys = toChoices(typed.topics ?? '');
  const chosen = keys.filter((key) => mayBeOnAgenda(key, userGroup));
  return {
    value: chosen.map(topicRequestId),
    problems: [
      ...when(chosen.length < keys.length, 'topics-gone'),
      ...when(chosen.length > mostTopics, 'topics-too-many', chosen.length),
    ],
    fields: { topics: chosen.join(',') },
  };
}

function checkReminders(typed: TypedMeeting): CheckedPart<MeetingFields['reminders']> {
  const keys = toChoices(typed.reminders ?? '');
  const reminders = meetingReminders.filter((reminder) => keys.includes(reminder));
  const hasNoDay = reminders.includes('respond-by') && toLine(typed.respondBy) === '';
  return {
    value: reminders,
    problems: when(hasNoDay, 'reminder-without-day'),
    fields: { reminders: reminders.join(',') },
  };
}
