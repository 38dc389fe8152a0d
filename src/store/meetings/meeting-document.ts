import { z } from 'zod';
import {
  communeId,
  conversationId,
  meetingId,
  storedMemberId,
  topicRequestId,
  userGroupId,
} from '../../domain/ids.ts';
import type { CommuneId } from '../../domain/ids.ts';
import { meetingReminders, repetitions } from '../../domain/meetings/meeting.ts';
import type { Meeting } from '../../domain/meetings/meeting.ts';
import type { JsonObject, StoredDocument } from '../../ports/document-store.ts';
import { defineDocument } from '../document.ts';
import { toMemberKey } from '../member-key.ts';

const time = z.number().int();
const count = z.number().int().nonnegative();
const number = z.number().int().positive();
const member = z.string().transform(storedMemberId);
const id = z.string().transform(meetingId);
const topics = z.array(z.string().transform(topicRequestId));

const place = z.object({ address: z.string().exactOptional(), link: z.string().exactOptional() });

const fields = {
  title: z.string(),
  description: z.string().exactOptional(),
  userGroupId: z.string().transform(userGroupId).exactOptional(),
  startsAt: time,
  endsAt: time,
  place,
  capacity: number.exactOptional(),
  reserved: z.object({ perCommune: number, communes: number }).exactOptional(),
  mostGuests: count,
  respondBy: z.string().exactOptional(),
  questions: z.array(z.string()),
  topics,
  repetition: z.enum(repetitions).exactOptional(),
  reminders: z.array(z.enum(meetingReminders)),
  invited: z.object({
    people: z.enum(['group', 'everybody', 'nobody']),
    channels: z.array(z.string().transform(conversationId)),
  }),
};

const told = z.object({
  title: z.string().exactOptional(),
  startsAt: time.exactOptional(),
  endsAt: time.exactOptional(),
  place: place.exactOptional(),
  respondBy: z.string().exactOptional(),
});

const task = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('announce') }),
  z.object({ kind: z.literal('show') }),
  z.object({ kind: z.literal('agenda') }),
  z.object({ kind: z.literal('tell'), number, except: member.exactOptional() }),
  z.object({ kind: z.literal('promote') }),
  z.object({ kind: z.literal('tell-promoted'), memberId: member, number }),
  z.object({ kind: z.literal('results') }),
  z.object({ kind: z.literal('keep') }),
]);

const meetingDocument = defineDocument({
  name: 'meeting',
  version: 1,
  schema: z.object({
    document: z.literal('meeting'),
    id,
    ...fields,
    seriesId: id,
    seriesNumber: number,
    repeated: z.literal(true).exactOptional(),
    by: member.exactOptional(),
    createdAt: time,
    state: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('draft') }),
      z.object({ kind: z.literal('published'), at: time }),
      z.object({ kind: z.literal('cancelled'), at: time, reason: z.string().exactOptional() }),
    ]),
    seats: z.object({
      accepted: count,
      taken: count,
      takenByCommune: z.record(z.string(), number).transform(toByCommune),
      tentative: count,
      declined: count,
      waiting: count,
    }),
    answered: count,
    edition: number,
    calendarSequence: count,
    calendarKey: z.string(),
    version: number,
    news: z.array(
      z.discriminatedUnion('kind', [
        z.object({ number, at: time, kind: z.literal('changed'), before: told, after: told }),
        z.object({ number, at: time, kind: z.literal('cancelled') }),
      ]),
    ),
    undone: z.array(task),
    isShownLate: z.literal(true).exactOptional(),
    shownAt: time.exactOptional(),
    remindAt: time.exactOptional(),
    dueAt: time.exactOptional(),
    results: z
      .object({ text: z.string(), links: z.array(z.string()), treated: topics, at: time, edition: number })
      .exactOptional(),
    feedback: z
      .object({ ratings: z.tuple([count, count, count, count, count]), sentences: z.array(z.string()) })
      .exactOptional(),
    /** The hash under which everything of a member is found; of drafts alone also `draftKey`. */
    authorKey: z.string().exactOptional(),
    draftKey: z.string().exactOptional(),
    /** Of those that others can see: when it ends. */
    seenUntil: time.exactOptional(),
    hasUndone: z.literal(true).exactOptional(),
  }),
  upgrades: {},
});

function toByCommune(counts: Record<string, number>): Record<CommuneId, number> {
  return Object.fromEntries(Object.entries(counts).map(([key, value]) => [communeId(key), value]));
}

export function toMeetingBody(meeting: Meeting): JsonObject {
  const { results, feedback, ...rest } = meeting;
  const { state, by, seats, news, undone } = meeting;
  const authorKey = by && toMemberKey(by).id;
  return meetingDocument.toBody({
    ...rest,
    document: 'meeting',
    questions: [...meeting.questions],
    topics: [...meeting.topics],
    reminders: [...meeting.reminders],
    invited: { ...meeting.invited, channels: [...meeting.invited.channels] },
    seats: { ...seats, takenByCommune: { ...seats.takenByCommune } },
    news: [...news],
    undone: [...undone],
    ...(results !== undefined && {
      results: { ...results, links: [...results.links], treated: [...results.treated] },
    }),
    ...(feedback !== undefined && {
      feedback: { ratings: [...feedback.ratings], sentences: [...feedback.sentences] },
    }),
    ...(authorKey !== undefined && { authorKey }),
    ...(authorKey !== undefined && state.kind === 'draft' && { draftKey: authorKey }),
    ...(state.kind !== 'draft' && { seenUntil: meeting.endsAt }),
    ...(undone.length > 0 && { hasUndone: true }),
  });
}

export function toMeeting({ body }: Pick<StoredDocument, 'body'>): Meeting {
  const {
    document: _d,
    authorKey: _a,
    draftKey: _k,
    seenUntil: _s,
    hasUndone: _h,
    ...meeting
  } = meetingDocument.parse(body);
  return meeting;
}

export function isMeeting({ body }: Pick<StoredDocument, 'body'>): boolean {
  return body['document'] === 'meeting';
}
