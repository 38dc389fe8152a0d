import { z } from 'zod';
import { aboutUseCase, PageNumber } from './payload-keys.ts';
import { TypedField } from './typed-field.ts';

/** The history of a use case; archiving and restoring it. */
export const upkeepActions = [
  z.object({ verb: z.literal('upkeep.history'), ...aboutUseCase, page: PageNumber.exactOptional() }),
  z.object({ verb: z.literal('upkeep.askToArchive'), ...aboutUseCase }),
  z.object({ verb: z.literal('upkeep.archive'), ...aboutUseCase, reason: TypedField }),
  z.object({ verb: z.literal('upkeep.restore'), ...aboutUseCase }),
] as const;
