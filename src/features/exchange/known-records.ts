import { bodyKey } from '../../domain/answer.ts';
import { fold } from '../../domain/commune-words.ts';
import type { AdopterBody, UseCase } from '../../domain/use-case.ts';
import type { Stored, UseCases } from '../../store/use-cases.ts';
import { bodiesOf, type Candidate } from './candidate.ts';

/** The records of the store, by what a row can be recognised with. */
export interface KnownRecords {
  readonly byExternalId: ReadonlyMap<string, Stored<UseCase>>;
  readonly bySameness: ReadonlyMap<string, Stored<UseCase>>;
  readonly byTitle: ReadonlyMap<string, readonly Stored<UseCase>[]>;
  /** Names of organisations, by their folded spelling. */
  readonly organisations: ReadonlyMap<string, string>;
}

export async function readKnownRecords(useCases: UseCases): Promise<KnownRecords> {
  const byExternalId = new Map<string, Stored<UseCase>>();
  const bySameness = new Map<string, Stored<UseCase>>();
  const byTitle = new Map<string, Stored<UseCase>[]>();
  const organisations = new Map<string, string>();
  const byId = new Map<string, Stored<UseCase>>();
  for await (const stored of useCases.all()) {
    const { title, adopters, provenance } = stored.value;
    const bodies = adopters.map(({ body }) => body);
    // An export names a record without an external id by its own.
    byId.set(stored.value.id, stored);
    for (const id of provenance.externalIds) {
      byExternalId.set(id, stored);
    }
    bySameness.set(toSameness(title, bodies), stored);
    byTitle.set(toSameness(title, []), [...(byTitle.get(toSameness(title, [])) ?? []), stored]);
    for (const body of bodies) {
      if (body.kind === 'organisation') {
        organisations.set(fold(body.name), body.name);
      }
    }
  }
  return { byExternalId: new Map([...byId, ...byExternalId]), bySameness, byTitle, organisations };
}

/** Two use cases are the same with the same title and the same named communes and organisations, in whatever order and case. */
export function toSameness(title: string, bodies: readonly AdopterBody[]): string {
  const keys = new Set(bodies.map(bodyKey).filter((key) => key !== undefined));
  return [fold(title).replaceAll(/\s+/g, ' '), ...[...keys].sort(compareText)].join('\n');
}

export type FindRecordResult =
  | { readonly kind: 'new' }
  | { readonly kind: 'known'; readonly stored: Stored<UseCase> }
  /** The external id is one record's, title and communes are another's. */
  | { readonly kind: 'two-records'; readonly other: UseCase };

/** The record that a row is about. */
export function findRecord(known: KnownRecords, candidate: Candidate): FindRecordResult {
  const byId = candidate.externalId === undefined ? undefined : known.byExternalId.get(candidate.externalId);
  const bySameness = findSame(known, candidate);
  if (byId !== undefined && isSame(byId.value, candidate)) {
    // Somebody may have entered the same a second time; the id says which one is meant.
    return { kind: 'known', stored: byId };
  }
  if (byId !== undefined && bySameness !== undefined && byId.value.id !== bySameness.value.id) {
    return { kind: 'two-records', other: bySameness.value };
  }
  const stored = byId ?? bySameness;
  return stored === undefined ? { kind: 'new' } : { kind: 'known', stored };
}

function isSame({ title, adopters }: UseCase, candidate: Candidate): boolean {
  const bodies = adopters.map(({ body }) => body);
  return toSameness(title, bodies) === toSameness(candidate.title, bodiesOf(candidate));
}

/**
 * The one record of this title that a row without an external id may be about though others do it there by now: somebody of the row is
 * among them, or one of the two names nobody. An import must write nothing there: it is a guess.
 */
export function findJoined(known: KnownRecords, candidate: Candidate): Stored<UseCase> | undefined {
  const [stored, ...others] = known.byTitle.get(toSameness(candidate.title, [])) ?? [];
  if (candidate.externalId !== undefined || stored === undefined || others.length > 0) {
    return undefined;
  }
  const there = new Set(stored.value.adopters.map(({ body }) => bodyKey(body)));
  const here = bodiesOf(candidate).map(bodyKey);
  const isNobody = here.length === 0 || stored.value.adopters.every(({ body }) => body.kind === 'unnamed');
  return isNobody || here.some((key) => key !== undefined && there.has(key)) ? stored : undefined;
}

/** Without a column for communes or organisations, the title alone decides, if only one record has it. */
function findSame(known: KnownRecords, candidate: Candidate): Stored<UseCase> | undefined {
  const { title, columns } = candidate;
  if (columns.has('commune') || columns.has('organisation')) {
    return known.bySameness.get(toSameness(title, bodiesOf(candidate)));
  }
  const sameTitle = known.byTitle.get(toSameness(title, [])) ?? [];
  return sameTitle.length === 1 ? sameTitle[0] : undefined;
}

function compareText(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
