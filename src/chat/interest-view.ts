import { interestFormCard } from '../cards/interest-card.ts';
import type { UseCase } from '../domain/use-case.ts';
import { cooperations } from '../domain/use-case.ts';
import { offerInterest } from '../features/interest/offer-interest.ts';
import type { OfferInterestResult } from '../features/interest/offer-interest.ts';
import { stateInterest } from '../features/interest/state-interest.ts';
import { interestTexts } from '../texts/interest-texts.ts';
import { memberTexts } from '../texts/member-texts.ts';
import { aboutPayload } from './about-payload.ts';
import type { InterestAction } from './answer-interest.ts';
import { keepOwnCommune, toCommuneStep } from './commune-step.ts';
import type { CommuneProblem } from './commune-step.ts';
import type { View } from './personal-view.ts';
import { showDone, showNotActing, surfaceOf } from './use-case-press.ts';
import type { UseCasePress } from './use-case-press.ts';
import { isSeenByAll } from './user-group-outcome.ts';

type Press<Verb extends InterestAction['verb'] = InterestAction['verb']> = UseCasePress<
  InterestAction & { readonly verb: Verb }
>;

/** "Zusammenarbeiten": in the 1:1 chat in the card's place, in shared places as a dialog for the presser alone. */
export async function toInterestView(press: UseCasePress<InterestAction>): Promise<View> {
  if (isSeenByAll(surfaceOf(press))) {
    return memberTexts.personalOnly;
  }
  const { action } = press;
  switch (action.verb) {
    case 'interest.offer':
      return showOffered(press, await offer(press));
    case 'interest.chooseCommune':
      return goOn({ ...press, action });
    case 'interest.save':
      return save({ ...press, action });
  }
}

function offer({ deps, turn, action }: Press): Promise<OfferInterestResult> {
  return offerInterest(deps, { asker: turn.asker, useCaseId: action.useCaseId });
}

/** The form, or the choice of a commune before it. */
async function showOffered(press: Press, result: OfferInterestResult): Promise<View> {
  if (result.kind !== 'offered') {
    return result.kind === 'no-commune'
      ? toChoice(press, result.useCase)
      : showNotActing(press, result, interestTexts);
  }
  const card = interestFormCard({ ...result, about: aboutPayload(press.action) }, surfaceOf(press));
  return { title: interestTexts.title, card };
}

async function goOn(press: Press<'interest.chooseCommune'>): Promise<View> {
  const kept = await keepOwnCommune(press.deps, press.turn, press.action.commune);
  switch (kept.kind) {
    case 'chosen': {
      const next = { ...press, turn: kept.turn };
      return showOffered(next, await offer(next));
    }
    case 'again': {
      const result = await offer(press);
      return 'useCase' in result ? toChoice(press, result.useCase, kept.problem) : showOffered(press, result);
    }
    case 'none':
      return interestTexts.withoutCommune;
    case 'denied':
      return memberTexts[kept.because];
  }
}

function toChoice(press: Press, useCase: UseCase, problem?: CommuneProblem): View {
  const next = { verb: 'interest.chooseCommune', data: aboutPayload(press.action) } as const;
  const state = {
    next,
    about: useCase.title,
    whose: 'own',
    ...(problem !== undefined && { problem }),
  } as const;
  return toCommuneStep(press.deps, press.turn, state, surfaceOf(press));
}

async function save(press: Press<'interest.save'>): Promise<View> {
  const { deps, turn, action } = press;
  const { useCaseId, commune: communeId, cooperations: chosen = '', named } = action;
  const wanted = chosen.split(',');
  const stated = {
    cooperations: cooperations.filter((one) => wanted.includes(one)),
    named: named === 'true',
  };
  const result = await stateInterest(deps, { asker: turn.asker, useCaseId, communeId, stated });
  switch (result.kind) {
    case 'stated':
    case 'changed':
    case 'ended':
    case 'unchanged':
      return showDone(press, interestTexts[result.kind]);
    case 'unknown-use-case':
    case 'denied':
    case 'archived':
    case 'not-member':
    case 'no-commune':
    case 'not-own-commune':
      return showNotActing(press, result, interestTexts);
  }
}
