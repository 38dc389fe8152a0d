import { describe, expect, it } from 'vitest';
import { defaultTuning } from '../../../src/search/tuning.ts';
import { partByPart, withoutOnePart } from '../../bench/search/ablations.ts';
import { fieldSettings } from '../../bench/search/our-engine.ts';

describe('the ablations', () => {
  it.each([...withoutOnePart.slice(1), ...partByPart.slice(0, -1)])(
    '"$name" differs from the engine, by settings that it has',
    ({ tuning = {}, fields = fieldSettings }) => {
      const unknown = Object.keys(tuning).filter((key) => !(key in defaultTuning));

      expect(unknown).toEqual([]);
      expect([{ ...defaultTuning, ...tuning }, fields]).not.toEqual([defaultTuning, fieldSettings]);
    },
  );

  it('begin with the engine as it is, and end with it part by part', () => {
    expect({ ...defaultTuning, ...withoutOnePart[0]?.tuning }).toEqual(defaultTuning);
    expect({ ...defaultTuning, ...partByPart.at(-1)?.tuning }).toEqual(defaultTuning);
  });

  it('are no two the same', () => {
    const settings = [...withoutOnePart, ...partByPart.slice(0, -1)].map(({ tuning, fields }) =>
      JSON.stringify([tuning ?? {}, fields]),
    );
    const lastButOne = JSON.stringify([partByPart.at(-2)?.tuning, undefined]);

    // All but one part switched on is the engine without that part: the one row that both tables have.
    expect(settings.filter((setting) => setting === lastButOne)).toHaveLength(2);
    expect(new Set(settings).size).toBe(settings.length - 1);
  });
});
