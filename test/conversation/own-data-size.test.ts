import { afterEach, expect, it } from 'vitest';
import { z } from 'zod';
import { draftId, storedMemberId, topicRequestId } from '../../src/domain/ids.ts';
import { topicLimits } from '../../src/domain/topic-request.ts';
import { allFields, ruleOf } from '../../src/domain/use-case-form.ts';
import { wordsOf } from '../support/conversation.ts';
import type { TestBot } from '../support/conversation.ts';
import { readOwnData } from '../support/own-data.ts';
import { bertasId, startWithMember } from '../support/registrations.ts';
import { votesFor } from '../support/topic-news.ts';
import { proposed } from '../support/topics.ts';
import { asBerta, berta, pressed } from '../support/user-groups.ts';

let bot: TestBot;

afterEach(async () => {
  await bot.stop();
});

const OwnTopics = z.object({
  'topic-participations': z.array(z.object({ topic: z.string() })),
  'topic-comments': z.array(z.object({ text: z.string() })),
});

const sizeOf = (card: unknown) => Buffer.byteLength(JSON.stringify(card));

it('the Auskunft of somebody with full drafts can be sent, and is complete page by page (P14)', async () => {
  bot = await startWithMember();
  for (let number = 0; number < 12; number += 1) {
    const typed = Object.fromEntries(
      allFields.map((field) => [
        field,
        `${field} ${number} ${'Äpfel "und" Birnen\n'.repeat(300)}`.slice(0, ruleOf(field).atMost),
      ]),
    );
    await bot.app.deps.useCaseDrafts.add({
      id: draftId(`full-${number}`),
      memberId: bertasId,
      origin: { kind: 'new' },
      typed,
      savedAt: bot.clock.now() + number,
      state: { kind: 'saved' },
    });
  }

  const { data, pages, json } = await readOwnData(bot);
  const sizes = [data, ...pages].map(sizeOf);

  expect(Math.max(...sizes)).toBeLessThan(25_000);
  expect(wordsOf(data)).toContain('Entwürfe');
  const kept: unknown = JSON.parse(json);
  expect(kept).toMatchObject({
    profile: [{}],
    'use-case-drafts': Array.from({ length: 12 }, (_, index) => ({
      typed: { note: expect.stringMatching(new RegExp(`^note ${11 - index} `)) },
    })),
  });
});

it('the Auskunft of somebody with 500 votes and 50 long comments can be sent, and names each (P14)', async () => {
  bot = await startWithMember();
  const author = storedMemberId('t.author');
  for (let number = 1; number <= 500; number += 1) {
    const id = topicRequestId(`t${number}`);
    await proposed(bot, { id, title: `${number}. ${'Ein langes Thema '.repeat(10)}`.slice(0, 100) }, author);
    await votesFor(bot, id, berta);
  }
  for (let number = 1; number <= 50; number += 1) {
    const text = `Kommentar ${number}: ${'Äpfel "und" Birnen\n'.repeat(40)}`.slice(0, topicLimits.comment);
    const comment = { topicRequestId: `t${number}`, text };
    await bot.press(pressed('topic.comment', comment), 'personal', {}, asBerta);
  }

  const { data, pages, json } = await readOwnData(bot);

  const kept = OwnTopics.parse(JSON.parse(json));
  const numbers = kept['topic-participations'].map(({ topic }) => Number.parseInt(topic, 10));
  expect(Math.max(...[data, ...pages].map(sizeOf))).toBeLessThan(25_000);
  expect(wordsOf(data)).toContain('Kommentare zu Themen');
  expect(numbers.toSorted((one, other) => one - other)).toEqual(
    Array.from({ length: 500 }, (_, index) => index + 1),
  );
  expect(new Set(kept['topic-comments'].map(({ text }) => text.split(':')[0])).size).toBe(50);
});
