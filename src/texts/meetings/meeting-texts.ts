import type { MeetingPlace } from '../../domain/meetings/meeting.ts';
import type { RsvpAnswer } from '../../domain/meetings/rsvp.ts';
import { formatNumber } from '../format.ts';
import { memberTexts } from '../member-texts.ts';

const berlin = { timeZone: 'Europe/Berlin' } as const;
const dayFormat = new Intl.DateTimeFormat('de-DE', { dateStyle: 'full', ...berlin });
const timeFormat = new Intl.DateTimeFormat('de-DE', { timeStyle: 'short', ...berlin });
const shortDayFormat = new Intl.DateTimeFormat('de-DE', {
  weekday: 'short',
  day: 'numeric',
  month: 'numeric',
  year: 'numeric',
  ...berlin,
});

/** "Donnerstag, 3. Dezember 2026" */
export function formatMeetingDay(instant: number): string {
  return dayFormat.format(instant);
}

/** "Donnerstag, 3. Dezember 2026, 10:00 bis 12:30 Uhr"; over midnight with both days. */
export function formatMeetingTime({
  startsAt,
  endsAt,
}: {
  readonly startsAt: number;
  readonly endsAt: number;
}): string {
  const [first, last] = [dayFormat.format(startsAt), dayFormat.format(endsAt)];
  const [from, to] = [timeFormat.format(startsAt), timeFormat.format(endsAt)];
  return first === last ? `${first}, ${from} bis ${to} Uhr` : `${first}, ${from} Uhr bis ${last}, ${to} Uhr`;
}

/** "Do., 3.12.2026, 10:00 Uhr", where there is little room. */
export function formatMeetingStart(startsAt: number): string {
  return `${shortDayFormat.format(startsAt)}, ${timeFormat.format(startsAt)} Uhr`;
}

const answers: Readonly<Record<RsvpAnswer, string>> = {
  accepted: 'Zusage',
  tentative: 'Vielleicht',
  declined: 'Absage',
};

function counted(n: number, one: string, many: string): string {
  return `${formatNumber(n)} ${n === 1 ? one : many}`;
}

const whyDenied = {
  anonymous: memberTexts.anonymous,
  guest: 'Das ist Mitgliedern vorbehalten. Als Gast sehen Sie mit „Termine“ alle Treffen und können zusagen.',
  'not-organiser':
    'Das kann nur das Organisationsteam. Mit „Termine“ sehen Sie alle Treffen und können zusagen.',
} as const;

/** What everything about meetings says alike. */
export const meetingTexts = {
  /** Of a dialog, and above lists. */
  title: 'Treffen',
  meetings: 'Termine',
  wholeCommunity: 'Ganze Community',
  /** On buttons. */
  accept: 'Zusagen',
  tentative: 'Vielleicht',
  decline: 'Absagen',
  answers,
  gone: 'Dieses Treffen gibt es nicht mehr. Mit „Termine“ sehen Sie die nächsten.',
  cancelled: 'Dieses Treffen fällt aus.',
  over: 'Dieses Treffen ist vorbei.',
  whyDenied: (because: keyof typeof whyDenied) => whyDenied[because],
  acceptances: (n: number) => counted(n, 'Zusage', 'Zusagen'),
  declines: (n: number) => counted(n, 'Absage', 'Absagen'),
  seats: (n: number) => counted(n, 'Platz', 'Plätze'),
  guests: (n: number) => counted(n, 'Gast', 'Gäste'),
  communes: (n: number) => counted(n, 'Kommune', 'Kommunen'),
  /** "Sonnenblumenallee 3, Hemer, und online"; may hold words that people typed: for `literal` alone. */
  place: ({ address, link }: MeetingPlace) =>
    address === undefined ? 'Online' : link === undefined ? address : `${address}, und online`,
  online: 'Online teilnehmen',
  back: 'Zurück',
  page: (page: number, pages: number) => `Seite ${page} von ${pages}`,
  next: 'Weiter',
  previous: 'Zurückblättern',
} as const;
