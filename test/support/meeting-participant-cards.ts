import { participantExportCard } from '../../src/cards/meetings/participant-export-card.ts';
import { participantListCard } from '../../src/cards/meetings/participant-list-card.ts';
import { communeId, storedMemberId, userGroupId } from '../../src/domain/ids.ts';
import type { Rsvp } from '../../src/domain/meetings/rsvp.ts';
import { toParticipantList } from '../../src/features/meetings/list-participants.ts';
import type { ParticipantList } from '../../src/features/meetings/list-participants.ts';
import { aShownMeeting, anRsvp, cardsNow } from './meeting-details-cards.ts';
import { shippedCommunes } from './shipped-communes.ts';

const personal = { shared: false, dialogs: true };
const { meeting } = aShownMeeting();
const communes = [...shippedCommunes.keys()].map(communeId);

function answered(number: number, fields: Partial<Rsvp> = {}): Rsvp {
  const id = communes[number % communes.length];
  return anRsvp({
    memberId: storedMemberId(`t.member-${number}`),
    number,
    answer: 'accepted',
    ...(id !== undefined && { communeId: id }),
    ...fields,
  });
}

function aParticipantList(rsvps: readonly Rsvp[]): ParticipantList {
  return toParticipantList(meeting, rsvps, shippedCommunes);
}

const question = 'Bringen Sie ein Beispiel mit?';
const few: readonly Rsvp[] = [
  answered(1, {
    name: 'Anna Beispiel',
    guests: 2,
    checkedInAt: cardsNow,
    details: [{ question, text: 'Ja, unseren Telefonassistenten.' }],
  }),
  answered(2, { details: [{ question, text: 'Nein' }] }),
  answered(2, { waitingNumber: 5, memberId: storedMemberId('t.waits'), number: 5 }),
  answered(3, { answer: 'tentative', guests: 1 }),
  answered(4, { answer: 'declined' }),
];
const many = Array.from({ length: 90 }, (_, index) => answered(index, { checkedInAt: cardsNow, guests: 9 }));
const wordy = Array.from({ length: 8 }, (_, index) =>
  answered(index, {
    name: 'Ü'.repeat(100),
    details: [1, 2, 3].map((one) => ({ question: `${one}${'Ä'.repeat(149)}`, text: 'Ö'.repeat(300) })),
  }),
);

export const participantCardNames = [
  'participants',
  'participants answers',
  'participants of many communes',
  'participants in the longest words',
  'no participants',
  'participants as files',
] as const;

/** Who takes part, for organisers, and the files of that. */
export function drawParticipantCards(): Readonly<Record<(typeof participantCardNames)[number], unknown>> {
  const from = undefined;
  return {
    participants: participantListCard(aParticipantList(few), personal, { page: 1, from }),
    'participants answers': participantListCard(aParticipantList(few), personal, { page: 2, from }),
    'participants of many communes': participantListCard(aParticipantList(many), personal, {
      page: 2,
      from,
    }),
    'participants in the longest words': participantListCard(aParticipantList(wordy), personal, {
      page: 2,
      from: { view: 'past', page: 1000, userGroupId: userGroupId('g'.repeat(36)) },
    }),
    'no participants': participantListCard(aParticipantList([]), personal, { page: 1, from }),
    'participants as files': participantExportCard(
      {
        kind: 'exported',
        meeting,
        paths: { csv: '/files/participants/m1.csv?key=k', xlsx: '/files/participants/m1.xlsx?key=k' },
      },
      { surface: personal, home: 'https://bot.example.org' },
      from,
    ),
  };
}
