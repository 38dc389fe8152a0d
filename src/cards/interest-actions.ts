import { z } from 'zod';
import { communeId } from '../domain/ids.ts';
import { aboutUseCase } from './payload-keys.ts';

/** Interest in doing something together. */
export const interestActions = [
  z.object({ verb: z.literal('interest.offer'), ...aboutUseCase }),
  /** Chosen in a field: missing when nothing was, `none` for no commune of the list. */
  z.object({
    verb: z.literal('interest.chooseCommune'),
    ...aboutUseCase,
    commune: z.string().max(8).exactOptional(),
  }),
  z.object({
    verb: z.literal('interest.save'),
    ...aboutUseCase,
    /** The one that the form was for. */
    commune: z
      .string()
      .regex(/^\d{8}$/)
      .transform(communeId),
    /** Several with commas between them; missing when none is chosen. */
    cooperations: z.string().max(200).exactOptional(),
    named: z.string().max(10).exactOptional(),
  }),
] as const;
