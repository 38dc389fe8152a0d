import type { Deps } from '../../deps.ts';
import type { ConversationId } from '../../domain/ids.ts';
import { dayMs } from '../../domain/instant.ts';
import type { Asker } from '../../domain/member.ts';
import type { Question } from '../../domain/question.ts';

/** The question that "nur produktiv" and "weitere" refer to, and the page that was shown last. */
export interface RememberedQuestion {
  readonly question: Question;
  readonly page: number;
}

/** What the person asked last in this conversation; nothing for people without an account. */
export async function findLastQuestion(
  deps: Pick<Deps, 'dialogues'>,
  asker: Asker,
  conversation: ConversationId,
): Promise<RememberedQuestion | undefined> {
  return asker.memberId && deps.dialogues.find(asker.memberId, conversation);
}

/** Keeps the question until the next one, at most for the time that the operator set. */
export async function rememberQuestion(
  deps: Pick<Deps, 'clock' | 'dialogues' | 'rules'>,
  asker: Asker,
  conversationId: ConversationId,
  { question, page }: RememberedQuestion,
): Promise<void> {
  if (asker.memberId === undefined) {
    return;
  }
  const askedAt = deps.clock.now();
  const expiresAt = askedAt + deps.rules.questionRetentionDays * dayMs;
  await deps.dialogues.remember(asker.memberId, { conversationId, question, page, askedAt }, expiresAt);
}
