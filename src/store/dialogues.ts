import { z } from 'zod';
import { fromFilterKey, toFilterKey } from '../domain/filter-keys.ts';
import { conversationId } from '../domain/ids.ts';
import type { ConversationId, MemberId } from '../domain/ids.ts';
import type { Instant } from '../domain/instant.ts';
import type { Question } from '../domain/question.ts';
import type { Collection, DocumentStore } from '../ports/document-store.ts';
import { defineDocument } from './document.ts';
import { hashedId } from './hashed-id.ts';
import { toMemberKey } from './member-key.ts';
import { writeLatest } from './write-latest.ts';

export const dialogueCollection: Collection = { name: 'dialogues', indexes: [] };

/** The last question of a person in a conversation: what "nur produktiv" or "weitere" refers to. */
export interface Dialogue {
  readonly conversationId: ConversationId;
  readonly question: Question;
  /** The page that was shown last, from 1. */
  readonly page: number;
  readonly askedAt: Instant;
}

const dialogueDocument = defineDocument({
  name: 'dialogue',
  version: 1,
  schema: z.object({
    conversationId: z.string().transform(conversationId),
    sought: z.string(),
    filters: z.array(z.string()),
    page: z.number().int().positive(),
    askedAt: z.number().int(),
  }),
  upgrades: {},
});

/** One document per person and conversation, all of a person's in one partition, so that they are found and erased. Conversation ids are hashed: they hold characters that document ids may not. */
export class Dialogues {
  readonly #store: DocumentStore;

  constructor(store: DocumentStore) {
    this.#store = store;
  }

  async find(member: MemberId, conversation: ConversationId): Promise<Dialogue | undefined> {
    const key = { partition: toMemberKey(member).partition, id: hashedId(conversation) };
    const document = await this.#store.get(dialogueCollection, key);
    return document && toDialogue(dialogueDocument.parse(document.body));
  }

  /** The latest question wins; expires by itself. */
  async remember(member: MemberId, dialogue: Dialogue, expiresAt: Instant): Promise<void> {
    const { partition } = toMemberKey(member);
    const id = hashedId(dialogue.conversationId);
    const body = dialogueDocument.toBody({
      conversationId: dialogue.conversationId,
      sought: dialogue.question.sought,
      filters: dialogue.question.filters.map(toFilterKey),
      page: dialogue.page,
      askedAt: dialogue.askedAt,
    });
    await writeLatest(this.#store, dialogueCollection, { partition, id }, () => body, expiresAt);
  }

  async ofMember(member: MemberId): Promise<readonly Dialogue[]> {
    const { partition } = toMemberKey(member);
    const page = await this.#store.query(dialogueCollection, { partition, limit: 1000 });
    return page.documents.map(({ body }) => toDialogue(dialogueDocument.parse(body)));
  }

  async eraseOf(member: MemberId): Promise<number> {
    const { partition } = toMemberKey(member);
    let erased = 0;
    for (;;) {
      const page = await this.#store.query(dialogueCollection, { partition, limit: 100 });
      if (page.documents.length === 0) {
        return erased;
      }
      const outcome = await this.#store.transact(
        dialogueCollection,
        partition,
        page.documents.map(({ id, etag }) => ({ kind: 'delete', id, etag })),
      );
      erased += outcome.kind === 'done' ? page.documents.length : 0;
    }
  }
}

function toDialogue(body: ReturnType<typeof dialogueDocument.parse>): Dialogue {
  const filters = body.filters.map(fromFilterKey).filter((filter) => filter !== undefined);
  return {
    conversationId: body.conversationId,
    question: { sought: body.sought, filters },
    page: body.page,
    askedAt: body.askedAt,
  };
}
