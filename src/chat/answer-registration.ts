import type { CardAction } from '../cards/actions.ts';
import { look } from '../cards/actions.ts';
import { buttonRows } from '../cards/card.ts';
import type { Card } from '../cards/card.ts';
import { noteCard } from '../cards/note-card.ts';
import { openFormCard } from '../cards/user-group-form-card.ts';
import type { DraftId } from '../domain/ids.ts';
import { may } from '../domain/permissions.ts';
import { checkRegistration, saveDraft, showDraft } from '../features/registration/check-registration.ts';
import { discardDraft } from '../features/registration/discard-draft.ts';
import { offerChange } from '../features/registration/offer-change.ts';
import { frontTexts } from '../texts/front-texts.ts';
import { memberTexts } from '../texts/member-texts.ts';
import { registrationTexts as texts } from '../texts/registration-texts.ts';
import type { ChatDeps, Turn } from './chat-deps.ts';
import type { View } from './personal-view.ts';
import { placeView } from './place-view.ts';
import type { PressAnswer } from './place-view.ts';
import { toFormView, toListView, whyDenied } from './registration-form-view.ts';
import { completeDraft, toCheckedView, whyNothing } from './registration-outcome.ts';
import { toSuggestedView } from './registration-suggestion.ts';
import { continueDraft, openRegistration, showDrafts } from './registration-view.ts';
import type { Reply } from './reply.ts';
import type { RegistrationIntent } from './understand/read-registration-command.ts';
import { toUseCaseView } from './use-case-view.ts';
import { isSeenByAll } from './user-group-outcome.ts';

export type RegistrationAction = Extract<CardAction, { verb: `registration.${string}` }>;
type Action<Verb extends RegistrationAction['verb']> = RegistrationAction & { readonly verb: Verb };

/** Answers a press on a card about entering or changing a use case: in the card's place, or in the dialog. */
export async function answerRegistrationPress(
  deps: ChatDeps,
  turn: Turn,
  action: RegistrationAction,
  answer: PressAnswer,
): Promise<readonly Reply[]> {
  const place = { ...turn, surface: { ...turn.surface, inDialog: answer === 'dialog' } };
  const view = isSeenByAll(place.surface) ? memberTexts.personalOnly : await toView(deps, place, action);
  return [placeView(turn, answer, view)];
}

/** Answers what was typed about it. In shared places the form is behind a button. */
export async function answerRegistrationWords(
  deps: ChatDeps,
  turn: Turn,
  { kind }: RegistrationIntent,
): Promise<readonly Reply[]> {
  const { asker, surface } = turn;
  const isMember = may(asker, 'register-use-case').kind === 'allowed';
  if (kind === 'register-use-case' && surface.shared && isMember) {
    const open = look(surface, texts.buttons.open, 'registration.offerForm', {});
    return [{ kind: 'card', card: openFormCard(texts.title, open, texts.openHint) }];
  }
  const view =
    kind === 'register-use-case' ? await openRegistration(deps, turn, {}) : await showDrafts(deps, turn, 1);
  return [typeof view === 'string' ? { kind: 'text', text: view } : { kind: 'card', card: view.card }];
}

async function toView(deps: ChatDeps, turn: Turn, action: RegistrationAction): Promise<View> {
  const { asker, roster } = turn;
  switch (action.verb) {
    case 'registration.offerForm':
      return openRegistration(deps, turn, action);
    case 'registration.offerChange':
      return toChangeView(deps, turn, action);
    case 'registration.list':
      return showDrafts(deps, turn, action.page);
    case 'registration.goOn':
      return continueDraft(deps, turn, action.draftId, action);
    case 'registration.check': {
      const { draftId, typed } = action;
      const result = await checkRegistration(deps, { asker, roster, draftId, typed });
      return toCheckedView(deps, turn, draftId, result, action);
    }
    case 'registration.suggest':
      return toSuggestedView(deps, turn, action);
    case 'registration.show': {
      const { draftId } = action;
      return toCheckedView(deps, turn, draftId, await showDraft(deps, { asker, roster, draftId }), action);
    }
    case 'registration.save':
      return save(deps, turn, action);
    case 'registration.showSimilar':
      return toSimilarView(deps, turn, action);
    case 'registration.register':
      return completeDraft(deps, turn, action.draftId);
    case 'registration.discard':
      return discard(deps, turn, action.draftId);
  }
}

async function toChangeView(
  deps: ChatDeps,
  turn: Turn,
  { useCaseId }: Action<'registration.offerChange'>,
): Promise<View> {
  const result = await offerChange(deps, { asker: turn.asker, useCaseId });
  switch (result.kind) {
    case 'offered':
      return toFormView(deps, turn, { draft: result.draft });
    case 'too-many':
      return toListView(result.drafts, { page: 1, isFull: true }, turn.surface);
    case 'gone':
    case 'archived':
      return whyNothing(result);
    case 'denied':
      return whyDenied(result);
  }
}

async function save(deps: ChatDeps, turn: Turn, action: Action<'registration.save'>): Promise<View> {
  const { draftId, typed } = action;
  const result = await saveDraft(deps, { asker: turn.asker, draftId, typed });
  switch (result.kind) {
    case 'saved':
      return toFormView(deps, turn, { draft: result.draft, suggestion: action });
    case 'unsaved':
      return toFormView(deps, turn, {
        draft: result.draft,
        outcome: frontTexts.cannotSave,
        suggestion: action,
      });
    case 'decided':
      return completeDraft(deps, turn, draftId);
    case 'unknown-draft':
      return texts.unknownDraft;
    case 'denied':
      return whyDenied(result);
  }
}

/** The details of a use case that looks the same, with the way back to the draft. */
async function toSimilarView(
  deps: ChatDeps,
  turn: Turn,
  action: Action<'registration.showSimilar'>,
): Promise<View> {
  const { useCaseId } = action;
  const answer = turn.surface.inDialog === true ? 'dialog' : 'replace';
  const view = await toUseCaseView(deps, turn, { verb: 'useCase.show', useCaseId }, answer);
  return typeof view === 'string' ? view : { ...view, card: withWayBack(view.card, turn, action) };
}

function withWayBack(
  card: Card,
  { surface }: Turn,
  { draftId, suggested }: Action<'registration.showSimilar'>,
): Card {
  const data = { draftId, ...(suggested !== undefined && { suggested }) };
  const back = look(surface, texts.buttons.backToDraft, 'registration.show', data);
  return { ...card, body: [...buttonRows([back]), ...card.body] };
}

async function discard(deps: ChatDeps, turn: Turn, draftId: DraftId): Promise<View> {
  const result = await discardDraft(deps, { asker: turn.asker, draftId });
  switch (result.kind) {
    case 'discarded':
      return { title: texts.drafts.title, card: noteCard(texts.discarded) };
    case 'decided':
      return completeDraft(deps, turn, draftId);
    case 'denied':
      return whyDenied(result);
  }
}
