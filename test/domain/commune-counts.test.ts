import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CommuneCounter, fewestPeople } from '../../src/domain/commune-counts.ts';
import type { CommuneTable } from '../../src/domain/commune-counts.ts';
import type { Delivery, DeliveryState } from '../../src/domain/delivery.ts';
import { broadcastId, communeId, conversationId, memberId, tenantId } from '../../src/domain/ids.ts';
import type { CommuneId } from '../../src/domain/ids.ts';
import { hemer, menden, olpe, siegen } from '../support/builders.ts';

const tenant = tenantId('t');
let made = 0;

function aDelivery(fields: Partial<Delivery> = {}): Delivery {
  made += 1;
  return {
    broadcastId: broadcastId('b'),
    tenantId: tenant,
    recipient: { kind: 'member', memberId: memberId(tenant, `m${made}`) },
    state: { kind: 'delivered', at: 1 },
    attempts: 1,
    expiresAt: 2,
    revision: 1,
    ...fields,
  };
}

function tableOf(
  people: readonly [CommuneId | undefined, number][],
  presses?: readonly [CommuneId | undefined, number][],
) {
  const counter = new CommuneCounter();
  for (const [commune, count] of people) {
    for (let index = 0; index < count; index += 1) {
      counter.add(aDelivery(commune === undefined ? {} : { communeId: commune }));
    }
  }
  return counter.toTable(presses && new Map(presses));
}

function pressesIn(table: CommuneTable, commune: CommuneId | undefined): number | undefined {
  const row = table.rows.find(({ of }) => (of.kind === 'commune' ? of.communeId : undefined) === commune);
  return row?.acknowledged;
}

describe('the counts per commune', () => {
  it('add up to the recipients, with channels, people without a commune and erased ones in rows of their own', () => {
    const counter = new CommuneCounter();
    const states: DeliveryState[] = [
      { kind: 'planned' },
      { kind: 'claimed', epoch: 1 },
      { kind: 'sending', epoch: 1, since: 1 },
      { kind: 'waiting', until: 1, because: 'daily' },
      { kind: 'delivered', at: 1 },
      { kind: 'rejected', code: '413' },
      { kind: 'unclear', epoch: 1, since: 1 },
      { kind: 'unreachable', because: 'blocked' },
      { kind: 'cancelled' },
      { kind: 'expired' },
    ];
    for (const state of states) {
      counter.add(aDelivery({ state, communeId: menden }));
    }
    counter.add(aDelivery());
    counter.add(aDelivery({ recipient: { kind: 'place', conversationId: conversationId('19:c') } }));
    counter.add(aDelivery({ recipient: { kind: 'erased' } }));

    const { rows, total } = counter.toTable();

    expect(rows.map(({ of, recipients }) => [of.kind, recipients])).toEqual([
      ['commune', 10],
      ['no-commune', 1],
      ['places', 1],
      ['erased', 1],
    ]);
    expect(rows[0]?.counts).toEqual({
      delivered: 1,
      waiting: 4,
      rejected: 1,
      unclear: 1,
      unreachable: 1,
      cancelled: 1,
      expired: 1,
    });
    expect(total).toEqual({
      recipients: 13,
      counts: { delivered: 4, waiting: 4, rejected: 1, unclear: 1, unreachable: 1, cancelled: 1, expired: 1 },
    });
  });
});

describe('presses on "Gelesen"', () => {
  it('are shown where three people or more can have pressed', () => {
    const table = tableOf(
      [
        [menden, 5],
        [hemer, 3],
      ],
      [[menden, 4]],
    );

    expect([pressesIn(table, menden), pressesIn(table, hemer)]).toEqual([4, 0]);
    expect(table).not.toHaveProperty('acknowledgedOfFew');
    expect(table.total.acknowledged).toBe(4);
  });

  it('are one sum for all communes with fewer people', () => {
    const table = tableOf(
      [
        [menden, 5],
        [hemer, 2],
        [olpe, 1],
      ],
      [
        [menden, 4],
        [hemer, 1],
        [olpe, 1],
      ],
    );

    expect([pressesIn(table, menden), pressesIn(table, hemer), pressesIn(table, olpe)]).toEqual([
      4,
      undefined,
      undefined,
    ]);
    expect(table.acknowledgedOfFew).toBe(2);
  });

  it('of a single small commune are mixed with the next smallest, for the total would tell them', () => {
    const table = tableOf(
      [
        [menden, 5],
        [hemer, 3],
        [olpe, 1],
      ],
      [
        [menden, 4],
        [hemer, 2],
        [olpe, 1],
      ],
    );

    expect([pressesIn(table, menden), pressesIn(table, hemer), pressesIn(table, olpe)]).toEqual([
      4,
      undefined,
      undefined,
    ]);
    expect(table.acknowledgedOfFew).toBe(3);
  });

  it('are not shown at all when fewer than three people are meant', () => {
    const table = tableOf(
      [
        [menden, 1],
        [hemer, 1],
      ],
      [[menden, 1]],
    );

    expect(JSON.stringify(table)).not.toContain('acknowledged');
  });

  it('in a channel count for the communes of those who pressed, though they got no message of their own', () => {
    const table = tableOf(
      [[menden, 5]],
      [
        [siegen, 4],
        [hemer, 3],
        [undefined, 1],
      ],
    );

    expect([pressesIn(table, siegen), pressesIn(table, hemer), pressesIn(table, undefined)]).toEqual([
      4,
      undefined,
      undefined,
    ]);
    expect([table.acknowledgedOfFew, table.total.acknowledged]).toEqual([4, 8]);
  });

  it('never tell the presses of fewer than three people, by whatever difference', () => {
    const groups = fc.dictionary(
      fc.constantFrom('05962040', '05962016', '05966024', '05970040', '05962024'),
      fc.tuple(fc.nat(6), fc.nat(6)).map(([people, pressed]) => [people, Math.min(people, pressed)] as const),
    );

    fc.assert(
      fc.property(groups, (communes) => {
        const entries = Object.entries(communes);
        const table = tableOf(
          entries.map(([id, [people]]) => [communeId(id), people]),
          entries
            .filter(([, [, presses]]) => presses > 0)
            .map(([id, [, presses]]) => [communeId(id), presses]),
        );

        const { rows } = table;
        const shown = rows.filter(({ acknowledged }) => acknowledged !== undefined);
        const hidden = rows.filter(({ acknowledged }) => acknowledged === undefined);
        const hiddenPeople = hidden.reduce((sum, { recipients }) => sum + recipients, 0);
        expect(shown.every(({ recipients }) => recipients >= fewestPeople)).toBe(true);
        const isTold = table.total.acknowledged !== undefined;
        expect(!isTold || hidden.length === 0 || hiddenPeople >= fewestPeople).toBe(true);
        const pressed = entries.reduce((sum, [, [, presses]]) => sum + presses, 0);
        expect(isTold ? pressesOfShown(table) + (table.acknowledgedOfFew ?? 0) : pressed).toBe(pressed);
      }),
    );
  });
});

function pressesOfShown({ rows }: CommuneTable): number {
  return rows.reduce((sum, { acknowledged = 0 }) => sum + acknowledged, 0);
}
