import { z } from 'zod';
import { conversationId, tenantId, userGroupId } from '../domain/ids.ts';
import type { ConversationId, UserGroupId } from '../domain/ids.ts';
import type { UserGroupChannel } from '../domain/user-group.ts';
import type { Collection, DocumentStore, StoredDocument } from '../ports/document-store.ts';
import { defineDocument } from './document.ts';
import { everyDocument } from './every-document.ts';
import { hashedId } from './hashed-id.ts';

export const userGroupChannelCollection: Collection = {
  name: 'user-group-channels',
  indexes: ['userGroupId'],
};

const channelDocument = defineDocument({
  name: 'user-group-channel',
  version: 1,
  schema: z.object({
    conversationId: z.string().transform(conversationId),
    userGroupId: z.string().transform(userGroupId),
    tenantId: z.string().transform(tenantId),
    name: z.string().exactOptional(),
  }),
  upgrades: {},
});

/** Few: some channels for each group. */
const partition = 'user-group-channels';

/** Which user group a channel or group chat belongs to. The id is made of the conversation, so it belongs to one at most. */
export class UserGroupChannels {
  readonly #store: DocumentStore;

  constructor(store: DocumentStore) {
    this.#store = store;
  }

  async find(conversation: ConversationId): Promise<UserGroupChannel | undefined> {
    const id = hashedId(conversation);
    const document = await this.#store.get(userGroupChannelCollection, { partition, id });
    return document && toChannel(document);
  }

  async ofGroup(group: UserGroupId): Promise<readonly UserGroupChannel[]> {
    const query = { partition, where: { userGroupId: group } };
    return Array.fromAsync(everyDocument(this.#store, userGroupChannelCollection, query), toChannel);
  }

  /** The last one who says it wins; `undefined`: the channel belongs to no group any more. */
  async set(conversation: ConversationId, channel: UserGroupChannel | undefined): Promise<void> {
    const id = hashedId(conversation);
    for (;;) {
      const known = await this.#store.get(userGroupChannelCollection, { partition, id });
      if (known === undefined && channel === undefined) {
        return;
      }
      const outcome = await this.#store.transact(userGroupChannelCollection, partition, [
        toOperation(id, known, channel),
      ]);
      if (outcome.kind === 'done') {
        return;
      }
    }
  }
}

function toOperation(id: string, known: StoredDocument | undefined, channel: UserGroupChannel | undefined) {
  if (channel === undefined) {
    return { kind: 'delete', id, etag: known?.etag ?? '' } as const;
  }
  const body = channelDocument.toBody(channel);
  return known === undefined
    ? ({ kind: 'create', id, body } as const)
    : ({ kind: 'replace', id, etag: known.etag, body } as const);
}

function toChannel({ body }: StoredDocument): UserGroupChannel {
  return channelDocument.parse(body);
}
