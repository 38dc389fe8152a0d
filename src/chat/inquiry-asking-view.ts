import type { CardAction, Surface } from '../cards/actions.ts';
import { inquiryDetailsCard } from '../cards/inquiry-details-card.ts';
import { inquiryFormCard } from '../cards/inquiry-form-card.ts';
import { inquiryPreviewCard } from '../cards/inquiry-preview-card.ts';
import { noteCard } from '../cards/note-card.ts';
import { inquiryLimits } from '../domain/inquiry.ts';
import { cleanWords } from '../domain/typed-words.ts';
import { draftInquiry } from '../features/inquiries/draft-inquiry.ts';
import { offerInquiryChange, offerInquiryForm } from '../features/inquiries/offer-inquiry.ts';
import type { InquiryObstacle } from '../features/inquiries/offer-inquiry.ts';
import { discardInquiry, sendInquiry } from '../features/inquiries/send-inquiry.ts';
import { inquiryTexts as texts } from '../texts/inquiry-texts.ts';
import { memberTexts } from '../texts/member-texts.ts';
import type { ChatDeps, Turn } from './chat-deps.ts';
import type { View } from './personal-view.ts';
import { isSeenByAll } from './user-group-outcome.ts';

type AskingVerb = 'offer' | 'preview' | 'offerChange' | 'send' | 'discard';
type AskingAction = Extract<CardAction, { verb: `inquiry.${AskingVerb}` }>;
type Action<Verb extends AskingAction['verb']> = AskingAction & { readonly verb: Verb };

/** From the question to its sending. */
export async function toAskingView(deps: ChatDeps, turn: Turn, action: AskingAction): Promise<View> {
  switch (action.verb) {
    case 'inquiry.offer':
      return offer(deps, turn, action);
    case 'inquiry.offerChange':
      return offerChange(deps, turn, action);
    case 'inquiry.preview':
      return preview(deps, turn, action);
    case 'inquiry.send':
      return send(deps, turn, action);
    case 'inquiry.discard':
      return discard(deps, turn, action);
  }
}

/** Why nobody can be asked now, and what to do instead. */
export function whyNot(obstacle: InquiryObstacle): string {
  switch (obstacle.kind) {
    case 'denied':
      return memberTexts[obstacle.because];
    case 'no-channel':
      return obstacle.organises ? texts.noChannelForOrganisers : texts.noChannel;
    case 'too-many':
      return texts.tooMany;
  }
}

async function offer(
  deps: ChatDeps,
  { asker, surface }: Turn,
  { question, asked }: Action<'inquiry.offer'>,
): Promise<View> {
  const offered = await offerInquiryForm(deps, { asker });
  if (offered.kind !== 'offered') {
    return whyNot(offered);
  }
  const sought = question?.sought ?? '';
  const suggested = asked ?? (sought === '' ? '' : texts.form.suggestion(sought));
  const fields = { question: cleanWords(suggested, { atMost: inquiryLimits.question }), named: true };
  return toForm({ ...offered, fields }, surface);
}

async function offerChange(
  deps: ChatDeps,
  { asker, surface }: Turn,
  { inquiryId }: Action<'inquiry.offerChange'>,
): Promise<View> {
  const offered = await offerInquiryChange(deps, { asker, inquiryId });
  switch (offered.kind) {
    case 'gone':
      return texts.gone;
    case 'sent':
      return texts.sentBefore;
    case 'offered': {
      const { fields = { question: '', named: true } } = offered;
      return toForm({ ...offered, fields, isChange: true }, surface);
    }
    case 'denied':
    case 'no-channel':
    case 'too-many':
      return whyNot(offered);
  }
}

async function preview(
  deps: ChatDeps,
  { asker, surface }: Turn,
  { inquiryId, verb: _verb, ...typed }: Action<'inquiry.preview'>,
): Promise<View> {
  const result = await draftInquiry(deps, { asker, inquiryId, typed });
  switch (result.kind) {
    case 'invalid':
      return toForm(result, surface);
    case 'drafted': {
      const { shown, channels } = result;
      return { title: texts.title, card: inquiryPreviewCard(shown, channels, surface) };
    }
    case 'sent':
      return texts.sentBefore;
    case 'gone':
      return texts.gone;
    case 'denied':
    case 'no-channel':
    case 'too-many':
      return whyNot(result);
  }
}

async function send(
  deps: ChatDeps,
  { asker, surface }: Turn,
  { inquiryId }: Action<'inquiry.send'>,
): Promise<View> {
  const result = await sendInquiry(deps, { asker, inquiryId });
  switch (result.kind) {
    case 'sent':
    case 'already': {
      const sentence = texts[result.kind];
      return isSeenByAll(surface)
        ? sentence
        : { title: texts.title, card: inquiryDetailsCard(result.shown, surface, sentence) };
    }
    case 'gone':
      return texts.gone;
    case 'denied':
    case 'no-channel':
    case 'too-many':
      return whyNot(result);
  }
}

async function discard(
  deps: ChatDeps,
  { asker, surface }: Turn,
  { inquiryId }: Action<'inquiry.discard'>,
): Promise<View> {
  const result = await discardInquiry(deps, { asker, inquiryId });
  switch (result.kind) {
    case 'discarded':
      return isSeenByAll(surface) ? texts.discarded : { title: texts.title, card: noteCard(texts.discarded) };
    case 'sent':
      return texts.sentBefore;
    case 'denied':
      return memberTexts[result.because];
  }
}

function toForm(state: Parameters<typeof inquiryFormCard>[0], surface: Surface): View {
  const card = inquiryFormCard(state, surface);
  return { title: card.fallbackText, card };
}
