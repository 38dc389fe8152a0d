import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it, onTestFinished } from 'vitest';
import { storedMemberId } from '../../src/domain/ids.ts';
import type { MemberId } from '../../src/domain/ids.ts';
import { dayMs } from '../../src/domain/instant.ts';
import type { DocumentStore } from '../../src/ports/document-store.ts';
import { createMemoryStore } from '../../src/store/adapters/memory.ts';
import { createSqliteStore } from '../../src/store/adapters/sqlite.ts';
import { openQuestionCollection, OpenQuestions } from '../../src/store/open-questions.ts';
import { randomIds } from '../../src/system/ids.ts';
import { FakeClock } from '../support/fake-clock.ts';
import { temporaryFile } from './sqlite-scene.ts';

const anna = storedMemberId('tenant-1.anna');
const berta = storedMemberId('tenant-1.berta');
const drones = { sought: 'Drohnen', filters: [] };

async function open(createStore: (clock: FakeClock) => DocumentStore = createMemoryStore) {
  const clock = new FakeClock(0);
  const store = createStore(clock);
  await store.open([openQuestionCollection]);
  const openQuestions = new OpenQuestions(store);
  const ask = (by: MemberId | undefined, question = drones) =>
    openQuestions.keep(question, {
      at: clock.now(),
      expiresAt: clock.now() + 90 * dayMs,
      newId: randomIds.next(),
      ...(by !== undefined && { by }),
    });
  const askers = async () => {
    const [question] = await openQuestions.latest();
    return question?.askers.map(({ timesAsked }) => timesAsked).toSorted();
  };
  return { clock, store, openQuestions, ask, askers };
}

describe('an open question', () => {
  it('counts how often it was asked, and by how many people', async () => {
    const { openQuestions, ask, askers } = await open();
    await ask(anna);
    await ask(berta, { sought: 'drohnen', filters: [] });
    await ask(anna);
    await ask(undefined);

    expect(await openQuestions.latest()).toMatchObject([{ sought: 'Drohnen', timesAsked: 4 }]);
    expect(await askers()).toEqual([1, 2]);
  });

  it('counts everybody once however many ask at one moment', async () => {
    const { openQuestions, ask, askers } = await open();

    await Promise.all([anna, berta, anna, anna, berta].map((by) => ask(by)));

    expect(await openQuestions.latest()).toMatchObject([{ timesAsked: 5 }]);
    expect(await askers()).toEqual([2, 3]);
  });

  it('knows the same person in another question, and not by their id', async () => {
    const { store, openQuestions, ask } = await open();
    await ask(anna);
    await ask(anna, { sought: 'Blockchain', filters: [] });

    const keys = (await openQuestions.latest()).map((question) => question.askers.map(({ key }) => key));
    const { documents } = await store.query(openQuestionCollection, { limit: 100 });

    expect(keys[0]).toHaveLength(1);
    expect(keys[0]).toEqual(keys[1]);
    expect(documents).toHaveLength(4);
    expect(JSON.stringify(documents)).not.toMatch(/anna|tenant-1/);
  });

  it('is kept on when it is asked again, and who asked earlier is not kept any longer by that', async () => {
    const { clock, openQuestions, ask, askers } = await open();
    await ask(anna);
    clock.advance(80 * dayMs);
    await ask(berta);
    const before = await askers();
    clock.advance(10 * dayMs);
    const later = await askers();
    const question = await openQuestions.latest();
    clock.advance(80 * dayMs);

    expect(before).toEqual([1, 1]);
    expect(later).toEqual([1]);
    expect(question).toMatchObject([{ timesAsked: 2, firstAskedAt: 0, lastAskedAt: 80 * dayMs }]);
    expect(await openQuestions.latest()).toEqual([]);
    expect(await openQuestions.ofMember(berta)).toEqual([]);
  });

  it('keeps who asked again as long as the question', async () => {
    const { clock, ask, askers } = await open();
    await ask(anna);
    clock.advance(80 * dayMs);
    await ask(anna);
    clock.advance(89 * dayMs);

    expect(await askers()).toEqual([2]);
  });
});

describe('what is kept of a member', () => {
  it('is told with the questions, the earliest first, and nothing of others', async () => {
    const { clock, openQuestions, ask } = await open();
    await ask(anna);
    await ask(berta, { sought: 'Hyperloop', filters: [] });
    clock.advance(dayMs);
    await ask(anna, { sought: 'Blockchain', filters: [] });

    expect(await openQuestions.ofMember(anna)).toEqual([
      { question: expect.objectContaining({ sought: 'Drohnen' }), timesAsked: 1, askedAt: 0 },
      { question: expect.objectContaining({ sought: 'Blockchain' }), timesAsked: 1, askedAt: dayMs },
    ]);
  });

  it('is in no file after it was forgotten; the question stays without, and others stay counted', async () => {
    const file = temporaryFile();
    const { clock, store, openQuestions, ask, askers } = await open((fake) =>
      createSqliteStore({ path: file, clock: fake }),
    );
    onTestFinished(() => store.close());
    await ask(anna);
    const [own] = (await openQuestions.latest()).flatMap((question) => question.askers);
    await ask(anna, { sought: 'Blockchain', filters: [] });
    clock.advance(1);
    await ask(berta);
    const isInBytes = () =>
      [file, `${file}-wal`]
        .filter((name) => existsSync(name))
        .some((name) => readFileSync(name, 'latin1').includes(own?.key ?? 'no key'));
    const before = isInBytes();

    const forgotten = await openQuestions.forget(anna);
    await store.purgeExpired();

    expect([before, isInBytes()]).toEqual([true, false]);
    expect(forgotten).toBe(2);
    expect(await openQuestions.ofMember(anna)).toEqual([]);
    const questions = await openQuestions.latest();
    expect(questions.map(({ timesAsked, askers: left }) => [timesAsked, left.length])).toEqual([
      [2, 1],
      [1, 0],
    ]);
    await ask(anna);
    expect(await askers()).toEqual([1, 1]);
  });
});
