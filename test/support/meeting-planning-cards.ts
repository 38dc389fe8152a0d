import { meetingCancelCard } from '../../src/cards/meetings/meeting-cancel-card.ts';
import { meetingFormCard, openMeetingFormCard } from '../../src/cards/meetings/meeting-form-card.ts';
import { meetingPreviewCard } from '../../src/cards/meetings/meeting-preview-card.ts';
import { conversationId, meetingId, topicRequestId, userGroupId } from '../../src/domain/ids.ts';
import { emptyMeetingForm } from '../../src/domain/meetings/meeting-form.ts';
import type { MeetingFormFields } from '../../src/domain/meetings/meeting-form.ts';
import type { MeetingChoices, OfferedChannel } from '../../src/features/meetings/find-meeting-choices.ts';
import type { MeetingForm } from '../../src/features/meetings/meeting-form-results.ts';
import { aUserGroup } from './builders.ts';
import { aShownMeeting, longMeeting } from './meeting-details-cards.ts';
import { aTopicRequest } from './topics.ts';

const surface = { shared: false, dialogs: true };
const channel = { shared: true, dialogs: true };
const place = { surface, from: { view: 'next', page: 2 } } as const;

const telephony = aUserGroup({ id: userGroupId('telephony'), name: 'Telefonie' });

function aChannel(key: string, fields: Partial<OfferedChannel> = {}): OfferedChannel {
  return { key, conversationId: conversationId(`19:${key}`), ...fields };
}

export const someChoices: MeetingChoices = {
  everybody: true,
  userGroups: [aUserGroup({ id: userGroupId('roads'), name: 'Straßen' }), telephony],
  channels: [
    aChannel('all', { name: 'Allgemein' }),
    aChannel('telephony', { name: 'Telefonie', userGroup: telephony, userGroupId: telephony.id }),
  ],
};

const titles = ['Was kann ein KI-Telefonservice heute?', 'Anträge schneller prüfen', 'KI im Bauamt'];
const topics = titles.map((title, index) =>
  aTopicRequest({ id: topicRequestId(`t${index + 1}`), title, votes: 14 - 5 * index }),
);

const filled: MeetingFormFields = {
  ...emptyMeetingForm,
  title: 'KI-Telefonservice im Alltag',
  userGroup: telephony.id,
  date: '2026-12-03',
  startTime: '10:00',
  endTime: '12:30',
  address: 'Rathaus Musterstadt',
  people: 'group',
  channels: 'telephony',
};

export function aMeetingForm(fields: Partial<MeetingForm> = {}): MeetingForm {
  return {
    meetingId: meetingId('m1'),
    of: 'new',
    fields: emptyMeetingForm,
    problems: [],
    choices: someChoices,
    topics,
    ...fields,
  };
}

/** Everything as long as it may be typed and come back, and as much to choose from as there can be. */
export function longForm(): MeetingForm {
  const groups = Array.from({ length: 40 }, (_, index) =>
    aUserGroup({ id: userGroupId(`0f8fad5b-d9cb-469f-a165-7086772895${index + 10}`), name: 'ä'.repeat(60) }),
  );
  const channels = groups.map((userGroup, index) =>
    aChannel(String(index).padStart(32, '0'), { name: 'ü'.repeat(60), userGroup, userGroupId: userGroup.id }),
  );
  const wishes = Array.from({ length: 25 }, (_, index) =>
    aTopicRequest({
      id: topicRequestId(`0f8fad5b-d9cb-469f-a165-7086772895${index + 10}`),
      title: 'ö'.repeat(100),
    }),
  );
  return aMeetingForm({
    of: 'draft',
    edition: 12,
    fields: {
      ...filled,
      userGroup: groups[39]?.id ?? '',
      title: 'Ä'.repeat(600),
      address: 'Ö'.repeat(600),
      link: 'x'.repeat(600),
      description: 'Wörter über Bäume. '.repeat(184),
      question1: 'Ü'.repeat(600),
      question2: 'Ü'.repeat(600),
      question3: 'Ü'.repeat(600),
      topics: wishes
        .slice(0, 8)
        .map(({ id }) => id)
        .join(','),
    },
    problems: [
      { kind: 'title-too-long', number: 600 },
      { kind: 'address-too-long', number: 600 },
      { kind: 'link-too-long', number: 600 },
      { kind: 'description-too-long', number: 10_000 },
      { kind: 'question1-too-long', number: 600 },
      { kind: 'question2-too-long', number: 600 },
      { kind: 'question3-too-long', number: 600 },
    ],
    choices: { everybody: true, userGroups: groups, channels },
    topics: wishes,
  });
}

export const meetingPlanningCardNames = [
  'meeting form',
  'meeting form refused',
  'meeting form of everything',
  'meeting form of a draft outdated',
  'meeting form of a published one',
  'meeting form button',
  'long meeting form',
  'meeting preview',
  'meeting preview for many',
  'meeting preview for channels outdated',
  'meeting preview for nobody',
  'long meeting preview',
  'meeting to cancel',
  'meeting to cancel refused',
] as const;

const draft = { kind: 'draft' } as const;
const nobody = { people: 0, channels: 0, unreachable: 0 };
const confirmAbove = 500;

/** Every card on the way from the form of a meeting to its cancellation. */
export function drawMeetingPlanningCards(): Readonly<
  Record<(typeof meetingPlanningCardNames)[number], unknown>
> {
  const shown = aShownMeeting({
    state: draft,
    invited: { people: 'group', channels: [] },
    seats: aShownMeeting().meeting.seats,
  });
  const onlyChannels = aShownMeeting({
    state: draft,
    invited: { people: 'nobody', channels: [conversationId('19:all')] },
  });
  return {
    'meeting form': meetingFormCard(aMeetingForm(), place),
    'meeting form refused': meetingFormCard(
      aMeetingForm({
        fields: { ...filled, title: '', date: '31.02.2027', startTime: 'halb drei', capacity: 'zwanzig' },
        problems: [
          { kind: 'title-missing' },
          { kind: 'date-invalid' },
          { kind: 'start-invalid' },
          { kind: 'capacity-invalid' },
        ],
      }),
      place,
    ),
    'meeting form of everything': meetingFormCard(
      aMeetingForm({
        of: 'draft',
        edition: 2,
        fields: {
          ...filled,
          capacity: '80',
          seatsPerCommune: '1',
          respondBy: '2026-11-27',
          topics: 't1,t2',
          repetition: 'monthly-by-weekday',
        },
      }),
      place,
    ),
    'meeting form of a draft outdated': meetingFormCard(
      aMeetingForm({
        of: 'draft',
        edition: 3,
        fields: filled,
        problems: [{ kind: 'outdated' }],
        current: { ...filled, title: 'KI am Telefon', capacity: '20' },
      }),
      place,
    ),
    'meeting form of a published one': meetingFormCard(
      aMeetingForm({ of: 'published', edition: 3, fields: filled }),
      place,
    ),
    'meeting form button': openMeetingFormCard(channel),
    'long meeting form': meetingFormCard(longForm(), place),
    'meeting preview': meetingPreviewCard(
      { shown, count: { people: 48, channels: 1, unreachable: 3 }, confirmAbove },
      surface,
    ),
    'meeting preview for many': meetingPreviewCard(
      { shown, count: { ...nobody, people: 612 }, confirmAbove, problem: 'count-wrong' },
      surface,
    ),
    'meeting preview for channels outdated': meetingPreviewCard(
      { shown: onlyChannels, count: { ...nobody, channels: 1 }, confirmAbove, problem: 'outdated' },
      surface,
    ),
    'meeting preview for nobody': meetingPreviewCard(
      { shown: onlyChannels, count: nobody, confirmAbove },
      surface,
    ),
    'long meeting preview': meetingPreviewCard(
      {
        shown: longMeeting(),
        count: { people: 1234, channels: 12, unreachable: 345 },
        confirmAbove,
        problem: 'outdated',
      },
      surface,
    ),
    'meeting to cancel': meetingCancelCard(
      { shown: aShownMeeting({ repetition: 'weekly' }), reason: '' },
      place,
    ),
    'meeting to cancel refused': meetingCancelCard(
      { shown: aShownMeeting(), reason: 'Das '.repeat(200), tooLong: 800 },
      place,
    ),
  };
}
