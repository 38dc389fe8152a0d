import { registrationTexts } from '../texts/registration-texts.ts';
import { look } from './actions.ts';
import type { Surface } from './actions.ts';
import { card, heading, text } from './card.ts';
import type { Card } from './card.ts';

const { buttons, submitted, submittedBefore } = registrationTexts;

/** What was entered waits for an organiser. */
export function submittedCard(what: 'new' | 'change' | 'again', surface: Surface): Card {
  const sentence = what === 'again' ? submittedBefore : submitted[what];
  const more = what === 'change' ? submitted.moreOfChange : submitted.more;
  return card({
    fallbackText: sentence,
    body: [heading(sentence), ...(what === 'again' ? [] : [text(more)])],
    actions: [look(surface, buttons.submissions, 'review.listOwn', { page: 1 })],
  });
}
