import { describe, expect, it } from 'vitest';
import { broadcastId, tenantId } from '../../src/domain/ids.ts';
import { dayMs, hourMs, minuteMs, secondMs } from '../../src/domain/instant.ts';
import { cancelBroadcast, reviseBroadcast } from '../../src/features/broadcasts/request-change.ts';
import { LeaseKeeper } from '../../src/jobs/outbox/lease-keeper.ts';
import type { DocumentStore } from '../../src/ports/document-store.ts';
import { OutboxScene } from '../support/outbox-scene.ts';
import { expectSettled } from '../support/settled.ts';

/** Twenty people have the announcement. */
async function sent(): Promise<OutboxScene> {
  const scene = new OutboxScene();
  scene.patienceMs = 2 * dayMs;
  await scene.fill(20);
  await scene.begin('b1', [{ kind: 'all-members' }], { lifeMs: hourMs });
  scene.instance();
  await scene.finish();
  return scene;
}

async function revise(scene: OutboxScene, withdrawn: boolean): Promise<void> {
  await reviseBroadcast(scene.deps, broadcastId('b1'), { withdrawn });
  await scene.finish();
}

describe('a withdrawal', () => {
  it('reaches everybody although the service is away for two minutes', async () => {
    const scene = await sent();
    const back = scene.time.now() + 2 * minuteMs;
    scene.before = (now) => (now < back ? { kind: 'refused', failure: { status: 503 } } : undefined);

    await revise(scene, true);

    expect((await scene.deliveries()).map(({ revision, notRevised }) => notRevised ?? revision)).toEqual(
      Array.from({ length: 20 }, () => 2),
    );
  });

  it('reaches those whom a correction did not reach', async () => {
    const scene = await sent();
    scene.before = (_now, to) => (to === 't0-m1' ? { kind: 'refused', failure: { status: 400 } } : undefined);
    await revise(scene, false);
    scene.before = () => undefined;

    await revise(scene, true);

    expect((await scene.deliveries()).every(({ revision }) => revision === 3)).toBe(true);
  });

  it('is taken up again when the registration is put right, with one alarm meanwhile', async () => {
    const scene = await sent();
    const right = scene.time.now() + 20 * minuteMs;
    let calls = 0;
    scene.before = (now) => {
      calls += 1;
      return now < right ? { kind: 'refused', failure: { status: 401 } } : undefined;
    };

    await revise(scene, true);

    expect((await scene.deliveries()).every(({ revision }) => revision === 2)).toBe(true);
    expect(scene.logged).toEqual(['broadcast.stopped']);
    expect(calls).toBeLessThan(20 * 22 + 20);
  });

  it('is given up for whom the service is away for longer than the announcement lives', async () => {
    const scene = await sent();
    scene.before = (_now, to) => (to === 't0-m1' ? { kind: 'refused', failure: { status: 503 } } : undefined);

    await revise(scene, true);

    const kept = await scene.deliveries();
    expect(kept.filter(({ notRevised }) => notRevised !== undefined)).toHaveLength(1);
    expect(kept.filter(({ revision }) => revision === 2)).toHaveLength(19);
  });
});

describe('a snapshot', () => {
  it('names nobody who erased their data after they were listed and before they were written down', async () => {
    const scene = new OutboxScene();
    const members = await scene.fill(250);
    await scene.begin();
    let isErased = false;
    const through = (store: DocumentStore): DocumentStore => ({
      ...store,
      onChange: (...call) => store.onChange(...call),
      async transact(collection, partition, operations) {
        if (collection.name === 'deliveries' && operations.length > 1 && !isErased) {
          isErased = true;
          for (const id of members.slice(0, 150)) {
            const known = await scene.deps.members.find(id);
            await scene.deps.members.remove(id, known?.etag ?? '');
          }
        }
        return store.transact(collection, partition, operations);
      },
    });
    scene.instance({ through });

    await scene.finish();

    const recipients = (await scene.deliveries()).map(({ recipient }) => recipient.kind);
    expect(recipients.filter((kind) => kind === 'erased')).toHaveLength(150);
    expect(await scene.tally()).toEqual({ cancelled: 150, delivered: 100 });
    await expectSettled(scene, 250);
  });

  it.each([
    ['when it is cancelled', true],
    ['after its time', false],
  ])('that cannot be made ends %s', async (_when, isCancelled) => {
    const scene = new OutboxScene();
    scene.patienceMs = 2 * dayMs;
    await scene.fill(5);
    const id = await scene.begin('b1', [{ kind: 'all-members' }], { lifeMs: hourMs });
    const through = (store: DocumentStore): DocumentStore => ({
      ...store,
      onChange: (...call) => store.onChange(...call),
      async query(collection, query) {
        if (collection.name === 'members') {
          throw new TypeError('a document that nobody can read');
        }
        return store.query(collection, query);
      },
    });
    scene.instance({ through });
    await scene.pass(30 * secondMs);

    if (isCancelled) {
      await cancelBroadcast(scene.deps, id);
    }
    await scene.finish();

    expect(scene.logged).toContain('broadcast.recipients-unknown');
    expect(await scene.deliveries()).toEqual([]);
  });
});

it('gives a lease back that is being renewed at that moment', async () => {
  const scene = new OutboxScene();
  await scene.fill(0);
  const deps = { leases: scene.deps.leases, clock: scene.time, timer: scene.time };
  const keeper = new LeaseKeeper(deps, 'one', 12 * secondMs);
  const name = `send.${tenantId('t1')}`;
  await keeper.take(name);

  await Promise.all([keeper.renewAll(), keeper.release(name)]);

  expect((await scene.deps.leases.find(name))?.holder).toBeUndefined();
});
