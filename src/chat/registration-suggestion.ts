import type { CardAction } from '../cards/actions.ts';
import { suggestFields } from '../features/registration/suggest-fields.ts';
import type { SuggestFieldsResult } from '../features/registration/suggest-fields.ts';
import { marksThatHold, toMarks } from '../features/registration/suggestion/suggestion-marks.ts';
import { registrationTexts } from '../texts/registration-texts.ts';
import { suggestionTexts as texts } from '../texts/suggestion-texts.ts';
import type { ChatDeps, Turn } from './chat-deps.ts';
import type { View } from './personal-view.ts';
import { toFormView, whyDenied } from './registration-form-view.ts';
import { completeDraft } from './registration-outcome.ts';

type SuggestAction = Extract<CardAction, { verb: 'registration.suggest' }>;

/** "Felder vorschlagen": the same form again, with what was suggested, or with the sentence that says why not. */
export async function toSuggestedView(deps: ChatDeps, turn: Turn, action: SuggestAction): Promise<View> {
  const { asker, roster } = turn;
  const { draftId, typed, suggestionText: text = '', suggested: before = {} } = action;
  const result = await suggestFields(deps, { asker, roster, draftId, typed, text });
  switch (result.kind) {
    case 'suggested': {
      const { draft, fields, isCut } = result;
      // The text has done its work; in the chat it would only stay.
      const suggested = { ...marksThatHold(before, typed), ...toMarks(fields, result.typed) };
      return toFormView(deps, turn, {
        draft: { ...draft, typed: result.typed },
        outcome: texts.filled(fields.length, isCut),
        suggestion: { suggested },
      });
    }
    case 'nothing':
    case 'wait':
      return toFormView(deps, turn, {
        draft: { ...result.draft, typed },
        outcome: toSentence(result),
        suggestion: { suggested: before, suggestionText: text, isOpen: true },
      });
    case 'decided':
      return completeDraft(deps, turn, draftId);
    case 'unknown-draft':
      return registrationTexts.unknownDraft;
    case 'denied':
      return whyDenied(result);
  }
}

function toSentence(result: SuggestFieldsResult & { readonly kind: 'nothing' | 'wait' }): string {
  return result.kind === 'wait' ? texts.wait(result.seconds) : texts.because[result.because];
}
