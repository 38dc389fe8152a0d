import { z } from 'zod';
import { communeId } from '../../domain/ids.ts';
import { stages } from '../../domain/stage.ts';
import {
  categories,
  cooperations,
  reuses,
  sourcings,
  technologies,
  type UseCase,
  visibilities,
} from '../../domain/use-case.ts';
import { cleanLine, cleanLines } from './clean-text.ts';

/** What stands at the head of a file with whole records. */
export const wholeFormat = { format: 'ki-community-use-cases', version: 1 } as const;

type Left = 'id' | 'provenance' | 'interests' | 'interestsReported' | 'example' | 'archived';

/**
 * A use case as it leaves the product: everything but its id, who entered, registered or reviewed it, who is interested, and who of the
 * members is behind a contact. What this does not name does not leave.
 */
export type WholeRecord = Omit<UseCase, Left> & {
  readonly provenance: Omit<UseCase['provenance'], 'createdBy' | 'reviewedBy'>;
};

const text = z.string();
const needed = text.default('');
const texts = z.array(text).default([]);
const instant = z.number().int();

const Contact = z.object({
  name: text.exactOptional(),
  email: text.exactOptional(),
  phone: text.exactOptional(),
});

const Body = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('commune'), communeId: text.transform(communeId) }),
  z.object({ kind: z.literal('organisation'), name: needed }),
  z.object({ kind: z.literal('unnamed') }),
]);

const Adopter = z.object({
  body: Body,
  stage: z.enum(stages),
  since: text.exactOptional(),
  contact: Contact.exactOptional(),
  note: text.exactOptional(),
});

const ReportedAdopters = z.object({
  atLeast: z.number().int().positive(),
  stage: z.enum(stages),
  asOf: text.exactOptional(),
  source: needed,
});

const Cost = z.object({
  kind: needed,
  euros: z.number().exactOptional(),
  basis: text.exactOptional(),
  asOf: text.exactOptional(),
  visibility: z.enum(visibilities),
});

const Lessons = z.object({
  worked: text.exactOptional(),
  failed: text.exactOptional(),
  advice: text.exactOptional(),
});

const Provenance = z.object({
  source: text.exactOptional(),
  externalIds: texts,
  createdAt: instant,
  lastConfirmedAt: instant.exactOptional(),
  reviewDueAt: instant.exactOptional(),
  asked: z.object({ times: z.number().int().positive(), lastAt: instant }).exactOptional(),
  version: z.number().int().positive(),
});

/** Of a cleaned value (`cleanValue`). The order here is the order in the file. */
export const WholeRecordSchema: z.ZodType<WholeRecord> = z.object({
  title: needed,
  summary: needed,
  description: text.exactOptional(),
  category: z.enum(categories).default('other'),
  language: text.default('de'),
  visibility: z.enum(visibilities).default('community'),
  adopters: z.array(Adopter).default([]),
  reportedAdopters: ReportedAdopters.exactOptional(),
  problem: text.exactOptional(),
  goal: text.exactOptional(),
  howItWorks: text.exactOptional(),
  benefitExpected: text.exactOptional(),
  effectMeasured: z.object({ value: z.number(), unit: needed, date: text.exactOptional() }).exactOptional(),
  themes: texts,
  technologies: z.array(z.enum(technologies)).default([]),
  tags: texts,
  sourcing: z.enum(sourcings).exactOptional(),
  supplier: text.exactOptional(),
  product: text.exactOptional(),
  hosting: text.exactOptional(),
  costs: z.array(Cost).default([]),
  effortDays: z.number().exactOptional(),
  lessons: Lessons.exactOptional(),
  legalBasis: texts,
  assessments: texts,
  personalData: z.enum(['yes', 'no', 'unknown']).exactOptional(),
  aiActClass: text.exactOptional(),
  humanOversight: text.exactOptional(),
  reuse: z.enum(reuses).exactOptional(),
  codeUrl: text.exactOptional(),
  cooperationWanted: z.array(z.enum(cooperations)).default([]),
  links: texts,
  contact: Contact.exactOptional(),
  note: text.exactOptional(),
  provenance: Provenance,
});

/** Fields whose line breaks stay. */
const severalLines = new Set([
  'description',
  'problem',
  'goal',
  'howItWorks',
  'benefitExpected',
  'humanOversight',
  'worked',
  'failed',
  'advice',
  'note',
  'kind',
  'basis',
]);

/** Deeper than any record, and far from what a stack bears. */
const deepest = 10;

/** Texts cleaned as an import cleans cells; what is empty then is left out. */
export function cleanValue(value: unknown, key = '', depth = 0): unknown {
  if (typeof value === 'string') {
    const cleaned = severalLines.has(key) ? cleanLines(value) : cleanLine(value);
    return cleaned === '' ? undefined : cleaned;
  }
  if (depth > deepest) {
    return undefined;
  }
  if (Array.isArray(value)) {
    return value.map((item) => cleanValue(item, key, depth + 1)).filter((item) => item !== undefined);
  }
  if (typeof value !== 'object' || value === null) {
    return value ?? undefined;
  }
  const entries = Object.entries(value)
    .map(([name, item]) => [name, cleanValue(item, name, depth + 1)] as const)
    .filter(([, item]) => item !== undefined);
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}
