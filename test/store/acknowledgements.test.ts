import { beforeEach, describe, expect, it } from 'vitest';
import { announcementId, memberId, tenantId } from '../../src/domain/ids.ts';
import { createMemoryStore } from '../../src/store/adapters/memory.ts';
import { Acknowledgements } from '../../src/store/acknowledgements.ts';
import { allCollections } from '../../src/store/all-collections.ts';
import { AnnouncementTemplates } from '../../src/store/announcement-templates.ts';
import { ReportLinks } from '../../src/store/report-links.ts';
import { hemer, menden } from '../support/builders.ts';
import { FakeClock } from '../support/fake-clock.ts';

const a1 = announcementId('a1');
const a2 = announcementId('a2');
const forgetAt = 1_000_000;
const people = Array.from({ length: 40 }, (_, index) => memberId(tenantId('t'), `m${index}`));
const [anna = memberId(tenantId('t'), 'anna')] = people;

let clock: FakeClock;
let store: ReturnType<typeof createMemoryStore>;

beforeEach(async () => {
  clock = new FakeClock(0);
  store = createMemoryStore(clock);
  await store.open(allCollections);
});

describe('acknowledgements', () => {
  it('count each person once per announcement, however many press at the same moment', async () => {
    const acknowledgements = new Acknowledgements(store);
    const presses = people.flatMap((member, index) => {
      const press = { announcementId: a1, communeId: index % 2 === 0 ? menden : hemer, at: 1 };
      return [acknowledgements.add(press, member, forgetAt), acknowledgements.add(press, member, forgetAt)];
    });

    const outcomes = await Promise.all(presses);
    await acknowledgements.add({ announcementId: a2, at: 2 }, anna, forgetAt);

    expect(outcomes.filter((outcome) => outcome === 'added')).toHaveLength(40);
    expect(await acknowledgements.counts(a1)).toEqual(
      new Map([
        [menden, 20],
        [hemer, 20],
      ]),
    );
    expect(await acknowledgements.counts(a2)).toEqual(new Map([[undefined, 1]]));
  });

  it('keep the first time, and no id of the person', async () => {
    const acknowledgements = new Acknowledgements(store);

    await acknowledgements.add({ announcementId: a1, at: 1 }, anna, forgetAt);
    await acknowledgements.add({ announcementId: a1, at: 2 }, anna, forgetAt);

    expect(await acknowledgements.find(a1, anna)).toEqual({ announcementId: a1, at: 1 });
    expect(await stored('acknowledgements')).not.toContain(anna);
  });

  it('of an erased person are gone, from the counts too', async () => {
    const acknowledgements = new Acknowledgements(store);
    for (const member of people.slice(0, 3)) {
      await acknowledgements.add({ announcementId: a1, communeId: menden, at: 1 }, member, forgetAt);
    }
    await acknowledgements.add({ announcementId: a2, communeId: hemer, at: 1 }, anna, forgetAt);

    const erased = await acknowledgements.eraseOf(anna);

    expect(erased).toBe(2);
    expect(await acknowledgements.ofMember(anna)).toEqual([]);
    expect([await acknowledgements.counts(a1), await acknowledgements.counts(a2)]).toEqual([
      new Map([[menden, 2]]),
      new Map(),
    ]);
  });

  it('are forgotten together with the deliveries, counts included', async () => {
    const acknowledgements = new Acknowledgements(store);
    await acknowledgements.add({ announcementId: a1, communeId: menden, at: 1 }, anna, forgetAt);

    clock.advance(forgetAt + 1);

    expect(await acknowledgements.counts(a1)).toEqual(new Map());
  });
});

describe('links to counts', () => {
  it('open one announcement, for a while, and hold no key', async () => {
    const links = new ReportLinks(store);
    const key = 'kkkkkkkk-0000-4000-8000-000000000001';
    await links.add(a1, key, 1000);

    const opened = [await links.opens(a1, key), await links.opens(a2, key), await links.opens(a1, `${key}x`)];
    clock.advance(1001);

    expect(opened).toEqual([true, false, false]);
    expect(await links.opens(a1, key)).toBe(false);
    expect(await stored('report-links')).not.toContain(key);
  });
});

describe('templates', () => {
  const template = {
    id: 'a1',
    content: { title: 'Einladung', text: 'Wir treffen uns.', acknowledgement: false },
    audience: [{ kind: 'all-members' as const }],
    by: anna,
    createdAt: 1,
  };

  it('are kept once, changed and removed', async () => {
    const templates = new AnnouncementTemplates(store);

    const added = [await templates.add(template), await templates.add({ ...template, createdAt: 2 })];
    const before = await templates.all();
    const changed = await templates.change('a1', (known) => ({ ...known, createdAt: 3 }));
    const removed = await templates.remove('a1');

    expect(added).toEqual(['added', 'exists']);
    expect(before).toEqual([template]);
    expect([changed, removed]).toEqual([
      { ...template, createdAt: 3 },
      { ...template, createdAt: 3 },
    ]);
    expect([await templates.find('a1'), await templates.remove('a1')]).toEqual([undefined, undefined]);
    expect(await templates.change('a1', (known) => known)).toBeUndefined();
  });
});

async function stored(name: string): Promise<string> {
  const collections = allCollections.filter((collection) => collection.name === name);
  const pages = await Promise.all(collections.map((collection) => store.query(collection, { limit: 1000 })));
  return JSON.stringify(pages);
}
