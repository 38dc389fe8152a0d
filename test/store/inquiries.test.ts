import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { inquiryId, storedMemberId } from '../../src/domain/ids.ts';
import { dayMs } from '../../src/domain/instant.ts';
import {
  answerInquiry,
  closeInquiry,
  draftInquiry,
  sendInquiry,
  takeBackAnswer,
} from '../../src/domain/inquiry-steps.ts';
import type { DocumentStore } from '../../src/ports/document-store.ts';
import { createMemoryStore } from '../../src/store/adapters/memory.ts';
import { createSqliteStore } from '../../src/store/adapters/sqlite.ts';
import { allCollections } from '../../src/store/all-collections.ts';
import { Inquiries } from '../../src/store/inquiries.ts';
import { FakeClock } from '../support/fake-clock.ts';

const id = inquiryId('i1');
const asker = storedMemberId('t.asker');
const draft = draftInquiry(
  id,
  { question: 'Wer?', named: false },
  { by: asker, communeId: undefined, now: 0 },
);

async function onStore(
  kind: 'memory' | 'sqlite',
  test: (inquiries: Inquiries, store: DocumentStore, clock: FakeClock) => Promise<void>,
): Promise<void> {
  const clock = new FakeClock(0);
  const folder = mkdtempSync(join(tmpdir(), 'inquiries-'));
  const store =
    kind === 'memory'
      ? createMemoryStore(clock)
      : createSqliteStore({ path: join(folder, 'store.sqlite'), clock });
  await store.open(allCollections);
  try {
    await test(new Inquiries(store), store, clock);
  } finally {
    await store.close();
    rmSync(folder, { recursive: true });
  }
}

describe.each(['memory', 'sqlite'] as const)('inquiries (%s)', (kind) => {
  it('keep every answer of 20 members who answer at once, with numbers of their own', () =>
    onStore(kind, async (inquiries) => {
      await inquiries.add(sendInquiry(draft, 1).inquiry);
      const members = Array.from({ length: 20 }, (_, index) => storedMemberId(`t.${index}`));

      await Promise.all(
        members.map((by) =>
          inquiries.change(id, (thread) => {
            const outcome = answerInquiry(thread, { kind: 'words', text: by, by }, 2);
            return outcome.kind === 'recorded'
              ? { inquiry: outcome.inquiry, put: outcome.answer }
              : undefined;
          }),
        ),
      );

      const thread = await inquiries.findThread(id);
      expect(thread?.inquiry.answers).toBe(20);
      expect(thread?.answers.map(({ number }) => number)).toEqual(members.map((_, index) => index + 1));
      expect(new Set(thread?.answers.map(({ text }) => text))).toEqual(new Set(members));
    }));

  it('let the same answer be given again after it was taken back', () =>
    onStore(kind, async (inquiries) => {
      const by = storedMemberId('t.b');
      await inquiries.add(sendInquiry(draft, 1).inquiry);
      const answer = () =>
        inquiries.change(id, (thread) => {
          const outcome = answerInquiry(thread, { kind: 'words', text: 'x', by }, 2);
          return outcome.kind === 'recorded' ? { inquiry: outcome.inquiry, put: outcome.answer } : undefined;
        });

      await answer();
      await inquiries.change(id, (thread) => {
        const outcome = takeBackAnswer(thread, { by, kind: 'words' });
        return outcome.kind === 'taken-back'
          ? { inquiry: outcome.inquiry, remove: outcome.answer }
          : undefined;
      });
      await answer();

      expect((await inquiries.answersOf(by)).map((one) => one.answer.number)).toEqual([2]);
    }));

  it('forget with all its answers one that was closed a year ago, and goes on after a crash', () =>
    onStore(kind, async (inquiries) => {
      await inquiries.add(sendInquiry(draft, 1).inquiry);
      for (let index = 0; index < 120; index += 1) {
        await inquiries.change(id, (thread) => {
          const by = storedMemberId(`t.${index}`);
          const outcome = answerInquiry(thread, { kind: 'words', text: 'x', by }, 2);
          return outcome.kind === 'recorded' ? { inquiry: outcome.inquiry, put: outcome.answer } : undefined;
        });
      }
      await inquiries.change(id, ({ inquiry }) => ({ inquiry: closeInquiry(inquiry, 'asker', 3).inquiry }));

      const early = await inquiries.overdue(3 + 365 * dayMs - 1);
      const kept = await inquiries.removeThread(id, () => false);
      const due = await inquiries.overdue(3 + 365 * dayMs);
      const removed = await inquiries.removeThread(id, ({ state }) => state.kind === 'closed');

      expect([early, kept, due.map((one) => one.id), removed]).toEqual([[], 'absent', [id], 'removed']);
      expect(await inquiries.findThread(id)).toBeUndefined();
      expect(await inquiries.answersOf(storedMemberId('t.7'))).toEqual([]);
      expect(await inquiries.removeThread(id, () => true)).toBe('absent');
    }));

  it('forget a draft after 30 days, and nothing that was sent', () =>
    onStore(kind, async (inquiries, _store, clock) => {
      const sent = draftInquiry(
        inquiryId('i2'),
        { question: 'Wer?', named: false },
        { by: asker, communeId: undefined, now: 0 },
      );
      await inquiries.add(draft);
      await inquiries.add(sent);
      await inquiries.change(sent.id, ({ inquiry }) => ({ inquiry: sendInquiry(inquiry, 1).inquiry }));
      clock.advance(30 * dayMs);

      expect(await inquiries.find(id)).toBeUndefined();
      expect((await inquiries.find(sent.id))?.state.kind).toBe('open');
      expect((await inquiries.latest(10)).map((one) => one.id)).toEqual([sent.id]);
    }));
});
