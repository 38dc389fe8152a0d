import { meetingFeedbackCard } from '../../src/cards/meetings/meeting-feedback-card.ts';
import { meetingFeedbackFormCard } from '../../src/cards/meetings/meeting-feedback-form-card.ts';
import { meetingResultsCard } from '../../src/cards/meetings/meeting-results-card.ts';
import { meetingResultsFormCard } from '../../src/cards/meetings/meeting-results-form-card.ts';
import { topicRequestId } from '../../src/domain/ids.ts';
import { summariseFeedback } from '../../src/domain/meetings/meeting-feedback.ts';
import type { Meeting, MeetingFeedback, MeetingResults } from '../../src/domain/meetings/meeting.ts';
import type { FeedbackForm } from '../../src/features/meetings/give-feedback.ts';
import type { ShownMeeting } from '../../src/features/meetings/meeting-results.ts';
import type { ResultsForm } from '../../src/features/meetings/offer-results.ts';
import { aMeetingViewer, aShownMeeting, anRsvp, endsAt, longMeeting } from './meeting-details-cards.ts';

const personal = { shared: false, dialogs: true };
const channel = { shared: true, dialogs: true };
const inDialog = { ...channel, inDialog: true };
const from = { view: 'past', page: 2 } as const;

export const theResults: MeetingResults = {
  text: 'Menden und Hemer haben gezeigt, wie ihr Telefonassistent Anrufe annimmt.\nIm März rechnen wir die Kosten nach.',
  links: [
    'https://www.example.org/protokoll',
    'https://www.example.org/folien',
    'https://videos.example.net/telefonassistent',
  ],
  treated: [topicRequestId('t1')],
  at: endsAt,
  edition: 1,
};

/** Over. */
export function aMeetingThatWas(fields: Partial<Meeting> = {}): ShownMeeting {
  const rsvp = anRsvp({ answer: 'accepted' });
  return aShownMeeting(fields, {
    now: endsAt,
    viewer: { ...aMeetingViewer, mayAnswer: false, organises: true, rsvp },
  });
}

const links = Array.from(
  { length: 5 },
  (_, index) => `https://sehr-lange-adresse-einer-kommune.example.org/${'a'.repeat(440)}${index}`,
);

/** As much as there can be. */
const muchText = 'Überprüft wird „alles“: Öffentliche Ämter\n'.repeat(80).slice(0, 3000);

export function aResultsForm(form: Partial<ResultsForm> = {}): ResultsForm {
  return {
    shown: aMeetingThatWas(),
    present: { communes: 23, isExpected: false },
    fields: { text: '', links: '', treated: [topicRequestId('t1'), topicRequestId('t2')] },
    problems: [],
    ...form,
  };
}

function aFeedbackForm(form: Partial<FeedbackForm> = {}): FeedbackForm {
  return { shown: aMeetingThatWas(), fields: { sentence: '' }, problems: [], ...form };
}

function drawFeedback(feedback: MeetingFeedback | undefined) {
  const summary = summariseFeedback(feedback);
  return meetingFeedbackCard({ kind: 'shown', shown: aMeetingThatWas(), summary }, personal, from);
}

export const meetingAfterCardNames = [
  'meeting results form',
  'meeting results form in a dialog',
  'meeting results form refused',
  'meeting results form outdated',
  'meeting results',
  'meeting results in a channel',
  'meeting results changed',
  'meeting results in the longest words',
  'meeting results short',
  'meeting feedback asked',
  'meeting feedback form',
  'meeting feedback form refused',
  'meeting feedback of nobody',
  'meeting feedback of two',
  'meeting feedback',
  'meeting feedback of many',
] as const;

/** Every card while and after a meeting. */
export function drawMeetingAfterCards(): Readonly<Record<(typeof meetingAfterCardNames)[number], unknown>> {
  const shown = aMeetingThatWas();
  const present = { communes: 23, isExpected: false };
  const long = { ...longMeeting(), now: endsAt };
  const much: MeetingResults = {
    ...theResults,
    text: muchText,
    links,
    treated: long.topics.map(({ id }) => id),
    edition: 12,
  };
  const wrong = ['gopher://beispiel', 'Protokoll im Ordner', `https://example.org/${'x'.repeat(600)}`];
  return {
    'meeting results form': meetingResultsFormCard(aResultsForm(), personal, from),
    'meeting results form in a dialog': meetingResultsFormCard(
      aResultsForm({ present: { communes: 31, isExpected: true } }),
      inDialog,
    ),
    'meeting results form refused': meetingResultsFormCard(
      aResultsForm({
        shown: long,
        fields: { text: 'Ü'.repeat(5000), links: wrong.join('\n'), treated: much.treated },
        problems: [
          { kind: 'text-too-long', length: 5000 },
          { kind: 'link-invalid', link: 'gopher://beispiel' },
          { kind: 'link-invalid', link: 'Protokoll im Ordner' },
          { kind: 'link-too-long', link: `https://example.org/${'x'.repeat(14)}…`, length: 620 },
          { kind: 'too-many-links', count: 7 },
        ],
      }),
      personal,
      from,
    ),
    'meeting results form outdated': meetingResultsFormCard(
      aResultsForm({
        shown: aMeetingThatWas({ results: { ...theResults, edition: 2 } }),
        fields: { ...theResults, links: theResults.links.join('\n'), text: 'Wir rechnen im Mai nach.' },
        problems: [{ kind: 'outdated' }],
        edition: 2,
        current: theResults,
      }),
      personal,
      from,
    ),
    'meeting results': meetingResultsCard({ shown, results: theResults, present }, personal),
    'meeting results in a channel': meetingResultsCard({ shown, results: theResults, present }, channel),
    'meeting results changed': meetingResultsCard(
      {
        shown,
        results: { ...theResults, edition: 2 },
        present: { communes: 31, isExpected: true },
      },
      personal,
    ),
    'meeting results in the longest words': meetingResultsCard(
      { shown: long, results: much, present },
      channel,
    ),
    'meeting results short': meetingResultsCard({ shown: long, results: much, present }, channel, {
      short: true,
    }),
    'meeting feedback asked': meetingFeedbackFormCard(aFeedbackForm(), personal, { asked: true }),
    'meeting feedback form': meetingFeedbackFormCard(aFeedbackForm(), personal, { from }),
    'meeting feedback form refused': meetingFeedbackFormCard(
      aFeedbackForm({
        fields: { sentence: 'Ü'.repeat(1500) },
        problems: [{ kind: 'rating-missing' }, { kind: 'sentence-too-long', length: 1500 }],
      }),
      personal,
      { from },
    ),
    'meeting feedback of nobody': drawFeedback(undefined),
    'meeting feedback of two': drawFeedback({ ratings: [0, 0, 0, 1, 1], sentences: ['Gut.'] }),
    'meeting feedback': drawFeedback({
      ratings: [0, 1, 3, 14, 9],
      sentences: [
        'Die Zahlen aus Menden haben geholfen.',
        'Mehr Zeit für Fragen, bitte.',
        'Zu viel Technik, zu wenig Recht.',
      ],
    }),
    'meeting feedback of many': drawFeedback({
      ratings: [10, 20, 30, 1200, 40],
      sentences: Array.from({ length: 200 }, (_, index) => `${index} ${'Ü'.repeat(295)}`),
    }),
  };
}
