import { describe, expect, it } from 'vitest';
import { differOnlyInPrefix } from '../../../src/search/german/prefixes.ts';

describe('words with another prefix', () => {
  it.each([
    ['anmeld', 'abmeld'],
    ['einschalt', 'ausschalt'],
    ['aufbau', 'ausbau'],
  ])('"%s" and "%s" are different things', (one, other) => {
    expect(differOnlyInPrefix(one, other)).toBe(true);
  });

  it.each([
    ['telefon', 'telefn'],
    ['anmeld', 'anmled'],
    ['anmeld', 'anmeld'],
    ['antrag', 'auftrog'],
  ])('"%s" and "%s" are not told apart by it', (one, other) => {
    expect(differOnlyInPrefix(one, other)).toBe(false);
  });
});
