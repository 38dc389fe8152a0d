import { z } from 'zod';
import { conversationId, userGroupId } from '../domain/ids.ts';
import { keepSharedListsMs, mostSharedLists } from '../domain/shared-topic-list.ts';
import type { SharedTopicList } from '../domain/shared-topic-list.ts';
import { topicViews } from '../domain/topic-view.ts';
import type { Collection, DocumentStore, StoredDocument } from '../ports/document-store.ts';
import { defineDocument } from './document.ts';
import { hashedId } from './hashed-id.ts';
import { removeDocument } from './remove-document.ts';
import { writeLatest } from './write-latest.ts';

export const sharedTopicListCollection: Collection = { name: 'shared-topic-lists', indexes: ['postedAt'] };

const sharedTopicListDocument = defineDocument({
  name: 'shared-topic-list',
  version: 1,
  schema: z.object({
    conversationId: z.string().transform(conversationId),
    placeId: z.string().transform(conversationId),
    activityId: z.string(),
    list: z.object({
      view: z.enum(topicViews),
      userGroupId: z.string().transform(userGroupId).exactOptional(),
      page: z.number().int().positive(),
    }),
    postedAt: z.number().int(),
  }),
  upgrades: {},
});

/** Cards in channels and group chats that list topics. Each is its own partition; its id is a hash of where it stands. */
export class SharedTopicLists {
  readonly #store: DocumentStore;

  constructor(store: DocumentStore) {
    this.#store = store;
  }

  async put(shared: SharedTopicList): Promise<void> {
    const body = sharedTopicListDocument.toBody(shared);
    const expiresAt = shared.postedAt + keepSharedListsMs;
    await writeLatest(this.#store, sharedTopicListCollection, toKey(shared), () => body, expiresAt);
  }

  /** Those that were posted last. */
  async latest(): Promise<readonly SharedTopicList[]> {
    const { documents } = await this.#store.query(sharedTopicListCollection, {
      orderBy: { field: 'postedAt', direction: 'descending' },
      limit: mostSharedLists,
    });
    return documents.map(toSharedTopicList);
  }

  /** The card is gone. */
  async remove(shared: SharedTopicList): Promise<void> {
    await removeDocument(this.#store, sharedTopicListCollection, toKey(shared));
  }
}

function toKey({ conversationId: place, activityId }: SharedTopicList) {
  const id = hashedId(`${place}\n${activityId}`);
  return { partition: id, id };
}

function toSharedTopicList({ body }: StoredDocument): SharedTopicList {
  return sharedTopicListDocument.parse(body);
}
