import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SearchDocument } from '../../src/search/search-engine.ts';
import { askAll, changes, freshEngine, make, text } from './random-changes.ts';

describe('an engine that was changed', () => {
  it('answers to the last digit as a fresh one with the same documents, in whatever order they came', () => {
    fc.assert(
      fc.property(changes, fc.array(text, { minLength: 1 }), (steps, questions) => {
        const changed = freshEngine([]);
        const expected = new Map<string, SearchDocument>();
        make(steps, changed, expected);
        // What is remembered of these questions must not outlive a last change.
        askAll(changed, questions);
        changed.remove('a');
        expected.delete('a');
        const fresh = freshEngine([...expected.values()].toReversed());

        expect(changed.size).toBe(expected.size);
        expect(askAll(changed, questions)).toEqual(askAll(fresh, questions));
      }),
      { numRuns: 300 },
    );
  });
});
