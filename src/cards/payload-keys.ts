import { z } from 'zod';
import { fromFilterKey } from '../domain/filter-keys.ts';
import { useCaseId } from '../domain/ids.ts';

/** Ids and numbers as buttons carry them. */
export const UseCaseKey = z
  .string()
  .regex(/^[^/\\?#]{1,200}$/)
  .transform(useCaseId);

export const PageNumber = z.number().int().positive().max(1000);

/** Unknown filter keys of old cards are left out: a wider answer is better than none. */
export const QuestionPayload = z.object({
  sought: z.string().max(300),
  filters: z
    .array(z.string().max(120))
    .max(20)
    .transform((keys) => keys.map(fromFilterKey).filter((filter) => filter !== undefined)),
  page: z.number().int().positive().max(1000),
});

/** A use case, and the question whose answer it was opened from, so that "Zurück" still leads there. */
export const aboutUseCase = { useCaseId: UseCaseKey, question: QuestionPayload.exactOptional() };
