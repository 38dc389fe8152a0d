import { mostWishes } from '../../domain/meetings/world-cafe/world-cafe.ts';
import type { WishForm } from '../../features/meetings/world-cafe/wish-topics.ts';
import { cafeTexts } from '../../texts/meetings/cafe-texts.ts';
import { meetingTexts } from '../../texts/meetings/meeting-texts.ts';
import { act } from '../actions.ts';
import type { Surface } from '../actions.ts';
import { card, heading, literal, smallText } from '../card.ts';
import type { Card } from '../card.ts';
import { choiceInput, problemText } from '../inputs.ts';
import { shortenText } from '../shorten-text.ts';
import type { MeetingList } from './meeting-actions.ts';
import { meetingPayload } from './meeting-parts.ts';

const { wishes: words } = cafeTexts;

/** The fields of the payload. */
const fields = ['first', 'second', 'third'] as const;
/** Instead of a topic: in a list that opens, what was chosen cannot be taken back otherwise. No id of a topic is a word. */
export const noWish = 'none';
/** Characters of a title: a choice is one line. */
const longestChoice = 100;

/** Asks somebody for the topics they would like, their favourite first. */
export function cafeWishCard(form: WishForm, surface: Surface, from: MeetingList | undefined): Card {
  const { shown, offered, topics, problem, isSeated } = form;
  const data = meetingPayload(shown, from);
  const choices = [
    { title: words.none, value: noWish },
    ...offered.map(({ id, title }) => ({
      title: shortenText(title ?? cafeTexts.goneTopic, longestChoice),
      value: id,
    })),
  ];
  const inputs = fields.slice(0, Math.min(mostWishes, offered.length)).map((field, index) => {
    const chosen = topics[index];
    return choiceInput(field, offered.some(({ id }) => id === chosen) ? chosen : undefined, choices, {
      label: words.fields[index] ?? '',
      placeholder: words.none,
      errorMessage: words.error,
    });
  });
  return card({
    fallbackText: words.heading,
    body: [
      heading(words.heading),
      literal([{ text: shown.meeting.title }], { spacing: 'Small' }),
      ...inputs,
      ...(problem === undefined ? [] : [problemText(words[problem])]),
      smallText(isSeated ? words.seated : words.hint),
    ],
    actions: [
      act(surface, words.save, 'cafe.wish', data, { style: 'positive' }),
      act(surface, meetingTexts.back, 'meeting.show', data, { associatedInputs: 'none' }),
    ],
  });
}
