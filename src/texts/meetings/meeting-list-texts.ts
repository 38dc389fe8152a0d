import type { Meeting, MeetingPlace } from '../../domain/meetings/meeting.ts';
import type { MeetingView } from '../../domain/meetings/meeting-view.ts';
import type { RsvpAnswer } from '../../domain/meetings/rsvp.ts';
import { capitalise, formatNumber, inWords } from '../format.ts';
import { formatMeetingDay, meetingTexts } from './meeting-texts.ts';

const berlin = { timeZone: 'Europe/Berlin' } as const;
const yearFormat = new Intl.DateTimeFormat('de-DE', { year: 'numeric', ...berlin });
const nearDay = new Intl.DateTimeFormat('de-DE', {
  weekday: 'short',
  day: 'numeric',
  month: 'numeric',
  ...berlin,
});
const timeFormat = new Intl.DateTimeFormat('de-DE', { timeStyle: 'short', ...berlin });

type Next = Pick<Meeting, 'startsAt'> | undefined;

function firstOf(next: Next, n: number, now: number, words: FirstWords): string {
  if (next !== undefined) {
    return next.startsAt <= now ? words.isOn : `${words.first} ${formatMeetingDay(next.startsAt)}.`;
  }
  return n === 0 ? words.none : n === 1 ? words.cancelled : words.allCancelled;
}

interface FirstWords {
  readonly first: string;
  readonly isOn: string;
  readonly none: string;
  readonly cancelled: string;
  readonly allCancelled: string;
}

const ofAll: FirstWords = {
  first: 'Das nächste Treffen ist am',
  isOn: 'Gerade findet ein Treffen statt.',
  none: 'Noch ist kein Treffen geplant.',
  cancelled: 'Das geplante Treffen fällt aus.',
  allCancelled: 'Die geplanten Treffen fallen aus.',
};
const ofOne: FirstWords = {
  first: 'Ihr nächstes Treffen ist am',
  isOn: 'Gerade findet eines Ihrer Treffen statt.',
  none: 'Sie haben zu keinem der nächsten Treffen zugesagt.',
  cancelled: 'Ihr Treffen fällt aus.',
  allCancelled: 'Ihre Treffen fallen aus.',
};

const many = (n: number, one: string, more: string) => (n === 1 ? one : `${capitalise(inWords(n))} ${more}`);

const headings: Readonly<Record<MeetingView, (n: number, next: Next, now: number) => string>> = {
  next: (n, next, now) => firstOf(next, n, now, ofAll),
  mine: (n, next, now) => firstOf(next, n, now, ofOne),
  past: (n) =>
    n === 0
      ? 'Noch hat kein Treffen stattgefunden.'
      : many(n, 'Ein vergangenes Treffen.', 'vergangene Treffen, das letzte zuerst.'),
  drafts: (n) =>
    n === 0
      ? 'Sie haben keinen Entwurf für ein Treffen.'
      : many(n, 'Ein Entwurf, den nur Sie sehen.', 'Entwürfe, die nur Sie sehen.'),
};

const own: Readonly<Record<RsvpAnswer, string>> = {
  accepted: 'Sie sind dabei',
  tentative: 'Sie kommen vielleicht',
  declined: 'Sie haben abgesagt',
};

/** The lists of meetings. */
export const meetingListTexts = {
  /** `next`: the first that takes place. */
  heading: (view: MeetingView, n: number, next: Next, now: number) => headings[view](n, next, now),
  /** Of those that are not over. */
  count: (n: number) => many(n, 'Ein Termin', 'Termine, der nächste zuerst'),
  /** The name is typed by people. */
  ofGroup: 'User Group: ',
  fallback: (sentence: string, titles: readonly string[]) =>
    titles.length === 0 ? sentence : `${sentence} ${titles.join('; ')}`,
  hints: {
    plan: 'Mit „Treffen planen“ laden Sie dazu ein.',
    propose: 'Worum es beim nächsten gehen soll, sagen Sie mit „Thema vorschlagen“.',
    mine: 'Mit „Nächste Termine“ sehen Sie alle und können zusagen.',
  },
  /** "10:00 bis 12:30 Uhr", beside the day; with the year where it is another one. */
  when: ({ startsAt, endsAt }: Pick<Meeting, 'startsAt' | 'endsAt'>, now: number) => {
    const [day, lastDay] = [nearDay.format(startsAt), nearDay.format(endsAt)];
    const [from, to] = [timeFormat.format(startsAt), timeFormat.format(endsAt)];
    const times = day === lastDay ? `${from} bis ${to} Uhr` : `${from} Uhr bis ${lastDay}, ${to} Uhr`;
    const year = yearFormat.format(startsAt);
    return year === yearFormat.format(now) ? times : `${year}, ${times}`;
  },
  placeKind: ({ address, link }: MeetingPlace) =>
    address === undefined ? 'Online' : link === undefined ? 'Vor Ort' : 'Vor Ort und online',
  free: (n: number) =>
    n <= 0 ? 'kein freier Platz' : n === 1 ? 'ein freier Platz' : `${formatNumber(n)} freie Plätze`,
  acceptances: (n: number, communes: number) =>
    communes === 0
      ? meetingTexts.acceptances(n)
      : `${meetingTexts.acceptances(n)} aus ${communes === 1 ? 'einer Kommune' : meetingTexts.communes(communes)}`,
  results: 'Ergebnisse: ',
  own: (answer: RsvpAnswer) => own[answer],
  waitingPlace: (place: number) => `Platz ${formatNumber(place)} auf der Warteliste`,
  wasThere: 'Sie waren da',
  isThere: 'Sie sind da',
  notAnswered: 'Sie haben noch nicht geantwortet',
  cancelled: 'Fällt aus: ',
  open: (title: string) => `Treffen „${title}“ ansehen`,
  openDraft: (title: string) => `Entwurf „${title}“ ansehen`,
  views: {
    next: 'Nächste Termine',
    mine: 'Meine Termine',
    past: 'Vergangene',
    drafts: 'Entwürfe',
  } satisfies Record<MeetingView, string>,
  group: 'Welche User Group?',
  groupError: 'Bitte wählen Sie eine User Group aus der Liste.',
  allGroups: 'Alle Treffen',
  moreGroups: (n: number) =>
    n === 1
      ? 'Eine weitere User Group fehlt hier. Öffnen Sie sie mit „User Groups“, und dort „Termine“.'
      : `${capitalise(inWords(n))} weitere User Groups fehlen hier. Öffnen Sie sie mit „User Groups“, und dort „Termine“.`,
  show: 'Anzeigen',
  plan: 'Treffen planen',
  calendar: 'Kalender',
  unknownGroup:
    'Diese User Group kenne ich nicht. Mit „User Groups“ sehen Sie alle, mit „Termine“ die Treffen von allen.',
  meetings: meetingTexts.meetings,
  /** On a card that was put into a message from the compose box. */
  offerOpen: 'Ansehen',
  offerHint: 'Mit „Ansehen“ sehen Sie, wie viele kommen, und können antworten.',
  /** On the cards of help and welcome; the title is what one types as well. */
  help: {
    title: meetingTexts.meetings,
    line: 'Zeigt die nächsten Treffen: Dort sagen Sie zu oder ab. „Meine Termine“ zeigt Ihre, „Kalender“ bringt sie in Outlook.',
  },
  welcome: '„Termine“ zeigt die nächsten Treffen.',
} as const;
