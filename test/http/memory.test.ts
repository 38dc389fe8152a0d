import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { gzipSync } from 'node:zlib';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';

import { postHead, sendRaw } from './raw-request.ts';

const Report = z.object({ port: z.int(), peakKilobytes: z.number() });
const allowedKilobytes = 120 * 1_024;

async function nextReport(bot: ChildProcess): Promise<z.output<typeof Report>> {
  const [message]: unknown[] = await once(bot, 'message');
  return Report.parse(message);
}

async function askForReport(bot: ChildProcess): Promise<z.output<typeof Report>> {
  const report = nextReport(bot);
  bot.send('report');
  return report;
}

describe('the memory of the bot under hostile bodies', () => {
  let bot: ChildProcess;
  let port: number;
  let idleKilobytes: number;

  beforeAll(async () => {
    bot = fork(new URL('memory-bot.ts', import.meta.url), {
      execArgv: ['--disable-warning=ExperimentalWarning'],
    });
    const report = await nextReport(bot);
    port = report.port;
    idleKilobytes = report.peakKilobytes;
  });

  afterAll(async () => {
    const exited = once(bot, 'exit');
    bot.disconnect();
    await exited;
  });

  it('faults 3 and 4: stays within 120 MB of the idle bot, bombs and 60 MB bodies in parallel', async () => {
    const json = { 'Content-Type': 'application/json' };
    const bomb = gzipSync(Buffer.alloc(300_000_000, ' '));
    const part = Buffer.alloc(60_000, 'x');
    const parts = Array.from({ length: 1_000 }, () => part);
    const deep = Buffer.from(`{"type":"message","value":${'['.repeat(130_000)}${']'.repeat(130_000)}}`);
    const form = { 'Content-Type': 'multipart/form-data; boundary=x', 'Content-Length': 60_000_000 };

    const answers = await Promise.all(
      Array.from({ length: 8 }, () => [
        sendRaw(port, postHead({ ...json, 'Content-Encoding': 'gzip', 'Content-Length': bomb.length }), [
          bomb,
        ]),
        sendRaw(port, postHead({ ...json, 'Content-Length': 60_000_000 }), parts),
        sendRaw(port, postHead({ ...json, 'Transfer-Encoding': 'chunked' }), chunks(part, 1_000)),
        sendRaw(port, postHead({ ...json, 'Content-Length': deep.length }), [deep]),
        sendRaw(port, postHead(form), parts),
      ]).flat(),
    );
    const { peakKilobytes } = await askForReport(bot);

    expect(answers.map(({ status }) => status)).toEqual(
      Array.from({ length: 8 }, () => [415, 413, 413, 400, 415]).flat(),
    );
    expect(bot.exitCode).toBeNull();
    expect(peakKilobytes - idleKilobytes).toBeLessThan(allowedKilobytes);
  });
});

function* chunks(part: Uint8Array, count: number): Generator<Uint8Array | string> {
  for (let index = 0; index < count; index += 1) {
    yield `${part.byteLength.toString(16)}\r\n`;
    yield part;
    yield '\r\n';
  }
  yield '0\r\n\r\n';
}
