import { bodyKey } from '../../domain/answer.ts';
import type { UseCaseId } from '../../domain/ids.ts';
import type { Instant } from '../../domain/instant.ts';
import { newUseCase } from '../../domain/use-case.ts';
import type { Adopter, AdopterBody, UseCase } from '../../domain/use-case.ts';
import type { Candidate } from './candidate.ts';
import type { ColumnKey } from './columns.ts';
import { mergeContact, mergeIds, mergeWhole, toWholeUseCase } from './merge-whole.ts';
import { parseLessons } from './parse-lessons.ts';

/** A record made of a row alone, with the defaults of an import. */
export function toNewUseCase(candidate: Candidate, id: UseCaseId, now: Instant): UseCase {
  if (candidate.whole !== undefined) {
    return toWholeUseCase(candidate.whole, id, now);
  }
  const blank = newUseCase({ id, title: candidate.title, summary: candidate.summary }, now);
  return mergeUseCase(blank, candidate);
}

/**
 * The record as the row wants it: a column of the file replaces the field, an empty cell empties it, and what the file has no
 * column for stays. The version stays, too; whoever publishes the change raises it.
 */
export function mergeUseCase(useCase: UseCase, candidate: Candidate): UseCase {
  if (candidate.whole !== undefined) {
    return mergeWhole(useCase, candidate.whole);
  }
  const { description, product, supplier, contact, lessons, note, reportedAdopters, provenance, ...rest } =
    useCase;
  const { source, ...origin } = provenance;
  const has = (column: ColumnKey) => candidate.columns.has(column);
  const next = {
    description: has('description') ? candidate.description : description,
    product: has('product') ? candidate.product : product,
    supplier: has('supplier') ? candidate.supplier : supplier,
    contact: has('contact') ? mergeContact(contact, candidate.contact) : contact,
    lessons: has('lessons') ? toLessons(candidate) : lessons,
    note: has('note') ? candidate.note : note,
    source: has('source') ? candidate.source : source,
    reported: has('reported_adopters') ? toReported(candidate) : reportedAdopters,
  };
  return {
    ...rest,
    title: candidate.title,
    summary: candidate.summary,
    adopters: mergeAdopters(useCase.adopters, candidate),
    themes: has('themes') ? candidate.themes : rest.themes,
    technologies: has('technologies') ? candidate.technologies : rest.technologies,
    tags: has('tags') ? candidate.tags : rest.tags,
    costs: has('costs') ? candidate.costs : rest.costs,
    links: has('url') ? candidate.links : rest.links,
    category: candidate.category ?? (has('category') ? 'other' : rest.category),
    visibility: candidate.visibility ?? (has('visibility') ? 'community' : rest.visibility),
    language: candidate.language ?? (has('language') ? 'de' : rest.language),
    ...(next.description !== undefined && { description: next.description }),
    ...(next.product !== undefined && { product: next.product }),
    ...(next.supplier !== undefined && { supplier: next.supplier }),
    ...(next.contact !== undefined && { contact: next.contact }),
    ...(next.lessons !== undefined && { lessons: next.lessons }),
    ...(next.note !== undefined && { note: next.note }),
    ...(next.reported !== undefined && { reportedAdopters: next.reported }),
    provenance: {
      ...origin,
      externalIds: mergeIds(useCase, candidate.externalId === undefined ? [] : [candidate.externalId]),
      ...(next.source !== undefined && { source: next.source }),
    },
  };
}

/** A file without columns for communes and organisations says nothing about those that are known. */
function mergeAdopters(known: readonly Adopter[], candidate: Candidate): readonly Adopter[] {
  const { columns, continued = [] } = candidate;
  const namesAny = columns.has('commune') || columns.has('organisation');
  if (!namesAny && known.some(({ body }) => body.kind !== 'unnamed')) {
    return known;
  }
  const before = new Map(known.map((adopter) => [bodyKey(adopter.body), adopter]));
  return [candidate, ...continued].flatMap((row) => {
    const named = row.bodies.length > 0 ? row.bodies : toUnnamed(row);
    return named.map((body) => mergeAdopter(before.get(bodyKey(body)), body, row));
  });
}

/** A stage without anybody is somebody's whom the source does not name; a reported number says it already. */
function toUnnamed({ stage, reportedAdopters }: Candidate): readonly AdopterBody[] {
  const saysNothing = stage === undefined || stage === 'unknown' || reportedAdopters !== undefined;
  return saysNothing ? [] : [{ kind: 'unnamed' }];
}

function mergeAdopter(known: Adopter | undefined, body: AdopterBody, candidate: Candidate): Adopter {
  const { since: knownSince, ...rest } = known ?? { stage: 'unknown' };
  const since = candidate.columns.has('since') ? candidate.since : knownSince;
  const stage = candidate.columns.has('stage') ? (candidate.stage ?? 'unknown') : rest.stage;
  return { ...rest, body, stage, ...(since !== undefined && { since }) };
}

function toLessons({ lessons }: Candidate) {
  return lessons === undefined ? undefined : parseLessons(lessons);
}

function toReported(candidate: Candidate) {
  const rows = [candidate, ...(candidate.continued ?? [])];
  const row = rows.find((one) => one.reportedAdopters !== undefined) ?? candidate;
  const { reportedAdopters, source, stage = 'unknown' } = row;
  return reportedAdopters === undefined || source === undefined
    ? undefined
    : { atLeast: reportedAdopters, stage, source };
}
