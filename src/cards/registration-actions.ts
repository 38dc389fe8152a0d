import { z } from 'zod';
import { draftId } from '../domain/ids.ts';
import { knownFields } from '../domain/use-case-form.ts';
import type { TypedUseCase } from '../domain/use-case-form.ts';
import { aboutUseCase, PageNumber, UseCaseKey } from './payload-keys.ts';

const DraftKey = z
  .string()
  .regex(/^[^/\\?#]{1,200}$/)
  .transform(draftId);

const ofDraft = { draftId: DraftKey };

/** Characters of a field; the rules say what each may have. */
const longestField = 20_000;

/** The whole form beside what the button carries: fields that an old card lacks are empty, and what is no text is none of it. */
function toFormAction<Verb extends string>({
  verb,
  draftId: id,
  ...rest
}: { readonly verb: Verb; readonly draftId: z.output<typeof DraftKey> } & Readonly<Record<string, unknown>>) {
  return { verb, draftId: id, typed: readTyped(rest) };
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
  z.object({ verb: z.literal('registration.goOn'), ...ofDraft }),
  z.looseObject({ verb: z.literal('registration.check'), ...ofDraft }).transform(toFormAction),
  z.looseObject({ verb: z.literal('registration.save'), ...ofDraft }).transform(toFormAction),
  z.object({ verb: z.literal('registration.show'), ...ofDraft }),
  z.object({ verb: z.literal('registration.showSimilar'), ...ofDraft, useCaseId: UseCaseKey }),
  z.object({ verb: z.literal('registration.register'), ...ofDraft }),
  z.object({ verb: z.literal('registration.discard'), ...ofDraft }),
] as const;
