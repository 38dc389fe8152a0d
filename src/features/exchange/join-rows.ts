import { bodyKey } from '../../domain/answer.ts';
import type { Candidate } from './candidate.ts';

/** What rows of one use case may differ in; the source belongs to the reported number where a row has one. */
const ownFields = new Set([
  'row',
  'columns',
  'bodies',
  'stage',
  'since',
  'reportedAdopters',
  'source',
  'continued',
]);

/**
 * Communes that are at different stages take several rows with one external id. Each row adds its communes and organisations, or the
 * reported number, and otherwise says the same as the others or nothing. Whatever differs stays a row of its own.
 */
export function joinRows(candidates: readonly Candidate[]): readonly Candidate[] {
  const joined: Candidate[] = [];
  const places = new Map<string, number>();
  for (const candidate of candidates) {
    const { externalId } = candidate;
    const place = externalId === undefined ? undefined : places.get(externalId);
    const first = place === undefined ? undefined : joined[place];
    if (place !== undefined && first !== undefined && continues(candidate, first)) {
      joined[place] = fillIn(first, candidate);
      continue;
    }
    if (externalId !== undefined && place === undefined) {
      places.set(externalId, joined.length);
    }
    joined.push(candidate);
  }
  return joined;
}

/** Every field from the first row that says something there. */
function fillIn(first: Candidate, later: Candidate): Candidate {
  return {
    ...first,
    description: first.description ?? later.description,
    themes: fuller(first.themes, later.themes),
    technologies: fuller(first.technologies, later.technologies),
    tags: fuller(first.tags, later.tags),
    product: first.product ?? later.product,
    supplier: first.supplier ?? later.supplier,
    contact: first.contact ?? later.contact,
    links: fuller(first.links, later.links),
    costs: fuller(first.costs, later.costs),
    lessons: first.lessons ?? later.lessons,
    note: first.note ?? later.note,
    category: first.category ?? later.category,
    visibility: first.visibility ?? later.visibility,
    language: first.language ?? later.language,
    continued: [...(first.continued ?? []), later],
  };
}

function fuller<Item>(first: readonly Item[], later: readonly Item[]): readonly Item[] {
  return first.length > 0 ? first : later;
}

function continues(candidate: Candidate, first: Candidate): boolean {
  if (candidate.whole !== undefined || first.whole !== undefined) {
    return false;
  }
  const told = new Set([first, ...(first.continued ?? [])].flatMap(toKeys));
  const added = toKeys(candidate);
  const tellsNews = added.length > 0 && added.every((key) => !told.has(key));
  const { source, reportedAdopters } = candidate;
  const sameSource = reportedAdopters !== undefined || source === undefined || source === first.source;
  return tellsNews && sameSource && saysTheSame(candidate, first);
}

/** What a row tells beside the use case itself. */
function toKeys(candidate: Candidate): readonly string[] {
  const { bodies, stage = 'unknown', since, reportedAdopters } = candidate;
  const named = bodies.map((body) => `${bodyKey(body)} ${stage}`);
  const reported = reportedAdopters === undefined ? [] : ['reported'];
  const saysStage = named.length + reported.length === 0 && stage !== 'unknown';
  return [...named, ...reported, ...(saysStage ? [`unnamed ${stage} ${since}`] : [])];
}

function saysTheSame(candidate: Candidate, first: Candidate): boolean {
  const before = new Map<string, unknown>(Object.entries(first));
  return Object.entries(candidate).every(
    ([key, value]) => ownFields.has(key) || fits(value, before.get(key)),
  );
}

function fits(value: unknown, before: unknown): boolean {
  return isEmpty(value) || isEmpty(before) || JSON.stringify(value) === JSON.stringify(before);
}

function isEmpty(value: unknown): boolean {
  return value === undefined || (Array.isArray(value) && value.length === 0);
}
