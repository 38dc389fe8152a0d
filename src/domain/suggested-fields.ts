import { ruleOf } from './use-case-form.ts';
import type { UseCaseField } from './use-case-form.ts';

/** How it is shown that a text says what is suggested for a field. */
export type SuggestionProof =
  /** Sentence by sentence. */
  | 'sentences'
  /** One entry per line, each as a sentence. */
  | 'lines'
  /** A name that stands in the text as it is. */
  | 'name'
  /** A date that stands in the text as it is. */
  | 'date'
  | 'number'
  /** Words with commas between them, each of which stands in the text. */
  | 'tags'
  /** One of the choices, or several, of which the text speaks. */
  | 'choices';

/**
 * The fields that a text can tell. Never among them: who does it, whom to ask, addresses of any kind, and what only a person decides
 * (who sees it, its category, its class under the AI Act, whether personal data are processed).
 */
export const suggestibleFields = {
  title: 'sentences',
  summary: 'sentences',
  stage: 'choices',
  since: 'date',
  reason: 'sentences',
  description: 'sentences',
  problem: 'sentences',
  goal: 'sentences',
  howItWorks: 'sentences',
  benefitExpected: 'sentences',
  effectValue: 'number',
  effectUnit: 'sentences',
  effectDate: 'date',
  technologies: 'choices',
  sourcing: 'choices',
  supplier: 'name',
  product: 'name',
  hosting: 'name',
  costs: 'lines',
  effortDays: 'number',
  worked: 'sentences',
  failed: 'sentences',
  advice: 'sentences',
  legalBasis: 'lines',
  assessments: 'lines',
  humanOversight: 'sentences',
  reuse: 'choices',
  cooperationWanted: 'choices',
  themes: 'tags',
  tags: 'tags',
} as const satisfies Partial<Readonly<Record<UseCaseField, SuggestionProof>>>;

export type SuggestibleField = keyof typeof suggestibleFields;

/** Characters of a text that are read for suggestions. */
export const suggestionTextLimit = 4000;

/** Characters; less than the field may have, so that a form that is full of suggestions still is no wall of text, and fits into a message. */
const longestSuggested = 600;
const longestDescription = 1200;

/** Characters that are suggested for a field at most. */
export function suggestedAtMost(field: SuggestibleField): number {
  return Math.min(ruleOf(field).atMost, field === 'description' ? longestDescription : longestSuggested);
}

export function isSuggestible(field: string): field is SuggestibleField {
  return Object.hasOwn(suggestibleFields, field);
}
