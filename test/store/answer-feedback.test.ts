import { readFileSync } from 'node:fs';
import { describe, expect, it, onTestFinished } from 'vitest';
import { z } from 'zod';
import type { AnswerFeedback } from '../../src/domain/answer-feedback.ts';
import { conversationId, storedMemberId, useCaseId } from '../../src/domain/ids.ts';
import { dayMs } from '../../src/domain/instant.ts';
import type { DocumentStore, JsonObject } from '../../src/ports/document-store.ts';
import { createMemoryStore } from '../../src/store/adapters/memory.ts';
import { createSqliteStore } from '../../src/store/adapters/sqlite.ts';
import { answerFeedbackCollection, AnswerFeedbacks } from '../../src/store/answer-feedback.ts';
import { givenAnswerCollection, GivenAnswers } from '../../src/store/given-answers.ts';
import { hashedId } from '../../src/store/hashed-id.ts';
import { FakeClock } from '../support/fake-clock.ts';
import { temporaryFile } from './sqlite-scene.ts';

const anna = storedMemberId('tenant-1.anna');
const berta = storedMemberId('tenant-1.berta');
const chat = conversationId('19:chat@thread.v2');
const collections = [givenAnswerCollection, answerFeedbackCollection];

function memory(clock: FakeClock): DocumentStore {
  return createMemoryStore(clock);
}

function sqlite(clock: FakeClock): DocumentStore {
  const store = createSqliteStore({ path: temporaryFile(), clock });
  onTestFinished(() => store.close());
  return store;
}

async function open(createStore = memory) {
  const clock = new FakeClock(0);
  const store = createStore(clock);
  await store.open(collections);
  return { clock, store, given: new GivenAnswers(store), feedback: new AnswerFeedbacks(store) };
}

function anAnswer(words: string, answeredAt: number) {
  return {
    question: { sought: words, filters: [{ kind: 'stage', stage: 'in_use' }] } as const,
    useCaseIds: [useCaseId('u-1')],
    path: 'plain',
    answeredAt,
    ratingKey: `key-of-${words}`,
  } as const;
}

function someFeedback(givenAt: number, more: Partial<AnswerFeedback> = {}): AnswerFeedback {
  const { question, useCaseIds, path } = anAnswer('Chatbot', 0);
  return { question, useCaseIds, path, helpful: true, givenAt, ...more };
}

function fixture(name: string): JsonObject {
  const file = new URL(`../fixtures/documents/${name}.json`, import.meta.url);
  return z.record(z.string(), z.json()).parse(JSON.parse(readFileSync(file, 'utf8')));
}

describe.each([
  ['memory', memory],
  ['sqlite', sqlite],
])('a given answer (%s)', (_, createStore) => {
  it('is found by its message, and the last one of a person by the conversation', async () => {
    const { given } = await open(createStore);
    const expiresAt = 7 * dayMs;
    await given.add({ conversation: chat, messageId: 'm/1' }, anAnswer('eins', 1), { to: anna, expiresAt });
    await given.add({ conversation: chat, messageId: 'm/3' }, anAnswer('drei', 3), { to: anna, expiresAt });
    await given.add({ conversation: chat, messageId: 'm/2' }, anAnswer('zwei', 2), { to: anna, expiresAt });
    await given.add({ conversation: chat, messageId: 'm/4' }, anAnswer('vier', 4), { to: berta, expiresAt });
    await given.add({ conversation: chat, messageId: 'm/5' }, anAnswer('fünf', 5), { expiresAt });

    expect(await given.find({ conversation: chat, messageId: 'm/1' })).toEqual(anAnswer('eins', 1));
    expect(await given.find({ conversation: conversationId('other'), messageId: 'm/1' })).toBeUndefined();
    expect(await given.findLast(chat, anna)).toEqual(anAnswer('drei', 3));
    expect(await given.findLast(conversationId('other'), anna)).toBeUndefined();
    expect((await given.ofMember(anna)).map(({ answeredAt }) => answeredAt)).toEqual([1, 2, 3]);
    expect(await given.forget(anna)).toBe(3);
    expect(await given.findLast(chat, anna)).toBeUndefined();
    expect(await given.findLast(chat, berta)).toEqual(anAnswer('vier', 4));
  });

  it('is gone when its time is over, and names neither person nor place', async () => {
    const { clock, store, given } = await open(createStore);
    await given.add({ conversation: chat, messageId: 'm/1' }, anAnswer('eins', 1), {
      to: anna,
      expiresAt: dayMs,
    });

    const { documents } = await store.query(givenAnswerCollection, { limit: 10 });
    clock.advance(dayMs);

    expect(JSON.stringify(documents)).not.toMatch(/anna|tenant-1|19:|m\/1/);
    expect(await given.find({ conversation: chat, messageId: 'm/1' })).toBeUndefined();
  });
});

describe.each([
  ['memory', memory],
  ['sqlite', sqlite],
])('feedback (%s)', (_, createStore) => {
  it('is one document for each person and answer, the latest of both, with nothing of the person', async () => {
    const { store, feedback } = await open(createStore);
    const rating = { ratingKey: 'k', by: anna };
    await feedback.keep(rating, someFeedback(1, { words: 'Gut.' }), dayMs);
    await feedback.keep({ ratingKey: 'k', by: berta }, someFeedback(2), dayMs);
    await feedback.keep(rating, someFeedback(3, { helpful: false, reason: 'wrong' }), dayMs);

    const { documents } = await store.query(answerFeedbackCollection, { limit: 10 });

    expect(documents).toHaveLength(2);
    expect(JSON.stringify(documents)).not.toMatch(/anna|berta|tenant-1|"k"/);
    expect(await feedback.find(rating)).toEqual(someFeedback(3, { helpful: false, reason: 'wrong' }));
    expect(await feedback.remove(rating)).toBe('removed');
    expect(await feedback.find(rating)).toBeUndefined();
  });

  it('is one document, too, when a person presses many times at one moment', async () => {
    const { feedback } = await open(createStore);
    const presses = Array.from({ length: 10 }, (_time, index) => index);

    await Promise.all(
      presses.map((at) => feedback.keep({ ratingKey: 'k', by: anna }, someFeedback(at), dayMs)),
    );

    expect(await Array.fromAsync(feedback.since(0))).toHaveLength(1);
  });

  it('is read in order of time over many pages', async () => {
    const { feedback } = await open(createStore);
    const times = Array.from({ length: 250 }, (_time, index) => (index * 97) % 250);
    await Promise.all(
      times.map((at) => feedback.keep({ ratingKey: `k-${at}`, by: anna }, someFeedback(at), dayMs)),
    );

    const all = await Array.fromAsync(feedback.since(0), ({ givenAt }) => givenAt);
    const some = await Array.fromAsync(feedback.since(20), ({ givenAt }) => givenAt);

    expect(all).toEqual(times.toSorted((one, other) => one - other));
    expect(some).toEqual(all.slice(20));
  });
});

describe('documents of earlier versions are read for ever', () => {
  it('given answer, version 1', async () => {
    const { store, given } = await open();
    const [partition, id] = [hashedId(chat), hashedId('m')];
    await store.transact(givenAnswerCollection, partition, [
      { kind: 'create', id, body: fixture('given-answer.v1') },
    ]);

    expect(await given.find({ conversation: chat, messageId: 'm' })).toMatchObject({
      question: {
        sought: 'Chatbot',
        filters: [
          { kind: 'stage', stage: 'in_use' },
          { kind: 'district', districtKey: '05966' },
        ],
      },
      useCaseIds: ['u-1', 'u-2'],
      path: 'model',
    });
  });

  it('feedback, version 1', async () => {
    const { store, feedback } = await open();
    await store.transact(answerFeedbackCollection, 'f', [
      { kind: 'create', id: 'f', body: fixture('answer-feedback.v1') },
    ]);

    expect(await Array.fromAsync(feedback.since(0))).toMatchObject([
      { helpful: false, reason: 'wrong', words: 'Das Projekt ist beendet.', path: 'plain' },
    ]);
  });
});
