import { z } from 'zod';
import type { MemberId } from '../domain/ids.ts';
import { hourMs } from '../domain/instant.ts';
import type { Instant } from '../domain/instant.ts';
import { takeHourlyTurn } from '../domain/model-use.ts';
import type { HourlyTurn } from '../domain/model-use.ts';
import type { Collection, DocumentKey, DocumentStore } from '../ports/document-store.ts';
import { defineDocument } from './document.ts';
import { hashedId } from './hashed-id.ts';
import { removeDocument } from './remove-document.ts';

export const modelTurnCollection: Collection = { name: 'model-turns', indexes: [] };

const modelTurnDocument = defineDocument({
  name: 'model-turns',
  version: 1,
  schema: z.object({ times: z.array(z.number().int()) }),
  upgrades: {},
});

/** When a member had answers with a language model in the last hour; no words of them. Expires by itself. */
export class ModelTurns {
  readonly #store: DocumentStore;

  constructor(store: DocumentStore) {
    this.#store = store;
  }

  /** Counts one more unless that is too many, on however many instances somebody asks. */
  async take(member: MemberId, now: Instant, most: number): Promise<HourlyTurn> {
    const { partition, id } = toKey(member);
    for (;;) {
      const known = await this.#store.get(modelTurnCollection, { partition, id });
      const before = known === undefined ? [] : modelTurnDocument.parse(known.body).times;
      const turn = takeHourlyTurn(before, now, most);
      // Of a clock that was set back since: left as they are, they would go on counting until it has caught up.
      const isAhead = before.some((time) => time > now);
      if (turn.kind === 'full' && !isAhead) {
        return turn;
      }
      const written = {
        id,
        body: modelTurnDocument.toBody({ times: [...turn.times] }),
        expiresAt: now + hourMs,
      };
      const outcome = await this.#store.transact(modelTurnCollection, partition, [
        known === undefined
          ? { kind: 'create', ...written }
          : { kind: 'replace', etag: known.etag, ...written },
      ]);
      if (outcome.kind === 'done') {
        return turn;
      }
    }
  }

  /** Of the last hour, the earliest first. */
  async ofMember(member: MemberId): Promise<readonly Instant[]> {
    const known = await this.#store.get(modelTurnCollection, toKey(member));
    return known === undefined ? [] : modelTurnDocument.parse(known.body).times;
  }

  /** Returns how many documents there were. */
  async forget(member: MemberId): Promise<number> {
    const outcome = await removeDocument(this.#store, modelTurnCollection, toKey(member));
    return Number(outcome === 'removed');
  }
}

/** No other collection has this hash of the member. */
function toKey(member: MemberId): DocumentKey {
  const hash = hashedId(`model-turns\n${member}`);
  return { partition: hash, id: hash };
}
