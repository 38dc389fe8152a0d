import type { WhyClosed } from '../../domain/meetings/answer-meeting.ts';
import { meetingLimits } from '../../domain/meetings/meeting.ts';
import type { RsvpAnswer } from '../../domain/meetings/rsvp.ts';
import { formatNumber, inWords } from '../format.ts';
import { formatMeetingDay, formatMeetingTime, meetingTexts } from './meeting-texts.ts';

/** "Freitag, 27. November 2026", of a day in Berlin: `2026-11-27`. */
function formatAnswerDay(date: string): string {
  return formatMeetingDay(Date.parse(`${date}T12:00:00Z`));
}

const guestsInWords = (n: number) => (n === 1 ? 'einen Gast' : `${inWords(n)} Gäste`);
const withGuests = (n: number) => `mit ${n === 1 ? 'einem Gast' : `${inWords(n)} Gästen`}`;

/** Why there is no seat at this moment. */
const whyWaiting = {
  full: () => 'Alle Plätze sind vergeben.',
  /** Some are free, and not enough for all of them. */
  guests: (guests: number) => `Für Sie ${withGuests(guests)} sind nicht genug Plätze frei.`,
  reserved: () => 'Die freien Plätze sind noch für andere Kommunen reserviert.',
} as const;
export type WhyWaiting = keyof typeof whyWaiting;

const already: Readonly<Record<RsvpAnswer, string>> = {
  accepted: 'Ihre Zusage war schon eingetragen.',
  tentative: '„Vielleicht“ war schon eingetragen.',
  declined: 'Ihre Absage war schon eingetragen.',
};

const stands = (place: number) => `Sie stehen auf Platz ${formatNumber(place)} der Warteliste`;

const closed: Readonly<Record<WhyClosed, (respondBy: string | undefined) => string>> = {
  draft: () => 'Das ist die Vorschau. Antworten können alle, sobald das Treffen veröffentlicht ist.',
  cancelled: () => meetingTexts.cancelled,
  over: () => meetingTexts.over,
  begun: () => 'Dieses Treffen hat schon begonnen. Antworten sind nicht mehr möglich.',
  'too-late': (respondBy) =>
    respondBy === undefined
      ? 'Antworten sind nicht mehr möglich.'
      : `Antworten waren bis ${formatAnswerDay(respondBy)} möglich.`,
};

const tooLong = (length: number, most: number) =>
  `Das sind ${formatNumber(length)} Zeichen, höchstens ${formatNumber(most)} sind möglich. Bitte kürzen Sie.`;

/** What members read when they answer a meeting. What may hold words that people typed is for `literal` alone. */
export const meetingAnswerTexts = {
  /** `taken` of `capacity` seats, the own ones among them. */
  accepted: (taken: number, capacity: number | undefined, guests: number) => {
    const whom = guests === 0 ? '' : `, ${withGuests(guests)}`;
    return capacity === undefined
      ? `Ihre Zusage ist eingetragen${whom}.`
      : `Ihre Zusage ist eingetragen${whom}: Platz ${formatNumber(taken)} von ${formatNumber(capacity)}.`;
  },
  tentative: (hasSeats: boolean) =>
    hasSeats
      ? '„Vielleicht“ ist eingetragen. Ein Platz ist damit nicht reserviert.'
      : '„Vielleicht“ ist eingetragen.',
  declined: 'Ihre Absage ist eingetragen.',
  waiting: (why: WhyWaiting, place: number, guests: number) =>
    `${whyWaiting[why](guests)} ${stands(place)}; wenn ein Platz frei wird, sage ich es Ihnen.`,
  /** To somebody whom the bot cannot write to. */
  waitingUnreached: (why: WhyWaiting, place: number, guests: number) =>
    `${whyWaiting[why](guests)} ${stands(place)}. Schreiben Sie mir einmal im Einzelchat: Dann kann ich es Ihnen sagen, wenn ein Platz frei wird.`,
  already: (answer: RsvpAnswer, place: number | undefined) =>
    place === undefined ? already[answer] : `${already[answer]} ${stands(place)}.`,
  closed: (because: WhyClosed, respondBy: string | undefined, mayDecline: boolean) =>
    mayDecline
      ? `${closed[because](respondBy)} Absagen können Sie noch, bis das Treffen beginnt.`
      : closed[because](respondBy),
  /** Where the organisers want to know more, to whoever answers where others see the card. */
  addDetails: (guests: boolean, questions: boolean) =>
    `${guests && questions ? 'Gäste und Antworten auf die Fragen des Organisationsteams' : guests ? 'Gäste' : 'Antworten auf die Fragen des Organisationsteams'} tragen Sie bei mir im Einzelchat ein: „Termine“ zeigt Ihnen das Treffen.`,
  form: {
    heading: 'Angaben ergänzen',
    guests: 'Wie viele Gäste bringen Sie mit?',
    guestsHint: (most: number, free: number | undefined) =>
      `Höchstens ${guestsInWords(most)}.${
        free === undefined
          ? ''
          : free === 0
            ? ' Gerade ist kein weiterer Platz frei.'
            : free === 1
              ? ' Gerade ist noch ein Platz frei.'
              : ` Gerade sind noch ${formatNumber(free)} Plätze frei.`
      }`,
    guestsPlaceholder: '0',
    guestsError: 'Bitte als Zahl, zum Beispiel 2.',
    name: 'Ihr Name für das Organisationsteam (freiwillig)',
    nameError: `Bitte höchstens ${formatNumber(meetingLimits.name)} Zeichen.`,
    nameHint:
      'Ihren Namen speichere ich nur, wenn er hier steht. Nur das Organisationsteam sieht, was Sie hier angeben.',
    answerLabel: (question: string) => `${question} (freiwillig)`,
    answerError: `Bitte höchstens ${formatNumber(meetingLimits.answer)} Zeichen.`,
    save: 'Speichern',
    cancel: 'Abbrechen',
  },
  problems: {
    'guests-invalid': 'Bitte schreiben Sie die Anzahl als ganze Zahl, zum Beispiel 2, oder 0 für niemanden.',
    'guests-too-many': (most: number) =>
      most === 0
        ? 'Zu diesem Treffen können Sie keine Gäste mitbringen. Bitte schreiben Sie 0.'
        : `Sie können höchstens ${guestsInWords(most)} mitbringen.`,
    'guests-no-room': (free: number, most: number) => {
      const seats =
        free === 0
          ? 'Es ist kein weiterer Platz frei'
          : free === 1
            ? 'Es ist nur noch ein Platz frei'
            : `Es sind nur noch ${formatNumber(free)} Plätze frei`;
      return most === 0
        ? `${seats}: Sie können niemanden mitbringen. Ihr eigener Platz bleibt Ihnen.`
        : `${seats}: Sie können höchstens ${guestsInWords(most)} mitbringen. Ihr eigener Platz bleibt Ihnen.`;
    },
    'guests-never-fit': (most: number) =>
      most === 0
        ? 'So viele Plätze hat dieses Treffen nicht. Bitte schreiben Sie 0.'
        : `So viele Plätze hat dieses Treffen nicht: Sie können höchstens ${guestsInWords(most)} mitbringen.`,
    'name-too-long': (length: number) => tooLong(length, meetingLimits.name),
    'answer-too-long': (length: number) => tooLong(length, meetingLimits.answer),
  },
  saved: 'Ihre Angaben sind gespeichert.',
  /** Their guests had kept them from a seat. */
  savedWithSeat: 'Ihre Angaben sind gespeichert, und jetzt haben Sie einen Platz.',
  savedWaiting: (place: number) => `Ihre Angaben sind gespeichert. ${stands(place)}.`,
  savedBefore: 'Ihre Angaben waren schon so gespeichert.',
  unanswered: 'Angaben ergänzen können Sie, wenn Sie zusagen oder „Vielleicht“ antworten.',
  noDetails: 'Zu diesem Treffen gibt es nichts zu ergänzen.',
  invalidHere:
    'So kann ich das nicht speichern. Öffnen Sie das Treffen im Einzelchat mit mir: Schreiben Sie „Termine“.',
  promoted: {
    heading: 'Sie sind nachgerückt.',
    first: (guests: number) =>
      guests === 0
        ? 'Ein Platz ist frei geworden, und Sie haben ihn.'
        : `Plätze sind frei geworden: Sie sind ${withGuests(guests)} dabei.`,
    notAnyMore: 'Können Sie nicht kommen? Mit „Doch nicht“ geben Sie den Platz weiter.',
    decline: 'Doch nicht',
    summary: (title: string) => `Sie sind nachgerückt: ${title}`,
    fallback: (title: string, time: { readonly startsAt: number; readonly endsAt: number }) =>
      `Sie sind nachgerückt: ${title}. ${formatMeetingTime(time)}.`,
  },
} as const;
