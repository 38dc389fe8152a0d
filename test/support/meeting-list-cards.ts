import { meetingListCard } from '../../src/cards/meetings/meeting-list-card.ts';
import { meetingOffer } from '../../src/cards/meetings/meeting-offer.ts';
import { meetingId, userGroupId } from '../../src/domain/ids.ts';
import { dayMs, hourMs } from '../../src/domain/instant.ts';
import type { Meeting } from '../../src/domain/meetings/meeting.ts';
import type { Rsvp } from '../../src/domain/meetings/rsvp.ts';
import type { ListedMeeting, ListMeetingsResult } from '../../src/features/meetings/list-meetings.ts';
import { aUserGroup } from './builders.ts';
import { aShownMeeting, anRsvp, cardsNow, endsAt, seatsOf, startsAt } from './meeting-details-cards.ts';
import { drawParticipantCards, participantCardNames } from './meeting-participant-cards.ts';
import { aMeeting } from './meetings.ts';

const personal = { shared: false, dialogs: true };
const everybody = { shared: true, dialogs: true };
const building = aUserGroup({ name: 'Bauen und Planen' });

function listed(id: string, fields: Partial<Meeting> = {}, more: Partial<ListedMeeting> = {}): ListedMeeting {
  const meeting = aMeeting({
    id: meetingId(id),
    startsAt,
    endsAt,
    state: { kind: 'published', at: cardsNow },
    ...fields,
  });
  return { meeting, ...more };
}

function aMeetingList(fields: Partial<ListMeetingsResult> = {}): ListMeetingsResult {
  const { rows = [] } = fields;
  const next = rows.find(({ meeting }) => meeting.state.kind === 'published')?.meeting;
  const { view = 'next' } = fields;
  return {
    kind: 'listed',
    view,
    rows,
    total: rows.length,
    ...(next !== undefined && (view === 'next' || view === 'mine') && { next }),
    page: 1,
    pages: 1,
    groups: [],
    mayPlan: false,
    isOwn: true,
    now: cardsNow,
    ...fields,
  };
}

const said = (fields: Partial<Rsvp>) => ({ rsvp: anRsvp(fields) });
const rows: readonly ListedMeeting[] = [
  listed(
    'm1',
    {
      title: 'KI-Telefonservice und Antragsprüfung',
      place: { address: 'Sonnenblumenallee 3, Hemer', link: 'https://teams.example.org/treffen/1' },
      capacity: 72,
      seats: seatsOf(31, { accepted: 46, taken: 46 }),
    },
    { userGroup: building, own: said({ answer: 'accepted' }) },
  ),
  listed(
    'm2',
    {
      title: 'Sprechstunde',
      startsAt: startsAt + dayMs,
      endsAt: endsAt + dayMs,
      place: { link: 'https://x.example.org' },
    },
    { own: said({ answer: 'tentative' }) },
  ),
  listed(
    'm3',
    {
      title: 'Drohnen zur Brückenprüfung, vorgeführt an der Talbrücke im strömenden Regen',
      startsAt: startsAt + 9 * dayMs,
      endsAt: endsAt + 9 * dayMs,
      capacity: 12,
      seats: seatsOf(8, { accepted: 12, taken: 12, waiting: 3 }),
    },
    { own: { ...said({ answer: 'accepted', waitingNumber: 4 }), waitingPlace: 3 } },
  ),
  listed('m4', {
    title: 'Leichte Sprache',
    startsAt: startsAt + 14 * dayMs,
    endsAt: endsAt + 14 * dayMs,
    state: { kind: 'cancelled', at: cardsNow },
  }),
  listed(
    'm5',
    { title: 'Jahrestreffen', startsAt: Date.UTC(2027, 0, 14, 9), endsAt: Date.UTC(2027, 0, 15, 15) },
    { userGroup: building },
  ),
];

const past: readonly ListedMeeting[] = [
  listed(
    'm6',
    {
      title: 'Chatbots im Bürgerservice',
      startsAt: cardsNow - 10 * dayMs,
      endsAt: cardsNow - 10 * dayMs + hourMs,
      seats: seatsOf(31, { accepted: 46 }),
      results: {
        text: 'Zwei Kommunen haben berichtet. Die Folien stehen bereit; im Frühjahr folgt ein gemeinsamer Versuch mit drei weiteren Kommunen und einem Anbieter, den alle kennen.',
        links: [],
        treated: [],
        at: cardsNow,
        edition: 1,
      },
    },
    { own: said({ answer: 'accepted', checkedInAt: cardsNow }) },
  ),
  listed('m7', {
    title: 'Auftakt',
    startsAt: Date.UTC(2025, 8, 4, 8),
    endsAt: Date.UTC(2025, 8, 4, 10),
    seats: seatsOf(1, { accepted: 1 }),
  }),
];

/** As much as ever stands on one: the longest words that can be typed, and more groups than can be chosen. */
function theLongest(): ListMeetingsResult {
  const word = 'Ü'.repeat(100);
  const groups = Array.from({ length: 70 }, (_, index) =>
    aUserGroup({ id: userGroupId(`${index}`.padStart(36, 'g')), name: `${index} ${word}`.slice(0, 60) }),
  );
  const [userGroup] = groups;
  const longest = Array.from({ length: 5 }, (_, index) =>
    listed(
      `${index}`.padStart(36, 'm'),
      {
        title: word,
        startsAt: startsAt + index * dayMs,
        endsAt: endsAt + (index + 1) * dayMs,
        place: { address: word, link: 'https://x.example.org' },
        capacity: 5000,
      },
      {
        ...(userGroup !== undefined && { userGroup }),
        own: { ...said({ answer: 'accepted', waitingNumber: 4000 }), waitingPlace: 3999 },
      },
    ),
  );
  return aMeetingList({
    rows: longest,
    groups,
    ...(userGroup !== undefined && { userGroup }),
    mayPlan: true,
    total: 5000,
    page: 2,
    pages: 1000,
  });
}

export const meetingListCardNames = [
  'meetings',
  'meetings of a group',
  'meetings of the own',
  'meetings over',
  'meeting drafts',
  'meetings for organisers',
  'meetings shared',
  'meetings in a dialog',
  'no meetings',
  'no meetings for organisers',
  'no own meetings',
  'no meetings over',
  'no meeting drafts',
  'meetings in the longest words',
  'meeting offer',
  ...participantCardNames,
] as const;

/** Every list of meetings and of those who take part. */
export function drawMeetingListCards(): Readonly<Record<(typeof meetingListCardNames)[number], unknown>> {
  const groups = [building, aUserGroup()];
  const list = aMeetingList({ rows, groups, total: 12, pages: 3, page: 2 });
  const drafts = [listed('m8', { title: 'Entwurf', state: { kind: 'draft' } })];
  return {
    meetings: meetingListCard(list, personal),
    'meetings of a group': meetingListCard(
      aMeetingList({ rows: rows.slice(0, 1), groups, userGroup: building }),
      personal,
    ),
    'meetings of the own': meetingListCard(
      aMeetingList({ view: 'mine', rows: rows.slice(0, 3), groups }),
      personal,
    ),
    'meetings over': meetingListCard(aMeetingList({ view: 'past', rows: past, groups }), personal),
    'meeting drafts': meetingListCard(
      aMeetingList({ view: 'drafts', rows: drafts, mayPlan: true }),
      personal,
    ),
    'meetings for organisers': meetingListCard({ ...list, mayPlan: true }, personal),
    'meetings shared': meetingListCard({ ...list, isOwn: false }, everybody),
    'meetings in a dialog': meetingListCard(list, { ...everybody, inDialog: true }),
    'no meetings': meetingListCard(aMeetingList({ groups }), personal),
    'no meetings for organisers': meetingListCard(aMeetingList({ mayPlan: true }), personal),
    'no own meetings': meetingListCard(aMeetingList({ view: 'mine' }), personal),
    'no meetings over': meetingListCard(aMeetingList({ view: 'past' }), personal),
    'no meeting drafts': meetingListCard(aMeetingList({ view: 'drafts', mayPlan: true }), personal),
    'meetings in the longest words': meetingListCard(theLongest(), personal),
    'meeting offer': meetingOffer(aShownMeeting(), { dialogs: true }).card,
    ...drawParticipantCards(),
  };
}
