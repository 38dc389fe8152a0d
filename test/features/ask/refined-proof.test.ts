import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { useCaseId } from '../../../src/domain/ids.ts';
import { isProven } from '../../../src/features/ask/refined-proof.ts';
import { aUseCase } from '../../support/builders.ts';
import { RefineScene, telephoneAssistant } from './refine-scene.ts';

const question = { sought: 'Telefonassistent', filters: [] };
const refined = { question, untyped: ['Telefonassistent'], topics: ['Warteschleife'] };
const other = aUseCase({ id: useCaseId('other') });
let scene: RefineScene;

beforeAll(async () => {
  scene = await RefineScene.open();
  scene.deps.catalogue.put(other);
});

afterAll(async () => {
  await scene.close();
});

function near(...ids: readonly string[]) {
  return ids.map((id, index) => ({ id: useCaseId(id), similarity: 0.9 - index / 10, standsOut: false }));
}

describe('a reading of what was typed', () => {
  it.each([
    [
      'without a common word is believed when the best record is among the three nearest in meaning',
      ['a', 'b', 'hsk'],
      true,
    ],
    ['is not when it is the fourth', ['a', 'b', 'c', 'hsk'], false],
    ['is not when nothing is near', [], false],
  ])('%s', (_, ids, believed) => {
    expect(isProven(scene.deps, refined, [telephoneAssistant], near(...ids))).toBe(believed);
  });

  it('is not believed because of a record behind the best one', () => {
    const typed = { ...refined, topics: ['Anrufe'] };

    expect(isProven(scene.deps, refined, [other, telephoneAssistant], near('hsk'))).toBe(false);
    expect(isProven(scene.deps, typed, [other, telephoneAssistant], [])).toBe(false);
    expect(isProven(scene.deps, typed, [telephoneAssistant, other], [])).toBe(true);
  });

  it('is not believed with a word that no record has, however near', () => {
    const madeUp = { ...refined, untyped: ['Telefonassistent', 'Zauberdrache'] };

    expect(isProven(scene.deps, madeUp, [telephoneAssistant], near('hsk'))).toBe(false);
  });
});
