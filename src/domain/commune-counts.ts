import type { AcknowledgementCounts } from './acknowledgement.ts';
import type { Delivery } from './delivery.ts';
import type { CommuneId } from './ids.ts';

/** Whom a row of the table is about. */
export type CommuneRowOf =
  | { readonly kind: 'commune'; readonly communeId: CommuneId }
  /** People whose commune is not known. */
  | { readonly kind: 'no-commune' }
  /** Channels and group chats. */
  | { readonly kind: 'places' }
  /** People whose data was erased. */
  | { readonly kind: 'erased' };

const groups = [
  'delivered',
  'waiting',
  'rejected',
  'unclear',
  'unreachable',
  'cancelled',
  'expired',
] as const;
export type CommuneGroup = (typeof groups)[number];
export const communeGroups: readonly CommuneGroup[] = groups;

export interface CommuneRow {
  readonly of: CommuneRowOf;
  /** The sum of all groups. */
  readonly recipients: number;
  readonly counts: Readonly<Record<CommuneGroup, number>>;
  /** Presses on "Gelesen". Absent where nobody is asked, where there is nobody to press, and where it would tell who it was. */
  readonly acknowledged?: number;
}

export interface CommuneTable {
  readonly rows: readonly CommuneRow[];
  readonly total: Omit<CommuneRow, 'of'>;
  /** Presses from all rows of people that show none of their own. Absent when there is no such row, and when even that would tell. */
  readonly acknowledgedOfFew?: number;
}

/** From so many people on a number does not tell who of them it was. */
export const fewestPeople = 3;

/** Adds deliveries up, one by one, for there can be many. */
export class CommuneCounter {
  readonly #rows = new Map<string, { of: CommuneRowOf; counts: Record<CommuneGroup, number> }>();

  add(delivery: Delivery): void {
    this.#countsOf(rowOf(delivery))[groupOf(delivery)] += 1;
  }

  /** `acknowledged`: absent when nobody is asked. */
  toTable(acknowledged?: AcknowledgementCounts): CommuneTable {
    for (const communeId of acknowledged?.keys() ?? []) {
      // Pressed in a channel by somebody who got no message of their own.
      this.#countsOf(communeId === undefined ? { kind: 'no-commune' } : { kind: 'commune', communeId });
    }
    const rows = [...this.#rows.values()].map(({ of, counts }): CommuneRow => {
      return { of, counts, recipients: sumOf(counts) };
    });
    const total = totalOf(rows);
    if (acknowledged === undefined) {
      return { rows, total };
    }
    const presses = [...acknowledged.values()].reduce((sum, count) => sum + count, 0);
    const { shown, ofFew, isTelling } = hideFew(rows, acknowledged);
    return {
      rows: shown,
      total: { ...total, ...(!isTelling && { acknowledged: presses }) },
      ...(ofFew !== undefined && { acknowledgedOfFew: ofFew }),
    };
  }

  #countsOf(of: CommuneRowOf): Record<CommuneGroup, number> {
    const key = of.kind === 'commune' ? of.communeId : of.kind;
    const known = this.#rows.get(key);
    if (known !== undefined) {
      return known.counts;
    }
    const counts = noCounts();
    this.#rows.set(key, { of, counts });
    return counts;
  }
}

function rowOf({ recipient, communeId }: Delivery): CommuneRowOf {
  switch (recipient.kind) {
    case 'place':
      return { kind: 'places' };
    case 'erased':
      return { kind: 'erased' };
    case 'member':
      return communeId === undefined ? { kind: 'no-commune' } : { kind: 'commune', communeId };
  }
}

function groupOf({ state }: Delivery): CommuneGroup {
  switch (state.kind) {
    case 'planned':
    case 'claimed':
    case 'sending':
    case 'waiting':
      return 'waiting';
    case 'delivered':
    case 'rejected':
    case 'unclear':
    case 'unreachable':
    case 'cancelled':
    case 'expired':
      return state.kind;
  }
}

/**
 * Nobody shall read from a number what one person did. Where fewer than three people can have pressed, the row shows no number, and
 * all such rows share one sum. When these are fewer than three people together, what is missing from the total would tell just that;
 * then the next smallest row joins them, and without one neither sum nor total is shown.
 */
function hideFew(rows: readonly CommuneRow[], acknowledged: AcknowledgementCounts) {
  const people = rows
    .filter(({ of }) => of.kind === 'commune' || of.kind === 'no-commune')
    .map((row) => {
      const presses = pressesOf(row, acknowledged);
      // Who pressed in a channel is no recipient, and a person all the same.
      return { row, presses, size: Math.max(row.recipients, presses) };
    })
    .sort((one, other) => one.size - other.size);
  let hidden = people.filter(({ size }) => size < fewestPeople).length;
  const sizeOfHidden = () => people.slice(0, hidden).reduce((sum, { size }) => sum + size, 0);
  while (hidden > 0 && hidden < people.length && sizeOfHidden() < fewestPeople) {
    hidden += 1;
  }
  const few = new Set(people.slice(0, hidden).map(({ row }) => row));
  const isTelling = hidden > 0 && sizeOfHidden() < fewestPeople;
  const sum = people.slice(0, hidden).reduce((all, { presses }) => all + presses, 0);
  const pressed = new Map(people.map(({ row, presses }) => [row, presses]));
  return {
    isTelling,
    ofFew: hidden > 0 && !isTelling ? sum : undefined,
    shown: rows
      .map((row): CommuneRow => {
        const presses = few.has(row) ? undefined : pressed.get(row);
        return { ...row, ...(presses !== undefined && { acknowledged: presses }) };
      })
      // A row without any number would tell that somebody there pressed.
      .filter(({ recipients, acknowledged: presses }) => recipients > 0 || presses !== undefined),
  };
}

function pressesOf({ of }: CommuneRow, acknowledged: AcknowledgementCounts): number {
  return acknowledged.get(of.kind === 'commune' ? of.communeId : undefined) ?? 0;
}

function totalOf(rows: readonly CommuneRow[]): Omit<CommuneRow, 'of'> {
  const counts = noCounts();
  for (const row of rows) {
    for (const group of groups) {
      counts[group] += row.counts[group];
    }
  }
  return { counts, recipients: sumOf(counts) };
}

function noCounts(): Record<CommuneGroup, number> {
  return { delivered: 0, waiting: 0, rejected: 0, unclear: 0, unreachable: 0, cancelled: 0, expired: 0 };
}

function sumOf(counts: Readonly<Record<CommuneGroup, number>>): number {
  return groups.reduce((sum, group) => sum + counts[group], 0);
}
