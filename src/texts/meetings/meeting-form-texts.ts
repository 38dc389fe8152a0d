import { longestMeetingDays } from '../../domain/meetings/meeting-form.ts';
import type { MeetingProblemKind } from '../../domain/meetings/meeting-form.ts';
import { meetingLimits } from '../../domain/meetings/meeting.ts';
import type { MeetingReminder, Repetition } from '../../domain/meetings/meeting.ts';
import { capitalise, formatNumber, inWords } from '../format.ts';

function tooLong(most: number) {
  return (length: number) =>
    `Das sind ${formatNumber(length)} Zeichen, höchstens ${formatNumber(most)} sind möglich. Bitte kürzen Sie.`;
}

const dayExample = 'Bitte schreiben Sie ihn zum Beispiel so: 3.12.2026.';
const timeInvalid =
  'Diese Uhrzeit gibt es nicht. Bitte geben Sie eine von 00:00 bis 23:59 an, zum Beispiel 14:30.';
const timeSkipped =
  'Diese Uhrzeit gibt es an dem Tag nicht, weil die Uhren vorgestellt werden. Nehmen Sie zum Beispiel 03:00.';

/** `number`: characters, seats or topics, as the problem has it. */
const problems: Readonly<Record<MeetingProblemKind, string | ((number: number) => string)>> = {
  'title-missing': 'Bitte geben Sie einen Titel an, zum Beispiel „KI-Telefonservice im Alltag“.',
  'title-too-long': tooLong(meetingLimits.title),
  'group-missing': 'Bitte wählen Sie aus der Liste, wessen Treffen es ist.',
  'group-gone': 'Diese User Group können Sie nicht mehr wählen. Bitte wählen Sie eine aus der Liste.',
  'date-missing': 'Bitte wählen Sie einen Tag, zum Beispiel den 3.12.2026.',
  'date-invalid': `Diesen Tag gibt es nicht. ${dayExample}`,
  'start-missing': 'Bitte geben Sie an, wann es beginnt, zum Beispiel um 10:00.',
  'start-invalid': timeInvalid,
  'start-skipped': timeSkipped,
  'start-past':
    'Dieser Beginn ist schon vorbei. Bitte wählen Sie einen späteren Tag oder eine spätere Uhrzeit, zum Beispiel morgen um 10:00.',
  'start-too-far':
    'Das ist mehr als zwei Jahre hin. Bitte wählen Sie einen früheren Tag, zum Beispiel im nächsten Jahr.',
  'end-missing': 'Bitte geben Sie an, wann es endet, zum Beispiel um 12:30.',
  'end-invalid': timeInvalid,
  'end-skipped': timeSkipped,
  'end-before-start':
    'Das Ende liegt vor dem Beginn. Bitte geben Sie ein späteres an, zum Beispiel zwei Stunden nach dem Beginn. Endet es an einem anderen Tag, geben Sie diesen unter „Mehr angeben“ an.',
  'end-past': 'Dieses Ende ist schon vorbei. Bitte geben Sie ein späteres an, zum Beispiel in einer Stunde.',
  'end-date-invalid': `Diesen letzten Tag gibt es nicht. ${dayExample}`,
  'lasts-too-long': `Ein Treffen dauert höchstens ${longestMeetingDays} Tage. Bitte wählen Sie einen früheren letzten Tag, zum Beispiel den Tag nach dem Beginn.`,
  'place-missing':
    'Bitte geben Sie eine Adresse oder einen Link an, zum Beispiel „Rathaus Olpe, Raum 2“ oder https://www.example.org/treffen.',
  'address-too-long': tooLong(meetingLimits.address),
  'link-invalid':
    'Dieser Link führt nicht ins Internet. Bitte schreiben Sie ihn ganz, zum Beispiel https://www.example.org/treffen.',
  'link-too-long': tooLong(meetingLimits.link),
  'people-missing': 'Bitte wählen Sie, wer eingeladen wird, zum Beispiel „Mitglieder der Gruppe“.',
  'people-own-group':
    'Alle einladen kann nur das Organisationsteam der ganzen Community. Wählen Sie zum Beispiel „Mitglieder der Gruppe“.',
  'channels-gone':
    'Einen Kanal davon können Sie nicht mehr wählen. Bitte prüfen Sie, welche Kanäle noch gewählt sind.',
  'channels-other-group':
    'Ein gewählter Kanal gehört zu einer anderen Gruppe. Bitte wählen Sie nur Kanäle der Gruppe, deren Treffen es ist, oder der ganzen Community.',
  'capacity-invalid': `Das ist keine Zahl von Plätzen. Bitte geben Sie eine ganze Zahl von 1 bis ${formatNumber(meetingLimits.capacity)} an, zum Beispiel 20, oder nichts, wenn alle kommen können.`,
  'capacity-taken': (taken) =>
    taken === 1
      ? 'Ein Platz ist schon vergeben, und wer zugesagt hat, behält ihn. Bitte geben Sie mindestens 1 an.'
      : `${formatNumber(taken)} Plätze sind schon vergeben, und wer zugesagt hat, behält seinen. Bitte geben Sie mindestens ${formatNumber(taken)} an.`,
  'reserved-invalid':
    'Das ist keine Zahl von Plätzen. Bitte geben Sie für jede Kommune eine ganze Zahl ab 1 an, zum Beispiel 2, oder nichts.',
  'reserved-without-capacity':
    'Plätze reservieren lässt sich nur, wenn ihre Zahl begrenzt ist. Bitte geben Sie auch an, wie viele Plätze es gibt, zum Beispiel 80.',
  'reserved-too-many': (seats) =>
    `Für alle Kommunen zusammen sind das ${formatNumber(seats)} reservierte Plätze, mehr als es gibt. Bitte reservieren Sie weniger, zum Beispiel 1, oder geben Sie mindestens ${formatNumber(seats)} Plätze an.`,
  'guests-invalid': `Bitte geben Sie eine Zahl von 0 bis ${meetingLimits.guests} an, zum Beispiel 2.`,
  'respond-by-invalid': `Diesen letzten Tag für Antworten gibt es nicht. ${dayExample}`,
  'respond-by-past':
    'Dieser letzte Tag für Antworten ist schon vorbei. Bitte wählen Sie heute oder einen späteren, zum Beispiel den Tag vor dem Treffen.',
  'respond-by-late':
    'Da hat das Treffen schon begonnen. Bitte wählen Sie einen früheren letzten Tag für Antworten, zum Beispiel den Tag vor dem Treffen.',
  'description-too-long': tooLong(meetingLimits.description),
  'question1-too-long': tooLong(meetingLimits.question),
  'question2-too-long': tooLong(meetingLimits.question),
  'question3-too-long': tooLong(meetingLimits.question),
  'topics-gone':
    'Ein Thema davon kann nicht mehr auf die Tagesordnung. Bitte prüfen Sie, welche Themen noch gewählt sind.',
  'topics-too-many': (count) =>
    `Das sind ${inWords(count)} Themen, höchstens ${inWords(meetingLimits.topics)} sind möglich. Bitte wählen Sie zum Beispiel die mit den meisten Stimmen.`,
  'reminder-without-day':
    'Vor dem letzten Tag für Antworten kann ich nur erinnern, wenn es einen gibt. Bitte geben Sie auch an, bis wann geantwortet werden soll, zum Beispiel 27.11.2026.',
  outdated:
    'Inzwischen wurde das an anderer Stelle geändert. Wenn Sie jetzt fortfahren, gilt, was hier steht.',
};

const repetitions: Readonly<Record<Repetition, string>> = {
  weekly: 'Jede Woche',
  'monthly-by-weekday': 'Jeden Monat am gleichen Wochentag, zum Beispiel am dritten Donnerstag',
  quarterly: 'Jedes Vierteljahr am gleichen Wochentag',
};

const reminders: Readonly<Record<MeetingReminder, string>> = {
  week: 'Eine Woche vorher, an alle mit Zusage oder Vielleicht',
  day: 'Einen Tag vorher, an alle mit Zusage oder Vielleicht',
  'respond-by': 'Vor dem letzten Tag für Antworten, an alle ohne Antwort',
};

/** The form in which organisers plan a meeting. */
export const meetingFormTexts = {
  create: 'Treffen planen',
  changeDraft: 'Entwurf ändern',
  change: 'Treffen ändern',
  open: 'Formular öffnen',
  forOrganisers: 'Ausfüllen kann es, wer das Ganze oder eine User Group organisiert.',
  title: 'Wie heißt das Treffen?',
  titlePlaceholder: 'KI-Telefonservice im Alltag',
  titleError: 'Bitte geben Sie einen Titel an, höchstens 100 Zeichen.',
  userGroup: 'Wessen Treffen ist es?',
  userGroupPlaceholder: 'User Group wählen',
  userGroupError: 'Bitte wählen Sie aus der Liste, wessen Treffen es ist.',
  moreGroups: (n: number) =>
    `${n === 1 ? 'Eine weitere Gruppe passt' : `${capitalise(inWords(n))} weitere Gruppen passen`} nicht in diese Liste. Öffnen Sie die Gruppe mit „User Groups“, um dort zu planen.`,
  date: 'An welchem Tag?',
  dateError: 'Bitte geben Sie einen Tag an, zum Beispiel 3.12.2026.',
  datePlaceholder: '3.12.2026',
  startTime: 'Beginn',
  startTimeError: 'Bitte geben Sie an, wann es beginnt, zum Beispiel 10:00.',
  endTime: 'Ende',
  endTimeError: 'Bitte geben Sie an, wann es endet, zum Beispiel 12:30.',
  timePlaceholder: '14:30',
  address: 'Wo vor Ort? (Adresse)',
  addressPlaceholder: 'Rathaus Musterstadt, Raum 2',
  addressError: 'Bitte höchstens 200 Zeichen.',
  link: 'Wo online? (Link)',
  linkPlaceholder: 'https://www.example.org/treffen',
  linkError: 'Bitte einen Link ins Internet, höchstens 500 Zeichen.',
  placeHint:
    'Eines von beiden genügt. Auf der Karte sehen den Link nur alle mit Zusage oder Vielleicht; im Kalendereintrag steht er immer.',
  people: 'Wer bekommt eine eigene Einladung?',
  peopleError: 'Bitte wählen Sie, wer eingeladen wird.',
  group: 'Mitglieder der Gruppe',
  everybody: 'Alle Mitglieder der Community',
  nobody: 'Niemand',
  channels: 'In welche Kanäle kommt das Treffen?',
  channelsError: 'Bitte wählen Sie Kanäle aus der Liste.',
  noChannels: 'Kanäle, in die das Treffen kommen kann, richten Sie dort mit „Kanal einrichten“ ein.',
  /** What organisers called a channel, or Teams did. */
  channel: (owner: string, name: string | undefined) => `${owner}: ${name ?? 'Kanal'}`,
  invitedStay: 'Eingeladen bleibt, wer eingeladen ist: Gruppe und Kanäle lassen sich nicht mehr ändern.',
  more: 'Mehr angeben',
  endDate: 'Letzter Tag, wenn es an einem anderen endet',
  endDateError: 'Bitte geben Sie einen Tag an, zum Beispiel 4.12.2026.',
  capacity: 'Wie viele Plätze gibt es?',
  capacityPlaceholder: '20; leer, wenn alle kommen können',
  capacityError: 'Bitte geben Sie eine Zahl an, zum Beispiel 20.',
  seatsPerCommune: 'Wie viele davon sind für jede Kommune reserviert?',
  seatsPerCommunePlaceholder: '1; leer, wenn keine',
  seatsPerCommuneError: 'Bitte geben Sie eine Zahl an, zum Beispiel 1.',
  mostGuests: 'Wie viele Gäste darf jedes Mitglied mitbringen?',
  mostGuestsPlaceholder: '2; leer, wenn keine',
  mostGuestsError: 'Bitte geben Sie eine Zahl von 0 bis 9 an.',
  respondBy: 'Bis wann soll geantwortet werden?',
  respondByError: 'Bitte geben Sie einen Tag an, zum Beispiel 27.11.2026.',
  description: 'Worum geht es?',
  descriptionPlaceholder: 'Was besprochen wird und was mitzubringen ist',
  descriptionError: 'Bitte höchstens 2.000 Zeichen.',
  question: (number: number) => `${number}. Frage an alle, die kommen`,
  questionPlaceholder: 'Welche Erfahrungen haben Sie damit?',
  questionError: 'Bitte höchstens 150 Zeichen.',
  topics: 'Welche Themen kommen auf die Tagesordnung?',
  topicsError: 'Bitte wählen Sie Themen aus der Liste.',
  topic: (title: string, votes: string) => `${title} (${votes})`,
  repetition: 'Wird es wiederholt?',
  repetitionError: 'Bitte wählen Sie eine Möglichkeit aus der Liste.',
  once: 'Nein',
  repetitions,
  reminders: 'Woran soll ich erinnern?',
  remindersError: 'Bitte wählen Sie aus der Liste.',
  reminderNames: reminders,
  /** Of what somebody else has written meanwhile, below the sentence that says so. */
  current: (label: string, value: string) => `${label} ${value === '' ? 'Nichts.' : value}`,
  refused: (n: number) =>
    n === 1
      ? 'Eine Angabe stimmt noch nicht. Der Hinweis steht darunter.'
      : `${formatNumber(n)} Angaben stimmen noch nicht. Die Hinweise stehen darunter.`,
  currently: 'Gespeichert ist jetzt:',
  preview: 'Vorschau',
  save: 'Speichern',
  cancel: 'Abbrechen',
  problems,
} as const;
