import { formatNumber } from '../format.ts';
import { cafeTexts } from './cafe-texts.ts';

const { persons, tables, rounds } = cafeTexts;

function pairs(n: number): string {
  if (n === 0) {
    return 'Niemand trifft jemanden zweimal.';
  }
  return n === 1 ? 'Ein Paar trifft sich wieder.' : `${formatNumber(n)} Paare treffen sich wieder.`;
}

/** What organisers read about a World Café. */
export const cafeOrganisingTexts = {
  setUp: (setting: { readonly tables: number; readonly rounds: number; readonly minutes: number }) =>
    `World Café: ${tables(setting.tables)}, ${rounds(setting.rounds)} zu je ${setting.minutes} Minuten`,
  planned: (plan: { readonly number: number; readonly persons: number; readonly tables: number }) =>
    `Plan ${plan.number}: ${persons(plan.persons)} an ${formatNumber(plan.tables)} Tischen`,
  summary: (title: string) => `World Café: ${title}`,
  wishing: (wishing: number, people: number) =>
    people === 0
      ? 'Bisher hat niemand zugesagt.'
      : `${formatNumber(wishing)} von ${formatNumber(people)} mit Zusage ${wishing === 1 ? 'hat' : 'haben'} Themen gewählt.`,
  quality: (quality: {
    readonly withWishes: number;
    readonly firstWishes: number;
    readonly noWish: number;
    readonly pairsAgain: number;
  }) =>
    [
      ...(quality.withWishes === 0
        ? []
        : [
            `${formatNumber(quality.firstWishes)} von ${formatNumber(quality.withWishes)} ${quality.firstWishes === 1 ? 'sitzt' : 'sitzen'} einmal beim liebsten Thema.`,
          ]),
      ...(quality.noWish === 0
        ? []
        : [
            `Bei keinem ihrer Wunschthemen ${quality.noWish === 1 ? 'sitzt' : 'sitzen'} ${persons(quality.noWish)}.`,
          ]),
      pairs(quality.pairsAgain),
    ].join(' '),
  told: 'Allen mit diesem Plan wurden ihre Tische mitgeteilt.',
  notTold: 'Noch weiß niemand von diesem Plan.',
  olderTold: (number: number) => `Mitgeteilt ist noch Plan ${number}.`,
  changed: (added: number, gone: number) =>
    [
      ...(added > 0
        ? [
            `Seit diesem Plan ${added === 1 ? 'ist eine Zusage' : `sind ${formatNumber(added)} Zusagen`} dazugekommen.`,
          ]
        : []),
      ...(gone > 0
        ? [
            gone === 1
              ? 'Ein Mitglied kommt nicht mehr.'
              : `${formatNumber(gone)} Mitglieder kommen nicht mehr.`,
          ]
        : []),
      'Verteilen Sie die Tische neu, damit alle einen Platz haben.',
    ].join(' '),
  otherSettings: 'Die Einstellungen wurden seitdem geändert. Sie gelten, wenn Sie die Tische neu verteilen.',
  /** Of the picture: what it shows, in words. */
  altText: (plan: {
    readonly persons: number;
    readonly tables: number;
    readonly rounds: number;
    readonly sizes: readonly string[];
  }) =>
    `Tischplan: ${persons(plan.persons)}, ${tables(plan.tables)}, ${rounds(plan.rounds)}. ${plan.sizes.join(' ')}`,
  /** "Runde 1: 17, 17, 16 Personen an Tisch 1 bis 3." */
  sizes: (round: number, counts: readonly number[]) =>
    `Runde ${round}: ${counts.map(formatNumber).join(', ')} Personen an Tisch 1 bis ${counts.length}.`,
  round: (round: number) => `Runde ${round}`,
  lists: 'Wer wo sitzt, als Liste:',
  list: (round: number) => `Runde ${round} als Liste`,
  table: (table: number, title: string, count: number) => `Tisch ${table} – ${title} (${persons(count)})`,
  nobody: 'niemand',
  /** Above the topic. */
  tableHead: (table: number, count: number) => `Tisch ${table} · ${persons(count)}`,
  file: {
    headings: {
      round: 'Runde',
      table: 'Tisch',
      topic: 'Thema',
      name: 'Wer',
      commune: 'Kommune',
      persons: 'Personen',
    },
  },
  /** On buttons. */
  assign: 'Tische verteilen',
  assignAgain: 'Neu verteilen',
  tell: 'Tische mitteilen',
  tellMore: 'Allen mit Zusage ihre Tische schreiben',
  picture: 'Als Bild',
  pictureMore: 'Der Plan in groß; der Link öffnet ihn einen Tag lang.',
  csv: 'Als CSV',
  csvMore: 'Der Plan als Tabelle; der Link öffnet sie einen Tag lang.',
  settings: 'Einstellungen',
  start: (round: number) => `Runde ${round} starten`,
  stop: 'Uhr anhalten',
  running: (round: number, until: string) => `Runde ${round} läuft bis ${until}.`,
  heard: 'Die Uhr meldet Beginn, die letzten fünf Minuten und den Wechsel in den Kanälen des Treffens.',
  notHeard:
    'Für dieses Treffen ist kein Kanal gewählt: Die Uhr meldet Beginn, die letzten fünf Minuten und den Wechsel nur Ihnen.',
  done: {
    set: 'Gespeichert. Alle mit Zusage können jetzt Themen wählen.',
    unchanged: 'Genau so war es schon eingerichtet.',
    planned: 'Die Tische sind verteilt. Sehen Sie den Plan durch und teilen Sie ihn dann mit.',
    samePlan: 'Es hat sich nichts geändert: Der Plan gilt weiter.',
    told: 'Alle mit Zusage bekommen jetzt ihre Tische.',
    toldAlready: 'Dieser Plan war schon mitgeteilt.',
    outdated: 'Inzwischen gibt es einen neueren Plan. Bitte sehen Sie ihn durch, bevor Sie ihn mitteilen.',
    started: (isHeard: boolean) =>
      isHeard ? 'Die Runde läuft.' : 'Die Runde läuft. Ohne Kanal melde ich die Zeiten nur Ihnen.',
    startedAlready: 'Diese Runde läuft schon.',
    stopped: 'Die Uhr ist angehalten.',
    notRunning: 'Es läuft keine Runde.',
  },
  refused: {
    nobody: 'Bisher hat niemand zugesagt. Verteilen Sie die Tische, wenn Zusagen da sind.',
    tooFewSeats: (missing: number) =>
      `Es ${missing === 1 ? 'fehlt ein Platz' : `fehlen ${formatNumber(missing)} Plätze`}. Nehmen Sie unter „Einstellungen“ mehr Tische oder mehr Plätze je Tisch.`,
    groupsDoNotFit:
      'Die Plätze reichen, aber nicht nebeneinander für alle, die Gäste mitbringen. Nehmen Sie unter „Einstellungen“ mehr Plätze je Tisch.',
    noSuchRound: 'So viele Runden hat dieses World Café nicht.',
    /** Where others read along, no form is shown. */
    invalidHere:
      'So lässt sich das nicht einrichten. Öffnen Sie das Treffen im Einzelchat und versuchen Sie es dort noch einmal.',
    notNow: 'Die Uhr lässt sich ab einer halben Stunde vor Beginn des Treffens starten.',
  },
} as const;
