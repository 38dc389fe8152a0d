import { allFields, otherOrganisation, ruleOf } from '../domain/use-case-form.ts';
import type { FormSection, TypedUseCase, UseCaseField, UseCaseProblem } from '../domain/use-case-form.ts';
import type { Commune } from '../domain/commune.ts';
import {
  cooperations,
  reuses,
  sourcings,
  technologies,
  visibilities,
  categories,
} from '../domain/use-case.ts';
import { capitalise } from '../texts/format.ts';
import {
  cooperationLabels,
  reuseLabels,
  sourcingLabels,
  stageLabels,
  technologyLabels,
} from '../texts/labels.ts';
import {
  useCaseFieldExamples,
  useCaseFieldHints,
  useCaseFieldLabels,
  useCaseFormTexts as texts,
} from '../texts/use-case-form-texts.ts';
import type { SuggestionMarks } from '../features/registration/suggestion/suggestion-marks.ts';
import { suggestionTexts } from '../texts/suggestion-texts.ts';
import { useCaseTexts } from '../texts/use-case-texts.ts';
import { enteredStages } from '../domain/use-case-form.ts';
import { smallText } from './card.ts';
import type { Element } from './card.ts';
import { choiceInput, problemText, textInput } from './inputs.ts';
import type { Choice } from './inputs.ts';

/** Characters; as much of a field as is kept. */
const longestTyped = 20_000;

/** What the inputs are filled with. */
export interface FormInputs {
  readonly typed: TypedUseCase;
  readonly problems: readonly UseCaseProblem[];
  readonly origin: 'new' | 'change';
  /** Those that may be chosen. */
  readonly communes: readonly Commune[];
  /** Whether Teams says who the person is, so that they can be the contact. */
  readonly knowsSelf: boolean;
  /** In which fields something stands as a model suggested it. */
  readonly suggested?: SuggestionMarks;
}

/** The fields of a section that this form has. */
export function fieldsOf(
  section: FormSection,
  { origin }: Pick<FormInputs, 'origin'>,
): readonly UseCaseField[] {
  return allFields.filter((field) => {
    const rule = ruleOf(field);
    return rule.section === section && (origin === 'new' || rule.newOnly !== true);
  });
}

/** A field with what helps to fill it in, and what is wrong with it. */
export function fieldInput(field: UseCaseField, form: FormInputs): readonly Element[] {
  const hint = useCaseFieldHints[field];
  return [
    toInput(field, form),
    ...(hint === undefined ? [] : [smallText(hint, { spacing: 'Small' })]),
    ...form.problems
      .filter((problem) => problem.field === field)
      .map((one) => problemText(texts.problem(one))),
  ];
}

function toInput(field: UseCaseField, form: FormInputs): Element {
  const rule = ruleOf(field);
  const label = useCaseFieldLabels[field];
  const named = rule.required === true ? texts.required(label) : label;
  // In the label screen readers read it out with the field.
  const words = { label: form.suggested?.[field] === undefined ? named : suggestionTexts.marked(named) };
  const value = isOffered(field, form) ? form.typed[field] : undefined;
  if (rule.kind === 'choice' || rule.kind === 'choices') {
    return choiceInput(field, value, choicesFor(field, form), {
      ...words,
      errorMessage: texts.choose,
      placeholder: rule.required === true ? texts.choose : texts.noChoice,
      ...(rule.kind === 'choices' && { isMultiSelect: true, style: 'compact' }),
    });
  }
  const example = useCaseFieldExamples[field];
  const isLong =
    rule.kind === 'lines' || rule.kind === 'list' || rule.kind === 'urls' || rule.kind === 'costs';
  return textInput(field, value, {
    ...words,
    // Clients cut what is pasted without a word; the check says what is too long, and by how much.
    maxLength: longestTyped,
    errorMessage: texts.tooLongClient(rule.atMost),
    ...(example !== undefined && { placeholder: example }),
    ...(isLong && { isMultiline: true }),
    ...(field === 'mailbox' && { style: 'Email' }),
  });
}

/** What is chosen in a field, in words; several with commas between them. */
export function chosenTitle(field: UseCaseField, form: FormInputs): string {
  const values = (form.typed[field] ?? '').split(',');
  const chosen = choicesFor(field, form).filter(({ value }) => values.includes(value));
  return chosen.map(({ title }) => title).join(', ');
}

/** Whoever is not named by Teams is not offered as the contact, and so is not chosen either. */
function isOffered(field: UseCaseField, { typed, knowsSelf }: FormInputs): boolean {
  return field !== 'contact' || typed.contact !== 'self' || knowsSelf;
}

function choicesFor(
  field: UseCaseField,
  { typed, origin, communes, knowsSelf }: FormInputs,
): readonly Choice[] {
  const choices: Partial<Record<UseCaseField, readonly Choice[]>> = {
    body: [
      ...communes.map(({ id, name }) => ({ title: name, value: id })),
      { title: texts.otherOrganisation, value: otherOrganisation },
    ],
    stage: toChoices(enteredStages, stageLabels),
    contact: [
      ...(knowsSelf ? [{ title: texts.contacts.self, value: 'self' }] : []),
      { title: texts.contacts.mailbox, value: 'mailbox' },
      ...(origin === 'change' ? [{ title: texts.contacts.keep, value: 'keep' }] : []),
    ],
    category: toChoices(categories, texts.categories),
    language: languageChoices(typed.language),
    visibility: toChoices(visibilities, texts.visibilities),
    costsVisibility: toChoices(visibilities, texts.visibilities),
    technologies: toChoices(technologies, technologyLabels),
    sourcing: toChoices(sourcings, sourcingLabels),
    personalData: toChoices(personalDataValues, useCaseTexts.personalDataValues),
    reuse: toChoices(reuses, reuseLabels),
    cooperationWanted: toChoices(cooperations, cooperationLabels),
  };
  return choices[field] ?? [];
}

const personalDataValues = ['yes', 'no', 'unknown'] as const;

function toChoices<Value extends string>(
  values: readonly Value[],
  labels: Readonly<Record<Value, string>>,
): readonly Choice[] {
  return values.map((value) => ({ title: capitalise(labels[value]), value }));
}

/** An import may have brought a language that few write in. */
function languageChoices(value: string | undefined): readonly Choice[] {
  const usual = Object.entries(texts.languages).map(([code, title]) => ({ title, value: code }));
  return value === undefined || texts.languages[value] !== undefined
    ? usual
    : [...usual, { title: value, value }];
}
