import { describe, expect, it } from 'vitest';
import { goldenQuestions, goldenRecords, unansweredQuestions } from './small-corpus.ts';
import { ask, goldenEngine, idsFor } from './support.ts';

describe('everyday questions', () => {
  const engine = goldenEngine();

  it.each(goldenQuestions)('finds $first first for "$question"', ({ question, first }) => {
    expect(idsFor(engine, question, first.length).toSorted()).toEqual([...first].toSorted());
  });

  it.each(unansweredQuestions)('finds nothing for "%s"', (question) => {
    expect(ask(engine, question)).toEqual({ hits: [], total: 0, confidence: 0 });
  });

  it.each(goldenQuestions)('counts only what really matches "$question"', ({ question, first }) => {
    const { total } = ask(engine, question);

    expect(total).toBeGreaterThanOrEqual(first.length);
    expect(total).toBeLessThanOrEqual(first.length + 3);
  });

  it('finds every record by its own title', () => {
    for (const { id, title } of goldenRecords) {
      expect(idsFor(engine, title, 1)).toEqual([id]);
    }
  });

  it('finds a record by the synonym of one of its words', () => {
    expect(idsFor(engine, 'E-Akte', 1)).toEqual(['laufmappe']);
    expect(idsFor(engine, 'elektronische Akte', 1)).toEqual(['laufmappe']);
  });
});
