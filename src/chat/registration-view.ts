import { fromText } from '../domain/draft.ts';
import type { DraftId } from '../domain/ids.ts';
import type { TypedUseCase } from '../domain/use-case-form.ts';
import { goOn } from '../features/registration/go-on.ts';
import { listDrafts } from '../features/registration/list-drafts.ts';
import { offerForm } from '../features/registration/offer-form.ts';
import { memberTexts } from '../texts/member-texts.ts';
import { registrationTexts as texts } from '../texts/registration-texts.ts';
import type { ChatDeps, Turn } from './chat-deps.ts';
import type { View } from './personal-view.ts';
import { toFormView, toListView, whyDenied } from './registration-form-view.ts';
import type { FormSuggestion } from './registration-form-view.ts';
import { completeDraft } from './registration-outcome.ts';
import { isSeenByAll } from './user-group-outcome.ts';

/** What the form begins with; nothing of it is typed twice. */
export interface RegistrationStart {
  /** A message: its first sentence becomes the title. */
  readonly startingText?: string;
  readonly typed?: TypedUseCase;
  /** A draft that is there already. */
  readonly draftId?: DraftId;
  /** A new form although there are drafts. */
  readonly anew?: true;
}

/** The form for a use case, or first the drafts that there are. In shared places only a dialog shows it. */
export async function openRegistration(deps: ChatDeps, turn: Turn, start: RegistrationStart): Promise<View> {
  const { asker, surface } = turn;
  if (isSeenByAll(surface)) {
    return memberTexts.personalOnly;
  }
  const { startingText, typed, draftId, anew } = start;
  if (draftId !== undefined) {
    return continueDraft(deps, turn, draftId);
  }
  const begun =
    startingText === undefined && typed === undefined
      ? undefined
      : { ...fromText(startingText ?? ''), ...typed };
  if (begun === undefined && anew !== true) {
    const listed = await listDrafts(deps, asker);
    if (listed.kind === 'listed' && listed.drafts.length > 0) {
      return toListView(listed.drafts, { page: 1, isFull: false }, surface);
    }
  }
  const result = await offerForm(deps, { asker, begun });
  switch (result.kind) {
    case 'offered': {
      const suggestion = startingText === undefined ? {} : { suggestionText: startingText };
      return toFormView(deps, turn, { draft: result.draft, suggestion });
    }
    case 'too-many':
      return toListView(result.drafts, { page: 1, isFull: true }, surface);
    case 'denied':
      return whyDenied(result);
  }
}

/** "Zurück zum Formular", or a draft of the list. */
export async function continueDraft(
  deps: ChatDeps,
  turn: Turn,
  draftId: DraftId,
  suggestion: FormSuggestion = {},
): Promise<View> {
  const result = await goOn(deps, { asker: turn.asker, draftId });
  switch (result.kind) {
    case 'offered':
      return toFormView(deps, turn, { draft: result.draft, suggestion });
    case 'decided':
      return completeDraft(deps, turn, draftId);
    case 'unknown-draft':
      return texts.unknownDraft;
    case 'denied':
      return whyDenied(result);
  }
}

export async function showDrafts(deps: ChatDeps, turn: Turn, page: number): Promise<View> {
  const { asker, surface } = turn;
  if (isSeenByAll(surface)) {
    return memberTexts.personalOnly;
  }
  const result = await listDrafts(deps, asker);
  return result.kind === 'denied'
    ? whyDenied(result)
    : toListView(result.drafts, { page, isFull: false }, surface);
}
