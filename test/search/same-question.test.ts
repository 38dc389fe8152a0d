import { describe, expect, it } from 'vitest';
import { ask, goldenEngine } from './support.ts';

const question = 'Schlaglocherkennung';
const except = (hidden: string) => (id: string) => id !== hidden;

describe('the same question twice in a row', () => {
  it('is answered with the filter of each time', () => {
    const engine = goldenEngine();

    const hits = ['schlagloch', 'muell', 'schlagloch'].map((hidden) =>
      engine.search({ text: question, accept: except(hidden), offset: 0, limit: 1 }).hits.map(({ id }) => id),
    );

    expect(hits).toEqual([['muell'], ['schlagloch'], ['muell']]);
  });

  it('is answered from the records as they are now', () => {
    const engine = goldenEngine();
    const before = ask(engine, question);

    engine.remove('schlagloch');
    const without = ask(engine, question);
    engine.put({ id: 'schlagloch', fields: { title: 'Schlagloch' } });
    const changed = ask(engine, question);

    expect(without.hits.map(({ id }) => id)).not.toContain('schlagloch');
    expect(changed.hits.map(({ id }) => id)).toContain('schlagloch');
    expect(changed.hits).not.toEqual(before.hits);
  });

  it('is answered the same whatever else was asked of the engine in between', () => {
    const engine = goldenEngine();
    const before = ask(engine, question);

    engine.findRelated({ id: 'muell', limit: 5 });
    const afterRelated = ask(engine, question);
    engine.explain({ id: 'muell', fields: {} }, 'Hochwasser');
    engine.snippet('Hochwasser', 'Wasser', 20);
    const afterAll = ask(engine, question);

    expect(afterRelated).toEqual(before);
    expect(afterAll).toEqual(before);
  });
});
