import type { RsvpAnswer } from '../../domain/meetings/rsvp.ts';
import { formatNumber, inWords } from '../format.ts';
import { formatMeetingStart, meetingTexts } from './meeting-texts.ts';

const berlin = { timeZone: 'Europe/Berlin' } as const;
const month = new Intl.DateTimeFormat('de-DE', { month: 'short', ...berlin });
const dayOfMonth = new Intl.DateTimeFormat('de-DE', { day: 'numeric', ...berlin });
const weekday = new Intl.DateTimeFormat('de-DE', { weekday: 'short', ...berlin });
const nearDay = new Intl.DateTimeFormat('de-DE', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  ...berlin,
});

/** "DEZ", "3" and "Do", one below the other. */
export function formatDateTile(instant: number): {
  readonly month: string;
  readonly day: string;
  readonly weekday: string;
} {
  return {
    month: month.format(instant).toUpperCase(),
    day: dayOfMonth.format(instant).replace(/\D/g, ''),
    weekday: weekday.format(instant),
  };
}

/** "Freitag, 27. November", of a day in Berlin: `2026-11-27`. */
function formatNearDay(date: string): string {
  return nearDay.format(Date.parse(`${date}T12:00:00Z`));
}

const withGuests = (n: number) => `mit ${n === 1 ? 'einem Gast' : `${inWords(n)} Gästen`}`;

const own: Readonly<Record<RsvpAnswer, (guests: number) => string>> = {
  accepted: (guests) => (guests === 0 ? 'Sie sind dabei.' : `Sie sind dabei, ${withGuests(guests)}.`),
  tentative: (guests) =>
    guests === 0 ? 'Sie kommen vielleicht.' : `Sie kommen vielleicht, ${withGuests(guests)}.`,
  declined: () => 'Sie haben abgesagt.',
};

/** What the cards of a meeting say. What may hold people's words is for `literal` alone. */
export const meetingCardTexts = {
  cancelledFirst: 'Fällt aus',
  reason: 'Grund: ',
  topics: 'Themen',
  description: 'Beschreibung',
  votes: (n: number) => (n === 1 ? '1 Stimme' : `${formatNumber(n)} Stimmen`),
  /** Below large numbers. */
  accepted: (n: number, communes: number, guests: number) =>
    [
      n === 1 ? 'Zusage' : 'Zusagen',
      ...(communes === 0
        ? []
        : [`aus ${communes === 1 ? 'einer Kommune' : meetingTexts.communes(communes)}`]),
    ].join(' ') + (guests === 0 ? '' : `, ${withGuests(guests)}`),
  free: (n: number, capacity: number) =>
    `${n === 1 ? 'freier Platz' : 'freie Plätze'} von ${formatNumber(capacity)}`,
  tentative: 'vielleicht',
  waiting: 'auf der Warteliste',
  declined: (n: number) => (n === 1 ? 'Absage' : 'Absagen'),
  answerBy: (date: string) => `Bitte antworten Sie bis ${formatNearDay(date)}.`,
  answersEnded: (date: string | undefined) =>
    date === undefined
      ? 'Antworten sind nicht mehr möglich.'
      : `Antworten waren bis ${formatNearDay(date)} möglich.`,
  /** `hasLastDay`: for answers; otherwise they are taken until it begins. */
  reserved: (perCommune: number, communes: number, hasLastDay: boolean) =>
    `Bis zum ${hasLastDay ? 'letzten Tag für Antworten' : 'Beginn'} ${perCommune === 1 ? 'ist ein Platz' : `sind ${inWords(perCommune)} Plätze`} für jede der ${formatNumber(communes)} Kommunen reserviert.`,
  /** The first line of a member's own card. */
  own: (answer: RsvpAnswer, guests: number) => own[answer](guests),
  waitingPlace: (place: number, guests: number) =>
    `Sie stehen${guests === 0 ? '' : ` ${withGuests(guests)}`} auf Platz ${formatNumber(place)} der Warteliste.`,
  asked: 'Sind Sie dabei?',
  draft: 'Dieses Treffen ist noch ein Entwurf.',
  here: 'Sie sind da.',
  wasHere: 'Dieses Treffen ist vorbei. Sie waren da.',
  noMoreAnswers: 'Für dieses Treffen sind keine Antworten mehr möglich.',
  isOn: 'Dieses Treffen findet gerade statt.',
  anonymous: 'Zusagen können alle, die mit ihrem eigenen Konto angemeldet sind.',
  linkLeadsTo: (host: string) => `Online über ${host}`,
  results: 'Ergebnisse',
  /** On buttons. */
  calendar: 'In Kalender',
  show: 'Ansehen',
  checkIn: 'Ich bin da',
  giveFeedback: 'Rückmeldung geben',
  details: 'Angaben ergänzen',
  organise: 'Organisieren',
  showDraft: 'Entwurf ansehen',
  summary: (title: string, startsAt: number) => `Einladung: ${title}, ${formatMeetingStart(startsAt)}`,
  cancelledSummary: (title: string, startsAt: number) =>
    `Fällt aus: ${title}, ${formatMeetingStart(startsAt)}`,
  ownSummary: (title: string, sentence: string) => `${title}: ${sentence}`,
  fallback: (group: string, title: string, time: string, place: string) =>
    `Treffen (${group}): ${title}. ${time}. ${place}.`,
  organising: {
    heading: 'Was soll mit diesem Treffen geschehen?',
    summary: (title: string) => `Organisieren: ${title}`,
    byCommune: 'Plätze nach Kommunen',
    seatsOf: (commune: string, n: number) => `${commune} ${formatNumber(n)}`,
    moreCommunes: (n: number) => `und ${n === 1 ? 'eine weitere' : `${inWords(n)} weitere`}`,
    change: 'Ändern',
    participants: 'Teilnehmende',
    cafe: 'World Café',
    feedback: 'Feedback',
    cancel: 'Ausfallen lassen',
    endSeries: 'Serie beenden',
  },
} as const;
