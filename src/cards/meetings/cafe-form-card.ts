import type { CafeProblem } from '../../domain/meetings/world-cafe/cafe-form.ts';
import type { CafeForm } from '../../features/meetings/world-cafe/set-cafe.ts';
import { cafeTexts } from '../../texts/meetings/cafe-texts.ts';
import { meetingTexts } from '../../texts/meetings/meeting-texts.ts';
import { act, look } from '../actions.ts';
import type { Surface } from '../actions.ts';
import { card, heading, literal, smallText, text } from '../card.ts';
import type { Card, Element } from '../card.ts';
import { choiceInput, problemText, textInput } from '../inputs.ts';
import { shortenText } from '../shorten-text.ts';
import type { MeetingList } from './meeting-actions.ts';
import { meetingPayload } from './meeting-parts.ts';

const { form: words } = cafeTexts;

/** Characters of a number. */
const numberLength = 10;
/** Characters of a title: a choice is one line. */
const longestChoice = 100;

/** Asks organisers how the World Café is to be. */
export function cafeFormCard(form: CafeForm, surface: Surface, from: MeetingList | undefined): Card {
  const { shown, offered, exists } = form;
  const data = meetingPayload(shown, from);
  const style = { associatedInputs: 'none' };
  return card({
    fallbackText: words.heading,
    body: [
      heading(words.heading),
      literal([{ text: shown.meeting.title }], { spacing: 'Small' }),
      smallText(words.persons(shown.meeting.seats.taken), { spacing: 'Small' }),
      ...numberField(form, 'tables'),
      ...numberField(form, 'seatsPerTable'),
      ...numberField(form, 'rounds'),
      ...numberField(form, 'minutes'),
      ...(offered.length === 0 ? [text(words.noTopics, { separator: true })] : [topicInput(form)]),
      ...problemsOf(form, 'topics'),
    ],
    actions: [
      act(surface, words.save, 'cafe.set', data, { style: 'positive' }),
      ...(exists ? [{ ...look(surface, words.plan, 'cafe.showPlan', data), ...style }] : []),
      act(surface, meetingTexts.back, 'meeting.organise', data, style),
    ],
  });
}

function numberField(
  form: CafeForm,
  field: 'tables' | 'seatsPerTable' | 'rounds' | 'minutes',
): readonly Element[] {
  const input = textInput(field, form.fields[field], {
    label: words[field],
    maxLength: numberLength,
    isRequired: true,
    errorMessage: words.noNumber[field],
  });
  return [input, ...problemsOf(form, field)];
}

function problemsOf({ problems }: CafeForm, field: CafeProblem['field']): readonly Element[] {
  return problems.filter((one) => one.field === field).map((one) => problemText(cafeTexts.problem(one)));
}

function topicInput({ fields, offered }: CafeForm): Element {
  const choices = offered.map(({ id, title }) => ({
    title: shortenText(title ?? cafeTexts.goneTopic, longestChoice),
    value: id,
  }));
  return choiceInput('topics', fields.topics.join(','), choices, {
    label: words.topics,
    isMultiSelect: true,
    style: 'expanded',
    wrap: true,
    isRequired: true,
    errorMessage: words.topicsError,
  });
}
