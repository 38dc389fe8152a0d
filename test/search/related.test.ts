import { describe, expect, it } from 'vitest';
import { createSearchEngine } from '../../src/search/create-search-engine.ts';
import type { SearchEngine } from '../../src/search/search-engine.ts';
import { ask, engineWith, fields, goldenEngine } from './support.ts';

function relatedTo(engine: SearchEngine, id: string, limit = 10): string[] {
  return engine.findRelated({ id, limit }).map((hit) => hit.id);
}

/** Records about other things, so that a word that two records share is rare. */
const others = `
  Bäder Winterdienst Schulessen Museum Wald Bus Feuerwehr Archiv Turnhalle Markt Theater Bibliothek Tierheim Wappen Urlaub
  Jubiläum Kegelbahn Zoo Orgel Kirmes
`
  .trim()
  .split(/\s+/);

describe('what is related to a record', () => {
  it('speaks of the same things, the likest first, and is never the record itself', () => {
    const engine = goldenEngine();

    expect(relatedTo(engine, 'schlagloch')).toEqual(['muell']);
    expect(relatedTo(engine, 'muell')).toEqual(['schlagloch']);
  });

  it.each([
    ['an inflection', 'Grüne Dächer zählen', 'Zählung grüner Dachflächen, Dach für Dach'],
    ['a compound for its parts', 'Friedhofspflege Drohne', 'Friedhof Pflege'],
    ['parts for their compound', 'Friedhof Pflege', 'Friedhofspflege Drohne'],
  ])('may say it by %s', (_, one, other) => {
    const engine = engineWith(one, other, 'Hof', 'Fried', 'Pflege', 'Fläche', ...others);

    expect(relatedTo(engine, one)).toContain(other);
  });

  it('may say it by a synonym, in one word or in several', () => {
    const synonyms = [['Voicebot', 'Telefonassistent', 'digitaler Anrufbeantworter']];
    const engine = createSearchEngine({ fields, synonyms });
    const titles = ['Voicebot im Freibad', 'Telefonassistent Freibad', 'Freibad, digitaler Anrufbeantworter'];
    for (const title of [...titles, ...others]) {
      engine.put({ id: title, fields: { title } });
    }

    for (const title of titles) {
      expect(relatedTo(engine, title).toSorted()).toEqual(titles.filter((one) => one !== title).toSorted());
    }
  });

  it('shares more than one word, unless the word is half of what the record says', () => {
    const engine = engineWith(
      'Drohne',
      'Drohnen',
      'Drohne sucht verletzte Rehkitze im hohen Gras vor der Mahd',
      'Drohne vermisst Halden aus der Luft für das Katasteramt',
      ...others,
    );

    expect(relatedTo(engine, 'Drohne sucht verletzte Rehkitze im hohen Gras vor der Mahd')).toEqual([]);
    expect(relatedTo(engine, 'Drohne')).toContain('Drohnen');
  });

  it('does not merely share words that go with any topic, numbers, or words that records use in passing', () => {
    const first = 'Automatisch digitale Anwendung erkennen 2026: gemeinsam mehr Kommunen, Quelle laut Ämtern';
    const engine = engineWith(
      first,
      'Automatisch digitales Verfahren erkennen 2026: gemeinsam mehr Kommunen, Quelle laut Amt',
      ...others,
    );

    expect(relatedTo(engine, first)).toEqual([]);
  });

  it('does not merely begin with the same letters', () => {
    const engine = engineWith(
      'Straßenzustand Brücken Zustand Brücke',
      'Zuständigkeit Brückentage',
      'Straße',
      ...others,
    );

    expect(relatedTo(engine, 'Straßenzustand Brücken Zustand Brücke')).toEqual([]);
  });

  it('is not what nearly everybody speaks of', () => {
    const titles = others.map((other) => `Chatbot Plattform ${other}`);
    const engine = engineWith(...titles);

    expect(relatedTo(engine, 'Chatbot Plattform Museum')).toEqual([]);
  });

  it('counts a title more than a text', () => {
    const engine = createSearchEngine({ fields });
    engine.put({ id: 'one', fields: { title: 'Starkregen Pegel', summary: 'Warnung' } });
    engine.put({
      id: 'by title',
      fields: { title: 'Pegel bei Starkregen', summary: 'Allerlei Sachen dazu' },
    });
    engine.put({
      id: 'by text',
      fields: { title: 'Allerlei Sachen dazu', summary: 'Pegel bei Starkregen' },
    });
    for (const other of others) {
      engine.put({ id: other, fields: { title: `${other} am Sonntag`, summary: `${other} offen` } });
    }

    expect(relatedTo(engine, 'one')).toEqual(['by title', 'by text']);
  });
});

describe('limits of what is related', () => {
  it('is looked for by what a long record speaks of most, wherever that stands', () => {
    const { title, summary } = fields;
    const engine = createSearchEngine({ fields: { summary, title } });
    const long = Array.from({ length: 60 }, (_, index) => `Nebensache${index}x`).join(' ');
    engine.put({ id: 'long', fields: { summary: long, title: 'Schlagloch Kamera' } });
    engine.put({ id: 'short', fields: { summary: 'Asphalt', title: 'Kamera findet jedes Schlagloch' } });
    for (const other of others) {
      engine.put({ id: other, fields: { title: other, summary: other } });
    }

    expect(relatedTo(engine, 'long')).toEqual(['short']);
  });

  it('shows only what is accepted, and as much as is asked for', () => {
    const engine = createSearchEngine({ fields });
    for (const id of ['a', 'b', 'c', 'd']) {
      engine.put({ id, fields: { title: 'Schlagloch Kamera' } });
    }
    for (const other of others) {
      engine.put({ id: other, fields: { title: other } });
    }

    const accepted = engine.findRelated({ id: 'a', accept: (id) => id !== 'b', limit: 10 });

    expect(accepted.map(({ id }) => id)).toEqual(['c', 'd']);
    expect(relatedTo(engine, 'a', 2)).toEqual(['b', 'c']);
    expect(accepted[0]?.coverage).toBeCloseTo(1);
  });

  it('is measured by the likest that may be seen, not by one that may not', () => {
    const engine = createSearchEngine({ fields });
    const summary = 'Kamera am Fahrzeug filmt Fahrbahn, Asphalt, Risse, Gullydeckel, Radweg, Bordstein';
    engine.put({ id: 'one', fields: { title: 'Schlagloch Straße', summary } });
    engine.put({ id: 'twin', fields: { title: 'Schlagloch Straße', summary } });
    engine.put({ id: 'cousin', fields: { title: 'Radweg', summary: 'Asphalt' } });
    for (const other of others) {
      engine.put({ id: other, fields: { title: other } });
    }

    expect(relatedTo(engine, 'one')).toEqual(['twin']);
    const without = engine.findRelated({ id: 'one', accept: (id) => id !== 'twin', limit: 10 });
    expect(without.map(({ id }) => id)).toEqual(['cousin']);
  });

  it('leaves no trace in the next search, nor a search in it', () => {
    const engine = goldenEngine();
    const found = ask(engine, 'Schlaglocherkennung');
    const related = relatedTo(engine, 'muell');

    expect(ask(engine, 'Schlaglocherkennung')).toEqual(found);
    expect(relatedTo(engine, 'muell')).toEqual(related);
  });

  it('is nothing for a record that is not there, or says nothing', () => {
    const engine = engineWith('', 'Drohne', ...others);

    expect(relatedTo(engine, 'gone')).toEqual([]);
    expect(relatedTo(engine, '')).toEqual([]);
  });
});
