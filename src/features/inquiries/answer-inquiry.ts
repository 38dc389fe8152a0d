import type { Deps } from '../../deps.ts';
import type { InquiryId } from '../../domain/ids.ts';
import { checkAnswer } from '../../domain/inquiry-form.ts';
import type { AnswerFields, AnswerProblem, TypedAnswer } from '../../domain/inquiry-form.ts';
import { answerInquiry as toAnswered, takeBackAnswer as toTakenBack } from '../../domain/inquiry-steps.ts';
import type { AnswerInquiryOutcome, TakeBackOutcome } from '../../domain/inquiry-steps.ts';
import { isOpen } from '../../domain/inquiry.ts';
import type { InquiryAnswer, InquiryAnswerKind } from '../../domain/inquiry.ts';
import type { Asker } from '../../domain/member.ts';
import { carryOutInTurn } from './carry-out-inquiry.ts';
import type { CarryOutDeps } from './carry-out-inquiry.ts';
import { checkAsker, findShown, toShown } from './inquiry-results.ts';
import type { DeniedInquiry, GoneInquiry, InquiryDone, ShownInquiry } from './inquiry-results.ts';
import { ownCommune } from './offer-inquiry.ts';

type AnswerDeps = CarryOutDeps & Pick<Deps, 'operator'>;

/** What stands in the form, and whose answer it would be. */
export interface AnswerForm {
  readonly shown: ShownInquiry;
  readonly kind: InquiryAnswerKind;
  readonly fields?: AnswerFields;
  readonly problems?: readonly AnswerProblem[];
  readonly commune?: string;
  /** The asker's own answer of this kind: never for a card that others see. */
  readonly known?: InquiryAnswer;
}

type NotOpen = InquiryDone<'closed' | 'own'>;

export type OfferAnswerResult =
  | { readonly kind: 'offered'; readonly form: AnswerForm }
  | NotOpen
  | GoneInquiry
  | DeniedInquiry;

export interface AnswerRequest {
  readonly asker: Asker;
  readonly inquiryId: InquiryId;
  readonly kind: InquiryAnswerKind;
}

/** The form for an answer of this kind, with the asker's own one in it where there is one. */
export async function offerAnswer(
  deps: Pick<Deps, 'inquiries' | 'logger' | 'operator'>,
  { asker, inquiryId, kind }: AnswerRequest,
): Promise<OfferAnswerResult> {
  const permission = checkAsker(deps, asker);
  if (permission.kind === 'denied') {
    return permission;
  }
  const shown = await findShown(deps, asker, inquiryId);
  if (shown === undefined || shown.inquiry.state.kind === 'draft') {
    return { kind: 'gone' };
  }
  if (!isOpen(shown.inquiry)) {
    return { kind: 'closed', shown };
  }
  if (shown.viewer.isAsker) {
    return { kind: 'own', shown };
  }
  const known = shown.answers.find((one) => one.by === permission.memberId && one.kind === kind);
  const form = { shown, kind, ...ownCommune(deps, asker), ...(known !== undefined && { known }) };
  return { kind: 'offered', form };
}

export type AnswerInquiryResult =
  | (InquiryDone<'recorded' | 'changed' | 'already'> & { readonly answer: InquiryAnswer })
  | { readonly kind: 'invalid'; readonly form: AnswerForm }
  | NotOpen
  | GoneInquiry
  | DeniedInquiry;

/** Records what somebody answers, or another version of it. The asker is told at once, and posted cards follow. */
export async function answerInquiry(
  deps: AnswerDeps,
  { asker, inquiryId, kind, typed }: AnswerRequest & { readonly typed: TypedAnswer },
): Promise<AnswerInquiryResult> {
  const offered = await offerAnswer(deps, { asker, inquiryId, kind });
  if (offered.kind !== 'offered') {
    return offered;
  }
  const { memberId, communeId } = asker;
  const checked = checkAnswer(kind, typed);
  if (checked.kind === 'invalid' || memberId === undefined) {
    const { fields } = checked;
    const problems = checked.kind === 'invalid' ? checked.problems : [];
    return { kind: 'invalid', form: { ...offered.form, fields, problems } };
  }
  const given = { ...checked.fields, kind, by: memberId, ...(communeId !== undefined && { communeId }) };
  let outcome: AnswerInquiryOutcome | undefined;
  await deps.inquiries.change(inquiryId, (thread) => {
    outcome = toAnswered(thread, given, deps.clock.now());
    return outcome.kind === 'recorded' || outcome.kind === 'changed'
      ? { inquiry: outcome.inquiry, put: outcome.answer }
      : undefined;
  });
  if (outcome === undefined) {
    return { kind: 'gone' };
  }
  return toResult(deps, asker, outcome);
}

async function toResult(
  deps: AnswerDeps,
  asker: Asker,
  outcome: AnswerInquiryOutcome,
): Promise<AnswerInquiryResult> {
  const { id } = outcome.inquiry;
  if (outcome.kind === 'recorded' || outcome.kind === 'changed') {
    await carryOutInTurn(deps, id);
  }
  const shown = await findShown(deps, asker, id);
  if (shown === undefined) {
    return { kind: 'gone' };
  }
  switch (outcome.kind) {
    case 'recorded':
    case 'changed':
    case 'already':
      return { kind: outcome.kind, shown, answer: outcome.answer };
    case 'closed':
    case 'own':
      return { kind: outcome.kind, shown };
  }
}

export type TakeBackResult = InquiryDone<'taken-back' | 'absent'> | GoneInquiry | DeniedInquiry;

/** "Zurücknehmen", of one's own answer; also when the inquiry is closed. */
export async function takeBackAnswer(
  deps: AnswerDeps,
  { asker, inquiryId, kind }: AnswerRequest,
): Promise<TakeBackResult> {
  const permission = checkAsker(deps, asker);
  if (permission.kind === 'denied') {
    return permission;
  }
  const taken = await removeAnswer(deps, { inquiryId, kind, by: permission.memberId });
  const thread = await deps.inquiries.findThread(inquiryId);
  if (thread === undefined || thread.inquiry.state.kind === 'draft') {
    return { kind: 'gone' };
  }
  return { kind: taken, shown: toShown(deps, asker, thread) };
}

/** Takes an answer out of its inquiry, and carries out what follows from it. */
export async function removeAnswer(
  deps: CarryOutDeps,
  own: Pick<InquiryAnswer, 'by' | 'kind'> & { readonly inquiryId: InquiryId },
): Promise<'taken-back' | 'absent'> {
  let outcome: TakeBackOutcome | undefined;
  await deps.inquiries.change(own.inquiryId, (thread) => {
    outcome = toTakenBack(thread, own);
    return outcome.kind === 'taken-back' ? { inquiry: outcome.inquiry, remove: outcome.answer } : undefined;
  });
  if (outcome?.kind !== 'taken-back') {
    return 'absent';
  }
  await carryOutInTurn(deps, own.inquiryId);
  return 'taken-back';
}
