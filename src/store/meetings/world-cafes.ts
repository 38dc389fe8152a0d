import { timingSafeEqual } from 'node:crypto';
import type { MeetingId, MemberId } from '../../domain/ids.ts';
import type { Instant } from '../../domain/instant.ts';
import type { CafeWish, WorldCafe } from '../../domain/meetings/world-cafe/world-cafe.ts';
import { StoreUnavailableError } from '../../ports/document-store.ts';
import type { Collection, DocumentStore, StoredDocument } from '../../ports/document-store.ts';
import { everyDocument } from '../every-document.ts';
import { hashedId } from '../hashed-id.ts';
import { InTurn } from '../in-turn.ts';
import { toMemberKey } from '../member-key.ts';
import { removeDocument } from '../remove-document.ts';
import { writeLatest } from '../write-latest.ts';
import {
  isLink,
  isWish,
  toCafe,
  toCafeBody,
  toLink,
  toLinkBody,
  toWish,
  toWishBody,
} from './world-cafe-document.ts';

/** Wishes have `memberKey`, cafés the rest. */
export const worldCafeCollection: Collection = {
  name: 'world-cafes',
  indexes: ['document', 'memberKey', 'dueAt', 'isTelling'],
};

/** Each lost round is a change that another process has made meanwhile. */
const mostRounds = 100;

/**
 * The World Cafés of meetings, with the wishes of those who take part and the keys that open the plans as files. Each has the partition of
 * its meeting's id; ids of wishes are hashes, so that a tombstone names nobody.
 */
export class WorldCafes {
  readonly #store: DocumentStore;
  readonly #inTurn = new InTurn<MeetingId>();

  constructor(store: DocumentStore) {
    this.#store = store;
  }

  async find(id: MeetingId): Promise<WorldCafe | undefined> {
    const document = await this.#get(id, id);
    return document && toCafe(document);
  }

  /**
   * Applies what is decided about it as it is now, and decides again whenever somebody else was faster. `undefined`: nothing is to be
   * changed. Whoever is overtaken by others too often gets `StoreUnavailableError`. `expiresAt`: it is kept until then.
   */
  async change(
    id: MeetingId,
    expiresAt: Instant,
    decide: (known: WorldCafe | undefined) => WorldCafe | undefined,
  ): Promise<WorldCafe | undefined> {
    return this.#inTurn.run(id, async () => {
      for (let round = 0; round < mostRounds; round += 1) {
        const known = await this.#get(id, id);
        const cafe = decide(known && toCafe(known));
        if (cafe === undefined) {
          return undefined;
        }
        const written = { id, body: toCafeBody(cafe), expiresAt };
        const outcome = await this.#store.transact(worldCafeCollection, id, [
          known === undefined
            ? { kind: 'create', ...written }
            : { kind: 'replace', etag: known.etag, ...written },
        ]);
        if (outcome.kind === 'done') {
          return cafe;
        }
      }
      throw new StoreUnavailableError('busy', 'none');
    });
  }

  /** The café and its wishes are kept until then, what they say stays. The keys of its files have a time of their own. */
  async keep(id: MeetingId, expiresAt: Instant): Promise<void> {
    for await (const { id: one } of everyDocument(this.#store, worldCafeCollection, { partition: id })) {
      await this.#inTurn.run(id, () => this.#keepOne(id, one, expiresAt));
    }
  }

  async findWish(id: MeetingId, member: MemberId): Promise<CafeWish | undefined> {
    const document = await this.#get(id, wishId(id, member));
    return document && toWish(document);
  }

  /** The last one counts. */
  async setWish(wish: CafeWish, expiresAt: Instant): Promise<void> {
    const key = { partition: wish.meetingId, id: wishId(wish.meetingId, wish.memberId) };
    await writeLatest(this.#store, worldCafeCollection, key, () => toWishBody(wish), expiresAt);
  }

  async removeWish(id: MeetingId, member: MemberId): Promise<'removed' | 'absent'> {
    const key = { partition: id, id: wishId(id, member) };
    return removeDocument(this.#store, worldCafeCollection, key);
  }

  /** Of everybody who wishes for something at one meeting. */
  async wishes(id: MeetingId): Promise<readonly CafeWish[]> {
    const all = await Array.fromAsync(everyDocument(this.#store, worldCafeCollection, { partition: id }));
    return all.filter(isWish).map(toWish);
  }

  async wishesOf(member: MemberId): Promise<readonly CafeWish[]> {
    const where = { memberKey: toMemberKey(member).id };
    const all = await Array.fromAsync(everyDocument(this.#store, worldCafeCollection, { where }));
    return all.map(toWish);
  }

  /** Every café that is remembered, with when it is forgotten: few. */
  async all(): Promise<readonly { readonly cafe: WorldCafe; readonly expiresAt: Instant | undefined }[]> {
    const query = { where: { document: 'cafe' } };
    const all = await Array.fromAsync(everyDocument(this.#store, worldCafeCollection, query));
    return all.map((document) => ({ cafe: toCafe(document), expiresAt: document.expiresAt }));
  }

  /** Those whose timer has something to say by now. */
  async dueBy(now: Instant): Promise<readonly WorldCafe[]> {
    const query = { range: { field: 'dueAt', to: now } };
    return (await Array.fromAsync(everyDocument(this.#store, worldCafeCollection, query))).map(toCafe);
  }

  /** Those whose plan is still to be sent. */
  async telling(): Promise<readonly WorldCafe[]> {
    const query = { where: { isTelling: true } };
    return (await Array.fromAsync(everyDocument(this.#store, worldCafeCollection, query))).map(toCafe);
  }

  /** `key`: unguessable, and new each time; it opens one plan, until it expires. A hash alone is kept: nobody can read a key here. */
  async addLink(
    id: MeetingId,
    { key, plan }: { readonly key: string; readonly plan: number },
    expiresAt: Instant,
  ): Promise<void> {
    const keyHash = hashedId(key);
    await this.#store.transact(worldCafeCollection, id, [
      { kind: 'create', id: linkId(keyHash), body: toLinkBody({ keyHash, plan }), expiresAt },
    ]);
  }

  /** Which plan of this meeting the key opens at this moment. Takes the same time however much of a key is right. */
  async findLinked(id: MeetingId, key: string): Promise<number | undefined> {
    const keyHash = hashedId(key);
    const document = await this.#get(id, linkId(keyHash));
    const known = document && toLink(document);
    return known !== undefined && timingSafeEqual(Buffer.from(known.keyHash), Buffer.from(keyHash))
      ? known.plan
      : undefined;
  }

  async #keepOne(partition: MeetingId, id: string, expiresAt: Instant): Promise<void> {
    for (let round = 0; round < mostRounds; round += 1) {
      const known = await this.#get(partition, id);
      if (known === undefined || isLink(known) || known.expiresAt === expiresAt) {
        return;
      }
      const { etag, body } = known;
      const outcome = await this.#store.transact(worldCafeCollection, partition, [
        { kind: 'replace', id, etag, body, expiresAt },
      ]);
      if (outcome.kind === 'done') {
        return;
      }
    }
    throw new StoreUnavailableError('busy', 'none');
  }

  #get(partition: MeetingId, id: string): Promise<StoredDocument | undefined> {
    return this.#store.get(worldCafeCollection, { partition, id });
  }
}

/** How a member is called in the plans of one meeting. */
export function toCafePerson(id: MeetingId, member: MemberId): string {
  return hashedId(`${id}\n${member}`);
}

function wishId(id: MeetingId, member: MemberId): string {
  return `wish.${toCafePerson(id, member)}`;
}

function linkId(keyHash: string): string {
  return `link.${keyHash}`;
}
