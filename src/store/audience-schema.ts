import { z } from 'zod';
import {
  communeId,
  conversationId,
  meetingId,
  storedMemberId,
  topicRequestId,
  useCaseId,
  userGroupId,
} from '../domain/ids.ts';
import { participantKinds } from '../domain/meetings/rsvp.ts';

const choosable = [
  z.object({ kind: z.literal('user-group'), userGroupId: z.string().transform(userGroupId) }),
  z.object({ kind: z.literal('user-group-channels'), userGroupId: z.string().transform(userGroupId) }),
  z.object({ kind: z.literal('channel'), conversationId: z.string().transform(conversationId) }),
  z.object({ kind: z.literal('district'), districtKey: z.string() }),
  z.object({ kind: z.literal('commune'), communeId: z.string().transform(communeId) }),
  z.object({ kind: z.literal('role'), role: z.enum(['member', 'organiser']) }),
  z.object({ kind: z.literal('all-members') }),
] as const;

/** The parts of an audience that organisers choose, as documents hold them. */
export const AudiencePartSchema = z.discriminatedUnion('kind', choosable);

/** Whom a broadcast is for, as documents hold it. */
export const BroadcastPartSchema = z.discriminatedUnion('kind', [
  ...choosable,
  z.object({ kind: z.literal('member'), memberId: z.string().transform(storedMemberId) }),
  z.object({ kind: z.literal('followers'), useCaseId: z.string().transform(useCaseId) }),
  z.object({ kind: z.literal('topic-followers'), topicRequestId: z.string().transform(topicRequestId) }),
  z.object({
    kind: z.literal('meeting-participants'),
    meetingId: z.string().transform(meetingId),
    among: z.enum(participantKinds),
  }),
]);
