import { z } from 'zod';
import { conversationId, tenantId, userGroupId } from '../domain/ids.ts';
import type { ConversationId, UserGroupId } from '../domain/ids.ts';
import type { CommunityChannel, UserGroupChannel } from '../domain/user-group.ts';
import type { Collection, DocumentStore, StoredDocument } from '../ports/document-store.ts';
import { defineDocument } from './document.ts';
import { everyDocument } from './every-document.ts';
import { hashedId } from './hashed-id.ts';

export const userGroupChannelCollection: Collection = {
  name: 'user-group-channels',
  indexes: ['userGroupId', 'community'],
};

const channelDocument = defineDocument({
  name: 'user-group-channel',
  version: 1,
  schema: z.object({
    conversationId: z.string().transform(conversationId),
    userGroupId: z.string().transform(userGroupId).exactOptional(),
    /** It belongs to no group but to everybody. */
    community: z.literal(true).exactOptional(),
    tenantId: z.string().transform(tenantId),
    name: z.string().exactOptional(),
  }),
  upgrades: {},
});

/** Few: some channels for each group. */
const partition = 'user-group-channels';

/**
 * Which user group a channel or group chat belongs to, or that it is the whole community's. The id is made of the conversation, so it
 * belongs to one at most.
 */
export class UserGroupChannels {
  readonly #store: DocumentStore;

  constructor(store: DocumentStore) {
    this.#store = store;
  }

  async find(conversation: ConversationId): Promise<UserGroupChannel | CommunityChannel | undefined> {
    const id = hashedId(conversation);
    const document = await this.#store.get(userGroupChannelCollection, { partition, id });
    return document && toChannel(document);
  }

  async ofGroup(group: UserGroupId): Promise<readonly UserGroupChannel[]> {
    const query = { partition, where: { userGroupId: group } };
    const channels = await Array.fromAsync(
      everyDocument(this.#store, userGroupChannelCollection, query),
      toChannel,
    );
    return channels.filter((channel) => 'userGroupId' in channel);
  }

  /** In the order of their ids. */
  async ofCommunity(): Promise<readonly CommunityChannel[]> {
    const query = { partition, where: { community: true } };
    return Array.fromAsync(everyDocument(this.#store, userGroupChannelCollection, query), toChannel);
  }

  /** The last one who says it wins; `undefined`: the channel belongs to nobody any more. */
  async set(
    conversation: ConversationId,
    channel: UserGroupChannel | CommunityChannel | undefined,
  ): Promise<void> {
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

function toOperation(
  id: string,
  known: StoredDocument | undefined,
  channel: UserGroupChannel | CommunityChannel | undefined,
) {
  if (channel === undefined) {
    return { kind: 'delete', id, etag: known?.etag ?? '' } as const;
  }
  const owner = 'userGroupId' in channel ? {} : { community: true as const };
  const body = channelDocument.toBody({ ...channel, ...owner });
  return known === undefined
    ? ({ kind: 'create', id, body } as const)
    : ({ kind: 'replace', id, etag: known.etag, body } as const);
}

function toChannel({ body }: StoredDocument): UserGroupChannel | CommunityChannel {
  const { userGroupId: group, community: _, ...channel } = channelDocument.parse(body);
  return group === undefined ? channel : { ...channel, userGroupId: group };
}
