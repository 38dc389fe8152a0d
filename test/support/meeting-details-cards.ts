import { meetingCard, sharedMeetingCard } from '../../src/cards/meetings/meeting-card.ts';
import { meetingOrganiseCard } from '../../src/cards/meetings/meeting-organise-card.ts';
import { communeId, meetingId, storedMemberId, topicRequestId } from '../../src/domain/ids.ts';
import type { Meeting } from '../../src/domain/meetings/meeting.ts';
import { noSeats } from '../../src/domain/meetings/seat-count.ts';
import type { SeatCount } from '../../src/domain/meetings/seat-count.ts';
import type { Rsvp } from '../../src/domain/meetings/rsvp.ts';
import type { MeetingViewer, ShownMeeting } from '../../src/features/meetings/meeting-results.ts';
import { aUserGroup } from './builders.ts';
import { aMeeting } from './meetings.ts';
import { shippedCommunes } from './shipped-communes.ts';
import { aTopicRequest } from './topics.ts';

/** Sunday, 22 November 2026, 10:00 in Berlin. */
export const cardsNow = Date.UTC(2026, 10, 22, 9);
/** Thursday, 3 December 2026, 10:00 in Berlin. */
export const startsAt = Date.UTC(2026, 11, 3, 9);
export const endsAt = Date.UTC(2026, 11, 3, 11, 30);

/** As many communes have a seat as are asked for. */
export function seatsOf(communes: number, fields: Partial<SeatCount> = {}): SeatCount {
  const ids = [...shippedCommunes.keys()].slice(0, communes);
  return { ...noSeats, takenByCommune: Object.fromEntries(ids.map((id) => [communeId(id), 1])), ...fields };
}

export const aMeetingViewer: MeetingViewer = {
  memberId: storedMemberId('t.viewer'),
  mayAnswer: true,
  organises: false,
};

export function anRsvp(fields: Partial<Rsvp> = {}): Rsvp {
  return {
    meetingId: meetingId('m1'),
    memberId: storedMemberId('t.viewer'),
    guests: 0,
    details: [],
    at: cardsNow,
    number: 1,
    ...fields,
  };
}

/** The meeting of the reference card. */
export function aShownMeeting(fields: Partial<Meeting> = {}, more: Partial<ShownMeeting> = {}): ShownMeeting {
  return {
    meeting: aMeeting({
      title: 'KI-Telefonservice und Antragsprüfung',
      startsAt,
      endsAt,
      place: { address: 'Sonnenblumenallee 3, Hemer', link: 'https://teams.example.org/treffen/1' },
      capacity: 72,
      respondBy: '2026-11-27',
      seats: seatsOf(31, { accepted: 46, taken: 46, tentative: 8, declined: 5 }),
      state: { kind: 'published', at: cardsNow },
      ...fields,
    }),
    userGroup: aUserGroup({ name: 'User Group KI' }),
    topics: [
      aTopicRequest({ title: 'Was kann ein KI-Telefonservice heute?', votes: 14 }),
      aTopicRequest({ id: topicRequestId('t2'), title: 'Anträge schneller prüfen', votes: 9 }),
    ],
    communes: shippedCommunes,
    now: cardsNow,
    viewer: aMeetingViewer,
    ...more,
  };
}

const personal = { shared: false, dialogs: true };
const channel = { shared: true, dialogs: true };
const from = { view: 'next', page: 2 } as const;

/** Everything as long as it can be. */
export function longMeeting(): ShownMeeting {
  const title =
    'Bürgerservice mit Künstlicher Intelligenz: Erfahrungen, Kosten, Recht und Technik im Überblick 2026 ';
  return aShownMeeting(
    {
      title: title.padEnd(100, 'x'),
      description: 'Wir tauschen uns über Telefonassistenten aus und rechnen nach.\n'
        .repeat(32)
        .slice(0, 2000),
      place: { address: 'Ort '.repeat(50), link: `https://teams.example.org/${'l'.repeat(470)}` },
      capacity: 5000,
      reserved: { perCommune: 2, communes: 59 },
      mostGuests: 3,
      questions: ['Was möchten Sie mitnehmen?'],
      repetition: 'quarterly',
      seats: seatsOf(59, { accepted: 4200, taken: 4900, tentative: 1234, declined: 999, waiting: 321 }),
      results: { text: 'Beschlossen wurde viel. '.repeat(125), links: [], treated: [], at: 0, edition: 1 },
    },
    {
      topics: Array.from({ length: 8 }, (_, index) =>
        aTopicRequest({ id: topicRequestId(`t${index}`), title: title.padEnd(100, 'y'), votes: 10 + index }),
      ),
      viewer: {
        ...aMeetingViewer,
        organises: true,
        rsvp: anRsvp({ answer: 'accepted', guests: 3, waitingNumber: 7 }),
        waitingPlace: 321,
      },
    },
  );
}

export const meetingDetailsCardNames = [
  'meeting shared',
  'meeting shared full',
  'meeting shared without limit',
  'meeting shared closed',
  'meeting shared cancelled',
  'meeting shared on',
  'meeting shared over',
  'meeting shared long',
  'meeting',
  'meeting accepted',
  'meeting waiting',
  'meeting tentative',
  'meeting declined',
  'meeting cancelled',
  'meeting on',
  'meeting over',
  'meeting long',
  'meeting draft',
  'meeting for organisers',
  'meeting organised',
  'meeting organised long',
] as const;

/** Every card about one meeting. */
export function drawMeetingDetailsCards(): Readonly<
  Record<(typeof meetingDetailsCardNames)[number], unknown>
> {
  const shared = (fields: Partial<Meeting> = {}, more: Partial<ShownMeeting> = {}) =>
    sharedMeetingCard(aShownMeeting(fields, more), channel);
  const own = (
    viewer: Partial<MeetingViewer>,
    fields: Partial<Meeting> = {},
    more: Partial<ShownMeeting> = {},
  ) =>
    meetingCard(aShownMeeting(fields, { viewer: { ...aMeetingViewer, ...viewer }, ...more }), personal, {
      from,
    });
  const cancelled = { kind: 'cancelled', at: cardsNow, reason: 'Die Referentin ist erkrankt.' } as const;
  const full = { seats: seatsOf(40, { accepted: 68, taken: 72, tentative: 8, waiting: 3 }), mostGuests: 2 };
  const results = {
    text: 'Menden und Hemer haben gezeigt, wie ihr Telefonassistent Anrufe annimmt.\nIm März rechnen wir die Kosten nach.',
    links: ['https://example.org/protokoll'],
    treated: [],
    at: endsAt,
    edition: 1,
  };
  const organiser = { ...aMeetingViewer, organises: true };
  const accepted = anRsvp({ answer: 'accepted', guests: 2 });
  const { capacity: _, respondBy: _r, ...unlimited } = aShownMeeting().meeting;
  return {
    'meeting shared': shared(),
    'meeting shared full': shared(full),
    'meeting shared without limit': sharedMeetingCard(
      { ...aShownMeeting({}, { topics: [] }), meeting: { ...unlimited, seats: noSeats } },
      channel,
    ),
    'meeting shared closed': shared({}, { now: Date.UTC(2026, 10, 28, 9) }),
    'meeting shared cancelled': shared({ state: cancelled }),
    'meeting shared on': shared({}, { now: startsAt }),
    'meeting shared over': shared({ results }, { now: endsAt }),
    'meeting shared long': sharedMeetingCard(longMeeting(), channel),
    meeting: own(
      {},
      { description: 'Wir sehen uns zwei Telefonassistenten an.\nBringen Sie Ihre Fragen mit.' },
    ),
    'meeting accepted': own({ rsvp: accepted }, { mostGuests: 2 }),
    'meeting waiting': own({ rsvp: anRsvp({ answer: 'accepted', waitingNumber: 9 }), waitingPlace: 3 }, full),
    'meeting tentative': own(
      { rsvp: anRsvp({ answer: 'tentative' }) },
      { reserved: { perCommune: 1, communes: 59 } },
    ),
    'meeting declined': own({ rsvp: anRsvp({ answer: 'declined' }) }),
    'meeting cancelled': own({ rsvp: accepted, mayAnswer: false }, { state: cancelled }),
    'meeting on': own({ rsvp: accepted, mayAnswer: false }, {}, { now: startsAt }),
    'meeting over': own({ rsvp: accepted, mayAnswer: false }, { results }, { now: endsAt }),
    'meeting long': meetingCard(longMeeting(), personal, { from }),
    'meeting draft': own({ organises: true, mayAnswer: false }, { state: { kind: 'draft' } }),
    'meeting for organisers': meetingCard(aShownMeeting({}, { viewer: organiser }), personal, {
      outcome: 'Das Treffen ist veröffentlicht.',
    }),
    'meeting organised': meetingOrganiseCard(
      aShownMeeting({ repetition: 'quarterly' }, { viewer: organiser }),
      personal,
      from,
    ),
    'meeting organised long': meetingOrganiseCard({ ...longMeeting(), now: endsAt }, personal, from),
  };
}
