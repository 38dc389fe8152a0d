import { createHash } from 'node:crypto';
import type { UseCase } from '../../domain/use-case.ts';

/** `columns`: what tables have columns for; `whole`: also what only files with whole records hold. */
export type FingerprintScope = 'columns' | 'whole';

const join = '.';

/**
 * Of what an import may write, and nothing else, in two parts: an import of a table asks for the first alone, so that a person may fill
 * in the fields beyond its columns without notice.
 */
export function toFingerprint(useCase: UseCase): string {
  const content = [
    useCase.title,
    useCase.summary,
    useCase.description,
    useCase.category,
    useCase.language,
    useCase.visibility,
    useCase.adopters,
    useCase.reportedAdopters,
    useCase.themes,
    useCase.technologies,
    useCase.tags,
    useCase.product,
    useCase.supplier,
    useCase.costs,
    useCase.lessons,
    useCase.links,
    useCase.contact,
    useCase.note,
    useCase.provenance.source,
  ];
  return [toHash(content), toHash(beyondColumns(useCase))].join(join);
}

/** The part that counts. A mark of before there were whole records has one part: what stood beyond the columns then was a person's. */
export function scopeFingerprint(fingerprint: string, scope: FingerprintScope): string {
  const [columns = '', beyond = toHash([])] = fingerprint.split(join);
  return scope === 'columns' ? columns : [columns, beyond].join(join);
}

function beyondColumns(useCase: UseCase): readonly unknown[] {
  const filled = {
    problem: useCase.problem,
    goal: useCase.goal,
    howItWorks: useCase.howItWorks,
    benefitExpected: useCase.benefitExpected,
    effectMeasured: useCase.effectMeasured,
    sourcing: useCase.sourcing,
    hosting: useCase.hosting,
    effortDays: useCase.effortDays,
    legalBasis: useCase.legalBasis,
    assessments: useCase.assessments,
    personalData: useCase.personalData,
    aiActClass: useCase.aiActClass,
    humanOversight: useCase.humanOversight,
    reuse: useCase.reuse,
    codeUrl: useCase.codeUrl,
    cooperationWanted: useCase.cooperationWanted,
  };
  return Object.entries(filled).filter(
    ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
  );
}

function toHash(content: unknown): string {
  return createHash('sha256').update(JSON.stringify(content, withSortedKeys)).digest('base64url');
}

function withSortedKeys(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return value;
  }
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)));
}
