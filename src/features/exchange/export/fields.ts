import type {
  Adopter,
  Contact,
  Cost,
  Lessons,
  MeasuredEffect,
  Provenance,
  ReportedAdopters,
  UseCase,
} from '../../../domain/use-case.ts';

type Parted =
  | 'adopters'
  | 'reportedAdopters'
  | 'effectMeasured'
  | 'costs'
  | 'lessons'
  | 'contact'
  | 'provenance';
type PartsOf<Name extends string, Type> = `${Name}.${keyof Type & string}`;

/** Every field of a use case; those with parts by their parts. */
export type ExchangeField =
  | Exclude<keyof UseCase, Parted>
  | PartsOf<'adopters', Adopter>
  | PartsOf<'reportedAdopters', ReportedAdopters>
  | PartsOf<'effectMeasured', MeasuredEffect>
  | PartsOf<'costs', Cost>
  | PartsOf<'lessons', Lessons>
  | PartsOf<'contact', Contact>
  | PartsOf<'provenance', Provenance>;

/**
 * Where each field goes: into every format that has a place for it, or nowhere. A new field of a use case does not compile until it
 * stands here, and is then missed in every mapping by `test/features/exchange/export-mappings.test.ts`.
 */
const destinies: Readonly<Record<ExchangeField, 'leaves' | 'stays'>> = {
  id: 'leaves',
  title: 'leaves',
  summary: 'leaves',
  description: 'leaves',
  category: 'leaves',
  language: 'leaves',
  visibility: 'leaves',
  'adopters.body': 'leaves',
  'adopters.stage': 'leaves',
  'adopters.since': 'leaves',
  'adopters.contact': 'leaves',
  'adopters.note': 'leaves',
  'adopters.enteredBy': 'stays',
  'reportedAdopters.atLeast': 'leaves',
  'reportedAdopters.stage': 'leaves',
  'reportedAdopters.asOf': 'leaves',
  'reportedAdopters.source': 'leaves',
  problem: 'leaves',
  goal: 'leaves',
  howItWorks: 'leaves',
  benefitExpected: 'leaves',
  'effectMeasured.value': 'leaves',
  'effectMeasured.unit': 'leaves',
  'effectMeasured.date': 'leaves',
  themes: 'leaves',
  technologies: 'leaves',
  tags: 'leaves',
  sourcing: 'leaves',
  supplier: 'leaves',
  product: 'leaves',
  hosting: 'leaves',
  'costs.kind': 'leaves',
  'costs.euros': 'leaves',
  'costs.basis': 'leaves',
  'costs.asOf': 'leaves',
  'costs.visibility': 'leaves',
  effortDays: 'leaves',
  'lessons.worked': 'leaves',
  'lessons.failed': 'leaves',
  'lessons.advice': 'leaves',
  legalBasis: 'leaves',
  assessments: 'leaves',
  personalData: 'leaves',
  aiActClass: 'leaves',
  humanOversight: 'leaves',
  reuse: 'leaves',
  codeUrl: 'leaves',
  cooperationWanted: 'leaves',
  interests: 'stays',
  interestsReported: 'stays',
  links: 'leaves',
  'contact.name': 'leaves',
  'contact.email': 'leaves',
  'contact.phone': 'leaves',
  'contact.memberId': 'stays',
  note: 'leaves',
  example: 'stays',
  archived: 'stays',
  'provenance.source': 'leaves',
  'provenance.externalIds': 'leaves',
  'provenance.createdBy': 'stays',
  'provenance.createdAt': 'leaves',
  'provenance.reviewedBy': 'stays',
  'provenance.lastConfirmedAt': 'leaves',
  'provenance.reviewDueAt': 'leaves',
  'provenance.asked': 'leaves',
  'provenance.version': 'leaves',
};

/** The fields that a format must place or name among those without a place. */
export const leavingFields: readonly ExchangeField[] = Object.keys(destinies)
  .filter(isField)
  .filter((field) => destinies[field] === 'leaves');

/** Whether the record says anything there. */
export function isFilled(record: object, field: ExchangeField): boolean {
  const [name = '', part] = field.split('.');
  const value = new Map<string, unknown>(Object.entries(record)).get(name);
  if (part === undefined) {
    return saysAnything(value);
  }
  const whole: readonly unknown[] = Array.isArray(value) ? value : [value];
  return whole.some((one) => isObject(one) && saysAnything(new Map(Object.entries(one)).get(part)));
}

function saysAnything(value: unknown): boolean {
  return value !== undefined && !(Array.isArray(value) && value.length === 0);
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function isField(name: string): name is ExchangeField {
  return Object.hasOwn(destinies, name);
}
