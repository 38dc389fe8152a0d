import { z } from 'zod';
import { draftId } from '../domain/ids.ts';
import { knownFields } from '../domain/use-case-form.ts';
import type { TypedUseCase } from '../domain/use-case-form.ts';
import type { SuggestionMarks } from '../features/registration/suggestion/suggestion-marks.ts';
import { aboutUseCase, PageNumber, UseCaseKey } from './payload-keys.ts';

const DraftKey = z
  .string()
  .regex(/^[^/\\?#]{1,200}$/)
  .transform(draftId);

const ofDraft = { draftId: DraftKey };

/** Characters of a field; the rules say what each may have. */
const longestField = 20_000;

/** What a model suggested; what is no mark of a field is none of it. */
const Suggested = z
  .record(z.string(), z.string().max(40))
  .catch({})
  .transform((marks): SuggestionMarks => knownFields(marks));
const ofSuggestion = { suggested: Suggested.exactOptional() };

/**
 * The whole form beside what the button carries: fields that an old card lacks are empty, and what is no text is none of it. The text for
 * suggestions is no field of a use case: it only goes back into the form.
 */
function toFormAction<Verb extends string>({
  verb,
  draftId: id,
  suggested,
  suggestionText,
  ...rest
}: {
  readonly verb: Verb;
  readonly draftId: z.output<typeof DraftKey>;
  readonly suggested?: SuggestionMarks;
} & Readonly<Record<string, unknown>>) {
  return {
    verb,
    draftId: id,
    typed: readTyped(rest),
    ...(suggested !== undefined && { suggested }),
    ...(typeof suggestionText === 'string' && {
      suggestionText: suggestionText.slice(0, longestField).toWellFormed(),
    }),
  };
}

function readTyped(fields: Readonly<Record<string, unknown>>): TypedUseCase {
  const texts = Object.entries(fields).flatMap(([field, value]) =>
    typeof value === 'string' ? [[field, value.slice(0, longestField).toWellFormed()] as const] : [],
  );
  return knownFields(Object.fromEntries(texts));
}

/** Entering a use case, and changing one: the form, its check, and what becomes of a draft. */
export const registrationActions = [
  /** `anew`: although there are drafts. */
  z.object({ verb: z.literal('registration.offerForm'), anew: z.literal(true).exactOptional() }),
  z.object({ verb: z.literal('registration.offerChange'), ...aboutUseCase }),
  z.object({ verb: z.literal('registration.list'), page: PageNumber }),
  z.object({ verb: z.literal('registration.goOn'), ...ofDraft, ...ofSuggestion }),
  z
    .looseObject({ verb: z.literal('registration.check'), ...ofDraft, ...ofSuggestion })
    .transform(toFormAction),
  z
    .looseObject({ verb: z.literal('registration.save'), ...ofDraft, ...ofSuggestion })
    .transform(toFormAction),
  z
    .looseObject({ verb: z.literal('registration.suggest'), ...ofDraft, ...ofSuggestion })
    .transform(toFormAction),
  z.object({ verb: z.literal('registration.show'), ...ofDraft, ...ofSuggestion }),
  z.object({
    verb: z.literal('registration.showSimilar'),
    ...ofDraft,
    ...ofSuggestion,
    useCaseId: UseCaseKey,
  }),
  z.object({ verb: z.literal('registration.register'), ...ofDraft }),
  z.object({ verb: z.literal('registration.discard'), ...ofDraft }),
] as const;
