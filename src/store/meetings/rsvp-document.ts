import { z } from 'zod';
import { communeId, meetingId, storedMemberId } from '../../domain/ids.ts';
import type { MeetingId, MemberId } from '../../domain/ids.ts';
import { rsvpAnswers } from '../../domain/meetings/rsvp.ts';
import type { Rsvp } from '../../domain/meetings/rsvp.ts';
import type { JsonObject, StoredDocument } from '../../ports/document-store.ts';
import { defineDocument } from '../document.ts';
import { hashedId } from '../hashed-id.ts';
import { toMemberKey } from '../member-key.ts';

const number = z.number().int().positive();

const rsvpDocument = defineDocument({
  name: 'rsvp',
  version: 1,
  schema: z.object({
    document: z.literal('rsvp'),
    meetingId: z.string().transform(meetingId),
    memberId: z.string().transform(storedMemberId),
    communeId: z.string().transform(communeId).exactOptional(),
    answer: z.enum(rsvpAnswers).exactOptional(),
    waitingNumber: number.exactOptional(),
    guests: z.number().int().nonnegative(),
    details: z.array(z.object({ question: z.string(), text: z.string() })),
    name: z.string().exactOptional(),
    at: z.number().int(),
    number,
    isShownLate: z.literal(true).exactOptional(),
    checkedInAt: z.number().int().exactOptional(),
    feedbackGiven: z.literal(true).exactOptional(),
    /** The hash under which everything of a member is found. */
    memberKey: z.string(),
  }),
  upgrades: {},
});

export function toRsvpBody(rsvp: Rsvp): JsonObject {
  return rsvpDocument.toBody({
    ...rsvp,
    document: 'rsvp',
    details: [...rsvp.details],
    memberKey: toMemberKey(rsvp.memberId).id,
  });
}

export function toRsvp({ body }: Pick<StoredDocument, 'body'>): Rsvp {
  const { document: _d, memberKey: _m, ...rsvp } = rsvpDocument.parse(body);
  return rsvp;
}

export function isRsvp({ body }: Pick<StoredDocument, 'body'>): boolean {
  return body['document'] === 'rsvp';
}

/** Hashed, so that a tombstone names nobody. */
export function rsvpId(id: MeetingId, member: MemberId): string {
  return `rsvp.${hashedId(`${id}\n${member}`)}`;
}
