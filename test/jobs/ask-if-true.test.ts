import { describe, expect, it } from 'vitest';
import { storedMemberId, useCaseId } from '../../src/domain/ids.ts';
import type { MemberId } from '../../src/domain/ids.ts';
import { dayMs, hourMs } from '../../src/domain/instant.ts';
import type { UseCase } from '../../src/domain/use-case.ts';
import { askIfTrue } from '../../src/jobs/ask-if-true.ts';
import { followUseCases } from '../../src/jobs/follow-use-cases.ts';
import { createMemoryStore } from '../../src/store/adapters/memory.ts';
import { systemTimer } from '../../src/system/timer.ts';
import { anna, aScene, berta, start } from '../features/follows/scene.ts';
import { aUseCase } from '../support/builders.ts';
import { FakeClock } from '../support/fake-clock.ts';
import { mortal } from '../support/mortal.ts';

function entered(id: string, by: MemberId | undefined, fields: Partial<UseCase> = {}): UseCase {
  const useCase = aUseCase({ id: useCaseId(id), ...fields });
  const provenance = { ...useCase.provenance, createdAt: start, ...(by !== undefined && { createdBy: by }) };
  return { ...useCase, provenance };
}

async function withUseCases(...useCases: readonly UseCase[]) {
  const scene = await aScene();
  for (const useCase of useCases) {
    await scene.deps.useCases.add(useCase);
  }
  return {
    ...scene,
    async run() {
      const following = await followUseCases(scene.deps);
      await askIfTrue(scene.deps);
      await following.stop();
    },
    asked: async () => (await scene.begun()).map(({ id }) => id),
    find: async (id: string) => (await scene.deps.useCases.find(useCaseId(id)))?.value,
  };
}

describe('the contact of a use case', () => {
  it('is asked when nobody confirmed it for the set time, and a second time two weeks later', async () => {
    const scene = await withUseCases(entered('u1', anna));
    scene.clock.advance(180 * dayMs - 1);
    await scene.run();
    const early = await scene.asked();
    scene.clock.advance(1);
    await scene.run();
    await scene.run();
    const once = await scene.asked();
    scene.clock.advance(14 * dayMs);
    await scene.run();
    scene.clock.advance(hourMs);
    await scene.run();
    const twice = await scene.asked();
    scene.clock.advance(100 * dayMs);
    await scene.run();

    expect(early).toEqual([]);
    expect(once).toEqual([`freshness.u1.${start}.1`]);
    expect(twice).toEqual([`freshness.u1.${start}.1`, `freshness.u1.${start}.2`]);
    expect(await scene.asked()).toEqual(twice);
    expect((await scene.begun())[0]).toMatchObject({
      subject: { kind: 'freshness', useCaseId: 'u1' },
      audience: [{ kind: 'member', memberId: anna }],
    });
  });

  it('gets no version of its own in the history for being asked', async () => {
    const scene = await withUseCases(entered('u1', anna));
    scene.clock.advance(180 * dayMs);
    await scene.run();

    expect((await scene.find('u1'))?.provenance).toMatchObject({ version: 1, asked: { times: 1 } });
    expect(await scene.deps.useCases.historyOf(useCaseId('u1'))).toEqual([]);
  });

  it('is asked about three use cases a day at most, the oldest first, however many are due', async () => {
    const many = Array.from({ length: 8 }, (_, index) => {
      const useCase = entered(`u${index}`, anna);
      return { ...useCase, provenance: { ...useCase.provenance, createdAt: start - index * 1000 } };
    });
    const scene = await withUseCases(...many, entered('other', berta));
    scene.clock.advance(180 * dayMs);
    await scene.run();
    await scene.run();
    const first = await scene.asked();
    scene.clock.advance(dayMs - 1);
    await scene.run();
    const sameDay = await scene.asked();
    scene.clock.advance(1);
    await scene.run();

    const ofAnna = (ids: readonly string[]) =>
      ids.filter((id) => !id.includes('other')).map((id) => id.split('.')[1]);
    expect(first).toHaveLength(4);
    expect(ofAnna(first)).toEqual(['u5', 'u6', 'u7']);
    expect(sameDay).toEqual(first);
    expect(ofAnna(await scene.asked())).toEqual(['u2', 'u3', 'u4', 'u5', 'u6', 'u7']);
  });

  it('is asked about three a day also by several programs that ask at the same time', async () => {
    const many = Array.from({ length: 8 }, (_, index) => entered(`u${7 - index}`, anna));
    const scene = await withUseCases(...many);
    scene.clock.advance(180 * dayMs);
    const programs = await Promise.all(
      [1, 2, 3].map(() => aScene({ store: scene.store, clock: scene.clock })),
    );
    const following = await Promise.all(programs.map(({ deps }) => followUseCases(deps)));

    await Promise.all(programs.map(({ deps }) => askIfTrue(deps)));
    await Promise.all(following.map((one) => one.stop()));

    expect((await scene.asked()).map((id) => id.split('.')[1])).toEqual(['u0', 'u1', 'u2']);
  });

  it('who answers three at once is not asked about the next three on the same day', async () => {
    const many = Array.from({ length: 5 }, (_, index) => entered(`u${index}`, anna));
    const scene = await withUseCases(...many);
    scene.clock.advance(180 * dayMs);
    await scene.run();
    for (const { value } of await Array.fromAsync(scene.deps.useCases.all())) {
      if (value.provenance.asked !== undefined) {
        const { asked: _, ...rest } = value.provenance;
        await scene.deps.useCases.change(value.id, (useCase) => ({
          useCase: { ...useCase, provenance: { ...rest, lastConfirmedAt: scene.clock.now() } },
        }));
      }
    }
    scene.clock.advance(hourMs);
    await scene.run();

    expect(await scene.asked()).toHaveLength(3);
  });

  it('is nobody for examples, for what is archived, and where nobody is known', async () => {
    const scene = await withUseCases(
      entered('example', anna, { example: true }),
      entered('archived', anna, { archived: { at: start } }),
      entered('imported', undefined),
    );
    scene.clock.advance(400 * dayMs);
    await scene.run();

    expect(await scene.asked()).toEqual([]);
    expect((await scene.find('imported'))?.provenance.asked).toBeUndefined();
  });

  it('is asked once, whichever of its calls a program dies at', async () => {
    const member = storedMemberId('t.contact');
    let kills = 0;
    for (let call = 1; ; call += 1) {
      const clock = new FakeClock(start);
      const store = createMemoryStore(clock);
      const scene = await aScene({ store, clock });
      await scene.deps.useCases.add(entered('u1', member));
      clock.advance(180 * dayMs);
      const nobody = { send: () => Promise.reject(new Error()), update: () => Promise.reject(new Error()) };
      const doomed = mortal(store, nobody, systemTimer, { diesAtCall: call });
      const dying = await aScene({ store: { ...doomed.store, open: () => Promise.resolve() }, clock });
      const following = await followUseCases(scene.deps);
      const run = askIfTrue({ ...dying.deps, catalogue: scene.deps.catalogue });
      await Promise.race([run, untilDead(doomed)]);

      clock.advance(hourMs);
      await followUseCases(scene.deps).then((again) => again.stop());
      await askIfTrue(scene.deps);
      await following.stop();

      const begun = (await scene.begun()).map(({ id }) => id);
      const record = await scene.deps.useCases.find(useCaseId('u1'));
      expect(begun).toEqual([`freshness.u1.${start}.1`]);
      expect(record?.value.provenance.asked?.times).toBe(1);
      if (!doomed.isDead()) {
        break;
      }
      kills += 1;
    }
    expect(kills).toBeGreaterThanOrEqual(4);
  });
});

async function untilDead(doomed: { readonly isDead: () => boolean }): Promise<void> {
  for (let turns = 0; !doomed.isDead() && turns < 1000; turns += 1) {
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
  }
}
