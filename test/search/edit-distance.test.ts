import { describe, expect, it } from 'vitest';
import { editDistance } from '../../src/search/edit-distance.ts';

describe('editDistance', () => {
  it.each([
    ['amt', 'amt', 0],
    ['telefon', 'telefn', 1],
    ['telefon', 'tellefon', 1],
    ['telefon', 'tekefon', 1],
    ['telefon', 'telfeon', 1],
    ['telefon', 'telfoen', 2],
    ['', 'ab', 2],
  ])('of %s and %s is %i', (one, other, distance) => {
    expect(editDistance(one, other, 2)).toBe(distance);
    expect(editDistance(other, one, 2)).toBe(distance);
  });

  it('says only that it is beyond the limit', () => {
    expect(editDistance('rathaus', 'bauhof', 2)).toBe(3);
    expect(editDistance('a', 'abcdefgh', 2)).toBe(3);
  });
});
