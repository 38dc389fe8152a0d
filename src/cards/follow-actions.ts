import { z } from 'zod';
import { keptQuestionId } from '../domain/ids.ts';
import { aboutUseCase, PageNumber, QuestionPayload, UseCaseKey } from './payload-keys.ts';

const KeptQuestionKey = z
  .string()
  .regex(/^[0-9a-z-]{1,64}$/)
  .transform(keptQuestionId);

/** Where "Beenden" stands: on this page of the list, which then shows the rest, or on a message that stays as it is. */
const message = z.literal(true).exactOptional();
const where = { page: PageNumber.exactOptional(), message };

/** "Benachrichtigen": of a use case, and of a question. */
export const followActions = [
  z.object({ verb: z.literal('follow.start'), ...aboutUseCase }),
  z.object({ verb: z.literal('follow.end'), ...aboutUseCase, ...where }),
  /** "Was ich verfolge". */
  z.object({ verb: z.literal('follow.list'), page: PageNumber }),
  /** The details in a message of their own, below the one that told of it. */
  z.object({ verb: z.literal('follow.showNews'), useCaseId: UseCaseKey }),
  QuestionPayload.extend({ verb: z.literal('keptQuestion.keep'), message }),
  z.object({ verb: z.literal('keptQuestion.end'), questionId: KeptQuestionKey, ...where }),
] as const;
