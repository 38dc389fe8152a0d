import { registrationCheckCard } from '../cards/registration-check-card.ts';
import { submittedCard } from '../cards/registration-submitted-card.ts';
import type { DraftId, UseCaseId } from '../domain/ids.ts';
import { showDraft } from '../features/registration/check-registration.ts';
import type { CheckRegistrationResult } from '../features/registration/check-registration.ts';
import { registerUseCase } from '../features/registration/register-use-case.ts';
import type { RegisterUseCaseResult } from '../features/registration/register-use-case.ts';
import type { NothingToChange } from '../features/registration/registration-results.ts';
import { marksThatHold } from '../features/registration/suggestion/suggestion-marks.ts';
import { frontTexts } from '../texts/front-texts.ts';
import { registrationTexts as texts } from '../texts/registration-texts.ts';
import type { ChatDeps, Turn } from './chat-deps.ts';
import type { View } from './personal-view.ts';
import type { PressAnswer } from './place-view.ts';
import { toFormView, whyDenied } from './registration-form-view.ts';
import type { FormSuggestion } from './registration-form-view.ts';
import { toUseCaseView } from './use-case-view.ts';

/** "Eintragen", and what is left of it where a press before was interrupted. */
export async function completeDraft(deps: ChatDeps, turn: Turn, draftId: DraftId): Promise<View> {
  const { asker, roster } = turn;
  const result = await registerUseCase(deps, { asker, draftId, roster });
  return result.kind === 'overtaken'
    ? toCheckedView(deps, turn, draftId, await showDraft(deps, { asker, draftId, roster }))
    : toRegisteredView(deps, turn, result);
}

async function toRegisteredView(
  deps: ChatDeps,
  turn: Turn,
  result: Exclude<RegisterUseCaseResult, { kind: 'overtaken' }>,
): Promise<View> {
  switch (result.kind) {
    case 'registered':
      return showUseCase(deps, turn, result.useCaseId, sentenceFor(result));
    case 'submitted': {
      const { isNew, again } = result;
      const card = submittedCard(again ? 'again' : isNew ? 'new' : 'change', turn.surface);
      return { title: card.fallbackText, card };
    }
    case 'invalid':
      return toFormView(deps, turn, result);
    case 'unchanged':
      return toFormView(deps, turn, { draft: result.draft, outcome: texts.unchanged });
    case 'gone':
    case 'archived':
      return whyNothing(result);
    case 'unknown-draft':
      return texts.unknownDraft;
    case 'denied':
      return whyDenied(result);
  }
}

function sentenceFor({ isNew, again }: RegisterUseCaseResult & { kind: 'registered' }): string {
  if (again) {
    return texts.registeredBefore;
  }
  return isNew ? texts.registered : texts.changed;
}

function showUseCase(deps: ChatDeps, turn: Turn, useCaseId: UseCaseId, outcome: string): Promise<View> {
  const answer: PressAnswer = turn.surface.inDialog === true ? 'dialog' : 'replace';
  return toUseCaseView(deps, turn, { verb: 'useCase.show', useCaseId }, answer, outcome);
}

/** What "Weiter" leads to. */
export async function toCheckedView(
  deps: ChatDeps,
  turn: Turn,
  draftId: DraftId,
  result: CheckRegistrationResult,
  suggestion: FormSuggestion = {},
): Promise<View> {
  switch (result.kind) {
    case 'checked': {
      const { about } = result.described;
      const title = about.kind === 'new' ? texts.title : texts.changeTitle;
      const suggested = marksThatHold(suggestion.suggested ?? {}, result.described.draft.typed);
      return { title, card: registrationCheckCard({ ...result.described, suggested }, turn.surface) };
    }
    case 'invalid':
      return toFormView(deps, turn, { ...result, suggestion });
    case 'unchanged':
      return toFormView(deps, turn, { draft: result.draft, outcome: texts.unchanged, suggestion });
    case 'unsaved':
      return toFormView(deps, turn, { draft: result.draft, outcome: frontTexts.cannotSave, suggestion });
    case 'decided':
      return completeDraft(deps, turn, draftId);
    case 'gone':
    case 'archived':
      return whyNothing(result);
    case 'unknown-draft':
      return texts.unknownDraft;
    case 'denied':
      return whyDenied(result);
  }
}

export function whyNothing({ kind }: NothingToChange): string {
  return texts[kind];
}
