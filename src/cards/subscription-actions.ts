import { z } from 'zod';
import { quietHoursChoices } from '../domain/quiet-hours.ts';
import { frequencies } from '../domain/subscription.ts';

const frequency = z.enum(frequencies).exactOptional();

/** What buttons about notifications ask for. Variants are added, never changed. */
export const subscriptionActions = [
  z.object({ verb: z.literal('subscription.show') }),
  /** What is missing stays as it is. */
  z.object({
    verb: z.literal('subscription.choose'),
    'user-group': frequency,
    meetings: frequency,
    topics: frequency,
    'use-cases': frequency,
    digest: frequency,
    quietHours: z.enum(quietHoursChoices).exactOptional(),
  }),
  z.object({ verb: z.literal('subscription.stop') }),
  z.object({ verb: z.literal('subscription.resume') }),
] as const;
