import { meetingAnswerFormCard } from '../../src/cards/meetings/meeting-answer-form-card.ts';
import { meetingCard } from '../../src/cards/meetings/meeting-card.ts';
import { meetingPromotedCard } from '../../src/cards/meetings/meeting-promoted-card.ts';
import type { DetailsForm } from '../../src/features/meetings/offer-answer-details.ts';
import { meetingAnswerTexts as texts } from '../../src/texts/meetings/meeting-answer-texts.ts';
import { aMeetingViewer, anRsvp, aShownMeeting, seatsOf } from './meeting-details-cards.ts';

const personal = { shared: false, dialogs: true };
const asked = {
  mostGuests: 3,
  questions: ['Welche Erfahrungen bringen Sie mit?', 'Essen Sie vegetarisch?'],
};
const accepted = { ...aMeetingViewer, rsvp: anRsvp({ answer: 'accepted' }) };
const full = seatsOf(31, { accepted: 70, taken: 72, tentative: 8, declined: 5, waiting: 3 });

/** Somebody with a seat who opened it for the first time. */
export function aDetailsForm(fields: Partial<DetailsForm> = {}): DetailsForm {
  return {
    shown: aShownMeeting(asked, { viewer: accepted }),
    fields: { guests: '', name: 'Berta Beispiel', answers: ['', ''] },
    problems: [],
    free: 26,
    ...fields,
  };
}

export const meetingAnswerCardNames = [
  'meeting answered with yes',
  'meeting answered without a seat',
  'meeting answered too late',
  'meeting details form',
  'meeting details form refused',
  'meeting details form without room',
  'meeting promoted',
] as const;

export function drawMeetingAnswerCards(): Readonly<Record<(typeof meetingAnswerCardNames)[number], unknown>> {
  const waits = { ...anRsvp({ answer: 'accepted', waitingNumber: 80 }) };
  const waiting = { ...aMeetingViewer, rsvp: waits, waitingPlace: 3 };
  return {
    'meeting answered with yes': meetingCard(aShownMeeting(asked, { viewer: accepted }), personal, {
      outcome: texts.accepted(46, 72, 0),
      from: { view: 'next', page: 1 },
    }),
    'meeting answered without a seat': meetingCard(
      aShownMeeting({ seats: full }, { viewer: waiting }),
      personal,
      {
        outcome: texts.waiting('full', 3, 0),
      },
    ),
    'meeting answered too late': meetingCard(
      aShownMeeting({ seats: full }, { viewer: { ...accepted, mayAnswer: false } }),
      personal,
      { outcome: texts.closed('too-late', '2026-11-27', true) },
    ),
    'meeting details form': meetingAnswerFormCard(aDetailsForm(), personal, { view: 'next', page: 1 }),
    'meeting details form refused': meetingAnswerFormCard(
      aDetailsForm({
        fields: {
          guests: 'zwei',
          name: 'B'.repeat(120),
          answers: ['Wir nehmen seit drei Jahren Anrufe an. '.repeat(9), 'Ja'],
        },
        problems: [
          { kind: 'guests-invalid' },
          { kind: 'name-too-long', length: 120 },
          { kind: 'answer-too-long', index: 0, length: 351 },
        ],
      }),
      personal,
    ),
    'meeting details form without room': meetingAnswerFormCard(
      aDetailsForm({
        fields: { guests: '3', name: '', answers: ['', 'Ja'] },
        problems: [{ kind: 'guests-no-room', free: 1, most: 1 }],
        free: 1,
      }),
      { ...personal, shared: true, inDialog: true },
    ),
    'meeting promoted': meetingPromotedCard(aShownMeeting({ seats: full }, { viewer: accepted })),
  };
}
