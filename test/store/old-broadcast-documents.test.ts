import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { announcementId, broadcastId, storedMemberId, tenantId } from '../../src/domain/ids.ts';
import type { Collection, DocumentKey, JsonObject } from '../../src/ports/document-store.ts';
import { createMemoryStore } from '../../src/store/adapters/memory.ts';
import { allCollections } from '../../src/store/all-collections.ts';
import { announcementCollection, Announcements } from '../../src/store/announcements.ts';
import { broadcastCollection, Broadcasts } from '../../src/store/broadcasts.ts';
import { Deliveries, deliveryCollection } from '../../src/store/deliveries.ts';
import { leaseCollection, Leases } from '../../src/store/leases.ts';
import { FakeClock } from '../support/fake-clock.ts';

const tenant = tenantId('11111111-0000-4000-8000-000000000000');
const member = storedMemberId(`${tenant}.aaaaaaaa-0000-4000-8000-000000000001`);
const bucket = { broadcastId: broadcastId('a-1'), tenantId: tenant };
const own = { partition: 'a-1', id: 'a-1' };

function fixture(name: string): JsonObject {
  const file = new URL(`../fixtures/documents/${name}.v1.json`, import.meta.url);
  return z.record(z.string(), z.json()).parse(JSON.parse(readFileSync(file, 'utf8')));
}

/** What the fixture says, without what is there for queries alone. */
function said(name: string): JsonObject {
  const { schemaVersion: _v, memberKey: _m, stateKind: _s, until: _u, ...fields } = fixture(name);
  return fields;
}

/** A store that holds this one document, as an earlier version of the program wrote it. */
async function storeWith(collection: Collection, { partition, id }: DocumentKey, name: string) {
  const store = createMemoryStore(new FakeClock(Date.UTC(2026, 10, 22)));
  await store.open(allCollections);
  await store.transact(collection, partition, [{ kind: 'create', id, body: fixture(name) }]);
  return store;
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}

it('reads announcements of version 1 for ever', async () => {
  const store = await storeWith(announcementCollection, own, 'announcement');

  expect((await new Announcements(store).find(announcementId('a-1')))?.value).toEqual(said('announcement'));
});

it('reads broadcasts of version 1 for ever', async () => {
  const store = await storeWith(broadcastCollection, own, 'broadcast');

  expect((await new Broadcasts(store).find(broadcastId('a-1')))?.value).toEqual(said('broadcast'));
  expect(await new Broadcasts(store).inPhase('sending')).toHaveLength(1);
});

it('reads buckets of version 1 for ever', async () => {
  const store = await storeWith(deliveryCollection, { partition: `a-1.${tenant}`, id: 'bucket' }, 'bucket');

  expect((await new Deliveries(store).findBucket(bucket))?.value).toEqual(said('bucket'));
});

it('reads deliveries of version 1 for ever, under the id that is made of broadcast and recipient', async () => {
  const id = `a-1.${hashOf(member)}`;
  const store = await storeWith(deliveryCollection, { partition: `a-1.${tenant}`, id }, 'delivery');

  const found = await new Deliveries(store).find(bucket, { kind: 'member', memberId: member });

  expect(found?.value).toEqual(said('delivery'));
});

it('reads leases of version 1 for ever', async () => {
  const id = hashOf('send.t1');
  const store = await storeWith(leaseCollection, { partition: id, id }, 'lease');

  expect(await new Leases(store).find('send.t1')).toMatchObject({ holder: 'instance-1', epoch: 7 });
});
