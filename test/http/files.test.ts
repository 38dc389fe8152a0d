import { afterEach, describe, expect, it } from 'vitest';
import { communeId } from '../../src/domain/ids.ts';
import { toCommunesCsv } from '../../src/http/communes-csv.ts';
import { createAnnouncementFiles } from '../../src/http/files.ts';
import { showCommunes } from '../../src/features/announcements/count-communes.ts';
import { aSentScene, send } from '../features/announcements/sent-scene.ts';
import { a1 } from '../features/announcements/scene.ts';
import { member, organiser } from '../features/user-groups/scene.ts';
import { anAnnouncement, menden } from '../support/builders.ts';
import { shippedCommunes } from '../support/shipped-communes.ts';
import { RunningServer } from './running-server.ts';

const running: RunningServer[] = [];

afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.stop()));
});

/** A server with the counts of one announcement, and the path that opens them. */
async function start() {
  const scene = {
    ...(await aSentScene()),
    ids: { next: () => 'kkkkkkkk-0000-4000-8000-000000000001' },
  };
  await send(scene, {
    announcement: { content: { title: 'Einladung', text: 'Text', acknowledgement: true } },
    deliveries: [{ recipient: { kind: 'member', memberId: member.memberId }, communeId: menden }],
  });
  const result = await showCommunes(scene, { asker: organiser, announcementId: a1 });
  const server = await RunningServer.start({ files: { announcements: createAnnouncementFiles(scene) } });
  running.push(server);
  return { server, scene, path: result.kind === 'counted' ? result.path : '' };
}

describe('the file of the counts', () => {
  it('comes to whoever has its key, as a file that nobody keeps', async () => {
    const { server, path } = await start();

    const response = await server.get(path);

    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(response.headers.get('content-disposition')).toContain('attachment');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('referrer-policy')).toBe('no-referrer');
    expect(await response.text()).toContain('Menden (Sauerland);1;1;0;0;0;0;0;0;');
  });

  it.each([
    ['another key', (path: string) => `${path.slice(0, -1)}2`],
    ['no key', (path: string) => path.slice(0, path.indexOf('?'))],
    ['an empty key', (path: string) => path.slice(0, path.indexOf('=') + 1)],
    ['a key that no store would take', (path: string) => `${path}%2F..%23`],
    ['another announcement', (path: string) => path.replace('a1.csv', 'a2.csv')],
    ['another kind of file', (path: string) => path.replace('.csv', '.json')],
    ['a path out of the folder', (path: string) => path.replace('a1.csv', '..%2Fa1.csv')],
  ])('is not found with %s', async (_, change) => {
    const { server, path } = await start();

    const response = await server.get(change(path));

    expect(response.status).toBe(404);
    expect(server.errors).toEqual([]);
  });

  it('is not found after a day', async () => {
    const { server, scene, path } = await start();

    scene.clock.advance(24 * 60 * 60 * 1000 + 1);

    expect((await server.get(path)).status).toBe(404);
  });
});

describe('the table as CSV', () => {
  const none = {
    delivered: 0,
    waiting: 0,
    rejected: 0,
    unclear: 0,
    unreachable: 0,
    cancelled: 0,
    expired: 0,
  };
  const content = { title: 'Einladung', text: 'Text', acknowledgement: true };

  it('opens in Excel: byte order mark, semicolons, German headings, names in order, numbers as numbers', () => {
    const csv = toCommunesCsv({
      announcement: anAnnouncement({ content }),
      communes: shippedCommunes,
      table: {
        rows: [
          { of: { kind: 'places' }, recipients: 1, counts: { ...none, delivered: 1 } },
          {
            of: { kind: 'commune', communeId: menden },
            recipients: 5,
            counts: { ...none, delivered: 4, unclear: 1 },
            acknowledged: 3,
          },
        ],
        total: { recipients: 6, counts: { ...none, delivered: 5, unclear: 1 }, acknowledged: 4 },
        acknowledgedOfFew: 1,
      },
    });

    expect(csv).toBe(
      [
        '\uFEFFKommune;Empfänger;Zugestellt;Noch offen;Abgelehnt;Unklar;Nicht erreichbar;Abgebrochen;Abgelaufen;Mit „Gelesen“ bestätigt',
        'Menden (Sauerland);5;4;0;0;1;0;0;0;3',
        'Kanäle und Chats;1;1;0;0;0;0;0;0;',
        'Kommunen mit weniger als drei Personen und weitere, zusammen;;;;;;;;;1',
        'Summe;6;5;0;0;1;0;0;0;4',
        '',
      ].join('\r\n'),
    );
  });

  it.each([
    ['=SUMME(A1)', "'=SUMME(A1)"],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@x', "'@x"],
    [' =1', "' =1"],
    ['\t=1', "'\t=1"],
    ['\r=1', `"'\r=1"`],
    ['a;b', '"a;b"'],
    ['a"b', '"a""b"'],
    ['a=b', 'a=b'],
  ])('shows the name %j as %j, never as a formula (fault 45)', (name, cell) => {
    const id = communeId('99999999');
    const [example] = shippedCommunes.values();
    const communes = new Map(example === undefined ? [] : [[id, { ...example, id, name }]]);
    const row = { of: { kind: 'commune', communeId: id } as const, recipients: 1, counts: none };

    const csv = toCommunesCsv({
      announcement: anAnnouncement(),
      communes,
      table: { rows: [row], total: { recipients: 1, counts: none } },
    });

    expect(csv).toContain(`\r\n${cell};1;`);
  });
});
