import { z } from 'zod';
import { submissionId } from '../domain/ids.ts';
import { PageNumber } from './payload-keys.ts';
import { TypedField } from './typed-field.ts';

const SubmissionKey = z
  .string()
  .regex(/^[^/\\?#]{1,200}$/)
  .transform(submissionId);

/** `version`: what the organiser has seen of it. */
const seen = { submissionId: SubmissionKey, version: z.number().int().positive() };

/** What organisers do with what members handed in, and its author. */
export const reviewActions = [
  z.object({ verb: z.literal('review.list'), page: PageNumber }),
  z.object({ verb: z.literal('review.listOwn'), page: PageNumber }),
  /** `page` of a long one, and the `version` whose pages before were read. */
  z.object({
    verb: z.literal('review.show'),
    submissionId: SubmissionKey,
    version: z.number().int().positive().exactOptional(),
    page: PageNumber.exactOptional(),
  }),
  z.object({ verb: z.literal('review.publish'), ...seen }),
  z.object({ verb: z.literal('review.offerQuestion'), ...seen }),
  z.object({ verb: z.literal('review.ask'), ...seen, remark: TypedField }),
  z.object({ verb: z.literal('review.offerReturn'), ...seen }),
  z.object({ verb: z.literal('review.return'), ...seen, remark: TypedField }),
  z.object({ verb: z.literal('review.reopen'), submissionId: SubmissionKey }),
  z.object({ verb: z.literal('review.withdraw'), submissionId: SubmissionKey }),
] as const;
