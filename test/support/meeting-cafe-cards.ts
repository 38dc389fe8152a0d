import { cafeCard } from '../../src/cards/meetings/cafe-card.ts';
import { cafeFormCard } from '../../src/cards/meetings/cafe-form-card.ts';
import { cafeTablesCard, cafeTablesMessage } from '../../src/cards/meetings/cafe-tables-card.ts';
import { cafeTimerCard } from '../../src/cards/meetings/cafe-timer-card.ts';
import { cafeWishCard } from '../../src/cards/meetings/cafe-wish-card.ts';
import { communeId, topicRequestId } from '../../src/domain/ids.ts';
import { minuteMs } from '../../src/domain/instant.ts';
import { assignTables } from '../../src/domain/meetings/world-cafe/assign-tables.ts';
import { measurePlan } from '../../src/domain/meetings/world-cafe/plan-quality.ts';
import type { CafePlan, CafeSettings, WorldCafe } from '../../src/domain/meetings/world-cafe/world-cafe.ts';
import type { CafeTopic } from '../../src/features/meetings/world-cafe/cafe-results.ts';
import type { DescribedPlan } from '../../src/features/meetings/world-cafe/describe-plan.ts';
import type { ShownCafe } from '../../src/features/meetings/world-cafe/show-cafe.ts';
import { cafeGuests } from './cafe-plans.ts';
import { aShownMeeting } from './meeting-details-cards.ts';
import { shippedCommunes } from './shipped-communes.ts';

const surface = { shared: false, dialogs: true };
const from = { view: 'next', page: 1 } as const;
const titles = [
  'Robotic Process Automation',
  'KI-Telefonassistenz',
  'Chatbots im Bürgerservice',
  'Bauanträge prüfen',
  'Protokolle aus Sitzungen',
  'Datenschutz und KI-Verordnung',
];

/** So many topics; the titles of all as long as they may be, or as people write them. */
function cafeTopics(count: number, { long = false } = {}): readonly CafeTopic[] {
  return Array.from({ length: count }, (_, index) => ({
    id: topicRequestId(`topic-${index}-${'0'.repeat(25)}`),
    title: long ? `${index} `.padEnd(100, 'Öffentlichkeitsarbeit ') : (titles[index] ?? `Thema ${index + 1}`),
  }));
}

function cafeSettings(topics: readonly CafeTopic[], seatsPerTable: number, rounds: number): CafeSettings {
  return { topics: topics.map(({ id }) => id), seatsPerTable, rounds, minutes: 25 };
}

/** So many people from all communes of the list; of every ninth the name is known, every tenth brings a guest. */
export function aDescribedPlan(
  people: number,
  { topics = cafeTopics(6), seatsPerTable = 18, rounds = 3, names = 'Dr. Anna Beispiel-Muster' } = {},
): DescribedPlan {
  const settings = cafeSettings(topics, seatsPerTable, rounds);
  const guests = cafeGuests(people, topics.length).map(({ person, wishes }, index) => ({
    person,
    wishes,
    persons: index % 10 === 9 ? 2 : 1,
  }));
  const outcome = assignTables(guests, { tables: topics.length, seatsPerTable, rounds });
  if (outcome.kind !== 'assigned') {
    throw new Error(outcome.kind);
  }
  const communes = [...shippedCommunes.keys()];
  const seats = guests.map(({ person, persons }) => ({
    person,
    persons,
    tables: (outcome.tables.get(person) ?? []).map((table) => table + 1),
  }));
  const plan: CafePlan = { number: 2, at: 0, settings, seats };
  return {
    plan,
    topics,
    people: seats.map((seat, index) => ({
      ...seat,
      communeId: communes[index % communes.length] ?? communeId('05962040'),
      ...(index % 9 === 0 && { name: names }),
    })),
    persons: seats.reduce((sum, { persons }) => sum + persons, 0),
    quality: measurePlan(
      guests.map(({ person, wishes }) => ({ tables: outcome.tables.get(person) ?? [], wishes })),
    ),
    added: 0,
    gone: 0,
  };
}

export function aShownCafe(described?: DescribedPlan, fields: Partial<ShownCafe> = {}): ShownCafe {
  const shown = aShownMeeting();
  const settings = described?.plan.settings ?? cafeSettings(cafeTopics(6), 12, 3);
  const cafe: WorldCafe = {
    meetingId: shown.meeting.id,
    settings,
    plans: described === undefined ? 0 : described.plan.number,
    ...(described !== undefined && { plan: described.plan }),
    runs: 0,
  };
  return {
    shown,
    cafe,
    people: described?.people.length ?? 96,
    persons: described?.persons ?? 101,
    wishing: 87,
    ...(described !== undefined && { described }),
    timer: { isHeard: true },
    ...fields,
  };
}

const url = `https://bot.example.org/files/cafe/0f8fad5b-d9cb-469f-a165-70867728950e`;
const urls = {
  cardPicture: `${url}.card.png?key=0f8fad5b`,
  picture: `${url}.png?key=0f8fad5b`,
  table: `${url}.csv?key=0f8fad5b`,
};

export const meetingCafeCardNames = [
  'World Café form',
  'World Café form refused',
  'World Café form without topics',
  'World Café set up',
  'World Café planned',
  'World Café told and running',
  'World Café of many',
  'wishes for topics',
  'wishes for topics refused',
  'own tables',
  'own tables as a message',
  'round begins',
  'round ends',
] as const;

/** Every card of a World Café. */
export function drawMeetingCafeCards(): Readonly<Record<(typeof meetingCafeCardNames)[number], unknown>> {
  const described = aDescribedPlan(96);
  const planned = aShownCafe(described, { files: urls });
  const { shown, cafe } = planned;
  const long = cafeTopics(20, { long: true });
  const most = aDescribedPlan(400, { topics: long, seatsPerTable: 30, rounds: 8, names: 'W'.repeat(100) });
  const chosen = cafe.settings.topics;
  const fields = { tables: '6', seatsPerTable: '12', rounds: '3', minutes: '25', topics: chosen };
  const own = {
    shown,
    number: 2,
    rounds: cafeTopics(3).map((topic, index) => ({ table: index + 3, topic })),
    guests: 1,
  };
  const times = { round: 1, rounds: 3, minutes: 25, endsAt: shown.meeting.startsAt + 25 * minuteMs };
  const everybody = { shared: true, dialogs: true };
  return {
    'World Café form': cafeFormCard(
      { shown, fields, problems: [], offered: cafeTopics(9), exists: false },
      surface,
      from,
    ),
    'World Café form refused': cafeFormCard(
      {
        shown,
        fields: { ...fields, tables: 'viele', rounds: '7' },
        problems: [
          { field: 'tables', problem: 'no-number' },
          { field: 'seatsPerTable', problem: 'too-few-seats', persons: 101, missing: 29, enough: 17 },
          { field: 'rounds', problem: 'more-than-tables', tables: 6 },
          { field: 'topics', problem: 'too-few', chosen: 4, tables: 6 },
        ],
        offered: cafeTopics(25, { long: true }),
        exists: true,
      },
      surface,
      from,
    ),
    'World Café form without topics': cafeFormCard(
      { shown, fields: { ...fields, topics: [] }, problems: [], offered: [], exists: false },
      surface,
      from,
    ),
    'World Café set up': cafeCard(aShownCafe(), surface, { from }),
    'World Café planned': cafeCard(planned, surface, {
      from,
      urls,
      outcome: 'Die Tische sind verteilt. Sehen Sie den Plan durch und teilen Sie ihn dann mit.',
    }),
    'World Café told and running': cafeCard(
      {
        ...planned,
        cafe: { ...cafe, told: described.plan },
        described: { ...described, added: 3, gone: 1 },
        timer: { isHeard: false, next: 2, running: { round: 1, endsAt: times.endsAt } },
      },
      surface,
      { from, urls, own },
    ),
    'World Café of many': cafeCard(aShownCafe(most, { files: urls }), surface, { from, urls }),
    'wishes for topics': cafeWishCard(
      { shown, offered: cafeTopics(6), topics: chosen.slice(0, 2), isSeated: false },
      surface,
      from,
    ),
    'wishes for topics refused': cafeWishCard(
      { shown, offered: long, topics: [long[0]?.id, long[0]?.id], problem: 'twice', isSeated: true },
      surface,
      from,
    ),
    'own tables': cafeTablesCard(own, surface, from),
    'own tables as a message': cafeTablesMessage(own, surface),
    'round begins': cafeTimerCard(
      { meeting: shown.meeting, signal: 'start', times, topics: cafeTopics(6), isTold: true },
      everybody,
    ),
    'round ends': cafeTimerCard(
      { meeting: shown.meeting, signal: 'change', times, topics: long, isTold: true },
      everybody,
    ),
  };
}
