import { createHash } from 'node:crypto';
import { cleanUseCaseForm } from '../../../domain/check-use-case-form.ts';
import { allFields, ruleOf } from '../../../domain/use-case-form.ts';
import type { TypedUseCase, UseCaseField } from '../../../domain/use-case-form.ts';

/** What a model suggested for fields, as a form carries it: not the words, but enough to tell whether they still stand there. */
export type SuggestionMarks = Partial<Readonly<Record<UseCaseField, string>>>;

/** Characters; nobody is harmed by a mark that fits by chance. */
const markLength = 6;

export function toMarks(fields: readonly UseCaseField[], typed: TypedUseCase): SuggestionMarks {
  return Object.fromEntries(fields.map((field) => [field, markOf(field, typed)]));
}

/** The marks of the fields in which what was suggested still stands as it was. */
export function marksThatHold(marks: SuggestionMarks, typed: TypedUseCase): SuggestionMarks {
  return Object.fromEntries(
    allFields.filter((field) => marks[field] === markOf(field, typed)).map((field) => [field, marks[field]]),
  );
}

function markOf(field: UseCaseField, typed: TypedUseCase): string {
  const words = cleanUseCaseForm({ [field]: typed[field] ?? '' })[field] ?? '';
  // Clients send what is chosen in an order of their own.
  const value = ruleOf(field).kind === 'choices' ? words.split(',').toSorted().join(',') : words;
  return createHash('sha256').update(`${field}\n${value}`).digest('base64url').slice(0, markLength);
}
