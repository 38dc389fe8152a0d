import { z } from 'zod';
import { inquiryId, userGroupId } from '../domain/ids.ts';
import { inquiryAnswerKinds, inquiryLimits } from '../domain/inquiry.ts';
import { PageNumber, QuestionPayload } from './payload-keys.ts';
import { TypedField } from './typed-field.ts';

/** Broadcasts have names made of it, with points between their parts. */
const InquiryKey = z
  .string()
  .regex(/^[0-9A-Za-z-]{1,64}$/)
  .transform(inquiryId);

const UserGroupKey = z
  .string()
  .regex(/^[^/\\?#]{1,200}$/)
  .transform(userGroupId);

const one = { inquiryId: InquiryKey };
const answered = { ...one, kind: z.enum(inquiryAnswerKinds) };

/** Asking the community, answering, and what becomes of both. */
export const inquiryActions = [
  /** `question`: the one that found nothing; `asked`: what somebody typed after "Frag die Community". */
  z.object({
    verb: z.literal('inquiry.offer'),
    question: QuestionPayload.exactOptional(),
    asked: z.string().max(inquiryLimits.question).exactOptional(),
  }),
  z.object({
    verb: z.literal('inquiry.preview'),
    ...one,
    question: TypedField,
    more: TypedField,
    named: z.string().max(10).exactOptional(),
  }),
  z.object({ verb: z.literal('inquiry.offerChange'), ...one }),
  z.object({ verb: z.literal('inquiry.send'), ...one }),
  z.object({ verb: z.literal('inquiry.discard'), ...one }),
  z.object({ verb: z.literal('inquiry.show'), ...one }),
  z.object({ verb: z.literal('inquiry.listOwn'), page: PageNumber }),
  z.object({ verb: z.literal('inquiry.list'), page: PageNumber }),
  z.object({ verb: z.literal('inquiry.offerAnswer'), ...answered }),
  z.object({
    verb: z.literal('inquiry.answer'),
    ...answered,
    stage: z.string().max(40).exactOptional(),
    text: TypedField,
  }),
  z.object({ verb: z.literal('inquiry.takeBack'), ...answered }),
  /** An answer becomes the beginning of a use case. */
  z.object({ verb: z.literal('inquiry.register'), ...one, answer: z.number().int().positive() }),
  z.object({ verb: z.literal('inquiry.close'), ...one }),
  z.object({ verb: z.literal('inquiry.offerRoute'), ...one }),
  /** The group is chosen in a field: missing when nothing was. */
  z.object({ verb: z.literal('inquiry.route'), ...one, userGroup: UserGroupKey.exactOptional() }),
] as const;
