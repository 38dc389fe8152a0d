import { afterEach, describe, expect, it } from 'vitest';
import { meetingId } from '../../../src/domain/ids.ts';
import { showFeed } from '../../../src/features/meetings/calendar-feed.ts';
import type { HttpServerDeps } from '../../../src/http/server.ts';
import { createCalendarFiles } from '../../../src/http/calendar-files.ts';
import { aCalendarScene } from '../../features/meetings/calendar-scene.ts';
import { g1, member } from '../../features/user-groups/scene.ts';
import { readNameWithNodeIcal, readWithIcalJs } from '../../support/meeting-calendar-parsers.ts';
import { RunningServer } from '../running-server.ts';

const running: RunningServer[] = [];

afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.stop()));
});

/** A server with the calendars of a scene, and the paths that open those of m1 and of g1. */
async function start(deps: Partial<HttpServerDeps> = {}) {
  const scene = await aCalendarScene();
  const shown = await showFeed(scene, { asker: member, userGroupId: g1 });
  const files = createCalendarFiles({ ...scene, publicUrl: 'https://bot.example.org' });
  const server = await RunningServer.start({ files, ...deps });
  running.push(server);
  return {
    server,
    scene,
    meeting: '/files/meetings/m1.ics?key=key-1',
    feed: 'path' in shown ? shown.path : '',
  };
}

describe('the calendar file of a meeting', () => {
  it('comes to whoever has its key, as a file that nobody keeps', async () => {
    const { server, meeting } = await start();

    const response = await server.get(meeting);

    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="treffen.ics"');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('referrer-policy')).toBe('no-referrer');
    expect(readWithIcalJs(await response.text()).entries).toMatchObject([{ summary: 'Telefonie heute' }]);
  });

  it.each([
    ['another key', (path: string) => `${path.slice(0, -1)}2`],
    ['no key', (path: string) => path.slice(0, path.indexOf('?'))],
    ['an empty key', (path: string) => path.slice(0, path.indexOf('=') + 1)],
    ['another meeting', (path: string) => path.replace('m1.ics', 'm2.ics')],
    ['an unknown meeting', (path: string) => path.replace('m1.ics', 'm9.ics')],
    ['a draft', () => '/files/meetings/m3.ics?key=key-3'],
    ['another kind of file', (path: string) => path.replace('.ics', '.csv')],
    ['a name that no store would take', (path: string) => path.replace('m1', '%2F..%23')],
    ['a name of 90 letters', (path: string) => path.replace('m1', 'm'.repeat(90))],
  ])('is not found with %s', async (_, change) => {
    const { server, meeting } = await start();

    const response = await server.get(change(meeting));

    expect(response.status).toBe(404);
    expect(await response.text()).toBe('{"error":404}');
    expect(server.errors).toEqual([]);
  });
});

it('logs no key when a file cannot be read', async () => {
  const logged: unknown[] = [];
  const log = (...facts: readonly unknown[]) => logged.push(facts);
  const { server, meeting } = await start({
    files: { meetings: () => Promise.reject(new Error('busy')) },
    logger: { info: log, warn: log, error: log },
  });

  const response = await server.get(meeting);

  expect(response.status).toBe(500);
  expect(logged).toHaveLength(1);
  expect(JSON.stringify(logged)).not.toContain('key-1');
});

describe('the calendar file of a user group', () => {
  it('comes to whoever has its key, under the name of the group', async () => {
    const { server, feed } = await start();

    const response = await server.get(feed);

    const file = await response.text();
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(readNameWithNodeIcal(file)).toBe('Treffen: Telefonie');
    expect(readWithIcalJs(file).entries).toMatchObject([{ summary: 'Telefonie heute' }]);
  });

  it('is not sent again to a program that has it already, until something changes', async () => {
    const { server, scene, feed } = await start();
    const etag = (await server.get(feed)).headers.get('etag') ?? '';

    const [same, weak, other] = await Promise.all(
      [etag, `"x", W/${etag}`, '"x"'].map((known) => getAgain(server, feed, known)),
    );
    await scene.meetings.change(meetingId('m1'), {}, 0, ({ meeting }) => ({
      meeting: { ...meeting, title: 'Telefonie morgen' },
    }));
    const changed = await getAgain(server, feed, etag);

    expect(etag).toMatch(/^"[\w-]{20,}"$/);
    expect(same?.status).toBe(304);
    expect(await same?.text()).toBe('');
    expect(same?.headers.get('etag')).toBe(etag);
    expect(weak?.status).toBe(304);
    expect(other?.status).toBe(200);
    expect(changed.status).toBe(200);
    expect(await changed.text()).toContain('Telefonie morgen');
  });

  it.each([
    ['another key', (path: string) => `${path.slice(0, -1)}x`],
    ['no key', (path: string) => path.slice(0, path.indexOf('?'))],
    ['the calendar of everybody', (path: string) => path.replace('g1.ics', 'community.ics')],
    ['another group', (path: string) => path.replace('g1.ics', 'g2.ics')],
    ['a path out of the folder', (path: string) => path.replace('g1.ics', '..%2Fg1.ics')],
  ])('is not found with %s', async (_, change) => {
    const { server, feed } = await start();

    const response = await server.get(change(feed));

    expect(response.status).toBe(404);
    expect(server.errors).toEqual([]);
  });
});

function getAgain(server: RunningServer, path: string, known: string): Promise<Response> {
  return fetch(`http://127.0.0.1:${server.port}${path}`, { headers: { 'if-none-match': known } });
}
