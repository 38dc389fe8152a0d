import type { Commune } from '../domain/commune.ts';
import { memberTexts } from '../texts/member-texts.ts';
import { adoptionTexts } from '../texts/adoption-texts.ts';
import { act, noCommune } from './actions.ts';
import type { Surface, Verb } from './actions.ts';
import { cancelButtons } from './cancel-button.ts';
import { card, heading, literal, smallText } from './card.ts';
import type { Card, Element } from './card.ts';
import { problemText } from './inputs.ts';

const { commune: words } = adoptionTexts;

export interface CommuneChoiceState {
  /** What comes after the choice. */
  readonly next: { readonly verb: Verb; readonly data: Readonly<Record<string, unknown>> };
  /** In the order in which they are offered. */
  readonly communes: readonly Commune[];
  /** The title of the use case that it is about. */
  readonly about: string;
  /** `own`: it is kept as the person's own; `any`: for this once. */
  readonly whose: 'own' | 'any';
  readonly problem?: 'missing' | 'unknown';
}

/** The step before a form for whoever's commune is not known, or who may choose any. */
export function communeChoiceCard(state: CommuneChoiceState, surface: Surface): Card {
  const { next, about, whose, problem } = state;
  const title = whose === 'own' ? memberTexts.communeQuestion : words.other;
  return card({
    fallbackText: title,
    body: [
      heading(title),
      literal([{ text: about, isSubtle: true }], { spacing: 'Small' }),
      communeInput(state),
      ...(problem === undefined ? [] : [problemText(problem === 'missing' ? words.error : words.unknown)]),
      ...(whose === 'own' ? [smallText(memberTexts.communeWhy)] : []),
    ],
    actions: [
      act(surface, words.next, next.verb, next.data, { style: 'positive' }),
      ...cancelButtons(surface, adoptionTexts.form.cancel, next.data),
    ],
  });
}

function communeInput({ communes, whose }: CommuneChoiceState): Element {
  const choices = communes.map(({ id, name }) => ({ title: name, value: id }));
  const none = { title: memberTexts.communeNone, value: noCommune };
  return {
    type: 'Input.ChoiceSet',
    id: 'commune',
    label: words.label,
    style: 'filtered',
    placeholder: words.placeholder,
    choices: whose === 'own' ? [...choices, none] : choices,
    isRequired: true,
    errorMessage: words.error,
  };
}
