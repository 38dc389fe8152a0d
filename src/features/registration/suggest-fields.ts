import type { Deps } from '../../deps.ts';
import { fromText, isDecided } from '../../domain/draft.ts';
import type { Draft } from '../../domain/draft.ts';
import { secondMs } from '../../domain/instant.ts';
import type { Asker } from '../../domain/member.ts';
import { isSuggestible, suggestionTextLimit } from '../../domain/suggested-fields.ts';
import { beginningOf, toPlainText } from '../../domain/typed-words.ts';
import { allFields, ruleOf } from '../../domain/use-case-form.ts';
import type { TypedUseCase, UseCaseField } from '../../domain/use-case-form.ts';
import type { LanguageModel } from '../../ports/language-model.ts';
import { waitAtMost } from '../ask/refine-deadline.ts';
import { mayReachModel } from '../ask/refine-question.ts';
import { takeTurn } from '../model-use/take-turn.ts';
import type { ModelTurn } from '../model-use/take-turn.ts';
import { findDraft } from './find-draft.ts';
import type { DecidedDraft, DeniedRegistration, DraftRequest, UnknownDraft } from './registration-results.ts';
import { askForSuggestion } from './suggestion/ask-for-suggestion.ts';
import type { AskDeps } from './suggestion/ask-for-suggestion.ts';
import { suggestionKey, waitingSuggestions } from './suggestion/waiting-suggestions.ts';
import type { SuggestionOutcome } from './suggestion/waiting-suggestions.ts';

/** In every one the form stays, with what was typed. */
export type SuggestFieldsResult =
  /** `typed` has the suggestions as well; `fields` are those that it has of them. `isCut`: only the beginning of the text was read. */
  | {
      readonly kind: 'suggested';
      readonly draft: Draft;
      readonly typed: TypedUseCase;
      readonly fields: readonly UseCaseField[];
      readonly isCut: boolean;
    }
  | {
      readonly kind: 'nothing';
      readonly draft: Draft;
      readonly because:
        | 'no-text'
        /** The text tells nothing that the form asks for. */
        | 'not-told'
        /** What it tells stands there already. */
        | 'all-filled'
        /** Another press in a few seconds has it. */
        | 'working'
        | 'failed'
        | 'spent'
        | 'no-model';
    }
  | { readonly kind: 'wait'; readonly draft: Draft; readonly seconds: number }
  | DecidedDraft
  | UnknownDraft
  | DeniedRegistration;

export type SuggestDeps = AskDeps &
  Parameters<typeof takeTurn>[0] &
  Pick<Deps, 'languageModel' | 'useCaseDrafts'>;

/** A pressed button is answered within 2.5 s; what else there is to do takes some of it. */
const waitMs = 1.8 * secondMs;

/** Whether somebody may have fields suggested at all. */
export function maySuggest({ languageModel }: Pick<Deps, 'languageModel'>, asker: Asker): boolean {
  return languageModel !== undefined && mayReachModel(asker);
}

/**
 * "Felder vorschlagen": fills what is empty in a form with what a pasted text says of it, by a model, and as far as the text proves it. What
 * the person typed stays. Nothing is stored, neither the text nor what was suggested.
 */
export async function suggestFields(
  deps: SuggestDeps,
  request: DraftRequest & { readonly typed: TypedUseCase; readonly text: string },
): Promise<SuggestFieldsResult> {
  const { asker, typed, text } = request;
  const found = await findDraft(deps, request);
  if (found.kind !== 'found') {
    return found;
  }
  const { draft } = found;
  if (isDecided(draft)) {
    return { kind: 'decided' };
  }
  const { languageModel } = deps;
  if (languageModel === undefined || !mayReachModel(asker)) {
    return { kind: 'nothing', draft, because: 'no-model' };
  }
  const plain = toPlainText(text.toWellFormed());
  const read = beginningOf(plain, suggestionTextLimit);
  if (read === '') {
    return { kind: 'nothing', draft, because: 'no-text' };
  }
  const outcome = await findSuggestion(deps, languageModel, request, read);
  switch (outcome.kind) {
    case 'suggested':
      return fill(draft, typed, outcome.fields, read, plain.length > read.length);
    case 'wait':
      return { ...outcome, draft };
    case 'spent':
    case 'working':
    case 'failed':
      return { kind: 'nothing', draft, because: outcome.kind };
  }
}

type Found =
  | SuggestionOutcome
  | Extract<ModelTurn, { kind: 'wait' | 'spent' }>
  | { readonly kind: 'working' };

/** What was asked for already is not asked for again. A failure is told once; then the next press tries again. */
async function findSuggestion(
  deps: SuggestDeps,
  model: LanguageModel,
  { asker, roster }: Pick<DraftRequest, 'asker' | 'roster'>,
  text: string,
): Promise<Found> {
  const { memberId } = asker;
  if (memberId === undefined) {
    return { kind: 'failed' };
  }
  const waiting = waitingSuggestions(model, deps.clock);
  const key = suggestionKey(model, memberId, text);
  if (waiting.get(key) === undefined) {
    const turn = await takeTurn(deps, asker);
    switch (turn.kind) {
      case 'wait':
      case 'spent':
        return turn;
      case 'uncounted':
        return { kind: 'failed' };
      case 'allowed':
        break;
    }
  }
  const running = waiting.get(key) ?? askForSuggestion(deps, model, { asker, roster, text });
  waiting.set(key, running, { noUpdateTTL: true });
  const outcome = await waitAtMost(waitMs, () => running);
  if (outcome?.kind === 'failed') {
    waiting.delete(key);
  }
  return outcome ?? { kind: 'working' };
}

/** What the rules took from the beginning of the text nobody typed: a suggestion for it takes its place. */
function fill(
  draft: Draft,
  typed: TypedUseCase,
  suggested: TypedUseCase,
  text: string,
  isCut: boolean,
): SuggestFieldsResult {
  const begun = fromText(text);
  const isFree = (field: UseCaseField) => {
    const words = toPlainText((typed[field] ?? '').toWellFormed());
    return words === '' || words === begun[field];
  };
  const told = allFields
    .filter(isSuggestible)
    .filter((field) => suggested[field] !== undefined)
    .filter((field) => draft.origin.kind === 'new' || ruleOf(field).newOnly !== true);
  const fields = told.filter((field) => isFree(field) && suggested[field] !== typed[field]);
  if (fields.length === 0) {
    return { kind: 'nothing', draft, because: told.length === 0 ? 'not-told' : 'all-filled' };
  }
  const filled = Object.fromEntries(fields.map((field) => [field, suggested[field]]));
  return { kind: 'suggested', draft, typed: { ...typed, ...filled }, fields, isCut };
}
