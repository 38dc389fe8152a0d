import { z } from 'zod';
import { aboutUseCase, PageNumber } from './payload-keys.ts';

/** "Ansprechperson": whom to ask about a use case. */
export const contactActions = [
  z.object({ verb: z.literal('contact.show'), ...aboutUseCase, page: PageNumber.exactOptional() }),
] as const;
