import type { AnswerFields, InquiryFields } from './inquiry-form.ts';
import { closesAt, isOpen } from './inquiry.ts';
import type {
  ClosedBecause,
  Inquiry,
  InquiryAnswer,
  InquiryAnswerKind,
  InquiryThread,
  UntoldAnswer,
} from './inquiry.ts';
import type { CommuneId, InquiryId, MemberId, UserGroupId } from './ids.ts';
import type { Instant } from './instant.ts';

/** A draft is replaced as often as its author looks at the preview. */
export function draftInquiry(
  id: InquiryId,
  fields: InquiryFields,
  { by, communeId, now }: { by: MemberId; communeId: CommuneId | undefined; now: Instant },
): Inquiry {
  return {
    id,
    ...fields,
    ...(fields.named && communeId !== undefined && { communeId }),
    by,
    createdAt: now,
    state: { kind: 'draft' },
    answers: 0,
    numbered: 0,
    revision: 0,
    shown: 0,
    posts: [],
    untold: [],
  };
}

/** What became of an inquiry; `already`: it is so since before. */
export interface ChangedInquiry<Kind extends string> {
  readonly kind: Kind;
  readonly inquiry: Inquiry;
}

/** It is about to be sent, if there is room for it; undefined when it is sent already. */
export function beginSending(inquiry: Inquiry, now: Instant): Inquiry | undefined {
  return inquiry.state.kind === 'draft' ? { ...inquiry, sendingAt: now } : undefined;
}

/** There was no room; it stays a draft. */
export function giveUpSending(inquiry: Inquiry): Inquiry | undefined {
  const { sendingAt, ...draft } = inquiry;
  return inquiry.state.kind === 'draft' && sendingAt !== undefined ? draft : undefined;
}

export function sendInquiry(inquiry: Inquiry, now: Instant): ChangedInquiry<'sent' | 'already'> {
  if (inquiry.state.kind !== 'draft') {
    return { kind: 'already', inquiry };
  }
  const { sendingAt: _, ...draft } = inquiry;
  return {
    kind: 'sent',
    inquiry: {
      ...draft,
      sentAt: now,
      state: { kind: 'open' },
      revision: 1,
      shown: 1,
      posts: [{ to: 'community', begun: false }],
    },
  };
}

export type AnswerInquiryOutcome =
  | {
      readonly kind: 'recorded' | 'changed' | 'already';
      readonly inquiry: Inquiry;
      readonly answer: InquiryAnswer;
    }
  | ChangedInquiry<'closed' | 'own'>;

/** The first answer of a member, or another version of it. The asker has other ways to add something. */
export function answerInquiry(
  { inquiry, answers }: InquiryThread,
  given: AnswerFields & {
    readonly kind: InquiryAnswerKind;
    readonly by: MemberId;
    readonly communeId?: CommuneId;
  },
  now: Instant,
): AnswerInquiryOutcome {
  if (!isOpen(inquiry)) {
    return { kind: 'closed', inquiry };
  }
  if (inquiry.by === given.by) {
    return { kind: 'own', inquiry };
  }
  const known = findAnswer(answers, given);
  if (known === undefined) {
    const number = inquiry.numbered + 1;
    const answer: InquiryAnswer = { ...given, number, at: now, version: 1 };
    const told: Inquiry = {
      ...changed(inquiry, answer),
      state: { kind: 'answered' },
      answers: inquiry.answers + 1,
      numbered: number,
      answeredAt: now,
    };
    return { kind: 'recorded', inquiry: told, answer };
  }
  if (known.text === given.text && known.stage === given.stage && known.communeId === given.communeId) {
    return { kind: 'already', inquiry, answer: known };
  }
  const answer: InquiryAnswer = { ...given, number: known.number, at: known.at, version: known.version + 1 };
  return { kind: 'changed', inquiry: changed(inquiry, answer), answer };
}

export type TakeBackOutcome =
  | { readonly kind: 'taken-back'; readonly inquiry: Inquiry; readonly answer: InquiryAnswer }
  | ChangedInquiry<'absent'>;

/** Everybody may take back their own words, also when the inquiry is closed; without any answer it is open again. */
export function takeBackAnswer(
  { inquiry, answers }: InquiryThread,
  own: Pick<InquiryAnswer, 'by' | 'kind'>,
): TakeBackOutcome {
  const answer = findAnswer(answers, own);
  if (answer === undefined) {
    return { kind: 'absent', inquiry };
  }
  const { number, version } = answer;
  const left = inquiry.answers - 1;
  const isReopened = inquiry.state.kind === 'answered' && left === 0;
  return {
    kind: 'taken-back',
    answer,
    inquiry: {
      ...changed(inquiry, { number, version: version + 1 }),
      answers: left,
      ...(isReopened && { state: { kind: 'open' } }),
    },
  };
}

/** Closed once; who did it first stays. */
export function closeInquiry(
  inquiry: Inquiry,
  because: ClosedBecause,
  now: Instant,
): ChangedInquiry<'closed' | 'already'> {
  if (!isOpen(inquiry)) {
    return { kind: 'already', inquiry };
  }
  const state = { kind: 'closed', at: now, because } as const;
  return { kind: 'closed', inquiry: { ...inquiry, state, revision: inquiry.revision + 1 } };
}

/** Nobody has answered for a long time. */
export function closeOverdue(inquiry: Inquiry, now: Instant): ChangedInquiry<'closed' | 'already'> {
  const due = closesAt(inquiry);
  return due === undefined || now < due ? { kind: 'already', inquiry } : closeInquiry(inquiry, 'time', now);
}

/** Once to each group. */
export function routeInquiry(
  inquiry: Inquiry,
  to: UserGroupId,
): ChangedInquiry<'routed' | 'already' | 'closed'> {
  if (!isOpen(inquiry)) {
    return { kind: 'closed', inquiry };
  }
  if (inquiry.posts.some((post) => post.to === to)) {
    return { kind: 'already', inquiry };
  }
  return { kind: 'routed', inquiry: { ...inquiry, posts: [...inquiry.posts, { to, begun: false }] } };
}

/** The asker's data is erased: the question stays as the community's, without what points to the person. */
export function forgetAsker(inquiry: Inquiry): Inquiry {
  const { by: _by, communeId: _commune, more: _more, ...rest } = inquiry;
  return { ...rest, named: false, untold: [], revision: inquiry.revision + 1 };
}

/** What was undone in `seen` is done; what came after it is not. */
export function carriedOut(inquiry: Inquiry, seen: Inquiry): Inquiry {
  const isDone = ({ number, version }: UntoldAnswer) =>
    seen.untold.some((one) => one.number === number && one.version === version);
  return {
    ...inquiry,
    shown: Math.max(inquiry.shown, seen.revision),
    posts: inquiry.posts.map((post) => (seen.posts.some(({ to }) => to === post.to) ? begun(post) : post)),
    untold: inquiry.untold.filter((one) => !isDone(one)),
  };
}

function begun<Post extends Inquiry['posts'][number]>(post: Post): Post {
  return { ...post, begun: true };
}

function findAnswer(
  answers: readonly InquiryAnswer[],
  { by, kind }: Pick<InquiryAnswer, 'by' | 'kind'>,
): InquiryAnswer | undefined {
  return answers.find((one) => one.by === by && one.kind === kind);
}

/** Posted cards follow, and the asker is told, as long as there is one. */
function changed(inquiry: Inquiry, { number, version }: UntoldAnswer): Inquiry {
  const untold = inquiry.by === undefined ? [] : [...inquiry.untold, { number, version }];
  return { ...inquiry, untold, revision: inquiry.revision + 1 };
}
