import { z } from 'zod';
import { aboutUseCase } from './payload-keys.ts';

/** Pressed below the details, which then show what came of it; otherwise on the card that asks. */
const details = z.literal(true).exactOptional();

/** The answers to "Ist das noch aktuell?". */
export const freshnessActions = [
  z.object({ verb: z.literal('freshness.confirm'), ...aboutUseCase, details }),
  z.object({ verb: z.literal('freshness.retire'), ...aboutUseCase, details }),
] as const;
