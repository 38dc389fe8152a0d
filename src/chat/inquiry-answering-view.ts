import type { CardAction, Surface } from '../cards/actions.ts';
import { inquiryAnswerFormCard } from '../cards/inquiry-answer-form-card.ts';
import { inquiryDetailsCard } from '../cards/inquiry-details-card.ts';
import { cleanWords } from '../domain/typed-words.ts';
import { titleLimit } from '../domain/use-case.ts';
import type { TypedUseCase } from '../domain/use-case-form.ts';
import { answerInquiry, offerAnswer, takeBackAnswer } from '../features/inquiries/answer-inquiry.ts';
import type { AnswerForm } from '../features/inquiries/answer-inquiry.ts';
import type { InquiryDone } from '../features/inquiries/inquiry-results.ts';
import { findForRegistration } from '../features/inquiries/show-inquiry.ts';
import type { FindForRegistrationResult } from '../features/inquiries/show-inquiry.ts';
import { inquiryTexts as texts } from '../texts/inquiry-texts.ts';
import { memberTexts } from '../texts/member-texts.ts';
import type { ChatDeps, Turn } from './chat-deps.ts';
import type { View } from './personal-view.ts';
import { openRegistration } from './registration-view.ts';
import { isSeenByAll } from './user-group-outcome.ts';

type AnsweringVerb = 'offerAnswer' | 'answer' | 'takeBack' | 'register';
type AnsweringAction = Extract<CardAction, { verb: `inquiry.${AnsweringVerb}` }>;
type Action<Verb extends AnsweringAction['verb']> = AnsweringAction & { readonly verb: Verb };

/** Answering an inquiry, and what becomes of an answer. The presser alone sees their own; where others read along a sentence. */
export async function toAnsweringView(deps: ChatDeps, turn: Turn, action: AnsweringAction): Promise<View> {
  switch (action.verb) {
    case 'inquiry.offerAnswer':
      return offer(deps, turn, action);
    case 'inquiry.answer':
      return answer(deps, turn, action);
    case 'inquiry.takeBack':
      return takeBack(deps, turn, action);
    case 'inquiry.register':
      return register(deps, turn, action);
  }
}

async function offer(
  deps: ChatDeps,
  { asker, surface }: Turn,
  { inquiryId, kind }: Action<'inquiry.offerAnswer'>,
): Promise<View> {
  const offered = await offerAnswer(deps, { asker, inquiryId, kind });
  switch (offered.kind) {
    case 'offered':
      return toForm(offered.form, surface);
    case 'closed':
      return texts.late;
    case 'own':
      return texts.own;
    case 'gone':
      return texts.gone;
    case 'denied':
      return memberTexts[offered.because];
  }
}

async function answer(
  deps: ChatDeps,
  { asker, surface }: Turn,
  { inquiryId, kind, verb: _verb, ...typed }: Action<'inquiry.answer'>,
): Promise<View> {
  const result = await answerInquiry(deps, { asker, inquiryId, kind, typed });
  switch (result.kind) {
    case 'invalid':
      return toForm(result.form, surface);
    case 'recorded':
      return toOutcome(result, surface, texts.recorded);
    case 'changed':
      return toOutcome(result, surface, texts.changed);
    case 'already':
      return toOutcome(result, surface, texts.answeredBefore);
    case 'closed':
      return texts.late;
    case 'own':
      return texts.own;
    case 'gone':
      return texts.gone;
    case 'denied':
      return memberTexts[result.because];
  }
}

async function takeBack(
  deps: ChatDeps,
  { asker, surface }: Turn,
  { inquiryId, kind }: Action<'inquiry.takeBack'>,
): Promise<View> {
  const result = await takeBackAnswer(deps, { asker, inquiryId, kind });
  switch (result.kind) {
    case 'taken-back':
    case 'absent': {
      const sentence = result.kind === 'absent' ? texts.takenBackBefore : texts.takenBack;
      return isSeenByAll(surface)
        ? sentence
        : { title: texts.title, card: inquiryDetailsCard(result.shown, surface, sentence) };
    }
    case 'gone':
      return texts.gone;
    case 'denied':
      return memberTexts[result.because];
  }
}

async function register(
  deps: ChatDeps,
  turn: Turn,
  { inquiryId, answer: number }: Action<'inquiry.register'>,
): Promise<View> {
  const { asker, surface } = turn;
  if (isSeenByAll(surface)) {
    return memberTexts.personalOnly;
  }
  const result = await findForRegistration(deps, { asker, inquiryId, number });
  switch (result.kind) {
    case 'found':
      return openRegistration(deps, turn, toBeginning(result));
    case 'not-responsible':
      return texts.notYours;
    case 'gone':
      return texts.gone;
    case 'denied':
      return memberTexts[result.because];
  }
}

/** What the form begins with: nothing that stands in the answer is typed again. */
function toBeginning({ shown, answer: given }: FindForRegistrationResult & { readonly kind: 'found' }) {
  const { stage, communeId, text, by } = given;
  const typed: TypedUseCase = {
    title: cleanWords(texts.subject(shown.inquiry.question), { atMost: titleLimit }),
    ...(stage !== undefined && { stage }),
    ...(stage === 'rejected' && { reason: text }),
    ...(communeId !== undefined && { body: communeId }),
    // Whoever answered is to be asked, not the organiser who enters it.
    ...(by !== shown.viewer.memberId && { contact: 'mailbox' }),
  };
  return { startingText: text, typed };
}

function toOutcome(
  { shown }: InquiryDone<'recorded' | 'changed' | 'already'>,
  surface: Surface,
  sentence: string,
): View {
  return isSeenByAll(surface)
    ? `${sentence} ${texts.changeOwn}`
    : { title: texts.title, card: inquiryDetailsCard(shown, surface, sentence) };
}

function toForm(form: AnswerForm, surface: Surface): View {
  return { title: texts.kinds[form.kind], card: inquiryAnswerFormCard(form, surface) };
}
