import type { Commune } from './commune.ts';
import { toFilterTest } from './filters.ts';
import type { Filter } from './filters.ts';
import type { CommuneId } from './ids.ts';
import { stagesByUsefulness } from './stage.ts';
import type { Stage } from './stage.ts';
import type { Adopter, AdopterBody, ReportedAdopters, UseCase } from './use-case.ts';

/** How many different communes and other bodies are at a stage over all use cases that answer a question. */
export interface StageCount {
  readonly stage: Stage;
  readonly communes: number;
  readonly organisations: number;
}

/** What the first sentence of an answer says. */
export interface AnswerSummary {
  readonly counts: readonly StageCount[];
  /** Adopters that sources report without naming them, the largest number per stage. */
  readonly reported: readonly ReportedAdopters[];
}

/** Counts every body once, at its most useful stage: a commune with a pilot and a running system "uses it". */
export function summariseAnswer(
  useCases: readonly UseCase[],
  filters: readonly Filter[],
  communes: ReadonlyMap<CommuneId, Commune>,
): AnswerSummary {
  const { fitsAdopter } = toFilterTest(filters, communes);
  const best = new Map<string, Adopter>();
  for (const useCase of useCases) {
    for (const adopter of useCase.adopters) {
      const key = bodyKey(adopter.body);
      const known = key === undefined ? undefined : best.get(key);
      const counts = key !== undefined && (known === undefined || comesBefore(adopter, known));
      if (counts && fitsAdopter(adopter)) {
        best.set(key, adopter);
      }
    }
  }
  const adopters = [...best.values()];
  const counts = stagesByUsefulness.map((stage) => countAt(adopters, stage));
  return {
    counts: counts.filter(({ communes: some, organisations }) => some + organisations > 0),
    reported: reportedIn(useCases, filters),
  };
}

/** Equal for the same commune or organisation; nobody knows whether two unnamed ones are the same. */
export function bodyKey(body: AdopterBody): string | undefined {
  switch (body.kind) {
    case 'commune':
      return `commune.${body.communeId}`;
    case 'organisation':
      return `organisation.${body.name.toLowerCase()}`;
    case 'unnamed':
      return undefined;
  }
}

function comesBefore(one: Adopter, other: Adopter): boolean {
  return stagesByUsefulness.indexOf(one.stage) < stagesByUsefulness.indexOf(other.stage);
}

function countAt(adopters: readonly Adopter[], stage: Stage): StageCount {
  const there = adopters.filter((adopter) => adopter.stage === stage);
  const communes = there.filter(({ body }) => body.kind === 'commune').length;
  return { stage, communes, organisations: there.length - communes };
}

function reportedIn(useCases: readonly UseCase[], filters: readonly Filter[]): readonly ReportedAdopters[] {
  if (filters.some(({ kind }) => kind === 'commune' || kind === 'district' || kind === 'size')) {
    return [];
  }
  const stages = filters.filter((filter) => filter.kind === 'stage').map(({ stage }) => stage);
  const largest = new Map<Stage, ReportedAdopters>();
  for (const { reportedAdopters: reported } of useCases) {
    if (reported === undefined || (stages.length > 0 && !stages.includes(reported.stage))) {
      continue;
    }
    const known = largest.get(reported.stage);
    if (known === undefined || known.atLeast < reported.atLeast) {
      largest.set(reported.stage, reported);
    }
  }
  return [...largest.values()];
}
