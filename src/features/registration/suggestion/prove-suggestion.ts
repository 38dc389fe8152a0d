import type { Instant } from '../../../domain/instant.ts';
import { readUseCaseForm } from '../../../domain/read-use-case-form.ts';
import { suggestedAtMost, suggestibleFields } from '../../../domain/suggested-fields.ts';
import type { SuggestibleField } from '../../../domain/suggested-fields.ts';
import { cleanWords, hasLetters, toPlainText } from '../../../domain/typed-words.ts';
import { allFields, entryLimits, knownFields, ruleOf } from '../../../domain/use-case-form.ts';
import type { TypedUseCase } from '../../../domain/use-case-form.ts';
import { speaksOf } from './choice-evidence.ts';
import { cutSentences } from './cut-sentences.ts';
import type { PastedText } from './prove-words.ts';

/** Entries of a field that has them between commas. */
const mostTags = 5;
const longestTag = 40;

/** What of a model's answer the text proves, as it may stand in the form: nothing else is suggested. Pure; never throws, whatever was answered. */
export function proveSuggestion(
  answered: readonly (readonly [SuggestibleField, string])[],
  text: PastedText,
  now: Instant,
): TypedUseCase {
  const proven: Record<string, string> = {};
  for (const [field, value] of answered) {
    const words = proveField(
      field,
      toPlainText(value.slice(0, 8 * ruleOf(field).atMost).toWellFormed()),
      text,
    );
    if (hasLetters(words)) {
      proven[field] = words;
    }
  }
  const readable = withoutProblems(proven, now);
  return withoutHalves(readable);
}

function proveField(field: SuggestibleField, value: string, text: PastedText): string {
  const { atMost, kind } = ruleOf(field);
  switch (suggestibleFields[field]) {
    case 'sentences': {
      const words = kind === 'line' ? value.replaceAll(/\n+/g, ' ') : value;
      return joinToFit(
        cutSentences(words).filter((sentence) => text.proves(sentence.words)),
        field,
      );
    }
    case 'lines':
      return joinToFit(
        value
          .split('\n')
          .map((line) => line.trim())
          .filter((line) => line.length <= entryLimits.characters && text.proves(line))
          .slice(0, entryLimits.entries)
          .map((words) => ({ words, before: '\n' })),
        field,
      );
    case 'name':
    case 'date':
      return value.length <= atMost && text.has(value) ? value : '';
    case 'number': {
      const number = /\d[\d.,]*(?<=\d)/.exec(value)?.[0] ?? '';
      return text.hasNumber(number) ? number : '';
    }
    case 'tags':
      return value
        .split(/[,\n]/)
        .map((tag) => tag.trim())
        .filter((tag) => tag.length <= longestTag && text.hasAll(tag))
        .slice(0, mostTags)
        .join(', ');
    case 'choices':
      return chooseFrom(field, value, text);
  }
}

/** As many of them as the field has room for, whole; the first one is cut between two words where it alone is too long. */
function joinToFit(
  parts: readonly { readonly words: string; readonly before: string }[],
  field: SuggestibleField,
): string {
  const atMost = suggestedAtMost(field);
  let joined = '';
  for (const { words, before } of parts) {
    const next = joined === '' ? words : `${joined}${before === '' ? ' ' : before}${words}`;
    if (next.length > atMost) {
      return joined === '' ? cleanWords(words, { atMost }).replace(/\s\S*\u2026$/, '\u2026') : joined;
    }
    joined = next;
  }
  return joined;
}

function chooseFrom(field: SuggestibleField, value: string, text: PastedText): string {
  const { choices = [], kind } = ruleOf(field);
  const answered = new Set(value.split(',').map((choice) => choice.trim()));
  const spokenOf = choices.filter((choice) => answered.has(choice) && speaksOf(field, choice, text.words));
  return (kind === 'choices' ? spokenOf : spokenOf.slice(0, 1)).join(',');
}

/** What the form would refuse is not suggested: a date that lies ahead, an amount that is none. */
function withoutProblems(proven: TypedUseCase, now: Instant): TypedUseCase {
  const refused = new Set(readUseCaseForm(proven, { now }).problems.map(({ field }) => field));
  const kept = allFields.filter((field) => !refused.has(field));
  return knownFields(Object.fromEntries(kept.map((field) => [field, proven[field]])));
}

/** What says something only together with another field. */
function withoutHalves(proven: TypedUseCase): TypedUseCase {
  const { effectValue, effectUnit, effectDate, reason, ...others } = proven;
  const hasEffect = effectValue !== undefined && effectUnit !== undefined;
  return {
    ...others,
    ...(hasEffect && { effectValue, effectUnit, ...(effectDate !== undefined && { effectDate }) }),
    ...(reason !== undefined && proven.stage === 'rejected' && { reason }),
  };
}
