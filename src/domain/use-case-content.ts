import type { FormValues } from './read-use-case-form.ts';
import type { UseCaseContent } from './use-case-form.ts';
import type { Adopter, AdopterBody, Contact, Lessons, MeasuredEffect } from './use-case.ts';

/** Who does it first, of a new use case. */
export function toAdopter(body: AdopterBody, { stage, since, reason }: FormValues): Adopter {
  return {
    body,
    stage: stage ?? 'unknown',
    ...(since !== undefined && { since }),
    ...(reason !== undefined && { note: reason }),
  };
}

/** What the fields of the form say together. */
export function toContent(values: FormValues, contact: Contact | undefined): UseCaseContent {
  const { title = '', summary = '', category = 'other', language = 'de', visibility = 'community' } = values;
  const { technologies, costs, legalBasis, assessments, cooperationWanted, links, themes, tags } = values;
  const {
    description,
    problem,
    goal,
    howItWorks,
    benefitExpected,
    sourcing,
    supplier,
    product,
    hosting,
    effortDays,
    personalData,
    aiActClass,
    humanOversight,
    reuse,
    codeUrl,
    note,
  } = values;
  const effectMeasured = toEffect(values);
  const lessons = toLessons(values);
  return {
    title,
    summary,
    category,
    language,
    visibility,
    technologies,
    costs,
    legalBasis,
    assessments,
    cooperationWanted,
    links,
    themes,
    tags,
    ...(description !== undefined && { description }),
    ...(problem !== undefined && { problem }),
    ...(goal !== undefined && { goal }),
    ...(howItWorks !== undefined && { howItWorks }),
    ...(benefitExpected !== undefined && { benefitExpected }),
    ...(sourcing !== undefined && { sourcing }),
    ...(supplier !== undefined && { supplier }),
    ...(product !== undefined && { product }),
    ...(hosting !== undefined && { hosting }),
    ...(effortDays !== undefined && { effortDays }),
    ...(personalData !== undefined && { personalData }),
    ...(aiActClass !== undefined && { aiActClass }),
    ...(humanOversight !== undefined && { humanOversight }),
    ...(reuse !== undefined && { reuse }),
    ...(codeUrl !== undefined && { codeUrl }),
    ...(note !== undefined && { note }),
    ...(effectMeasured !== undefined && { effectMeasured }),
    ...(lessons !== undefined && { lessons }),
    ...(contact !== undefined && { contact }),
  };
}

function toEffect({ effectValue, effectUnit, effectDate }: FormValues): MeasuredEffect | undefined {
  return effectValue === undefined || effectUnit === undefined
    ? undefined
    : { value: effectValue, unit: effectUnit, ...(effectDate !== undefined && { date: effectDate }) };
}

function toLessons({ worked, failed, advice }: FormValues): Lessons | undefined {
  if (worked === undefined && failed === undefined && advice === undefined) {
    return undefined;
  }
  return {
    ...(worked !== undefined && { worked }),
    ...(failed !== undefined && { failed }),
    ...(advice !== undefined && { advice }),
  };
}
