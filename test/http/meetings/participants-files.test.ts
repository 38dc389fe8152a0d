import { Buffer } from 'node:buffer';
import exceljs from 'exceljs';
import { afterEach, describe, expect, it } from 'vitest';
import { communeId, meetingId, storedMemberId } from '../../../src/domain/ids.ts';
import type { Meeting } from '../../../src/domain/meetings/meeting.ts';
import type { Rsvp } from '../../../src/domain/meetings/rsvp.ts';
import { exportParticipants } from '../../../src/features/meetings/export-participants.ts';
import { createParticipantFiles } from '../../../src/http/participants-files.ts';
import { ReportLinks } from '../../../src/store/report-links.ts';
import { aScene, organiser } from '../../features/user-groups/scene.ts';
import { menden } from '../../support/builders.ts';
import { aMeeting } from '../../support/meetings.ts';
import { shippedCommunes } from '../../support/shipped-communes.ts';
import { RunningServer } from '../running-server.ts';

const running: RunningServer[] = [];

afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.stop()));
});

const question = 'Bringen Sie ein Beispiel mit?';

/** A server with the participants of one meeting, and the paths that open them. */
async function start(rsvps: readonly Partial<Rsvp>[], fields: Partial<Meeting> = {}) {
  const scene = await aScene();
  const now = scene.clock.now();
  const meeting = aMeeting({ id: meetingId('m1'), questions: [question], ...fields }, now);
  await scene.meetings.add(meeting, now);
  await scene.meetings.change(meeting.id, {}, now, (known) => ({
    meeting: known.meeting,
    rsvps: rsvps.map((rsvp, index) => ({
      meetingId: meeting.id,
      memberId: storedMemberId(`t.member-${index}`),
      guests: 0,
      details: [],
      at: now,
      number: index + 1,
      ...rsvp,
    })),
  }));
  const operator = {
    current: () => ({
      communes: shippedCommunes,
      communesOf: new Map(),
      synonyms: [],
      serviceHosts: new Set<string>(),
    }),
  };
  const deps = { ...scene, operator, reportLinks: new ReportLinks(scene.store) };
  const result = await exportParticipants(deps, { asker: organiser, meetingId: meeting.id });
  if (result.kind !== 'exported') {
    throw new Error(result.kind);
  }
  const server = await RunningServer.start({ files: { participants: createParticipantFiles(deps) } });
  running.push(server);
  return { server, scene, ...result.paths };
}

async function readSheet(response: Response) {
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load(await response.arrayBuffer());
  const rows: unknown[][] = [];
  workbook.worksheets[0]?.eachRow((row) => rows.push(Array.isArray(row.values) ? row.values.slice(1) : []));
  return rows;
}

const everybody: readonly Partial<Rsvp>[] = [
  { answer: 'tentative', communeId: communeId('00000000') },
  { answer: 'accepted', waitingNumber: 3, communeId: menden, guests: 1 },
  {
    answer: 'accepted',
    communeId: menden,
    guests: 2,
    name: 'Anna; Beispiel',
    checkedInAt: 1,
    details: [{ question, text: 'Ja, "unseren"' }],
  },
];

describe('the files of participants', () => {
  it('hold one line for each answer, in the order of the list, as CSV that Excel opens', async () => {
    const { server, csv } = await start(everybody);

    const response = await server.get(csv);

    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="teilnehmende.csv"');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('referrer-policy')).toBe('no-referrer');
    expect(Buffer.from(await response.arrayBuffer()).toString('utf8')).toBe(
      [
        `\uFEFFKommune;Name;Antwort;Platz auf der Warteliste;Gäste;Anwesend;Geantwortet am;${question}`,
        'Menden (Sauerland);"Anna; Beispiel";Zusage;;2;ja;"22.11.2026, 10:00";"Ja, ""unseren"""',
        'Menden (Sauerland);;Warteliste;1;1;;"22.11.2026, 10:00";',
        ';;Vielleicht;;0;;"22.11.2026, 10:00";',
        '',
      ].join('\r\n'),
    );
  });

  it('hold the same as a workbook, where numbers are numbers', async () => {
    const { server, xlsx } = await start(everybody);

    const response = await server.get(xlsx);

    expect(response.headers.get('content-type')).toBe(
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    );
    const [headings, first, second] = await readSheet(response);
    expect(headings?.slice(0, 3)).toEqual(['Kommune', 'Name', 'Antwort']);
    expect(first).toEqual([
      'Menden (Sauerland)',
      'Anna; Beispiel',
      'Zusage',
      undefined,
      2,
      'ja',
      '22.11.2026, 10:00',
      'Ja, "unseren"',
    ]);
    expect(second?.slice(2, 5)).toEqual(['Warteliste', 1, 1]);
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)'])(
    'take no answer for a formula: %s (fault 45)',
    async (formula) => {
      const { server, csv, xlsx } = await start([
        { answer: 'accepted', name: formula, details: [{ question: formula, text: formula }] },
      ]);

      const text = await (await server.get(csv)).text();
      const [headings, row] = await readSheet(await server.get(xlsx));

      expect(text).not.toContain(`;${formula}`);
      expect(text.split(`'${formula}`)).toHaveLength(4);
      expect([headings?.at(-1), row?.[1], row?.at(-1)]).toEqual([
        `'${formula}`,
        `'${formula}`,
        `'${formula}`,
      ]);
    },
  );

  it('keep what was answered to a question that was changed since', async () => {
    const { server, csv } = await start([
      { answer: 'accepted', details: [{ question: 'Die alte?', text: 'Ja' }] },
    ]);

    const [headings, row] = (await (await server.get(csv)).text()).split('\r\n');

    expect(headings).toMatch(/;Bringen Sie ein Beispiel mit\?;Die alte\?$/);
    expect(row).toMatch(/;;Ja$/);
  });

  it.each([
    ['another key', (path: string) => `${path.slice(0, -1)}x`],
    ['no key', (path: string) => path.slice(0, path.indexOf('?'))],
    ['an empty key', (path: string) => path.slice(0, path.indexOf('=') + 1)],
    ['a key that no store would take', (path: string) => `${path}%2F..%23`],
    ['another meeting', (path: string) => path.replace('m1.', 'm2.')],
    ['another kind of file', (path: string) => path.replace(/csv|xlsx/, 'json')],
    ['a path out of the folder', (path: string) => path.replace('m1.', '..%2Fm1.')],
  ])('are not found with %s', async (_, change) => {
    const { server, csv, xlsx } = await start(everybody);

    expect((await server.get(change(csv))).status).toBe(404);
    expect((await server.get(change(xlsx))).status).toBe(404);
    expect(server.errors).toEqual([]);
  });

  it('are found for 24 hours and not after them', async () => {
    const { server, scene, csv, xlsx } = await start(everybody);

    scene.clock.advance(24 * 60 * 60 * 1000 - 1);
    const before = await server.get(xlsx);
    scene.clock.advance(2);

    expect(before.status).toBe(200);
    expect((await server.get(csv)).status).toBe(404);
    expect((await server.get(xlsx)).status).toBe(404);
  });

  it('say nothing any more of whom was erased after the link was made', async () => {
    const { server, scene, csv } = await start(everybody);
    await scene.meetings.change(
      meetingId('m1'),
      { member: storedMemberId('t.member-2') },
      scene.clock.now(),
      ({ meeting, rsvp }) => ({ meeting, removed: rsvp === undefined ? [] : [rsvp] }),
    );

    expect(await (await server.get(csv)).text()).not.toContain('Anna');
  });
});
