import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Reply, StreamPiece } from '../../src/chat/reply.ts';
import { updateEveryMs } from '../../src/teams/send-stream.ts';
import type { ConnectorCall, ScriptedAnswer } from '../support/stand-in-connector.ts';
import { aCard, RunningFront } from './running-front.ts';

const Sent = z.object({
  type: z.string(),
  text: z.string().optional(),
  channelData: z.record(z.string(), z.unknown()).optional(),
  entities: z.array(z.looseObject({ type: z.string() })).optional(),
  attachments: z.array(z.unknown()).optional(),
});

const one = 'Menden nutzt es [1].';
const two = 'Hemer plant es [3].';
const citations = ['Telefon', 'Post', 'Akte'].map((title) => ({ title, abstract: `${title} mit KI` }));

let bot: RunningFront;
let isLeft: boolean;

beforeEach(async () => {
  isLeft = false;
  bot = await RunningFront.start();
});

afterEach(async () => {
  await bot.stop();
});

/** A stream whose pieces come after so many milliseconds each, or when something has happened. */
function aStream(pieces: readonly (readonly [number | (() => Promise<void>), StreamPiece])[]): Reply {
  async function* compose(): AsyncGenerator<StreamPiece> {
    try {
      for (const [before, piece] of pieces) {
        await (typeof before === 'number' ? sleep(before) : before());
        yield piece;
      }
    } finally {
      isLeft = true;
    }
  }
  return { kind: 'stream', waiting: 'Ich lese …', pieces: compose(), citations, card: aCard('Treffer') };
}

const sentence = (text: string, ...cited: readonly number[]): StreamPiece => ({
  kind: 'sentence',
  text,
  cited,
});
const end: StreamPiece = { kind: 'end' };
/** The second one comes when the first is shown. */
const twoSentences = (isShown = () => posts().length >= 2) =>
  aStream([
    [0, sentence(one, 1)],
    [() => bot.connector.until(isShown), sentence(two, 3)],
    [0, end],
  ]);

async function sent(reply: Reply, count: number, changes: Readonly<Record<string, unknown>> = {}) {
  bot.handleTurn = () => [reply];
  const response = await bot.post(changes);
  await bot.connector.until(() => posts().length >= count);
  await bot.front.drain(5_000);
  return { status: response.status, messages: posts() };
}

function posts() {
  return bot.connector.calls
    .filter(({ method }) => method === 'POST')
    .map(({ activity }) => Sent.parse(activity));
}

/** Answers the nth message of the bot so. */
function answering(nth: number, answer: ScriptedAnswer): void {
  let count = 0;
  bot.connector.script = (call: ConnectorCall) => {
    count += Number(call.method === 'POST');
    return count === nth && call.method === 'POST' ? answer : undefined;
  };
}

const stopped = {
  status: 403,
  body: '{"error":{"code":"ContentStreamNotAllowed","message":"Content stream was canceled by user."}}',
};

describe('an answer that is composed, in a 1:1 chat', () => {
  it('says at once that it comes, grows by whole sentences, and ends with label, citations and card', async () => {
    const { messages } = await sent(twoSentences(), 3);

    expect(messages.map(({ type, text, channelData }) => [type, text, channelData?.['streamType']])).toEqual([
      ['typing', 'Ich lese …', 'informative'],
      ['typing', one, 'streaming'],
      ['message', `${one} ${two}`, 'final'],
    ]);
    expect(
      messages.map(({ channelData }) => [channelData?.['streamId'], channelData?.['streamSequence']]),
    ).toEqual([
      [undefined, 1],
      ['sent-1', 2],
      ['sent-1', undefined],
    ]);
    const [first, , last] = messages;
    expect(first?.entities).toEqual([{ type: 'streaminfo', streamType: 'informative', streamSequence: 1 }]);
    expect(first?.attachments ?? []).toEqual([]);
    expect(last?.attachments).toEqual([
      { contentType: 'application/vnd.microsoft.card.adaptive', content: aCard('Treffer') },
    ]);
    expect(last?.entities).toEqual([
      { type: 'streaminfo', streamType: 'final', streamId: 'sent-1' },
      expect.objectContaining({
        additionalType: ['AIGeneratedContent'],
        citation: [1, 3].map((position) => ({
          '@type': 'Claim',
          position,
          appearance: {
            '@type': 'DigitalDocument',
            name: citations[position - 1]?.title,
            abstract: citations[position - 1]?.abstract,
          },
        })),
      }),
    ]);
  });

  it('takes at most one update in a second, whatever comes', async () => {
    const times: number[] = [];
    bot.connector.script = ({ method }) => {
      times.push(...(method === 'POST' ? [performance.now()] : []));
      return undefined;
    };
    const pieces = Array.from(
      { length: 12 },
      (_, index) => [150, sentence(`Satz ${index} [1].`, 1)] as const,
    );

    const { messages } = await sent(aStream([...pieces, [0, end]]), 3);

    const updates = messages.filter(({ channelData }) => channelData?.['streamType'] === 'streaming');
    const seconds = ((times.at(-1) ?? 0) - (times[0] ?? 0)) / updateEveryMs;
    expect(updates.length).toBeGreaterThan(0);
    expect(updates.length).toBeLessThanOrEqual(seconds);
    expect(messages.at(-1)?.text).toMatch(/^Satz 0 \[1\]\..*Satz 11 \[1\]\.$/);
  });

  it('has no label when nothing was said but by us', async () => {
    const { messages } = await sent(aStream([[0, { kind: 'end', closing: 'Hier sind die Treffer.' }]]), 2);

    expect(messages.at(-1)).toMatchObject({ type: 'message', text: 'Hier sind die Treffer.' });
    expect(JSON.stringify(messages)).not.toContain('AIGenerated');
  });

  it('ends with what was said and a sentence of ours when the rest was not proven', async () => {
    const { messages } = await sent(
      aStream([
        [0, sentence(one, 1)],
        [0, { kind: 'end', closing: 'Mehr nicht.' }],
      ]),
      2,
    );

    expect(messages.at(-1)?.text).toBe(`${one} Mehr nicht.`);
    expect(JSON.stringify(messages.at(-1))).toContain('AIGeneratedContent');
  });

  it('leaves the card alone when somebody stops it, and nothing more is composed', async () => {
    answering(2, stopped);

    const { messages } = await sent(twoSentences(), 3);

    expect(messages.at(-1)).toMatchObject({ type: 'message', attachments: [{ content: aCard('Treffer') }] });
    expect(messages.at(-1)?.text).toBeUndefined();
    expect(messages).toHaveLength(3);
    await expect.poll(() => isLeft).toBe(true);
  });

  it.each([
    ['its beginning', 1, 2],
    ['its end', 3, 4],
  ])('comes in another way when Teams refuses %s', async (_, nth, count) => {
    answering(nth, { status: 403, body: '{"error":{"code":"ContentStreamNotAllowed"}}' });

    const { messages } = await sent(
      twoSentences(() => posts().length >= Math.min(nth, 2)),
      count,
    );

    expect(messages).toHaveLength(count);
    expect(JSON.stringify(messages.at(-1))).not.toContain('streamId');
    expect(messages.at(-1)?.attachments).toHaveLength(1);
    expect(messages.at(-1)?.text).toBe(nth === 1 ? `${one} ${two}` : undefined);
  });

  it('has the sensitivity label that is configured', async () => {
    await bot.stop();
    bot = await RunningFront.start({ config: { mode: 'playground', sensitivityLabel: 'Intern' } });

    const { messages } = await sent(
      aStream([
        [0, sentence(one, 1)],
        [0, end],
      ]),
      2,
    );

    expect(messages.at(-1)?.entities?.at(-1)).toMatchObject({
      usageInfo: { type: 'https://schema.org/Message', '@type': 'CreativeWork', name: 'Intern' },
    });
    expect(JSON.stringify(messages[0])).not.toContain('Intern');
  });

  it('leaves the card when composing fails', async () => {
    async function* broken(): AsyncGenerator<StreamPiece> {
      yield sentence(one, 1);
      throw new Error('a mistake of ours');
    }
    const reply: Reply = {
      kind: 'stream',
      waiting: 'w',
      pieces: broken(),
      citations,
      card: aCard('Treffer'),
    };

    const { messages } = await sent(reply, 2);

    expect(messages.at(-1)?.attachments).toEqual([expect.objectContaining({ content: aCard('Treffer') })]);
  });

  it('keeps within what Teams takes of a citation', async () => {
    const long = { title: `${'t'.repeat(78)}😀😀`, abstract: 'a'.repeat(400) };
    const reply: Reply = {
      kind: 'stream',
      waiting: 'w',
      pieces: (async function* () {
        for (let number = 1; number <= 25; number += 1) {
          yield sentence(`S [${number}].`, number);
        }
        yield end;
      })(),
      citations: Array.from({ length: 25 }, () => long),
      card: aCard('Treffer'),
    };

    const { messages } = await sent(reply, 2);

    const label = z
      .object({
        citation: z.array(z.object({ appearance: z.object({ name: z.string(), abstract: z.string() }) })),
      })
      .parse(messages.at(-1)?.entities?.at(-1));
    expect(label.citation).toHaveLength(20);
    expect(label.citation[0]?.appearance.name).toBe(`${'t'.repeat(78)}…`);
    expect(label.citation[0]?.appearance.abstract).toHaveLength(160);
  });
});

it('an answer that is composed in a group comes whole, after a sign that it comes', async () => {
  const conversation = {
    id: '19:group@thread.v2',
    conversationType: 'groupChat',
    isGroup: true,
    tenantId: 't1',
  };

  const { messages } = await sent(
    aStream([
      [0, sentence(one, 1)],
      [0, sentence(two, 3)],
      [0, end],
    ]),
    2,
    { conversation },
  );

  expect(messages.map(({ type, text }) => [type, text])).toEqual([
    ['typing', undefined],
    ['message', `${one} ${two}`],
  ]);
  expect(JSON.stringify(messages)).not.toContain('streaminfo');
  expect(JSON.stringify(messages.at(-1))).toContain('AIGeneratedContent');
});
