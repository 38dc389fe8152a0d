import { z } from 'zod';
import { communeId, storedMemberId, useCaseId } from '../domain/ids.ts';
import { stages } from '../domain/stage.ts';
import {
  categories,
  cooperations,
  reuses,
  sourcings,
  technologies,
  visibilities,
} from '../domain/use-case.ts';
import type { UseCase } from '../domain/use-case.ts';
import { defineDocument } from './document.ts';

const text = z.string();
const texts = z.array(z.string()).default([]);
const instant = z.number().int();

const Contact = z.object({
  name: text.exactOptional(),
  email: text.exactOptional(),
  phone: text.exactOptional(),
  memberId: text.transform(storedMemberId).exactOptional(),
});

export const AdopterBodySchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('commune'), communeId: text.transform(communeId) }),
  z.object({ kind: z.literal('organisation'), name: text }),
  z.object({ kind: z.literal('unnamed') }),
]);

const Adopter = z.object({
  body: AdopterBodySchema,
  stage: z.enum(stages),
  since: text.exactOptional(),
  contact: Contact.exactOptional(),
  note: text.exactOptional(),
  enteredBy: text.transform(storedMemberId).exactOptional(),
});

const Interest = z.object({
  communeId: text.transform(communeId),
  cooperations: z.array(z.enum(cooperations)),
  named: z.boolean(),
  since: instant,
  by: text.transform(storedMemberId).exactOptional(),
});

const ReportedAdopters = z.object({
  atLeast: z.number().int().positive(),
  stage: z.enum(stages),
  asOf: text.exactOptional(),
  source: text,
});

const Cost = z.object({
  kind: text,
  euros: z.number().exactOptional(),
  basis: text.exactOptional(),
  asOf: text.exactOptional(),
  visibility: z.enum(visibilities),
});

const Provenance = z.object({
  source: text.exactOptional(),
  externalIds: texts,
  createdBy: text.transform(storedMemberId).exactOptional(),
  createdAt: instant,
  reviewedBy: text.transform(storedMemberId).exactOptional(),
  lastConfirmedAt: instant.exactOptional(),
  reviewDueAt: instant.exactOptional(),
  asked: z.object({ times: z.number().int().positive(), lastAt: instant }).exactOptional(),
  version: z.number().int().positive(),
});

const UseCaseSchema = z.object({
  id: text.transform(useCaseId),
  title: text,
  summary: text,
  description: text.exactOptional(),
  category: z.enum(categories),
  language: text,
  visibility: z.enum(visibilities),
  adopters: z.array(Adopter).default([]),
  reportedAdopters: ReportedAdopters.exactOptional(),
  problem: text.exactOptional(),
  goal: text.exactOptional(),
  howItWorks: text.exactOptional(),
  benefitExpected: text.exactOptional(),
  effectMeasured: z.object({ value: z.number(), unit: text, date: text.exactOptional() }).exactOptional(),
  themes: texts,
  technologies: z.array(z.enum(technologies)).default([]),
  tags: texts,
  sourcing: z.enum(sourcings).exactOptional(),
  supplier: text.exactOptional(),
  product: text.exactOptional(),
  hosting: text.exactOptional(),
  costs: z.array(Cost).default([]),
  effortDays: z.number().exactOptional(),
  lessons: z
    .object({
      worked: text.exactOptional(),
      failed: text.exactOptional(),
      advice: text.exactOptional(),
    })
    .exactOptional(),
  legalBasis: texts,
  assessments: texts,
  personalData: z.enum(['yes', 'no', 'unknown']).exactOptional(),
  aiActClass: text.exactOptional(),
  humanOversight: text.exactOptional(),
  reuse: z.enum(reuses).exactOptional(),
  codeUrl: text.exactOptional(),
  cooperationWanted: z.array(z.enum(cooperations)).default([]),
  interests: z.array(Interest).default([]),
  interestsReported: z.array(z.enum(cooperations)).default([]),
  links: texts,
  contact: Contact.exactOptional(),
  note: text.exactOptional(),
  example: z.boolean().default(false),
  archived: z.object({ at: instant, reason: text.exactOptional() }).exactOptional(),
  provenance: Provenance,
});

/** How a use case is stored; a new field gets a default here and a fixture of an old document in the tests. */
export const useCaseDocument = defineDocument<UseCase>({
  name: 'use-case',
  version: 1,
  schema: UseCaseSchema,
  upgrades: {},
});
