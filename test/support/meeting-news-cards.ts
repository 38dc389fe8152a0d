import { digestCard, toDigestItem } from '../../src/cards/digest-card.ts';
import type { MeetingDigestItem } from '../../src/cards/meetings/meeting-digest.ts';
import { meetingCancelledCard, meetingChangedCard } from '../../src/cards/meetings/meeting-news-card.ts';
import { meetingReminderCard } from '../../src/cards/meetings/meeting-reminder-card.ts';
import { dayMs } from '../../src/domain/instant.ts';
import type { MeetingChange } from '../../src/domain/meetings/meeting-changes.ts';
import type { Meeting, MeetingReminder } from '../../src/domain/meetings/meeting.ts';
import type { ShownMeeting } from '../../src/features/meetings/meeting-results.ts';
import { anAnnouncement } from './builders.ts';
import {
  aMeetingViewer,
  anRsvp,
  aShownMeeting,
  cardsNow,
  endsAt,
  longMeeting,
  startsAt,
} from './meeting-details-cards.ts';

const personal = { shared: false, dialogs: true };

/** The meeting of the reference card a week later and elsewhere; whatever is given stands in it. */
export function aChange(fields: Partial<MeetingChange> = {}): MeetingChange {
  const { title } = aShownMeeting().meeting;
  const after = { title, startsAt, endsAt, place: { address: 'Sonnenblumenallee 3, Hemer' } };
  return {
    fields: ['startsAt', 'endsAt', 'place', 'respondBy'],
    before: {
      title,
      startsAt: startsAt - 7 * dayMs,
      endsAt: endsAt - 7 * dayMs,
      place: { address: 'Kreishaus Olpe' },
      respondBy: '2026-11-20',
    },
    after: { ...after, respondBy: '2026-11-27' },
    isOutdated: false,
    ...fields,
  };
}

/** As somebody who said yes sees it. */
export function acceptedMeeting(
  fields: Partial<Meeting> = {},
  more: Partial<ShownMeeting> = {},
): ShownMeeting {
  const viewer = { ...aMeetingViewer, rsvp: anRsvp({ answer: 'accepted', guests: 1 }) };
  return aShownMeeting(fields, { viewer, ...more });
}

/** As somebody who comes sees it: with the link. */
export function longComing(): ShownMeeting {
  const long = longMeeting();
  return { ...long, viewer: { ...long.viewer, rsvp: anRsvp({ answer: 'accepted', guests: 3 }) } };
}

/** Everything as long as it can be, before and after. */
export function longChange(): MeetingChange {
  const { title, place } = longMeeting().meeting;
  const told = { title, startsAt, endsAt, place };
  return {
    fields: ['title', 'startsAt', 'endsAt', 'place', 'respondBy'],
    before: {
      ...told,
      title: title.replace('Künstlicher', 'künstlicher'),
      startsAt: startsAt - dayMs,
      place: { address: 'Rathaus '.repeat(25), link: 'https://example.org/alt' },
      respondBy: '2026-11-20',
    },
    after: told,
    isOutdated: true,
  };
}

export const meetingNewsCardNames = [
  'meeting moved',
  'meeting renamed',
  'meeting changed again',
  'meeting changed long',
  'meeting fallen out',
  'meeting fallen out without a reason',
  'reminder of the week before',
  'reminder of the day before',
  'reminder to answer',
  'reminder of a long meeting',
  'digest with meetings',
  'digest with a cancelled meeting',
] as const;

/** Every card about a meeting that comes by itself before it. */
export function drawMeetingNewsCards(): Readonly<Record<(typeof meetingNewsCardNames)[number], unknown>> {
  const cancelled = { kind: 'cancelled', at: cardsNow, reason: 'Die Referentin ist erkrankt.' } as const;
  const reminded = (reminder: MeetingReminder, shown: ShownMeeting) =>
    meetingReminderCard(shown, reminder, personal);
  const results = {
    text: 'Menden und Hemer haben gezeigt, wie ihr Telefonassistent Anrufe annimmt. '.repeat(12),
    links: [],
    treated: [],
    at: endsAt,
    edition: 1,
  };
  const items: readonly MeetingDigestItem[] = [
    { kind: 'meeting', shown: aShownMeeting() },
    { kind: 'meeting-reminder', reminder: 'day', shown: acceptedMeeting({}, { now: startsAt - dayMs }) },
    { kind: 'meeting-results', shown: acceptedMeeting({ results }, { now: endsAt }) },
    { kind: 'meeting-feedback', shown: acceptedMeeting({}, { now: endsAt }) },
  ];
  return {
    'meeting moved': meetingChangedCard(acceptedMeeting(), aChange(), personal),
    'meeting renamed': meetingChangedCard(
      acceptedMeeting(),
      aChange({ fields: ['title'], before: { ...aChange().after, title: 'KI-Telefonservice' } }),
      personal,
    ),
    'meeting changed again': meetingChangedCard(acceptedMeeting(), aChange({ isOutdated: true }), personal),
    'meeting changed long': meetingChangedCard(longComing(), longChange(), personal),
    'meeting fallen out': meetingCancelledCard(acceptedMeeting({ state: cancelled }), personal),
    'meeting fallen out without a reason': meetingCancelledCard(
      acceptedMeeting({ state: { kind: 'cancelled', at: cardsNow } }),
      personal,
    ),
    'reminder of the week before': reminded('week', acceptedMeeting({}, { now: startsAt - 7 * dayMs })),
    'reminder of the day before': reminded('day', acceptedMeeting({}, { now: startsAt - dayMs })),
    'reminder to answer': reminded('respond-by', aShownMeeting()),
    'reminder of a long meeting': reminded('day', { ...longComing(), now: startsAt - dayMs }),
    'digest with meetings': digestCard([toDigestItem(anAnnouncement()), ...items]),
    'digest with a cancelled meeting': digestCard([
      { kind: 'meeting', shown: aShownMeeting({ state: cancelled }) },
    ]),
  };
}
