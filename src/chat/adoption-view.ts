import { toChosenCommune } from '../cards/actions.ts';
import { adoptionFormCard, askToWithdrawCard } from '../cards/adoption-form-card.ts';
import { literalNoteCard } from '../cards/note-card.ts';
import type { AdoptionProblem } from '../domain/adoption-form.ts';
import type { CommuneId } from '../domain/ids.ts';
import type { UseCase } from '../domain/use-case.ts';
import { adoptUseCase } from '../features/adoption/adopt-use-case.ts';
import { offerAdoption } from '../features/adoption/offer-adoption.ts';
import type { AdoptionForm, OfferAdoptionResult } from '../features/adoption/offer-adoption.ts';
import { askToWithdraw, withdrawAdoption } from '../features/adoption/withdraw-adoption.ts';
import { discardDraft } from '../features/registration/discard-draft.ts';
import { adoptionTexts } from '../texts/adoption-texts.ts';
import { memberTexts } from '../texts/member-texts.ts';
import { aboutPayload } from './about-payload.ts';
import type { AdoptionAction } from './answer-adoption.ts';
import { keepOwnCommune, toCommuneStep } from './commune-step.ts';
import type { CommuneProblem } from './commune-step.ts';
import type { View } from './personal-view.ts';
import { showDone, showNotActing, surfaceOf } from './use-case-press.ts';
import type { UseCasePress } from './use-case-press.ts';
import { isSeenByAll } from './user-group-outcome.ts';

type Press<Verb extends AdoptionAction['verb'] = AdoptionAction['verb']> = UseCasePress<
  AdoptionAction & { readonly verb: Verb }
>;

/** "Wir machen das auch": in the 1:1 chat in the card's place, in shared places as a dialog for the presser alone. */
export async function toAdoptionView(press: UseCasePress<AdoptionAction>): Promise<View> {
  if (isSeenByAll(surfaceOf(press))) {
    return memberTexts.personalOnly;
  }
  const { action } = press;
  switch (action.verb) {
    case 'adoption.offer':
      return showOffered(press, await offer(press, action.commune));
    case 'adoption.offerCommunes':
      return showChoice(press, await offer(press));
    case 'adoption.chooseCommune':
      return goOn({ ...press, action });
    case 'adoption.save':
      return save({ ...press, action });
    case 'adoption.askToWithdraw':
      return ask({ ...press, action });
    case 'adoption.withdraw':
      return withdraw({ ...press, action });
  }
}

/** `communeId`: another than the own one. */
function offer({ deps, turn, action }: Press, communeId?: CommuneId): Promise<OfferAdoptionResult> {
  const { useCaseId } = action;
  const draftId = 'draftId' in action ? action.draftId : undefined;
  return offerAdoption(deps, { asker: turn.asker, useCaseId, communeId, draftId });
}

/** The form, or the choice of a commune before it. */
async function showOffered(press: Press, result: OfferAdoptionResult): Promise<View> {
  return result.kind === 'offered'
    ? toForm(press, { ...result.form, problems: [] })
    : showChoice(press, result);
}

async function showChoice(
  press: Press,
  result: OfferAdoptionResult,
  problem?: CommuneProblem,
): Promise<View> {
  if (result.kind === 'offered') {
    return toChoice(press, result.form.useCase, problem);
  }
  return result.kind === 'no-commune'
    ? toChoice(press, result.useCase, problem)
    : showNotActing(press, result, adoptionTexts);
}

/** Organisers choose for this once, members what they work for. */
async function goOn(press: Press<'adoption.chooseCommune'>): Promise<View> {
  const { deps, turn } = press;
  const { commune = '' } = press.action;
  if (turn.asker.role === 'organiser') {
    const chosen = toChosenCommune(commune);
    if (commune === '' || chosen === 'none') {
      return showChoice(press, await offer(press), 'missing');
    }
    const result = await offer(press, chosen);
    return result.kind === 'no-commune' ? showChoice(press, result, 'unknown') : showOffered(press, result);
  }
  const kept = await keepOwnCommune(deps, turn, commune);
  switch (kept.kind) {
    case 'chosen': {
      const next = { ...press, turn: kept.turn };
      return showOffered(next, await offer(next));
    }
    case 'again':
      return showChoice(press, await offer(press), kept.problem);
    case 'none':
      return adoptionTexts.withoutCommune;
    case 'denied':
      return memberTexts[kept.because];
  }
}

function toChoice(press: Press, useCase: UseCase, problem: CommuneProblem | undefined): View {
  const { deps, turn, action } = press;
  const whose = turn.asker.role === 'organiser' ? 'any' : 'own';
  const next = { verb: 'adoption.chooseCommune', data: aboutPayload(action) } as const;
  const state = { next, about: useCase.title, whose, ...(problem !== undefined && { problem }) } as const;
  return toCommuneStep(deps, turn, state, surfaceOf(press));
}

function toForm(press: Press, form: AdoptionForm & { readonly problems: readonly AdoptionProblem[] }): View {
  const card = adoptionFormCard({ ...form, about: aboutPayload(press.action) }, surfaceOf(press));
  return { title: adoptionTexts.title, card };
}

async function save(press: Press<'adoption.save'>): Promise<View> {
  const { deps, turn } = press;
  const { useCaseId, commune, verb: _, question: _question, draftId, ...typed } = press.action;
  const { asker, roster } = turn;
  const result = await adoptUseCase(deps, { asker, useCaseId, communeId: commune, typed, roster });
  switch (result.kind) {
    case 'adopted':
    case 'changed':
    case 'unchanged':
      if (draftId !== undefined) {
        // It turned out to be this use case: the registration would be it a second time.
        await discardDraft(deps, { asker, draftId });
      }
      return showDone(press, adoptionTexts[result.kind]);
    case 'invalid':
      return toForm(press, { ...result.form, problems: result.problems });
    case 'unknown-use-case':
    case 'denied':
    case 'archived':
    case 'not-member':
    case 'no-commune':
    case 'not-own-commune':
      return showNotActing(press, result, adoptionTexts);
  }
}

async function ask(press: Press<'adoption.askToWithdraw'>): Promise<View> {
  const { deps, turn, action } = press;
  const { useCaseId, commune: communeId } = action;
  const result = await askToWithdraw(deps, { asker: turn.asker, useCaseId, communeId });
  if (result.kind === 'asked') {
    const card = askToWithdrawCard({ ...result, about: aboutPayload(action) }, surfaceOf(press));
    return { title: adoptionTexts.withdrawal.question, card };
  }
  return result.kind === 'not-adopter'
    ? showDone(press, adoptionTexts['not-adopter'])
    : showNotActing(press, result, adoptionTexts);
}

async function withdraw(press: Press<'adoption.withdraw'>): Promise<View> {
  const { deps, turn, action } = press;
  const { useCaseId, commune: communeId } = action;
  const result = await withdrawAdoption(deps, { asker: turn.asker, useCaseId, communeId });
  if (result.kind === 'withdrawn') {
    return result.stillVisible
      ? showDone(press, adoptionTexts.withdrawn)
      : { title: adoptionTexts.title, card: literalNoteCard(adoptionTexts.withdrawn) };
  }
  return result.kind === 'not-adopter'
    ? showDone(press, adoptionTexts['not-adopter'])
    : showNotActing(press, result, adoptionTexts);
}
