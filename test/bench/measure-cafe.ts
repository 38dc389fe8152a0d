import { assignTables } from '../../src/domain/meetings/world-cafe/assign-tables.ts';
import type { CafeGuest, CafeRoom } from '../../src/domain/meetings/world-cafe/assign-tables.ts';
import { againForAPoint } from '../../src/domain/meetings/world-cafe/improve-seating.ts';
import { createPictureRenderer } from '../../src/system/render-svg.ts';
import { toPlanSvg } from '../../src/http/cafe-plan-svg.ts';
import { aMeeting } from '../support/meetings.ts';
import { aDescribedPlan } from '../support/meeting-cafe-cards.ts';
import { cafeGuests, fewestAgain, figuresOf, mostPoints, randomPlan } from '../support/cafe-plans.ts';
import type { PlanFigures, Tables } from '../support/cafe-plans.ts';
import { shippedCommunes } from '../support/shipped-communes.ts';
import { median } from './figures.ts';

interface Case {
  readonly name: string;
  readonly people: number;
  readonly room: CafeRoom;
}

const cases: readonly Case[] = [
  { name: '100 people, 6 tables, 3 rounds', people: 100, room: { tables: 6, seatsPerTable: 17, rounds: 3 } },
  { name: 'a full room of 72', people: 72, room: { tables: 6, seatsPerTable: 12, rounds: 3 } },
  { name: 'half a room of 40', people: 40, room: { tables: 6, seatsPerTable: 12, rounds: 3 } },
  { name: 'the most: 600', people: 600, room: { tables: 20, seatsPerTable: 30, rounds: 8 } },
];
const rounds = 7;
const randomPlans = 20;
const mostMs = 1_000;

/**
 * Table plans of World Cafés beside random ones that keep the same rules (medians of 20) and beside what no plan can exceed: `mostPoints`
 * for the wishes (3, 2 and 1 points for a first, second and third wish), `fewestAgain` for people who meet again, both in `cafe-plans.ts`
 * with their reasons. The score weighs them as the assignment does, so the last column is no plan's, but a bound: both ends at once are
 * rarely possible. Wishes are drawn by Zipf's law: everybody wants the same few topics. Returns tables as text.
 */
export async function measureCafe({ tell }: { readonly tell: (what: string) => void }): Promise<string> {
  const blocks: string[] = [];
  for (const one of cases) {
    tell(`giving tables: ${one.name}`);
    blocks.push(measureOne(one));
  }
  tell('drawing a plan');
  return [...blocks, await measurePicture()].join('\n\n');
}

function measureOne({ name, people, room }: Case): string {
  const guests = cafeGuests(people, room.tables);
  const times: number[] = [];
  let plan: Tables = new Map();
  for (let round = 0; round <= rounds; round += 1) {
    const startedAt = performance.now();
    const outcome = assignTables(guests, room);
    // The first one warms up.
    if (round > 0) {
      times.push(performance.now() - startedAt);
    }
    if (outcome.kind !== 'assigned') {
      throw new Error(outcome.kind);
    }
    plan = outcome.tables;
  }
  const ours = figuresOf(guests, room, plan);
  const random = Array.from({ length: randomPlans }, (_, seed) =>
    figuresOf(guests, room, randomPlan(guests, room, seed)),
  );
  const ms = median(times);
  const head = `${name}: ${ms.toFixed(0)} ms (target ${mostMs} ms: ${ms <= mostMs ? 'yes' : 'NO'})`;
  return [head, ...toRows(guests, room, ours, random)].join('\n');
}

function toRows(
  guests: readonly CafeGuest[],
  room: CafeRoom,
  ours: PlanFigures,
  random: readonly PlanFigures[],
): readonly string[] {
  const [points, again] = [mostPoints(guests, room), fewestAgain(guests.length, room)];
  const of = (figure: (one: PlanFigures) => number) => [figure(ours), median(random.map(figure))] as const;
  const first = (one: PlanFigures) => (100 * one.firstWishes) / one.withWishes;
  const rows: readonly (readonly [string, readonly [number, number], number | undefined])[] = [
    ['score', of((one) => againForAPoint * one.points - one.again), againForAPoint * points - again],
    ['points of wishes', of((one) => one.points), points],
    ['% at their first wish', of(first), undefined],
    ['at none of their wishes', of((one) => one.noWish), 0],
    ['meetings again', of((one) => one.again), again],
    ['pairs that meet again', of((one) => one.pairsAgain), undefined],
  ];
  return [
    toLine(['', 'ours', 'random', 'bound']),
    ...rows.map(([title, [own, other], bound]) =>
      toLine([title, own.toFixed(0), other.toFixed(0), bound?.toFixed(0) ?? '']),
    ),
  ];
}

function toLine([title = '', ...cells]: readonly string[]): string {
  return `  ${title.padEnd(26)}${cells.map((cell) => cell.padStart(10)).join('')}`.trimEnd();
}

async function measurePicture(): Promise<string> {
  const pictures = createPictureRenderer();
  const described = aDescribedPlan(96);
  const { svg, width, height } = toPlanSvg(
    { meeting: aMeeting(), described, communes: shippedCommunes },
    () => true,
  );
  const times: number[] = [];
  let bytes = 0;
  for (let round = 0; round < rounds; round += 1) {
    const startedAt = performance.now();
    bytes = (await pictures.render(svg, 1)).length;
    times.push(performance.now() - startedAt);
  }
  await pictures.close();
  const [first = 0, ...others] = times;
  return `the picture of 96 people, ${width} x ${height}: ${bytes} bytes; ${first.toFixed(0)} ms the first one, with its thread, ${median(others).toFixed(0)} ms the next ones`;
}
