import { inquiryCard } from '../cards/inquiry-card.ts';
import { answerWords, fromWords } from '../cards/inquiry-parts.ts';
import { inquiryToldCard } from '../cards/inquiry-told-card.ts';
import { noteCard } from '../cards/note-card.ts';
import { shortenText } from '../cards/shorten-text.ts';
import type { BroadcastSubject } from '../domain/broadcast.ts';
import { inquiryTexts } from '../texts/inquiry-texts.ts';
import type { ChatDeps } from './chat-deps.ts';
import { toClosedQuestion } from './understand/closed-question.ts';
import type { ComposedMessage, ComposeRequest } from './compose-message.ts';

type InquirySubject = BroadcastSubject & { readonly kind: 'inquiry' | 'inquiry-answer' };

/** The question in a channel as it stands now; and to its asker, what somebody answered. */
export async function composeInquiry(
  deps: ChatDeps,
  subject: InquirySubject,
  { recipient, short = false }: ComposeRequest,
): Promise<ComposedMessage | undefined> {
  const thread = await deps.inquiries.findThread(subject.inquiryId);
  if (thread === undefined || thread.inquiry.state.kind === 'draft') {
    return undefined;
  }
  const { inquiry, answers } = thread;
  const { communes } = deps.operator.current();
  const { posted, told } = inquiryTexts;
  if (subject.kind === 'inquiry') {
    return {
      card: inquiryCard(thread, communes, { shared: true, dialogs: deps.dialogs }, { short }),
      summary: posted.summary(fromWords(inquiry, communes), inquiry.question),
    };
  }
  if (recipient.kind !== 'member' || inquiry.by !== recipient.memberId) {
    return undefined;
  }
  const answer = answers.find(({ number }) => number === subject.answer);
  if (answer === undefined) {
    return { card: noteCard(told.takenBack), summary: told.takenBack };
  }
  const viewer = { memberId: recipient.memberId, isAsker: true, isOrganiser: false };
  const surface = { shared: false, dialogs: deps.dialogs };
  const sought = toClosedQuestion(inquiry.question, { communes, themes: [] });
  return {
    card: inquiryToldCard({ ...thread, communes, viewer }, { answer, sought }, surface, { short }),
    summary: told.summary(
      answerWords(answer, communes),
      shortenText(answer.text.replaceAll(/\s+/g, ' '), summaryLength),
    ),
  };
}

/** Characters that a notification has room for. */
const summaryLength = 120;
