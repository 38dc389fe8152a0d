import type { CafeSignal } from '../../domain/meetings/world-cafe/cafe-timer.ts';
import { cafeLimits } from '../../domain/meetings/world-cafe/world-cafe.ts';
import type { CafeProblem } from '../../domain/meetings/world-cafe/cafe-form.ts';
import { enumerate, formatNumber, inWords } from '../format.ts';

const timeFormat = new Intl.DateTimeFormat('de-DE', { timeStyle: 'short', timeZone: 'Europe/Berlin' });

function counted(n: number, one: string, many: string): string {
  return `${formatNumber(n)} ${n === 1 ? one : many}`;
}

const persons = (n: number) => counted(n, 'Person', 'Personen');
const tables = (n: number) => counted(n, 'Tisch', 'Tische');
const atTables = (n: number) => counted(n, 'Tisch', 'Tischen');
const rounds = (n: number) => counted(n, 'Runde', 'Runden');
const topicsInWords = (n: number) => (n === 1 ? 'ein Thema' : `${inWords(n)} Themen`);

function between(field: keyof typeof cafeLimits, example: number): string {
  const { from, to } = cafeLimits[field];
  return `Bitte geben Sie eine ganze Zahl von ${from} bis ${to} an, zum Beispiel ${example}.`;
}

const noNumber = {
  tables: between('tables', 6),
  seatsPerTable: between('seatsPerTable', 12),
  rounds: between('rounds', 3),
  minutes: between('minutes', 25),
};

/** What is wrong with a field of the settings, and what helps. */
function problem(found: CafeProblem): string {
  switch (found.problem) {
    case 'no-number':
      return noNumber[found.field];
    case 'more-than-tables':
      return `Niemand soll zweimal beim selben Thema sitzen: Bei ${atTables(found.tables)} sind höchstens ${rounds(found.tables)} möglich.`;
    case 'too-few-seats': {
      const { enough, missing } = found;
      const seats = missing === 1 ? 'fehlt ein Platz' : `fehlen ${formatNumber(missing)} Plätze`;
      const help =
        enough === undefined
          ? 'Nehmen Sie mehr Tische.'
          : `Nehmen Sie mehr Tische oder ${formatNumber(enough)} Plätze je Tisch.`;
      return `Für ${persons(found.persons)} ${seats}. ${help}`;
    }
    case 'too-few':
      return `Jeder Tisch hat ein eigenes Thema: Wählen Sie noch ${topicsInWords(found.tables - found.chosen)} dazu, oder nehmen Sie weniger Tische.`;
    case 'too-many':
      return `Jeder Tisch hat ein eigenes Thema: Wählen Sie ${topicsInWords(found.chosen - found.tables)} ab, oder nehmen Sie mehr Tische.`;
    case 'unknown':
      return 'Eines der Themen gibt es nicht mehr. Bitte sehen Sie Ihre Auswahl noch einmal durch.';
  }
}

export interface RoundTimes {
  readonly round: number;
  readonly rounds: number;
  readonly minutes: number;
  readonly endsAt: number;
}

const timeOf = (instant: number) => `${timeFormat.format(instant)} Uhr`;

/** What the timer of the rounds says. */
const signals: Readonly<Record<CafeSignal, (times: RoundTimes) => string>> = {
  start: ({ round, rounds: all, minutes, endsAt }) =>
    `Runde ${round} von ${all} beginnt. Sie haben ${minutes} Minuten, bis ${timeOf(endsAt)}.`,
  'five-minutes': ({ round, endsAt }) => `Noch fünf Minuten in Runde ${round}, bis ${timeOf(endsAt)}.`,
  change: ({ round }) => `Runde ${round} ist zu Ende. Bitte wechseln Sie die Tische.`,
  end: () => 'Die letzte Runde ist zu Ende. Danke fürs Mitmachen.',
};

/** What everybody reads about a World Café. What holds titles of topics is for `literal` alone. */
export const cafeTexts = {
  title: 'World Café',
  /** On buttons. */
  wish: 'Themen wählen',
  myTables: 'Meine Tische',
  show: 'Treffen ansehen',
  goneTopic: 'Thema zurückgezogen',
  persons,
  tables,
  rounds,
  problem,
  timeOf,
  signals,
  tableTopic: (table: number, title: string) => `Tisch ${table} – ${title}`,
  roundLine: (round: number, table: number, title: string) => `Runde ${round}: Tisch ${table} – ${title}`,
  form: {
    heading: 'World Café einrichten',
    tables: 'Wie viele Tische?',
    seatsPerTable: 'Wie viele Plätze hat jeder Tisch?',
    rounds: 'Wie viele Runden?',
    minutes: 'Wie viele Minuten dauert eine Runde?',
    topics: 'Welche Themen haben die Tische?',
    topicsError: 'Bitte wählen Sie für jeden Tisch ein Thema.',
    noNumber,
    persons: (n: number) =>
      n === 0
        ? 'Bisher hat niemand zugesagt.'
        : `Zugesagt ${n === 1 ? 'hat' : 'haben'} bisher ${persons(n)}, Gäste mitgezählt.`,
    noTopics:
      'Es gibt noch keine Themen zur Auswahl. Nehmen Sie welche in die Tagesordnung des Treffens auf, oder schlagen Sie mit „Thema vorschlagen“ welche vor.',
    save: 'Speichern',
    plan: 'Zum Plan',
  },
  wishes: {
    heading: 'Bei welchen Themen möchten Sie sitzen?',
    fields: ['Am liebsten', 'Sonst gern', 'Oder auch'],
    error: 'Bitte wählen Sie ein Thema aus der Liste.',
    none: 'kein Wunsch',
    hint: 'Ihre Wünsche werden so weit wie möglich erfüllt. Sie müssen nicht alle drei nennen.',
    seated: 'Ihre Tische stehen schon fest. Wünsche gelten, wenn die Tische neu verteilt werden.',
    twice: 'Bitte wählen Sie jedes Thema nur einmal.',
    unknown: 'Eines dieser Themen steht nicht mehr zur Wahl. Bitte wählen Sie ein anderes.',
    save: 'Speichern',
    saved: (topics: readonly string[]) =>
      `Ihre Wünsche sind gespeichert: ${topics.map((one, index) => `${index + 1}. ${one}`).join(', ')}.`,
    removed: 'Sie haben keine Wünsche mehr.',
    savedHere: 'Ihre Wünsche sind gespeichert.',
    invalidHere: 'Bitte wählen Sie jedes Thema nur einmal. Öffnen Sie das Treffen dazu im Einzelchat.',
  },
  own: {
    heading: 'Ihre Tische beim World Café',
    guests: (n: number) =>
      n === 1 ? 'Ihr Gast sitzt bei Ihnen.' : `Ihre ${inWords(n)} Gäste sitzen bei Ihnen.`,
    none: 'Für Sie stehen noch keine Tische fest. Sobald sie verteilt sind, schreibe ich Ihnen.',
    /** To whoever got a seat after the others were told. */
    late: 'Als die Tische verteilt wurden, hatten Sie noch keinen Platz. Werden sie neu verteilt, schreibe ich Ihnen.',
    noSeat: 'Tische bekommen alle, die bei diesem Treffen einen Platz haben.',
    /** In one sentence, for a note. */
    note: (lines: readonly string[]) => `Ihre Tische: ${enumerate(lines)}.`,
    summary: (title: string) => `Ihre Tische beim World Café: ${title}`,
  },
  timerSummary: (title: string, sentence: string) => `${title}: ${sentence}`,
  noCafe: 'Für dieses Treffen ist kein World Café eingerichtet.',
  noSeat: 'Themen wählen können alle, die bei diesem Treffen einen Platz haben.',
  closed: {
    cancelled: 'Dieses Treffen fällt aus, und damit auch das World Café.',
    over: 'Dieses Treffen ist vorbei.',
  },
  /** Without a name and without a commune. */
  somebody: 'Mitglied',
  withGuests: (label: string, guests: number) => `${label} +${guests}`,
} as const;
