import type { Commune } from '../domain/commune.ts';
import type { CommuneId } from '../domain/ids.ts';
import { countInterests } from '../domain/interest.ts';
import { cooperations } from '../domain/use-case.ts';
import type { Interest, UseCase } from '../domain/use-case.ts';
import { interestTexts } from '../texts/interest-texts.ts';
import { act } from './actions.ts';
import type { Surface } from './actions.ts';
import { cancelButtons } from './cancel-button.ts';
import { card, heading, literal, section, smallText, text } from './card.ts';
import type { Card, Element } from './card.ts';
import { choiceInput } from './inputs.ts';

const { form: words } = interestTexts;

export interface InterestFormState {
  readonly useCase: UseCase;
  readonly commune: Commune;
  /** What the commune wants so far. */
  readonly interest?: Interest;
  /** What every button carries: the use case, and what it was opened from. */
  readonly about: Readonly<Record<string, unknown>>;
}

/** What a commune would like to do together with others. */
export function interestFormCard(state: InterestFormState, surface: Surface): Card {
  const { useCase, commune, interest, about } = state;
  const save = { ...about, commune: commune.id };
  return card({
    fallbackText: `${interestTexts.title}: ${useCase.title}`,
    body: [
      heading(interestTexts.title),
      literal([{ text: useCase.title }], { spacing: 'Small' }),
      literal(
        [
          { text: words.about, isSubtle: true },
          { text: commune.name, weight: 'Bolder' },
        ],
        {
          spacing: 'Small',
        },
      ),
      cooperationsInput(interest),
      smallText(words.cooperationsHint, { spacing: 'Small' }),
      namedInput(interest),
      smallText(words.namedHint, { spacing: 'Small' }),
    ],
    actions: [
      act(surface, words.save, 'interest.save', save, { style: 'positive' }),
      ...cancelButtons(surface, words.cancel, about),
    ],
  });
}

function cooperationsInput(interest: Interest | undefined): Element {
  const choices = cooperations.map((one) => ({ title: interestTexts.kinds(one), value: one }));
  return choiceInput('cooperations', interest?.cooperations.join(','), choices, {
    label: words.cooperations,
    style: 'expanded',
    isMultiSelect: true,
    errorMessage: words.cooperationsError,
  });
}

/** Nobody is named who did not say so. */
function namedInput(interest: Interest | undefined): Element {
  return {
    type: 'Input.Toggle',
    id: 'named',
    label: words.named,
    title: words.namedTitle,
    wrap: true,
    valueOn: 'true',
    valueOff: 'false',
    value: String(interest?.named ?? false),
    errorMessage: words.namedError,
  };
}

/** Names that are told; the others are counted with those that do not want to be named. */
const shownNames = 6;

/** How many communes want each kind of cooperation, and which of them agree to be named. */
export function interestLines(
  useCase: UseCase,
  communes: ReadonlyMap<CommuneId, Commune>,
): readonly Element[] {
  const lines = countInterests(useCase).map(({ cooperation, named, all }) => {
    const names = named.slice(0, shownNames).map((id) => communes.get(id)?.name ?? id);
    return literal(
      [
        { text: `${interestTexts.kinds(cooperation)}: `, isSubtle: true, size: 'Small' },
        { text: interestTexts.who(names, all), size: 'Small' },
      ],
      { spacing: 'Small' },
    );
  });
  return lines.length === 0 ? [] : [section([text(interestTexts.heading, { weight: 'Bolder' }), ...lines])];
}
