import type { ParticipantCounts, ParticipantStanding } from '../../domain/meetings/participants.ts';
import type { Rsvp } from '../../domain/meetings/rsvp.ts';
import { enumerate, formatNumber, inWords } from '../format.ts';
import { meetingTexts } from './meeting-texts.ts';

const standings: Readonly<Record<ParticipantStanding, string>> = {
  seated: 'Zusage',
  waiting: 'Warteliste',
  tentative: 'Vielleicht',
  declined: 'Absage',
  present: 'Ohne Antwort',
};

const answeredAt = new Intl.DateTimeFormat('de-DE', {
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'Europe/Berlin',
});

const withGuests = (n: number) => (n === 0 ? '' : ` mit ${n === 1 ? 'einem Gast' : `${inWords(n)} Gästen`}`);
const seats = ({ accepted, guests }: ParticipantCounts) =>
  `${meetingTexts.acceptances(accepted)}${withGuests(guests)}`;
const further = ({ tentative, waiting, present }: ParticipantCounts): readonly string[] => [
  ...(tentative === 0 ? [] : [`${formatNumber(tentative)} vielleicht`]),
  ...(waiting === 0 ? [] : [`${formatNumber(waiting)} auf der Warteliste`]),
  ...(present === 0 ? [] : [`${formatNumber(present)} anwesend`]),
];

/** The list of those who take part, for organisers, and its files. */
export const participantTexts = {
  title: 'Teilnehmende',
  none: 'Noch hat niemand geantwortet.',
  /** How many there were stays with the meeting. */
  forgotten: 'Die Antworten wurden ein halbes Jahr nach dem Treffen gelöscht.',
  /** "46 Zusagen mit zwei Gästen aus 31 Kommunen, 8 vielleicht und 3 auf der Warteliste." */
  heading: (total: ParticipantCounts, communes: number) => {
    const from =
      communes === 0 ? '' : ` aus ${communes === 1 ? 'einer Kommune' : meetingTexts.communes(communes)}`;
    return `${enumerate([`${seats(total)}${from}`, ...further(total)])}.`;
  },
  byCommune: 'Nach Kommunen',
  answers: 'Antworten',
  /** Of one commune, below its name. */
  ofCommune: (counts: ParticipantCounts) =>
    [...(counts.accepted === 0 ? [] : [seats(counts)]), ...further(counts)].join(' · '),
  withoutCommune: 'Ohne Angabe der Kommune',
  noName: 'Ohne Namen',
  /** "Zusage mit einem Gast", "Warteliste, Platz 3" */
  standing: (standing: ParticipantStanding, guests: number, place: number | undefined) =>
    [
      `${standings[standing]}${standing === 'declined' ? '' : withGuests(guests)}`,
      ...(place === undefined ? [] : [`Platz ${formatNumber(place)}`]),
    ].join(', '),
  isThere: 'anwesend',
  /** Before what somebody answered. */
  asked: (question: string) => `${question} `,
  toAnswers: 'Antworten ansehen',
  toCommunes: 'Nach Kommunen',
  export: 'Als Datei',
  back: meetingTexts.back,
  file: {
    heading: 'Die Liste der Teilnehmenden als Datei.',
    hint: 'Die Links gelten einen Tag. Wer einen hat, sieht die Liste: Geben Sie ihn nicht weiter, und löschen Sie die Datei nach dem Treffen.',
    csv: 'CSV laden',
    xlsx: 'Excel laden',
    csvMore: 'Die Liste als CSV-Datei, eine Zeile je Antwort',
    xlsxMore: 'Die Liste als Excel-Datei, eine Zeile je Antwort',
    sheet: 'Teilnehmende',
    headings: {
      commune: 'Kommune',
      name: 'Name',
      answer: 'Antwort',
      place: 'Platz auf der Warteliste',
      guests: 'Gäste',
      present: 'Anwesend',
      at: 'Geantwortet am',
    },
    yes: 'ja',
    standing: (standing: ParticipantStanding) => standings[standing],
    /** "22.11.2026, 10:00" */
    at: ({ at }: Pick<Rsvp, 'at'>) => answeredAt.format(at),
  },
} as const;
