import { z } from 'zod';

/** What organisers see in numbers. */
export const figuresActions = [z.object({ verb: z.literal('figures.show') })] as const;
