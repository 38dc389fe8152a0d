import { afterEach, describe, expect, it } from 'vitest';

import { createHttpServer } from '../../src/http/server.ts';
import { ListenError } from '../../src/http/listen-error.ts';
import { PictureError } from '../../src/ports/picture-renderer.ts';
import { postHead, sendRaw } from './raw-request.ts';
import { RunningServer } from './running-server.ts';

describe('the HTTP server', () => {
  const running: RunningServer[] = [];

  async function start(...deps: Parameters<typeof RunningServer.start>): Promise<RunningServer> {
    const server = await RunningServer.start(...deps);
    running.push(server);
    return server;
  }

  afterEach(async () => {
    await Promise.all(running.splice(0).map((server) => server.stop()));
  });

  it('says that it lives', async () => {
    const server = await start();

    const response = await server.get('/health');

    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ status: 'ok' });
  });

  it('says whether it is ready', async () => {
    let isReady = false;
    const server = await start({ ready: () => isReady });

    const before = await server.get('/ready');
    isReady = true;
    const after = await server.get('/ready');

    expect([before.status, after.status]).toEqual([503, 200]);
  });

  it.each(['/health', '/ready', '/nutzung', '/files/cafe/m1.png?key=k'])(
    'answers HEAD %s like GET, without the body',
    async (path) => {
      const server = await start({
        pages: { '/nutzung': () => ({ contentType: 'text/html; charset=utf-8', body: '<p>Nutzung</p>' }) },
        files: {
          cafe: async () => ({ contentType: 'image/png', body: 'Bild', headers: { etag: '"1"' } }),
        },
      });

      const got = await server.get(path);
      const asked = await fetch(`http://127.0.0.1:${server.port}${path}`, { method: 'HEAD' });

      expect([got.status, asked.status]).toEqual([200, 200]);
      expect(Number(asked.headers.get('content-length'))).toBe((await got.arrayBuffer()).byteLength);
      expect(asked.headers.get('content-type')).toBe(got.headers.get('content-type'));
      expect(await asked.text()).toBe('');
    },
  );

  it('shows pages as they are now, with headers that let them load and run nothing', async () => {
    let version = 'eins';
    const server = await start({
      pages: {
        '/datenschutz': () => ({
          contentType: 'text/html; charset=utf-8',
          body: `<p>Fassung ${version}</p>`,
        }),
      },
    });
    version = 'zwei';

    const response = await server.get('/datenschutz');

    expect(response.status).toBe(200);
    expect(await response.text()).toBe('<p>Fassung zwei</p>');
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(response.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('referrer-policy')).toBe('no-referrer');
    expect(response.headers.get('server')).toBeNull();
  });

  it.each([
    ['GET', '/api/messages', 405],
    ['PUT', '/api/messages', 405],
    ['GET', '/nothing', 404],
    ['GET', '/%2e%2e/etc/passwd', 404],
    ['GET', '/%', 404],
    ['POST', '/health', 405],
  ])('answers %s %s with %i', async (method, path, status) => {
    const server = await start();

    const answer = await sendRaw(server.port, [`${method} ${path} HTTP/1.1`, 'Host: x', 'Connection: close']);

    expect(answer.status).toBe(status);
  });

  it.each([
    ['no HTTP at all', ['\u0016\u0003\u0001']],
    [
      'two lengths',
      postHead({ 'Content-Type': 'application/json', 'Content-Length': '5\r\nContent-Length: 6' }),
    ],
    [
      'a length and chunks',
      postHead({ 'Content-Type': 'application/json', 'Content-Length': 5, 'Transfer-Encoding': 'chunked' }),
    ],
    ['headers of 100 kB', postHead({ 'Content-Type': 'application/json', Padding: 'x'.repeat(100_000) })],
    ['a header that breaks the line', ['GET /health HTTP/1.1', 'Host: x', 'A: b\u0000c']],
    ['no host', ['GET /health HTTP/1.1']],
    ['an address that is none', ['GET http://[/health HTTP/1.1', 'Host: x']],
    ['a port that is none', ['GET http://x:99999/health HTTP/1.1', 'Host: x']],
    ['half an address', ['GET //[/health HTTP/1.1', 'Host: x']],
    ['a broken host', ['GET /health HTTP/1.1', 'Host: [']],
    ['a host of two words', ['GET /health HTTP/1.1', 'Host: x y']],
    [
      'a broken host of a message',
      ['POST /api/messages HTTP/1.1', 'Host: %', 'Content-Type: application/json', 'Content-Length: 2'],
    ],
  ])('refuses %s and lives', async (_what, head) => {
    const server = await start();

    const answer = await sendRaw(server.port, head);

    expect([400, 431]).toContain(answer.status);
    expect((await server.get('/health')).status).toBe(200);
  });

  it('says in one line that its port is taken', async () => {
    const server = await start();
    const second = createHttpServer({
      config: { host: '127.0.0.1', port: server.port },
      logger: { info: () => undefined, warn: () => undefined, error: () => undefined },
      receive: async () => ({ status: 200 }),
      pages: {},
      ready: () => true,
    });

    const error: unknown = await second.listen().catch((thrown: unknown) => thrown);

    expect(error).toBeInstanceOf(ListenError);
    expect(error).toMatchObject({ because: 'taken', port: server.port });
    expect(String(error)).toMatch(/^ListenError: Cannot listen on 127\.0\.0\.1:\d+: another program[^\n]+$/);
  });

  it('says which address it cannot have', async () => {
    const server = createHttpServer({
      config: { host: '192.0.2.1', port: 0 },
      logger: { info: () => undefined, warn: () => undefined, error: () => undefined },
      receive: async () => ({ status: 200 }),
      pages: {},
      ready: () => true,
    });

    await expect(server.listen()).rejects.toMatchObject({ name: 'ListenError', because: 'unavailable' });
  });

  it('answers requests that are running when it closes, and takes no new ones', async () => {
    const finish = Promise.withResolvers<void>();
    const arrived = Promise.withResolvers<void>();
    const server = await start({
      receive: async () => {
        arrived.resolve();
        await finish.promise;
        return { status: 202 };
      },
    });
    const request = server.post('{"type":"message"}');
    await arrived.promise;

    const closed = server.server.close(5_000);
    await expect(server.get('/health')).rejects.toThrow('fetch failed');
    finish.resolve();

    expect((await request).status).toBe(202);
    await closed;
  });

  it('cuts requests off that are still running at the deadline', async () => {
    const server = await start({ receive: () => new Promise(() => undefined) });
    const request = server.post('{"type":"message"}').catch((error: unknown) => error);

    await sendRaw(server.port, ['GET /health HTTP/1.1', 'Host: x', 'Connection: close']);
    await server.server.close(50);

    expect(await request).toBeInstanceOf(TypeError);
  });

  it('answers 500 without details when the bot fails, and logs it', async () => {
    const server = await start({ receive: () => Promise.reject(new Error('secret words')) });

    const response = await server.post('{"type":"message"}');

    expect(response.status).toBe(500);
    expect(await response.text()).toBe('{"error":500}');
    expect(server.errors).toEqual(['http.failed']);
  });

  it('logs which kind of problem was the cause, and none of its words', async () => {
    const logged: unknown[] = [];
    const log = (...line: readonly unknown[]) => logged.push(line);
    const cause = Object.assign(new Error('no such file: secret words'), { code: 'ENOENT' });
    const failed = new PictureError('the thread failed: secret words', { cause });
    const server = await start({
      files: { cafe: () => Promise.reject(failed) },
      logger: { info: log, warn: log, error: log },
    });

    await server.get('/files/cafe/m1.png?key=secret');

    expect(logged).toEqual([
      [
        'http.failed',
        { path: '/files/cafe/m1.png', error: 'PictureError', cause: { error: 'Error', code: 'ENOENT' } },
      ],
    ]);
  });
});
