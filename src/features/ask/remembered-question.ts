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

/** Where a question was asked: a chat, or a thread and the channel it belongs to. */
export interface AskedIn {
  readonly id: ConversationId;
  readonly channelId?: ConversationId;
}

/** What the person asked last in this chat or thread, or else in its channel; nothing for people without an account. */
export async function findLastQuestion(
  deps: Pick<Deps, 'dialogues'>,
  { memberId }: Asker,
  place: AskedIn,
): Promise<RememberedQuestion | undefined> {
  if (memberId === undefined) {
    return undefined;
  }
  for (const conversation of conversationsOf(place)) {
    const dialogue = await deps.dialogues.find(memberId, conversation);
    if (dialogue !== undefined) {
      return dialogue;
    }
  }
  return undefined;
}

/** Keeps the question until the next one, at most for the time that the operator set. */
export async function rememberQuestion(
  deps: Pick<Deps, 'clock' | 'dialogues' | 'rules'>,
  { memberId }: Asker,
  place: AskedIn,
  { question, page }: RememberedQuestion,
): Promise<void> {
  if (memberId === undefined) {
    return;
  }
  const askedAt = deps.clock.now();
  const expiresAt = askedAt + deps.rules.questionRetentionDays * dayMs;
  await Promise.all(
    conversationsOf(place).map((conversationId) =>
      deps.dialogues.remember(memberId, { conversationId, question, page, askedAt }, expiresAt),
    ),
  );
}

function conversationsOf({ id, channelId }: AskedIn): readonly ConversationId[] {
  return channelId === undefined ? [id] : [id, channelId];
}
