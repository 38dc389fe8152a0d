import { describe, expect, it } from 'vitest';
import { memberId, tenantId } from '../../src/domain/ids.ts';
import { OutboxScene } from '../support/outbox-scene.ts';
import { expectSettled } from '../support/settled.ts';

const everybody = { kind: 'all-members' } as const;

describe('the recipients of a broadcast', () => {
  it('get it once, in however many parts of the audience they are', async () => {
    const scene = new OutboxScene();
    await scene.fill(40);
    const channel = await scene.people.addChannel(tenantId('t0'), 'channel');
    const part = { kind: 'channel', conversationId: channel } as const;
    await scene.begin('b1', [everybody, part, everybody, part]);
    scene.instance();

    await scene.finish();

    expect(scene.messenger.ledger.report()).toMatchObject({ accepted: 41, duplicates: 0 });
    expect(scene.composed.filter(({ to }) => to === 'place')).toHaveLength(1);
    await expectSettled(scene, 41);
  });

  it('are counted with the reason when they cannot be reached', async () => {
    const scene = new OutboxScene();
    const members = await scene.fill(6);
    const { clock, members: known, references } = scene.deps;
    const stranger = { guest: false, tenantId: tenantId('t0'), firstSeenAt: 1, rosterReadAt: clock.now() };
    await known.add({ ...stranger, id: memberId(tenantId('t0'), 'stranger') });
    await known.add({ ...stranger, id: memberId(tenantId('t0'), 'guest'), guest: true });
    const channel = await scene.people.addChannel(tenantId('t0'), 'gone');
    const [anna, bernd, carla] = members;
    for (const [member, sign] of [
      [anna, 'removed'],
      [bernd, 'blocked'],
    ] as const) {
      await references.learn({ memberId: member ?? memberId(tenantId('t0'), '') }, { sign, at: clock.now() });
    }
    await scene.people.choose(carla ?? memberId(tenantId('t0'), ''), { stoppedAt: clock.now() });
    await references.learn({ conversationId: channel }, { sign: 'deleted', at: clock.now() });
    await scene.begin('b1', [everybody, { kind: 'channel', conversationId: channel }]);
    scene.instance();

    await scene.finish();

    expect(await scene.tally()).toEqual({
      delivered: 3,
      'unreachable:removed': 1,
      'unreachable:blocked': 1,
      'unreachable:opted-out': 1,
      'unreachable:never-met': 1,
      'unreachable:deleted': 1,
    });
    await expectSettled(scene, 8);
  });

  it('may be nobody: then it ends at once', async () => {
    const scene = new OutboxScene();
    await scene.fill(0);
    await scene.begin();
    scene.patienceMs = 5000;
    scene.instance();

    await scene.finish();

    expect(await scene.tally()).toEqual({});
  });

  it('may all be unreachable: then it ends at once, too', async () => {
    const scene = new OutboxScene();
    for (const member of await scene.fill(3)) {
      await scene.people.choose(member, { stoppedAt: 1 });
    }
    await scene.begin();
    scene.patienceMs = 5000;
    scene.instance();

    await scene.finish();

    expect(await scene.tally()).toEqual({ 'unreachable:opted-out': 3 });
  });

  it('who were excepted get nothing', async () => {
    const scene = new OutboxScene();
    const members = await scene.fill(10);
    await scene.begin('b1', [everybody], { except: members.slice(0, 4) });
    scene.instance();

    await scene.finish();

    expect(await scene.tally()).toEqual({ delivered: 6 });
  });

  it('of a broadcast that was begun twice get it once', async () => {
    const scene = new OutboxScene();
    await scene.fill(30);
    await Promise.all([scene.begin(), scene.begin(), scene.begin()]);
    scene.instance();
    scene.instance();

    await scene.finish();
    await scene.begin();
    await scene.pass(5000);

    expect(scene.messenger.ledger.report()).toMatchObject({ calls: 30, accepted: 30 });
  });

  it('share a slow channel among many broadcasts without going beyond its limit', async () => {
    const scene = new OutboxScene();
    await scene.fill(0);
    const channel = await scene.people.addChannel(tenantId('t0'), 'channel');
    const names = Array.from({ length: 25 }, (_, index) => `b${index}`);
    for (const name of names) {
      await scene.begin(name, [{ kind: 'channel', conversationId: channel }]);
    }
    scene.instance();

    await scene.finish(...names);

    const { accepted, overLimit, fastestConversation } = scene.messenger.ledger.report();
    expect({ accepted, overLimit }).toEqual({ accepted: 25, overLimit: 0 });
    expect(fastestConversation).toBeLessThanOrEqual(7);
  });
});
