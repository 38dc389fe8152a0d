import { describe, expect, it } from 'vitest';
import { createSearchEngine } from '../../src/search/create-search-engine.ts';
import { ask, engineWith, fields, goldenEngine, idsFor } from './support.ts';

describe('finding', () => {
  it.each([
    ['inflection', 'Anträge', 'Antrag'],
    ['umlauts as two letters', 'Strassenbeleuchtung', 'Straßenbeleuchtung'],
    ['umlauts without dots', 'Burgerservice', 'Bürgerservice'],
    ['capitals', 'DROHNE', 'Drohne'],
    ['a missing letter', 'Drone', 'Drohne'],
    ['swapped letters', 'Katsater', 'Kataster'],
    ['a compound for its parts', 'Erkennung von Rissen', 'Risserkennung'],
    ['parts for their compound', 'Risserkennung', 'Erkennung von Rissen'],
    ['a part of a compound nobody can split', 'Friedhof', 'Friedhofsverwaltung'],
  ])('bridges %s', (_, question, title) => {
    const engine = engineWith(title, 'Bäder', 'Schulessen', 'Winterdienst', 'Erkennung', 'Riss', 'Von');

    expect(idsFor(engine, question)[0]).toBe(title);
  });

  it('takes a known word with which an unknown one begins or ends for half an answer', () => {
    const engine = engineWith('Starkregen', 'Starkstrom', 'Bad', 'Bus', 'Wald');

    const [first] = ask(engine, 'Starkregenvorhersage').hits;

    expect(first?.id).toBe('Starkregen');
    expect(first?.coverage).toBeGreaterThan(0.5);
    expect(first?.coverage).toBeLessThan(0.8);
  });

  it('prefers the whole word to a part, and a title to a text', () => {
    const engine = createSearchEngine({ fields });
    engine.put({ id: 'text', fields: { title: 'Allerlei', summary: 'Friedhof' } });
    engine.put({ id: 'part', fields: { title: 'Friedhofsverwaltung', summary: 'Allerlei' } });
    engine.put({ id: 'title', fields: { title: 'Friedhof', summary: 'Allerlei' } });
    for (const other of ['Bad', 'Bus', 'Wald', 'Museum']) {
      engine.put({ id: other, fields: { title: other, summary: other } });
    }

    expect(idsFor(engine, 'Friedhof')[0]).toBe('title');
    expect(idsFor(engine, 'Friedhof')).toHaveLength(3);
  });

  it('takes both words of a synonym phrase, not one of them', () => {
    const engine = createSearchEngine({ fields, synonyms: [['KI', 'künstliche Intelligenz']] });
    engine.put({ id: 'both', fields: { title: 'Künstliche Intelligenz' } });
    engine.put({ id: 'first', fields: { title: 'Künstliche Befruchtung' } });
    engine.put({ id: 'second', fields: { title: 'Intelligenz der Tiere' } });
    engine.put({ id: 'none', fields: { title: 'Winterdienst' } });

    expect(idsFor(engine, 'KI')).toEqual(['both']);
  });

  it('does not look for the words a question is wrapped in', () => {
    const engine = engineWith('Drohne', 'Erfahrungsaustausch', 'Kenntnisse', 'Nutzung');

    expect(idsFor(engine, 'Kennt jemand Erfahrungen mit Drohnen, und wer nutzt sie?')).toEqual(['Drohne']);
  });

  it('ignores fields it was not told about', () => {
    const engine = createSearchEngine({ fields });
    engine.put({ id: 'a', fields: { title: 'Bad', secret: 'Drohne' } });

    expect(idsFor(engine, 'Drohne')).toEqual([]);
  });

  it('survives whatever people paste', () => {
    const engine = goldenEngine();
    const pasted = [
      '__proto__ constructor',
      '\u0000\ud800',
      'x'.repeat(20_000),
      'Straße '.repeat(5_000),
      '🙂',
    ];

    for (const text of pasted) {
      expect(ask(engine, text).total).toBeLessThanOrEqual(engine.size);
    }
  });
});

describe('accept, pages and figures', () => {
  it('never shows or counts what is not accepted, and rates the best of the rest', () => {
    const engine = goldenEngine();

    const result = engine.search({
      text: 'Schlaglocherkennung',
      accept: (id) => id !== 'schlagloch',
      offset: 0,
      limit: 10,
    });

    const ids = result.hits.map((hit) => hit.id);
    expect(ids[0]).toBe('muell');
    expect(ids).not.toContain('schlagloch');
    expect(result.total).toBe(ids.length);
    expect(result.confidence).toBeLessThan(ask(engine, 'Schlaglocherkennung').confidence);
  });

  it('cuts all hits into pages without overlap, the total being the same on each', () => {
    const engine = goldenEngine();
    const all = ask(engine, 'digitale Bürgerservice KI Plattform', 100);

    const pages = [0, 2, 4, 6].map((offset) =>
      engine.search({ text: 'digitale Bürgerservice KI Plattform', offset, limit: 2 }),
    );

    expect(all.total).toBe(all.hits.length);
    expect(all.total).toBeGreaterThan(4);
    expect(pages.flatMap((page) => page.hits)).toEqual(all.hits.slice(0, 8));
    expect(pages.map((page) => page.total)).toEqual([all.total, all.total, all.total, all.total]);
  });

  it('orders equals by id', () => {
    const engine = createSearchEngine({ fields });
    for (const id of ['c', 'a', 'b']) {
      engine.put({ id, fields: { title: 'Drohne' } });
    }

    expect(idsFor(engine, 'Drohne')).toEqual(['a', 'b', 'c']);
  });

  it('says how much of the question a hit covers, rare words counting more', () => {
    const engine = engineWith('Drohne im Wald', 'Wald', 'Drohne', 'Stadt und Wald', 'Bad', 'Bus');

    const coverage = new Map(ask(engine, 'Drohne Wald').hits.map((hit) => [hit.id, hit.coverage]));

    expect(coverage.get('Drohne im Wald')).toBe(1);
    expect(coverage.get('Drohne')).toBeGreaterThan(0.5);
    expect(coverage.get('Wald') ?? 0).toBeLessThan(0.5);
  });

  it('counts a word no more than once, however many spellings stand in for it', () => {
    const engine = engineWith('Drohne', 'Wald', 'Bad', 'Bus');

    expect(ask(engine, 'Drohna Wald').hits.find((hit) => hit.id === 'Drohne')?.coverage).toBeLessThanOrEqual(
      0.5,
    );
  });

  it('is surer of a question it knows all words of than of one it knows few of', () => {
    const engine = goldenEngine();

    const sure = ask(engine, 'Starkregen-Prognose').confidence;
    const unsure = ask(engine, 'Prognose der Gewerbesteuereinnahmen im Haushalt').confidence;

    expect(sure).toBeGreaterThan(2 * unsure);
    expect(sure).toBeLessThanOrEqual(1);
  });
});

describe('changes', () => {
  it('replaces a document with the same id', () => {
    const engine = engineWith('Drohne');

    engine.put({ id: 'Drohne', fields: { title: 'Kataster' } });

    expect(engine.size).toBe(1);
    expect(idsFor(engine, 'Drohne')).toEqual([]);
    expect(idsFor(engine, 'Kataster')).toEqual(['Drohne']);
  });

  it('forgets a removed document, and the compounds only it explained', () => {
    const engine = engineWith('Riss', 'Erkennung', 'Risserkennung');
    const before = idsFor(engine, 'Riss');

    engine.remove('Erkennung');
    engine.remove('nobody');

    expect(before).toEqual(['Riss', 'Risserkennung']);
    expect(engine.size).toBe(2);
    expect(idsFor(engine, 'Erkennung')).toEqual(['Risserkennung']);
  });
});
