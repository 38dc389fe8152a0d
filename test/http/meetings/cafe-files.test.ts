import { afterEach, describe, expect, it } from 'vitest';
import { meetingId, topicRequestId } from '../../../src/domain/ids.ts';
import { dayMs } from '../../../src/domain/instant.ts';
import { createCafeFiles, toCardScale, toFullScale, toPicture } from '../../../src/http/cafe-files.ts';
import { toPlanSvg } from '../../../src/http/cafe-plan-svg.ts';
import { toCafeTable } from '../../../src/http/cafe-table.ts';
import { escapeXml, fitWords, wrapWords } from '../../../src/http/svg-words.ts';
import { createMemoryStore } from '../../../src/store/adapters/memory.ts';
import { allCollections } from '../../../src/store/all-collections.ts';
import { Meetings } from '../../../src/store/meetings/meetings.ts';
import { WorldCafes } from '../../../src/store/meetings/world-cafes.ts';
import { TopicRequests } from '../../../src/store/topic-requests.ts';
import { createPictureRenderer } from '../../../src/system/render-svg.ts';
import { FakeClock } from '../../support/fake-clock.ts';
import { aDescribedPlan } from '../../support/meeting-cafe-cards.ts';
import { aMeeting } from '../../support/meetings.ts';
import { shippedCommunes } from '../../support/shipped-communes.ts';
import { RunningServer } from '../running-server.ts';

const closing: (() => Promise<void>)[] = [];

afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()));
});

const m1 = meetingId('m1');
const key = 'kkkkkkkk-0000-4000-8000-000000000001';

/** A server with a meeting whose café has a plan that the key opens, and what draws its picture. */
async function start() {
  const clock = new FakeClock(0);
  const store = createMemoryStore(clock);
  await store.open(allCollections);
  const meetings = new Meetings(store);
  const worldCafes = new WorldCafes(store);
  await meetings.add(aMeeting({ id: m1 }), 0);
  const settings = { topics: ['a', 'b'].map(topicRequestId), seatsPerTable: 4, rounds: 2, minutes: 25 };
  const plan = { number: 1, at: 0, settings, seats: [] };
  await worldCafes.change(m1, dayMs * 9, () => ({ meetingId: m1, settings, plans: 1, plan, runs: 0 }));
  await worldCafes.addLink(m1, { key, plan: 1 }, dayMs);
  const pictures = createPictureRenderer();
  const operator = {
    current: () => ({
      communes: shippedCommunes,
      communesOf: new Map(),
      synonyms: [],
      serviceHosts: new Set<string>(),
    }),
  };
  const deps = { meetings, worldCafes, topicRequests: new TopicRequests(store), operator, pictures };
  const server = await RunningServer.start({ files: { cafe: createCafeFiles(deps) } });
  closing.push(
    () => server.stop(),
    () => pictures.close(),
  );
  return { server, clock, worldCafes, plan };
}

describe('the files of a plan', () => {
  it('come to whoever has the key, and nobody keeps them', async () => {
    const { server } = await start();
    const [picture, card, table] = await Promise.all([
      server.get(`/files/cafe/m1.png?key=${key}`),
      server.get(`/files/cafe/m1.card.png?key=${key}`),
      server.get(`/files/cafe/m1.csv?key=${key}`),
    ]);

    expect([picture.status, card.status, table.status]).toEqual([200, 200, 200]);
    expect(picture.headers.get('content-type')).toBe('image/png');
    expect(picture.headers.get('cache-control')).toBe('no-store');
    expect(table.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(table.headers.get('content-disposition')).toContain('attachment');
    expect(server.errors).toEqual([]);
  });

  it.each([
    ['another key', `/files/cafe/m1.csv?key=${key.slice(0, -1)}2`],
    ['no key', '/files/cafe/m1.csv'],
    ['an empty key', '/files/cafe/m1.csv?key='],
    ['a key that no store would take', `/files/cafe/m1.csv?key=%2F..%23`],
    ['another meeting', `/files/cafe/m2.csv?key=${key}`],
    ['another kind of file', `/files/cafe/m1.json?key=${key}`],
    ['a path out of the folder', `/files/cafe/..%2Fm1.csv?key=${key}`],
  ])('are not found with %s', async (_, path) => {
    const { server } = await start();

    expect((await server.get(path)).status).toBe(404);
    expect(server.errors).toEqual([]);
  });

  it('are not found after a day, nor when the plan is gone', async () => {
    const { server, clock, worldCafes, plan } = await start();
    await worldCafes.change(m1, dayMs * 9, (cafe) => cafe && { ...cafe, plan: { ...plan, number: 2 } });
    const other = await server.get(`/files/cafe/m1.csv?key=${key}`);
    await worldCafes.change(m1, dayMs * 9, (cafe) => cafe && { ...cafe, told: plan });
    const told = await server.get(`/files/cafe/m1.csv?key=${key}`);
    clock.advance(dayMs + 1);

    expect([other.status, told.status]).toEqual([404, 200]);
    expect((await server.get(`/files/cafe/m1.csv?key=${key}`)).status).toBe(404);
  });
});

describe('the picture of a plan', () => {
  const meeting = aMeeting({ title: 'Treffen <b>& "mehr"</b>' });
  const opened = (people: number, options = {}) => ({
    meeting,
    described: aDescribedPlan(people, options),
    communes: shippedCommunes,
  });

  it('names every table and everybody at it, in each round once', () => {
    const { svg } = toPlanSvg(opened(30), () => true);

    expect(svg.match(/>Tisch \d · /g)).toHaveLength(18);
    expect(svg.match(/>Dr\. Anna/g)).toHaveLength(3 * 4);
    expect(svg.match(/>Runde \d</g)).toEqual(['>Runde 1<', '>Runde 2<', '>Runde 3<']);
    expect(svg).toContain('Treffen &lt;b&gt;&amp; &quot;mehr&quot;&lt;/b&gt;');
  });

  it('is the same for the same plan', () => {
    expect(toPlanSvg(opened(30), () => true)).toEqual(toPlanSvg(opened(30), () => true));
  });

  it('leaves the names out where they could not be read', () => {
    const { svg, height } = toPlanSvg(opened(96), () => false);

    expect(svg).toMatch(/>Tisch 1 · 1\d Personen</);
    expect(svg).not.toContain('Dr. Anna');
    expect(height).toBeLessThan(700);
  });

  it.each([
    ['100 people', 96, {}],
    [
      'as many names as are shown',
      300,
      { seatsPerTable: 30, topics: aDescribedPlan(20).topics.concat(aDescribedPlan(20).topics) },
    ],
  ])('is at most 1 MB, and on a card at most 1,024 pixels wide and high: %s', async (_, people, options) => {
    const pictures = createPictureRenderer();
    closing.push(() => pictures.close());
    const described = opened(people, options);
    const deps = { pictures };

    const card = await toPicture(deps, described, toCardScale);
    const full = await toPicture(deps, described, toFullScale);

    const bytes = [card, full].map(({ body }) => body.length);
    expect(Math.max(...bytes)).toBeLessThanOrEqual(1_000_000);
    const view =
      typeof card.body === 'string' ? undefined : new DataView(card.body.buffer, card.body.byteOffset);
    expect(view?.getUint32(16)).toBeLessThanOrEqual(1024);
    expect(view?.getUint32(20)).toBeLessThanOrEqual(1024);
  });
});

describe('the table of a plan', () => {
  it('has a line for each person in each round, and takes no text for a formula', () => {
    const described = aDescribedPlan(10, { names: '=1+1' });
    const { headings, rows } = toCafeTable({ meeting: aMeeting(), described, communes: shippedCommunes });

    expect(headings).toEqual(['Runde', 'Tisch', 'Thema', 'Wer', 'Kommune', 'Personen']);
    expect(rows).toHaveLength(30);
    expect(rows.map(([round]) => round)).toEqual([1, 2, 3].flatMap((round) => Array(10).fill(round)));
    expect(rows.flat().filter((cell) => String(cell).startsWith('='))).toEqual([]);
    expect(rows.map(([, , , , , persons]) => persons)).toContain(2);
  });
});

describe('words in a picture', () => {
  it('are cut to the room there is, with their end where that matters', () => {
    expect(fitWords('Menden', 16, 100)).toBe('Menden');
    expect(fitWords('Menden im Sauerland', 16, 100)).toMatch(/^Menden im.*…$/);
    expect(fitWords('Menden im Sauerland', 16, 100, ' 12')).toMatch(/^Menden.*… 12$/);
    expect(fitWords('W'.repeat(50), 16, 100).length).toBeLessThan(fitWords('i'.repeat(50), 16, 100).length);
  });

  it('are broken between words into as many lines as there may be', () => {
    expect(wrapWords('Robotic Process Automation', 15, 120, 2)).toEqual(['Robotic Process', 'Automation']);
    expect(wrapWords('eins zwei drei vier fünf sechs', 15, 75, 2)).toEqual(['eins zwei', 'drei vier…']);
    expect(wrapWords('x'.repeat(50), 15, 60, 2)).toHaveLength(1);
    expect(wrapWords('', 15, 60, 2)).toEqual([]);
  });

  it.each([
    ['Sommerfest 🎉 im Juli', 'Sommerfest im Juli'],
    ['👩🏽‍💻 Anna 🇩🇪 1️⃣', 'Anna'],
    ['Nr. 1 © Menden', 'Nr. 1 © Menden'],
    ['🎉', '🎉'],
  ])('hold no emoji, which the font does not have: %s', (words, drawn) => {
    expect(fitWords(words, 16, 500)).toBe(drawn);
    expect(wrapWords(words, 16, 500, 2)).toEqual([drawn]);
  });

  it('are no markup, and no character that XML forbids', () => {
    expect(escapeXml('<script>"&"</script>')).toBe('&lt;script&gt;&quot;&amp;&quot;&lt;/script&gt;');
    expect(escapeXml('a\u0000b\u0008c\uFFFEd\uD800e\u{1F600}')).toBe('abcd\uFFFDe\u{1F600}');
  });
});
