import { describe, expect, it, onTestFinished } from 'vitest';
import { dayMs, hourMs } from '../../src/domain/instant.ts';
import { conversationId } from '../../src/domain/ids.ts';
import { createMemoryStore } from '../../src/store/adapters/memory.ts';
import { createSqliteStore } from '../../src/store/adapters/sqlite.ts';
import { referenceCollection, References } from '../../src/store/references.ts';
import { FakeClock } from '../support/fake-clock.ts';
import { anna, annasAddress, annasTenant, channelAddress, groupAddress, teamId } from '../support/reach.ts';
import { temporaryFile } from './sqlite-scene.ts';

const start = Date.UTC(2026, 10, 22, 9);
const annasPlace = { memberId: anna };
const channel = { conversationId: channelAddress.conversationId };
const team = { conversationId: conversationId(teamId) };

describe.each([
  ['memory', (clock: FakeClock) => createMemoryStore(clock)],
  ['sqlite', (clock: FakeClock) => createSqliteStore({ path: temporaryFile(), clock })],
] as const)('references in %s', (_name, createStore) => {
  async function aScene() {
    const clock = new FakeClock(start);
    const store = createStore(clock);
    await store.open([referenceCollection]);
    onTestFinished(() => store.close());
    const changes = () => store.changes(referenceCollection, { limit: 100 });
    return { clock, store, references: new References(store), changes };
  }

  it('are found by the person and by the conversation', async () => {
    const { references } = await aScene();
    await references.learn(annasPlace, { sign: 'wrote', at: start, address: annasAddress });
    await references.learn(channel, { sign: 'wrote', at: start, address: channelAddress });

    expect(await references.find(annasPlace)).toEqual({ ...annasAddress, seenAt: start });
    expect(await references.findByConversation(annasAddress.conversationId)).toEqual({
      ...annasAddress,
      seenAt: start,
    });
    expect(await references.find(channel)).toEqual({ ...channelAddress, seenAt: start });
    expect(await references.find(channelAddress)).toEqual(await references.find(channel));
    expect(await references.find(annasAddress)).toEqual(await references.find(annasPlace));
    expect(await references.find({ conversationId: groupAddress.conversationId })).toBeUndefined();
    expect(await references.findByConversation(groupAddress.conversationId)).toBeUndefined();
  });

  it('are one for each person, in whatever conversation they are', async () => {
    const { references } = await aScene();
    const other = { ...annasAddress, conversationId: conversationId('a:another') };
    await references.learn(annasPlace, { sign: 'wrote', at: start, address: annasAddress });
    await references.learn(annasPlace, { sign: 'installed', at: start + 1, address: other });

    expect(await Array.fromAsync(references.all())).toEqual([{ ...other, seenAt: start + 1 }]);
  });

  it('are listed by kind and tenant, in pages', async () => {
    const { references } = await aScene();
    for (const address of [annasAddress, groupAddress, channelAddress]) {
      await references.learn(address, { sign: 'wrote', at: start, address });
    }
    await references.learn({ tenantId: annasTenant }, { sign: 'disabled-by-admin', at: start });

    const first = await references.list({ tenantId: annasTenant, limit: 2 });
    const second = await references.list({
      tenantId: annasTenant,
      limit: 2,
      ...(first.next !== undefined && { after: first.next }),
    });

    const kinds = [...first.references, ...second.references].map(({ kind }) => kind);
    expect(kinds.toSorted()).toEqual(['channel', 'group', 'personal']);
    expect(await Array.fromAsync(references.all({ kind: 'group' }))).toMatchObject([groupAddress]);
  });

  it('are written once a day, however much somebody writes', async () => {
    const { references, changes } = await aScene();
    await references.learn(annasPlace, { sign: 'wrote', at: start, address: annasAddress });
    const { cursor } = await changes();

    for (let hour = 1; hour < 24; hour += 1) {
      const told = { sign: 'wrote', at: start + hour * hourMs, address: annasAddress } as const;
      expect(await references.learn(annasPlace, told)).toBe('known');
    }
    expect((await changes()).cursor).toBe(cursor);

    const nextDay = { sign: 'wrote', at: start + dayMs, address: annasAddress } as const;
    expect(await references.learn(annasPlace, nextDay)).toBe('written');
    expect(await references.find(annasPlace)).toMatchObject({ seenAt: start + dayMs });
  });

  it('are not lost by a removal that was before a message, also when the message was not worth a write', async () => {
    const { references } = await aScene();
    await references.learn(annasPlace, { sign: 'wrote', at: start, address: annasAddress });
    await references.learn(annasPlace, { sign: 'wrote', at: start + 2 * hourMs, address: annasAddress });

    await references.learn(annasPlace, { sign: 'removed', at: start + hourMs });

    expect(await references.find(annasPlace)).not.toHaveProperty('lost');
  });

  it('are lost with their team, with one write, and open again with it', async () => {
    const { references, changes } = await aScene();
    await references.learn(channel, { sign: 'wrote', at: start, address: channelAddress });
    await references.learn(team, { sign: 'removed', at: start + 1 });

    expect(await references.find(channel)).toMatchObject({ lost: { because: 'removed', at: start + 1 } });
    expect((await changes()).changes).toHaveLength(2);

    const address = { ...channelAddress, conversationId: team.conversationId };
    await references.learn(team, { sign: 'installed', at: start + 2, address });

    expect(await references.find(channel)).not.toHaveProperty('lost');
    expect((await references.list({ kind: 'channel', limit: 10 })).references).toHaveLength(2);
  });

  it('stay lost with their team after months', async () => {
    const { references, clock, store } = await aScene();
    await references.learn(channel, { sign: 'wrote', at: start, address: channelAddress });
    await references.learn(team, { sign: 'deleted', at: start + 1 });

    clock.advance(200 * dayMs);
    await store.purgeExpired();

    expect(await references.find(channel)).toMatchObject({ lost: { because: 'deleted' } });
  });

  it('are lost with their tenant, and open again when anything comes from it', async () => {
    const { references } = await aScene();
    const tenant = { tenantId: annasTenant };
    await references.learn(annasPlace, { sign: 'wrote', at: start, address: annasAddress });
    await references.learn(channel, { sign: 'wrote', at: start, address: channelAddress });
    await references.learn(tenant, { sign: 'active', at: start });
    await references.learn(tenant, { sign: 'disabled-by-admin', at: start + 1 });

    const off = await Array.fromAsync(references.all());
    await references.learn(tenant, { sign: 'active', at: start + 2 });
    const on = await Array.fromAsync(references.all());

    expect(off.map(({ lost }) => lost?.because)).toEqual(['disabled-by-admin', 'disabled-by-admin']);
    expect(on.map(({ lost }) => lost)).toEqual([undefined, undefined]);
  });

  it('write nothing of an active tenant that was never switched off', async () => {
    const { references, changes } = await aScene();

    expect(await references.learn({ tenantId: annasTenant }, { sign: 'active', at: start })).toBe('known');
    expect((await changes()).changes).toEqual([]);
  });

  it('know nothing but the time of a place that was lost before it was met, for a day', async () => {
    const { references, clock, store } = await aScene();
    await references.learn(annasPlace, { sign: 'removed', at: start });
    const kept = await store.query(referenceCollection, { limit: 10 });

    expect(kept.documents.map(({ body }) => body)).toEqual([{ schemaVersion: 1, signs: { removed: start } }]);
    expect(JSON.stringify(kept)).not.toContain('aaaaaaaa');
    expect(await references.find(annasPlace)).toBeUndefined();
    clock.advance(dayMs);
    expect(await references.findOwn(anna)).toBeUndefined();
  });

  it('are forgotten 30 days after the app was removed', async () => {
    const { references, clock } = await aScene();
    await references.learn(annasPlace, { sign: 'wrote', at: start, address: annasAddress });
    await references.learn(annasPlace, { sign: 'removed', at: start + 1 });

    clock.advance(30 * dayMs);
    const before = await references.find(annasPlace);
    clock.advance(1);

    expect(before).toMatchObject({ lost: { because: 'removed' } });
    expect(await references.find(annasPlace)).toBeUndefined();
  });

  it('are kept again when the app comes back', async () => {
    const { references, clock } = await aScene();
    await references.learn(annasPlace, { sign: 'removed', at: start });
    await references.learn(annasPlace, { sign: 'installed', at: start + 1, address: annasAddress });

    clock.advance(40 * dayMs);

    expect(await references.find(annasPlace)).toEqual({ ...annasAddress, seenAt: start + 1 });
  });

  it('are erased, and leave a tombstone that names nobody', async () => {
    const { references, changes } = await aScene();
    await references.learn(annasPlace, { sign: 'wrote', at: start, address: annasAddress });

    const erased = [await references.eraseOf(anna), await references.eraseOf(anna)];

    expect(erased).toEqual([1, 0]);
    expect(await references.findOwn(anna)).toBeUndefined();
    const [tombstone] = (await changes()).changes;
    expect(tombstone).toMatchObject({ kind: 'deleted' });
    expect(JSON.stringify(tombstone)).not.toMatch(/aaaaaaaa|personal-anna/);
  });

  it('remember nothing of an erased person that could come back', async () => {
    const { references } = await aScene();
    await references.learn(annasPlace, { sign: 'wrote', at: start, address: annasAddress });
    await references.learn(annasPlace, { sign: 'wrote', at: start + hourMs, address: annasAddress });
    await references.eraseOf(anna);

    await references.learn(annasPlace, { sign: 'removed', at: start + 1 });

    expect(await references.findOwn(anna)).toEqual({ signs: { removed: start + 1 } });
  });

  it('lose nothing when several things are learnt at the same time', async () => {
    const { references } = await aScene();
    const signs = ['installed', 'wrote', 'removed', 'blocked', 'deleted'] as const;

    await Promise.all(
      signs.map((sign, index) =>
        references.learn(annasPlace, { sign, at: start + index, address: annasAddress }),
      ),
    );

    expect(Object.keys((await references.findOwn(anna))?.signs ?? {}).toSorted()).toEqual(signs.toSorted());
  });
});
