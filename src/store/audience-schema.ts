import { z } from 'zod';
import { communeId, conversationId, userGroupId } from '../domain/ids.ts';

/** The parts of an audience, as documents and cards hold them. */
export const AudiencePartSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('user-group'), userGroupId: z.string().transform(userGroupId) }),
  z.object({ kind: z.literal('user-group-channels'), userGroupId: z.string().transform(userGroupId) }),
  z.object({ kind: z.literal('channel'), conversationId: z.string().transform(conversationId) }),
  z.object({ kind: z.literal('district'), districtKey: z.string() }),
  z.object({ kind: z.literal('commune'), communeId: z.string().transform(communeId) }),
  z.object({ kind: z.literal('role'), role: z.enum(['member', 'organiser']) }),
  z.object({ kind: z.literal('all-members') }),
]);
