import { z } from 'zod';
import { storedMemberId, userGroupId } from '../domain/ids.ts';
import type { UserGroupId } from '../domain/ids.ts';
import { userGroupKinds, userGroupNameKey } from '../domain/user-group.ts';
import type { UserGroup } from '../domain/user-group.ts';
import type { Collection, DocumentStore, StoredDocument, WriteOperation } from '../ports/document-store.ts';
import { defineDocument } from './document.ts';
import { everyDocument } from './every-document.ts';
import { hashedId } from './hashed-id.ts';
import type { Stored } from './use-cases.ts';

export const userGroupCollection: Collection = { name: 'user-groups', indexes: ['document'] };

const userGroupDocument = defineDocument({
  name: 'user-group',
  version: 1,
  schema: z.object({
    /** Tells a group from a taken name. */
    document: z.literal('user-group'),
    id: z.string().transform(userGroupId),
    kind: z.enum(userGroupKinds),
    name: z.string(),
    description: z.string(),
    contact: z.string().exactOptional(),
    organisers: z.array(z.string().transform(storedMemberId)),
    createdAt: z.number().int(),
    archivedAt: z.number().int().exactOptional(),
    topics: z
      .object({
        until: z.string().exactOptional(),
        votesPerMember: z.number().int().positive().exactOptional(),
      })
      .exactOptional(),
    version: z.number().int().positive(),
  }),
  upgrades: {},
});

const nameDocument = defineDocument({
  name: 'user-group-name',
  version: 1,
  schema: z.object({
    document: z.literal('user-group-name'),
    userGroupId: z.string().transform(userGroupId),
  }),
  upgrades: {},
});

/** A community has some dozens of groups: one partition holds them all, so that a name is taken together with its group. */
const partition = 'user-groups';

/** Every user group, and for each open one a document whose id is made of its name: no name is taken twice, not even at one moment. */
export class UserGroups {
  readonly #store: DocumentStore;

  constructor(store: DocumentStore) {
    this.#store = store;
  }

  async find(id: UserGroupId): Promise<Stored<UserGroup> | undefined> {
    const document = await this.#store.get(userGroupCollection, { partition, id });
    return document && toStored(document);
  }

  /** The open group of this name, whatever the case and the spaces. */
  async findByName(name: string): Promise<Stored<UserGroup> | undefined> {
    const taken = await this.#store.get(userGroupCollection, { partition, id: nameId(name) });
    return taken && this.find(nameDocument.parse(taken.body).userGroupId);
  }

  /** All of them, archived ones included, in the order of their ids. */
  async all(): Promise<readonly Stored<UserGroup>[]> {
    const query = { partition, where: { document: 'user-group' } };
    return Array.fromAsync(everyDocument(this.#store, userGroupCollection, query), toStored);
  }

  async add(userGroup: UserGroup): Promise<'added' | 'name-taken'> {
    const outcome = await this.#store.transact(userGroupCollection, partition, [
      takeName(userGroup),
      { kind: 'create', id: userGroup.id, body: toBody(userGroup) },
    ]);
    return outcome.kind === 'done' ? 'added' : 'name-taken';
  }

  /** `conflict`: somebody else was faster; read again and decide again. An archived group gives its name back. */
  async replace(
    userGroup: UserGroup,
    before: Stored<UserGroup>,
  ): Promise<'replaced' | 'name-taken' | 'conflict'> {
    const outcome = await this.#store.transact(userGroupCollection, partition, [
      ...(await this.#changeName(before.value, userGroup)),
      { kind: 'replace', id: userGroup.id, etag: before.etag, body: toBody(userGroup) },
    ]);
    if (outcome.kind === 'done') {
      return 'replaced';
    }
    const isTaken = isOpen(userGroup) && outcome.id === nameId(userGroup.name);
    return isTaken ? 'name-taken' : 'conflict';
  }

  async #changeName(before: UserGroup, after: UserGroup): Promise<readonly WriteOperation[]> {
    const keeps = isOpen(after) && nameId(before.name) === nameId(after.name);
    if (keeps || !isOpen(before)) {
      return [];
    }
    const id = nameId(before.name);
    const taken = await this.#store.get(userGroupCollection, { partition, id });
    return [
      ...(taken === undefined ? [] : [{ kind: 'delete' as const, id, etag: taken.etag }]),
      ...(isOpen(after) ? [takeName(after)] : []),
    ];
  }
}

function isOpen({ archivedAt }: UserGroup): boolean {
  return archivedAt === undefined;
}

function takeName({ id, name }: UserGroup): WriteOperation {
  const body = nameDocument.toBody({ document: 'user-group-name', userGroupId: id });
  return { kind: 'create', id: nameId(name), body };
}

function nameId(name: string): string {
  return `name.${hashedId(userGroupNameKey(name))}`;
}

function toBody(userGroup: UserGroup) {
  const organisers = [...userGroup.organisers];
  return userGroupDocument.toBody({ document: 'user-group', ...userGroup, organisers });
}

function toStored({ body, etag }: StoredDocument): Stored<UserGroup> {
  const { document: _, ...value } = userGroupDocument.parse(body);
  return { value, etag };
}
