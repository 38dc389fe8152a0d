import { feedbackShownFrom } from '../../domain/meetings/meeting-feedback.ts';
import type { Rating, WhyNoFeedback } from '../../domain/meetings/meeting-feedback.ts';
import { meetingLimits } from '../../domain/meetings/meeting.ts';
import { capitalise, formatNumber, inWords } from '../format.ts';
import { meetingTexts } from './meeting-texts.ts';

const ratings: Readonly<Record<Rating, string>> = {
  1: '1 – nicht hilfreich',
  2: '2 – wenig hilfreich',
  3: '3 – teils, teils',
  4: '4 – hilfreich',
  5: '5 – sehr hilfreich',
};

const closed: Readonly<Record<WhyNoFeedback, string>> = {
  draft:
    'Das ist noch ein Entwurf. Rückmeldung geben können alle, die da waren, wenn das Treffen vorbei ist.',
  cancelled: meetingTexts.cancelled,
  'not-over': 'Rückmeldung geben können Sie, sobald das Treffen vorbei ist.',
  // Who was there is forgotten then, and the button stays on old cards.
  'not-there':
    'Rückmeldung geben können alle, die da waren oder kommen wollten, bis ein halbes Jahr nach dem Treffen.',
  given: 'Sie haben zu diesem Treffen schon Rückmeldung gegeben. Ändern kann ich sie nicht: Sie ist anonym.',
};

const average = new Intl.NumberFormat('de-DE', { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const from = inWords(feedbackShownFrom);
const feedbacks = (n: number) =>
  n === 1 ? 'eine Rückmeldung' : `${n === 0 ? 'keine' : inWords(n)} Rückmeldungen`;

/** How a meeting was. What may hold people's words is for `literal` alone. */
export const meetingFeedbackTexts = {
  summary: (title: string) => `Wie war es? ${title}`,
  form: {
    heading: 'Wie war dieses Treffen?',
    rating: 'Wie hilfreich war es für Sie?',
    ratings,
    ratingError: 'Bitte wählen Sie eine Zahl von 1 bis 5.',
    sentence: 'Was war gut, was hat gefehlt? (freiwillig)',
    sentencePlaceholder: 'Ein Satz genügt.',
    sentenceError: `Bitte höchstens ${formatNumber(meetingLimits.sentence)} Zeichen.`,
    hint: `Ihre Rückmeldung ist anonym: Ich speichere, dass Sie eine gegeben haben, aber nicht, welche. Das Organisationsteam liest sie ab ${from} Rückmeldungen. Ändern oder löschen kann ich sie danach nicht; bitte nennen Sie darin keine Namen.`,
    send: 'Absenden',
    cancel: 'Abbrechen',
  },
  problems: {
    'rating-missing': 'Bitte wählen Sie eine Zahl von 1 bis 5.',
    'sentence-too-long': (length: number) =>
      `Das sind ${formatNumber(length)} Zeichen, höchstens ${formatNumber(meetingLimits.sentence)} sind möglich. Bitte kürzen Sie.`,
  },
  given: 'Vielen Dank. Ihre Rückmeldung ist ohne Ihren Namen gespeichert.',
  closed,
  /** Where others would read what was typed. */
  onlyAlone: 'Bitte geben Sie Ihre Rückmeldung im Einzelchat mit mir: „Termine“ zeigt Ihnen das Treffen.',
  shown: {
    summary: (title: string) => `Feedback: ${title}`,
    few: (n: number) => `Bisher gibt es ${feedbacks(n)}.`,
    why: `Ab ${from} Rückmeldungen sehen Sie hier den Durchschnitt und was geschrieben wurde. Bei weniger könnte man erraten, von wem etwas ist.`,
    average: (value: number) => `${average.format(value)} von 5`,
    count: (n: number) => `${capitalise(feedbacks(n))}, alle anonym`,
    sentences: 'Was geschrieben wurde',
    quoted: (sentence: string) => `„${sentence}“`,
    more: (n: number) =>
      `${n === 1 ? 'Ein weiterer Satz passt' : `${formatNumber(n)} weitere Sätze passen`} nicht auf diese Karte.`,
  },
} as const;
