import { categories, cooperations, reuses, sourcings, technologies, visibilities } from './use-case.ts';
import type { Adopter, UseCase } from './use-case.ts';
import { summaryLimit, titleLimit } from './use-case.ts';
import { stages } from './stage.ts';
import { mailAddressLimit } from './web-address.ts';

/** Parts of the form; the first is what everybody fills in, each other one can be left out. */
export const formSections = [
  'required',
  'about',
  'benefit',
  'technology',
  'costs',
  'lessons',
  'law',
  'sharing',
] as const;
export type FormSection = (typeof formSections)[number];

/** How a field is read. `lines` keeps line breaks, `list` has one entry per line, `tags` has entries between commas. */
export type FieldKind =
  | 'line'
  | 'lines'
  | 'choice'
  | 'choices'
  | 'list'
  | 'tags'
  | 'urls'
  | 'url'
  | 'number'
  | 'date'
  | 'costs';

export interface FieldRule {
  readonly section: FormSection;
  readonly kind: FieldKind;
  /** Characters of the whole field; entries of a list have `entryLimits`. */
  readonly atMost: number;
  readonly required?: true;
  /** What may be chosen; absent where that depends on who asks. */
  readonly choices?: readonly string[];
  /** Asked for a new use case alone: afterwards each commune changes its own entry. */
  readonly newOnly?: true;
}

/** Entries of a list, and characters of each. */
export const entryLimits = { entries: 20, characters: 300 } as const;

/** With every field full, the form still comes back within the 80 KB (UTF-16) that a message may have. */
const longText = 800;
const longestText = 3000;
const line = 200;
const choice = 2000;

/** The stages that people enter; `unknown` comes from imports alone. */
export const enteredStages = stages.filter((stage) => stage !== 'unknown');

/** `self`: whoever fills in the form; `mailbox`: the address beside it; `keep`: whoever stands there already. */
export const contactChoices = ['self', 'mailbox', 'keep'] as const;

/** Instead of a commune: another body, named beside it. */
export const otherOrganisation = 'organisation';

/** Every field of the form, in its order. Ids of the inputs are these keys; cards stay clickable for years, so none is ever renamed. */
const useCaseFormFields = {
  title: { section: 'required', kind: 'line', atMost: titleLimit, required: true },
  summary: { section: 'required', kind: 'lines', atMost: summaryLimit, required: true },
  body: { section: 'required', kind: 'choice', atMost: 40, required: true, newOnly: true },
  organisation: { section: 'required', kind: 'line', atMost: 120, newOnly: true },
  stage: {
    section: 'required',
    kind: 'choice',
    atMost: 40,
    required: true,
    newOnly: true,
    choices: enteredStages,
  },
  since: { section: 'required', kind: 'date', atMost: 40, newOnly: true },
  reason: { section: 'required', kind: 'lines', atMost: 600, newOnly: true },
  contact: { section: 'required', kind: 'choice', atMost: 40, required: true, choices: contactChoices },
  mailbox: { section: 'required', kind: 'line', atMost: mailAddressLimit },
  category: { section: 'required', kind: 'choice', atMost: 40, required: true, choices: categories },
  language: { section: 'required', kind: 'choice', atMost: 20, required: true },
  visibility: { section: 'required', kind: 'choice', atMost: 40, required: true, choices: visibilities },
  description: { section: 'about', kind: 'lines', atMost: longestText },
  problem: { section: 'about', kind: 'lines', atMost: longText },
  goal: { section: 'about', kind: 'lines', atMost: longText },
  howItWorks: { section: 'about', kind: 'lines', atMost: longText },
  benefitExpected: { section: 'benefit', kind: 'lines', atMost: longText },
  effectValue: { section: 'benefit', kind: 'number', atMost: 20 },
  effectUnit: { section: 'benefit', kind: 'line', atMost: 80 },
  effectDate: { section: 'benefit', kind: 'date', atMost: 40 },
  technologies: { section: 'technology', kind: 'choices', atMost: choice, choices: technologies },
  sourcing: { section: 'technology', kind: 'choice', atMost: 40, choices: sourcings },
  supplier: { section: 'technology', kind: 'line', atMost: line },
  product: { section: 'technology', kind: 'line', atMost: line },
  hosting: { section: 'technology', kind: 'line', atMost: line },
  costs: { section: 'costs', kind: 'costs', atMost: longText },
  costsVisibility: { section: 'costs', kind: 'choice', atMost: 40, choices: visibilities },
  effortDays: { section: 'costs', kind: 'number', atMost: 20 },
  worked: { section: 'lessons', kind: 'lines', atMost: longText },
  failed: { section: 'lessons', kind: 'lines', atMost: longText },
  advice: { section: 'lessons', kind: 'lines', atMost: longText },
  legalBasis: { section: 'law', kind: 'list', atMost: longText },
  assessments: { section: 'law', kind: 'list', atMost: longText },
  personalData: { section: 'law', kind: 'choice', atMost: 40, choices: ['yes', 'no', 'unknown'] },
  aiActClass: { section: 'law', kind: 'line', atMost: line },
  humanOversight: { section: 'law', kind: 'lines', atMost: longText },
  reuse: { section: 'sharing', kind: 'choice', atMost: 40, choices: reuses },
  codeUrl: { section: 'sharing', kind: 'url', atMost: 500 },
  cooperationWanted: { section: 'sharing', kind: 'choices', atMost: choice, choices: cooperations },
  links: { section: 'sharing', kind: 'urls', atMost: longText },
  themes: { section: 'sharing', kind: 'tags', atMost: 300 },
  tags: { section: 'sharing', kind: 'tags', atMost: 300 },
  note: { section: 'sharing', kind: 'lines', atMost: longText },
} as const satisfies Readonly<Record<string, FieldRule>>;

export type UseCaseField = keyof typeof useCaseFormFields;

/** What stands in the fields: text for all of them, several choices with commas between them. Empty fields may be missing. */
export type TypedUseCase = Partial<Readonly<Record<UseCaseField, string>>>;

/** What the form says of a use case; who does it besides, and what the program notes, is none of that. */
export type UseCaseContent = Omit<
  UseCase,
  | 'id'
  | 'adopters'
  | 'reportedAdopters'
  | 'interests'
  | 'interestsReported'
  | 'archived'
  | 'example'
  | 'provenance'
>;

export interface CheckedUseCase {
  readonly content: UseCaseContent;
  /** The first one; of a new use case alone. */
  readonly adopter?: Adopter;
}

/** What is wrong with a field. */
export type UseCaseProblem =
  | {
      readonly field: UseCaseField;
      readonly problem:
        | 'missing'
        | 'unknown-commune'
        | 'not-own-commune'
        | 'bad-choice'
        | 'bad-date'
        | 'future-date'
        | 'bad-number'
        | 'bad-url'
        | 'bad-email'
        | 'mailbox-not-chosen'
        | 'name-unknown'
        | 'reason-missing'
        | 'too-many';
    }
  /** By so many characters. */
  | { readonly field: UseCaseField; readonly problem: 'too-long'; readonly over: number };

const fields: ReadonlySet<string> = new Set(Object.keys(useCaseFormFields));

export function isUseCaseField(key: string): key is UseCaseField {
  return fields.has(key);
}

/** All fields in the order of the form. */
export const allFields: readonly UseCaseField[] = Object.keys(useCaseFormFields).filter(isUseCaseField);

export function ruleOf(field: UseCaseField): FieldRule {
  return useCaseFormFields[field];
}

/** What of a record of texts are fields of the form. */
export function knownFields(texts: Readonly<Record<string, string | undefined>>): TypedUseCase {
  const known: Partial<Record<UseCaseField, string>> = {};
  for (const field of allFields) {
    const text = texts[field];
    if (text !== undefined) {
      known[field] = text;
    }
  }
  return known;
}

/** The fields in which something else stands, in the order of the form. An absent field is an empty one. */
export function changedFields(before: TypedUseCase, after: TypedUseCase): readonly UseCaseField[] {
  return allFields.filter((field) => (before[field] ?? '') !== (after[field] ?? ''));
}
