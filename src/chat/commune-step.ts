import { toChosenCommune } from '../cards/actions.ts';
import type { Surface } from '../cards/actions.ts';
import { communeChoiceCard } from '../cards/commune-choice-card.ts';
import type { CommuneChoiceState } from '../cards/commune-choice-card.ts';
import type { CommuneId } from '../domain/ids.ts';
import { chooseCommune, offerCommunes } from '../features/members/choose-commune.ts';
import { memberTexts } from '../texts/member-texts.ts';
import type { ChatDeps, Turn } from './chat-deps.ts';
import type { View } from './personal-view.ts';

/** The step before a form: for which commune it is. */
export function toCommuneStep(
  deps: ChatDeps,
  { asker }: Turn,
  state: Omit<CommuneChoiceState, 'communes'>,
  surface: Surface,
): View {
  const offered = offerCommunes(deps, asker);
  if (offered.kind === 'denied') {
    return memberTexts[offered.because];
  }
  const card = communeChoiceCard({ ...state, communes: offered.choice.communes }, surface);
  return { title: card.fallbackText, card };
}

export type CommuneProblem = NonNullable<CommuneChoiceState['problem']>;

export type OwnCommuneStep =
  | { readonly kind: 'chosen'; readonly turn: Turn; readonly communeId: CommuneId }
  | { readonly kind: 'none' }
  | { readonly kind: 'again'; readonly problem: CommuneProblem }
  | { readonly kind: 'denied'; readonly because: 'anonymous' | 'guest' };

/** Keeps the chosen commune as the person's own, as "Meine Kommune" does; the turn goes on with it. */
export async function keepOwnCommune(
  deps: ChatDeps,
  turn: Turn,
  chosen: string | undefined,
): Promise<OwnCommuneStep> {
  if (chosen === undefined || chosen === '') {
    return { kind: 'again', problem: 'missing' };
  }
  const result = await chooseCommune(deps, { asker: turn.asker, communeId: toChosenCommune(chosen) });
  switch (result.kind) {
    case 'chosen': {
      const communeId = result.commune.id;
      return { kind: 'chosen', turn: { ...turn, asker: { ...turn.asker, communeId } }, communeId };
    }
    case 'without-commune':
      return { kind: 'none' };
    case 'unknown-commune':
      return { kind: 'again', problem: 'unknown' };
    case 'denied':
      return result;
  }
}
