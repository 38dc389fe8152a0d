import type { UseCase } from '../domain/use-case.ts';
import type { Standing } from '../features/use-cases/describe-standing.ts';
import { useCaseTexts } from '../texts/use-case-texts.ts';
import { act, look } from './actions.ts';
import type { Surface } from './actions.ts';
import type { Button } from './card.ts';
import { toOriginPayload } from './way-back.ts';
import type { Origin } from './way-back.ts';

const { buttons, explanations } = useCaseTexts;

/** For somebody whose standing nobody knows: whoever presses is asked for it then. */
const anybody: Standing = { mayAdopt: true, follows: false, mayChange: false };

/** Where everybody reads along, nobody's own state is on the card. */
function shownStanding(standing: Standing, { shared, inDialog }: Surface): Standing {
  return shared && inDialog !== true ? anybody : standing;
}

/** What most people want to do with a use case, below its details. */
export function mainButtons(
  { id }: UseCase,
  standing: Standing,
  surface: Surface,
  origin: Origin | undefined,
): readonly Button[] {
  const { mayAdopt, ownAdopter, follows } = shownStanding(standing, surface);
  const data = { useCaseId: id, ...toOriginPayload(origin) };
  if (!mayAdopt) {
    return [];
  }
  const adopt =
    ownAdopter === undefined
      ? explained(look(surface, buttons.adopt, 'adoption.offer', data), 'adopt')
      : look(surface, buttons.changeAdoption, 'adoption.offer', data);
  const follow = follows
    ? act(surface, buttons.unfollow, 'follow.end', data)
    : explained(act(surface, buttons.follow, 'follow.start', data), 'follow');
  return [adopt, follow];
}

/** With the longer explanation that a pointer or a screen reader gets. */
function explained(button: Button, which: keyof typeof explanations): Button {
  return { ...button, tooltip: explanations[which] };
}

/** What fewer want, quieter; what takes the most comes last. */
export function moreButtons(
  useCase: UseCase,
  standing: Standing,
  surface: Surface,
  origin: Origin | undefined,
): readonly Button[] {
  const { mayAdopt, mayChange } = shownStanding(standing, surface);
  const data = { useCaseId: useCase.id, ...toOriginPayload(origin) };
  return [
    ...(mayAdopt ? [explained(look(surface, buttons.cooperate, 'interest.offer', data), 'cooperate')] : []),
    explained(look(surface, buttons.history, 'upkeep.history', data), 'history'),
    ...(mayChange ? [look(surface, buttons.change, 'registration.offerChange', data)] : []),
    ...(mayChange ? [look(surface, buttons.archive, 'upkeep.askToArchive', data)] : []),
  ];
}
