import { describe, expect, it, onTestFinished } from 'vitest';
import { storedMemberId, tenantId } from '../../../src/domain/ids.ts';
import { hourMs, minuteMs } from '../../../src/domain/instant.ts';
import { noteEmbedding, noteUse } from '../../../src/features/model-use/note-use.ts';
import { ownModelTurnsSource } from '../../../src/features/model-use/own-model-turns.ts';
import { takeTurn } from '../../../src/features/model-use/take-turn.ts';
import type { DocumentStore } from '../../../src/ports/document-store.ts';
import { StoreUnavailableError } from '../../../src/ports/document-store.ts';
import { createMemoryStore } from '../../../src/store/adapters/memory.ts';
import { createSqliteStore } from '../../../src/store/adapters/sqlite.ts';
import { ModelTurns, modelTurnCollection } from '../../../src/store/model-turns.ts';
import { ModelUseDays, modelUseDayCollection } from '../../../src/store/model-use-days.ts';
import { anAsker } from '../../support/builders.ts';
import { FakeClock } from '../../support/fake-clock.ts';
import { someRules } from '../../support/rules.ts';
import { temporaryFile } from '../../store/sqlite-scene.ts';

const anna = anAsker({ memberId: storedMemberId('t.anna'), tenantId: tenantId('t') });
const berta = anAsker({ memberId: storedMemberId('t.berta'), tenantId: tenantId('t') });
const carla = anAsker({ memberId: storedMemberId('other.carla'), tenantId: tenantId('other') });

function memory(clock: FakeClock): DocumentStore {
  return createMemoryStore(clock);
}

function sqlite(clock: FakeClock): DocumentStore {
  const store = createSqliteStore({ path: temporaryFile(), clock });
  onTestFinished(() => store.close());
  return store;
}

async function open(limits: { answersPerHour?: number; tokensPerDay?: number } = {}, createStore = memory) {
  // Sunday evening in Berlin, an hour before the next day.
  const clock = new FakeClock(Date.UTC(2026, 10, 22, 22));
  const store = createStore(clock);
  await store.open([modelTurnCollection, modelUseDayCollection]);
  const log: string[] = [];
  const note = (event: string) => void log.push(event);
  const models = { answersPerHour: 30, tokensPerDay: 1_000_000, prices: {}, ...limits };
  const instance = () => ({
    clock,
    logger: { info: note, warn: note, error: note },
    modelTurns: new ModelTurns(store),
    modelUseDays: new ModelUseDays(store),
    rules: someRules({ models }),
  });
  return { clock, log, store, instance };
}

const used = (inputTokens: number) => ({ usage: { inputTokens, outputTokens: 0 }, characters: 0 });

describe.each([
  ['memory', memory],
  ['sqlite', sqlite],
] as const)('turns with a language model, %s', (_, createStore) => {
  it('are as many as allowed when three instances give them at the same moment', async () => {
    const { instance } = await open({ answersPerHour: 5 }, createStore);
    const instances = [instance(), instance(), instance()];

    const turns = await Promise.all(
      Array.from({ length: 30 }, (_one, index) => takeTurn(instances[index % 3] ?? instance(), anna)),
    );

    expect(turns.filter(({ kind }) => kind === 'allowed')).toHaveLength(5);
    expect(turns.filter(({ kind }) => kind === 'wait')).toHaveLength(25);
  });
});

describe('a turn with a language model', () => {
  it('comes again an hour after the first one, and the others do not wait', async () => {
    const { clock, instance } = await open({ answersPerHour: 2 });
    await takeTurn(instance(), anna);
    clock.advance(10 * minuteMs);
    await takeTurn(instance(), anna);
    clock.advance(5 * minuteMs);

    expect(await takeTurn(instance(), anna)).toEqual({ kind: 'wait', seconds: 45 * 60 });
    expect(await takeTurn(instance(), berta)).toEqual({ kind: 'allowed' });
    clock.advance(45 * minuteMs);
    expect(await takeTurn(instance(), anna)).toEqual({ kind: 'allowed' });
    expect(await takeTurn(instance(), anna)).toMatchObject({ kind: 'wait' });
  });

  it('is refused for a tenant whose tokens of the day are used up, until midnight in Berlin', async () => {
    const { clock, instance } = await open({ tokensPerDay: 1000 });
    await noteUse(instance(), anna.tenantId, used(600));
    await noteEmbedding(instance(), anna.tenantId, { inputTokens: 300, characters: 0 });
    expect(await takeTurn(instance(), anna)).toEqual({ kind: 'allowed' });

    // Not counted by the endpoint: a token for three characters.
    await noteUse(instance(), anna.tenantId, { characters: 300 });

    expect(await takeTurn(instance(), berta)).toEqual({ kind: 'spent' });
    expect(await takeTurn(instance(), carla)).toEqual({ kind: 'allowed' });
    clock.advance(hourMs);
    expect(await takeTurn(instance(), berta)).toEqual({ kind: 'allowed' });
  });

  it('is not given where it cannot be counted, and what cannot be noted is logged', async () => {
    const { instance, log, store } = await open();
    store.get = () => Promise.reject(new StoreUnavailableError('busy', 'none'));

    expect(await takeTurn(instance(), anna)).toEqual({ kind: 'uncounted' });
    await noteUse(instance(), anna.tenantId, used(1));

    expect(log).toEqual(['model-use.turn-not-counted', 'model-use.not-noted']);
  });

  it('is told and erased with the member', async () => {
    const { instance, store } = await open({ answersPerHour: 1 });
    await takeTurn(instance(), anna);
    const source = ownModelTurnsSource(instance());
    const member = storedMemberId('t.anna');

    expect(await source.read(member)).toEqual([{ answeredAt: Date.UTC(2026, 10, 22, 22) }]);
    expect(await source.erase(member)).toBe(1);

    expect((await store.query(modelTurnCollection, { limit: 10 })).documents).toEqual([]);
    expect(await source.read(member)).toEqual([]);
  });

  it('leaves nothing of what an endpoint makes up about its tokens', async () => {
    const { clock, instance } = await open();
    const wild = [Number.NaN, Number.POSITIVE_INFINITY, -5, 0, 2.7, Number.MAX_SAFE_INTEGER];
    for (const inputTokens of wild) {
      await noteUse(instance(), anna.tenantId, {
        usage: { inputTokens, outputTokens: inputTokens },
        characters: 9,
      });
    }
    await noteEmbedding(instance(), anna.tenantId, { inputTokens: 0, characters: 9 });

    const days = await instance().modelUseDays.since('2026-11-01');

    expect(clock.now()).toBe(Date.UTC(2026, 10, 22, 22));
    expect([...days.values()]).toEqual([
      {
        day: '2026-11-22',
        requests: 6,
        inputTokens: 10_000_002,
        outputTokens: 10_000_002,
        uncounted: 4,
        estimatedTokens: 12,
        embeddingTokens: 3,
      },
    ]);
  });
});

describe('the day of a budget', () => {
  it.each([
    ['of 23 hours', Date.UTC(2026, 2, 28, 23), 23],
    ['of 25 hours', Date.UTC(2026, 9, 24, 22), 25],
    ['of 24 hours', Date.UTC(2026, 10, 21, 23), 24],
  ])('%s is from midnight to midnight in Berlin', async (_, midnight, hours) => {
    const { clock, instance } = await open({ tokensPerDay: 100 });
    clock.advance(midnight - clock.now());
    await noteUse(instance(), anna.tenantId, used(100));

    clock.advance(hours * hourMs - 1);
    const before = await takeTurn(instance(), anna);
    clock.advance(1);
    const after = await takeTurn(instance(), anna);

    expect([before.kind, after.kind]).toEqual(['spent', 'allowed']);
  });
});

describe('a clock that is set back', () => {
  it('gives nobody more turns than allowed, and lets nobody wait for longer than an hour', async () => {
    const { clock, instance } = await open({ answersPerHour: 2 });
    await takeTurn(instance(), anna);
    await takeTurn(instance(), anna);
    clock.advance(-5 * hourMs);

    expect(await takeTurn(instance(), anna)).toEqual({ kind: 'wait', seconds: 60 * 60 });
    clock.advance(20 * minuteMs);
    expect(await takeTurn(instance(), anna)).toEqual({ kind: 'wait', seconds: 40 * 60 });
    clock.advance(40 * minuteMs);
    const turns = [];
    for (let count = 0; count < 3; count += 1) {
      turns.push(await takeTurn(instance(), anna));
    }
    expect(turns.map(({ kind }) => kind)).toEqual(['allowed', 'allowed', 'wait']);
  });
});
