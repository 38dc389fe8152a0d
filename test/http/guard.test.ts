import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { gzipSync } from 'node:zlib';

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { postHead, sendRaw } from './raw-request.ts';
import { RunningServer } from './running-server.ts';

const json = { 'Content-Type': 'application/json' };
const activity = JSON.stringify({ type: 'message', text: 'Wer macht das schon?' });
const limit = 262_144;

function* endless(part: string): Generator<string> {
  for (;;) {
    yield part;
  }
}

function ofLength(length: number): string {
  const frame = '{"type":"message","text":""}';
  return frame.replace('""', `"${'x'.repeat(length - frame.length)}"`);
}

describe('the bodies that strangers may send to the bot', () => {
  let running: RunningServer;

  beforeAll(async () => {
    running = await RunningServer.start({ limits: { bytes: limit, depth: 2_000, bodyMs: 300 } });
  });

  afterEach(() => {
    running.received.length = 0;
  });

  afterAll(() => running.stop());

  it.each([
    ['gzip'],
    ['deflate'],
    ['br'],
    ['zstd'],
    ['identity'],
    ['GZIP'],
    ['gzip, gzip'],
    ['x-unknown'],
    [''],
  ])('fault 3: answers 415 to the content-encoding "%s" without reading the body', async (encoding) => {
    const answer = await sendRaw(
      running.port,
      postHead({ ...json, 'Content-Encoding': encoding, 'Content-Length': 1_000 }),
    );

    expect(answer.status).toBe(415);
    expect(running.received).toEqual([]);
  });

  it.each([
    ['whole', gzipSync(activity)],
    ['cut off', gzipSync(activity).subarray(0, 20)],
    ['garbage', Buffer.from('this is not gzip')],
    ['a bomb', gzipSync(Buffer.alloc(50_000_000, ' '))],
  ])('fault 3: answers 415 to a gzip body, %s, and lives', async (_what, body) => {
    const answer = await sendRaw(
      running.port,
      postHead({ ...json, 'Content-Encoding': 'gzip', 'Content-Length': body.length }),
      [body],
    );

    expect(answer.status).toBe(415);
    expect((await running.post(activity)).status).toBe(200);
  });

  it('fault 3: answers 415 to a compressing transfer coding', async () => {
    const answer = await sendRaw(running.port, postHead({ ...json, 'Transfer-Encoding': 'gzip, chunked' }), [
      '0\r\n\r\n',
    ]);

    expect(answer.status).toBe(415);
  });

  it('fault 4: takes a body of exactly 262,144 bytes and answers 413 to one byte more', async () => {
    const atLimit = await running.post(ofLength(limit));
    const above = await running.post(ofLength(limit + 1));

    expect(atLimit.status).toBe(200);
    expect(above.status).toBe(413);
  });

  it('fault 4: answers 413 to a declared 60 MB before a byte of it is sent', async () => {
    const answer = await sendRaw(running.port, postHead({ ...json, 'Content-Length': 60_000_000 }));

    expect(answer.status).toBe(413);
  });

  it('fault 4: answers 413 to 60 MB that are sent without a pause', async () => {
    const part = 'x'.repeat(60_000);
    const answer = await sendRaw(
      running.port,
      postHead({ ...json, 'Content-Length': 60_000_000 }),
      Array.from({ length: 1_000 }, () => part),
    );

    expect(answer.status).toBe(413);
  });

  it('fault 4: answers 413 to an endless chunked body', async () => {
    const answer = await sendRaw(
      running.port,
      postHead({ ...json, 'Transfer-Encoding': 'chunked' }),
      endless(`1000\r\n${'x'.repeat(4_096)}\r\n`),
    );

    expect(answer.status).toBe(413);
  });

  it('fault 4: hangs up on a client that goes on sending after its refusal', async () => {
    const head = [
      'POST /api/messages HTTP/1.1',
      'Host: x',
      'Content-Type: text/plain',
      'Transfer-Encoding: chunked',
    ];

    const answer = await sendRaw(running.port, head, endless(`1000\r\n${'x'.repeat(4_096)}\r\n`), {
      goOn: true,
    });

    expect(answer).toMatchObject({ status: 415, closedBy: 'server' });
    expect(answer.bytesSent).toBeLessThan(40_000_000);
  });

  it('fault 4: hangs up on a client that stays after its refusal and says nothing', async () => {
    const head = ['POST /api/messages HTTP/1.1', 'Host: x', 'Content-Type: text/plain', 'Content-Length: 5'];

    const answer = await sendRaw(running.port, head, [], { goOn: true });

    expect(answer).toMatchObject({ status: 415, closedBy: 'server' });
  });

  it.each([
    ['stops in the middle', [activity.slice(0, 10)]],
    ['never begins', []],
  ])('fault 4: answers 408 to a body that %s', async (_what, parts) => {
    const answer = await sendRaw(
      running.port,
      postHead({ ...json, 'Content-Length': activity.length }),
      parts,
    );

    expect(answer.status).toBe(408);
  });

  it('fault 4: survives clients that go away in the middle of a body', async () => {
    await Promise.all(
      Array.from({ length: 20 }, () =>
        sendRaw(running.port, postHead({ ...json, 'Content-Length': 5_000 }), ['{"type"'], { untilMs: 50 }),
      ),
    );

    expect((await running.post(activity)).status).toBe(200);
  });

  it('fault 4: does not ask for a body that it refuses', async () => {
    const refused = await sendRaw(
      running.port,
      postHead({ ...json, 'Content-Length': 60_000_000, Expect: '100-continue' }),
    );
    const accepted = await sendRaw(
      running.port,
      postHead({ ...json, 'Content-Length': activity.length, Expect: '100-continue' }),
      [activity],
    );

    expect(refused.text).not.toContain('100 Continue');
    expect(accepted.text).toMatch(/^HTTP\/1\.1 100 Continue\r\n\r\nHTTP\/1\.1 200/);
  });

  it.each([
    ['multipart/form-data; boundary=x'],
    ['application/x-www-form-urlencoded'],
    ['text/plain'],
    ['text/json'],
    ['application/json-patch+json'],
    ['application/jsonp'],
    ['application/json; charset=utf-16'],
    ['application/json, text/plain'],
    [''],
  ])('fault 5: answers 415 to the content type "%s"', async (type) => {
    const answer = await sendRaw(
      running.port,
      postHead({ 'Content-Type': type, 'Content-Length': activity.length }),
      [activity],
    );

    expect(answer.status).toBe(415);
    expect(running.received).toEqual([]);
  });

  it('fault 5: leaves no file of a multipart body on disk', async () => {
    const before = new Set(readdirSync(tmpdir()));
    const form = new FormData();
    form.append('file', new Blob(['x'.repeat(10_000)]), 'x.txt');
    const response = await fetch(`http://127.0.0.1:${running.port}/api/messages`, {
      method: 'POST',
      body: form,
    });

    expect(response.status).toBe(415);
    const added = readdirSync(tmpdir()).filter((name) => !before.has(name));
    expect(added.filter((name) => /upload|formidable/i.test(name))).toEqual([]);
  });

  it.each([['application/json'], ['application/json; charset=utf-8'], ['Application/JSON;charset="UTF-8"']])(
    'takes the content type %s',
    async (type) => {
      const response = await running.post(activity, { 'content-type': type });

      expect(response.status).toBe(200);
    },
  );

  it('refuses all this as a matter of course, without an error in the log', async () => {
    await running.post('{');

    expect(running.errors).toEqual([]);
  });
});
