import type { OfferRouteResult } from '../features/inquiries/route-inquiry.ts';
import { inquiryTexts } from '../texts/inquiry-texts.ts';
import { act } from './actions.ts';
import type { Surface } from './actions.ts';
import { card, heading, literal } from './card.ts';
import type { Card } from './card.ts';
import { choiceInput, problemText } from './inputs.ts';

const { route } = inquiryTexts;

/** More do not fit into 25 KB. */
const mostChoices = 100;

/** In whose channels the inquiry is to be posted as well. */
export function inquiryRouteCard(
  { shown, userGroups }: OfferRouteResult & { kind: 'offered' },
  surface: Surface,
  problem?: string,
): Card {
  const { question, id: inquiryId } = shown.inquiry;
  const choices = userGroups.slice(0, mostChoices).map(({ id, name }) => ({ title: name, value: id }));
  return card({
    fallbackText: `${route.heading} ${question}`,
    body: [
      literal([{ text: question, weight: 'Bolder' }]),
      heading(route.heading),
      choiceInput('userGroup', undefined, choices, {
        label: route.heading,
        placeholder: route.placeholder,
        isRequired: true,
        errorMessage: route.missing,
      }),
      ...(problem === undefined ? [] : [problemText(problem)]),
    ],
    actions: [act(surface, route.send, 'inquiry.route', { inquiryId }, { style: 'positive' })],
  });
}
