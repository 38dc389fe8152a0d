import { findCommune, splitCommuneNames } from '../../../domain/commune-names.ts';
import type { Commune } from '../../../domain/commune.ts';
import type { CommuneId } from '../../../domain/ids.ts';
import type { PartialDate } from '../../../domain/instant.ts';
import type { Stage } from '../../../domain/stage.ts';
import type { Adopter } from '../../../domain/use-case.ts';
import { inQuotes, toListed } from '../quoted.ts';
import { longestCell, organisationSeparators } from '../read-adopters.ts';
import type { WholeRecord } from '../whole-record.ts';

/** What one row of a table says of who does it: everybody in it is at the same stage since the same time. */
export interface AdopterRow {
  readonly communes: readonly string[];
  readonly organisations: readonly string[];
  readonly stage: Stage;
  readonly since?: PartialDate;
  readonly reported?: number;
  readonly source?: string;
}

const nobody: AdopterRow = { communes: [], organisations: [], stage: 'unknown' };
const between = ' | ';

/**
 * The rows of a use case, at least one, such that an import reads the adopters in their order. A reported number stands beside communes
 * at its stage, or in a row of its own. Left out is who has neither name nor stage, and whoever is named twice at one stage.
 */
export function toAdopterRows(
  useCase: WholeRecord,
  communes: ReadonlyMap<CommuneId, Commune>,
): readonly AdopterRow[] {
  const { source } = useCase.provenance;
  const own = source === undefined ? {} : { source };
  const rows: AdopterRow[] = [];
  const seen = new Set<string>();
  for (const adopter of useCase.adopters) {
    const row = toRow(adopter, communes);
    const key = JSON.stringify([row.communes, row.organisations.map(toLower), row.stage]);
    if (isEmpty(row) || seen.has(key)) {
      continue;
    }
    seen.add(key);
    const joined = join(rows.at(-1), row);
    rows.splice(joined === undefined ? rows.length : -1, joined === undefined ? 0 : 1, {
      ...(joined ?? row),
      ...own,
    });
  }
  return withReported(rows, useCase, own);
}

function withReported(
  rows: readonly AdopterRow[],
  useCase: WholeRecord,
  own: { readonly source?: string },
): readonly AdopterRow[] {
  const { reportedAdopters } = useCase;
  if (reportedAdopters === undefined) {
    return rows.length > 0 ? rows : [{ ...nobody, ...own }];
  }
  const { atLeast, stage, source } = reportedAdopters;
  const place = source === own.source ? rows.findIndex((row) => isNamed(row) && row.stage === stage) : -1;
  if (place >= 0) {
    return rows.map((row, index) => (index === place ? { ...row, reported: atLeast } : row));
  }
  const reported = { ...nobody, stage, source, reported: atLeast };
  const needsFirst = rows.length === 0 && source !== own.source;
  return [...(needsFirst ? [{ ...nobody, ...own }] : rows), reported];
}

function toRow(adopter: Adopter, communes: ReadonlyMap<CommuneId, Commune>): AdopterRow {
  const { body, stage, since } = adopter;
  const row = { ...nobody, stage, ...(since !== undefined && { since }) };
  switch (body.kind) {
    case 'commune':
      return { ...row, communes: [toCommuneName(body.communeId, communes)] };
    case 'organisation':
      return { ...row, organisations: [toOrganisationName(body.name, communes)] };
    case 'unnamed':
      return row;
  }
}

/** Its name where that alone leads back to it, otherwise its AGS. */
function toCommuneName(id: CommuneId, communes: ReadonlyMap<CommuneId, Commune>): string {
  const name = communes.get(id)?.name ?? '';
  const match = splitCommuneNames(name).length === 1 ? findCommune(listOf(communes), name) : undefined;
  return match?.kind === 'found' && match.commune.id === id ? name : id;
}

/** In quotes where the import would take it for a commune. */
function toOrganisationName(name: string, communes: ReadonlyMap<CommuneId, Commune>): string {
  const isCommune = findCommune(listOf(communes), name).kind === 'found';
  return isCommune ? inQuotes(name) : toListed(name, organisationSeparators);
}

/** One list for each map: `findCommune` remembers what it made of a list. */
const lists = new WeakMap<ReadonlyMap<CommuneId, Commune>, readonly Commune[]>();

function listOf(communes: ReadonlyMap<CommuneId, Commune>): readonly Commune[] {
  const list = lists.get(communes) ?? [...communes.values()];
  lists.set(communes, list);
  return list;
}

/** Both as one row, unless that changes the order in which they are read: communes come before organisations. */
function join(last: AdopterRow | undefined, row: AdopterRow): AdopterRow | undefined {
  if (last === undefined || !isNamed(last) || !isNamed(row)) {
    return undefined;
  }
  const sameTime = last.stage === row.stage && last.since === row.since;
  const keepsOrder = row.communes.length === 0 || last.organisations.length === 0;
  const joined = {
    ...last,
    communes: [...last.communes, ...row.communes],
    organisations: [...last.organisations, ...row.organisations],
  };
  const isShort = [joined.communes, joined.organisations].every(
    (names) => names.join(between).length <= longestCell,
  );
  return sameTime && keepsOrder && isShort ? joined : undefined;
}

export function toNamesCell(names: readonly string[]): string {
  return names.join(between);
}

function isNamed(row: AdopterRow): boolean {
  return row.communes.length + row.organisations.length > 0;
}

function isEmpty(row: AdopterRow): boolean {
  return !isNamed(row) && row.stage === 'unknown';
}

function toLower(text: string): string {
  return text.toLowerCase();
}
