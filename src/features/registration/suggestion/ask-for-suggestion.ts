import type { Deps } from '../../../deps.ts';
import { secondMs } from '../../../domain/instant.ts';
import type { LanguageModel } from '../../../ports/language-model.ts';
import { mayHaveCost, noteUse } from '../../model-use/note-use.ts';
import type { DraftRequest } from '../registration-results.ts';
import { leaveOutPersons } from './leave-out-persons.ts';
import { proveSuggestion } from './prove-suggestion.ts';
import { PastedText } from './prove-words.ts';
import {
  ModelSuggestion,
  mostSuggestionTokens,
  suggestionInstructions,
  suggestionSchema,
  toSuggestionMaterial,
} from './suggestion-request.ts';
import type { SuggestionOutcome } from './waiting-suggestions.ts';

export type AskDeps = Parameters<typeof noteUse>[0] & Pick<Deps, 'clock' | 'logger' | 'operator'>;

/** Whoever pressed the button may come back for it as long. */
const deadlineMs = 20 * secondMs;

/** Asks a model what a text says, and proves it. Never throws: nobody may be waiting any more. */
export async function askForSuggestion(
  deps: AskDeps,
  model: LanguageModel,
  request: Pick<DraftRequest, 'asker' | 'roster'> & { readonly text: string },
): Promise<SuggestionOutcome> {
  try {
    return await ask(deps, model, request);
  } catch (error) {
    // Its message might repeat what was pasted.
    deps.logger.error('registration.suggesting-failed', {
      error: error instanceof Error ? error.name : typeof error,
    });
    return { kind: 'failed' };
  }
}

async function ask(
  deps: AskDeps,
  model: LanguageModel,
  { asker, roster, text }: Pick<DraftRequest, 'asker' | 'roster'> & { readonly text: string },
): Promise<SuggestionOutcome> {
  const entry = await roster();
  const material = leaveOutPersons(text, entry === undefined ? [] : [entry.name]);
  const sent = toSuggestionMaterial(material);
  const answer = await model.answerInJson({
    instructions: suggestionInstructions,
    schema: suggestionSchema,
    material: sent,
    mostTokens: mostSuggestionTokens,
    deadlineMs,
  });
  const told = suggestionInstructions.length + sent.length;
  if (answer.kind === 'answered') {
    const characters = told + JSON.stringify(answer.value).length;
    await noteUse(deps, asker.tenantId, { usage: answer.usage, characters });
  } else if (mayHaveCost(answer.because)) {
    await noteUse(deps, asker.tenantId, { characters: told });
  }
  const answered = answer.kind === 'answered' ? ModelSuggestion.safeParse(answer.value) : undefined;
  if (answered?.success !== true) {
    deps.logger.info('registration.not-suggested', {
      because: answer.kind === 'failed' ? answer.because : 'unusable',
    });
    return { kind: 'failed' };
  }
  const pasted = new PastedText(material, deps.operator.current().communes.values());
  const fields = proveSuggestion(answered.data, pasted, deps.clock.now());
  deps.logger.info('registration.suggested', { fields: Object.keys(fields).length });
  return { kind: 'suggested', fields };
}
