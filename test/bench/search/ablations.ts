import type { Tuning } from '../../../src/search/tuning.ts';
import { fieldSettings, type Departure } from './our-engine.ts';

/** A row of the ablation table: the engine with something about it changed. */
export interface Ablation extends Departure {
  readonly name: string;
}

/** A part of the engine, and what switches it off. */
interface Part {
  readonly name: string;
  readonly off: Partial<Tuning>;
}

/** In the order in which the second table switches them on. */
const parts: readonly Part[] = [
  { name: 'stemming', off: { stemming: false } },
  { name: 'folding', off: { folding: false } },
  { name: 'compounds', off: { compounds: false } },
  { name: 'forms of a verb', off: { verbForms: false } },
  { name: 'typing errors', off: { similarSpellings: false } },
  // A word that shares grams with one of a document lets that document in, even if it adds nothing to the score.
  { name: 'grams', off: { gramWeight: 0, resemblingCoverage: 0 } },
  { name: 'the gain for coverage', off: { coverageGain: 0 } },
  { name: 'support', off: { supportWeight: 0 } },
];

/** Each switches off one thing. */
export const withoutOnePart: readonly Ablation[] = [
  { name: 'the engine' },
  ...parts.map(({ name, off }) => ({ name: `without ${name}`, tuning: off })),
  { name: 'without the grams of stop words', tuning: { stopWordGrams: 0 } },
  { name: 'without sharpened rarity', tuning: { rarityPower: 1 } },
  { name: 'common grams as well', tuning: { commonGram: Infinity } },
  { name: 'all matches, no cut', tuning: { scoreCut: 0 } },
  {
    name: 'title counts no more than text',
    fields: { ...fieldSettings, title: { ...fieldSettings.title, weight: 1 } },
  },
  {
    name: 'without regard to length',
    fields: {
      title: { ...fieldSettings.title, lengthNormalisation: 0 },
      text: { ...fieldSettings.text, lengthNormalisation: 0 },
    },
  },
];

/** Words only, then one part after the other on top; the last row is the engine. */
export const partByPart: readonly Ablation[] = [
  { name: 'words only', tuning: offFrom(0) },
  ...parts.map(({ name }, index) => ({ name: `+ ${name}`, tuning: offFrom(index + 1) })),
];

function offFrom(first: number): Partial<Tuning> {
  return Object.assign({}, ...parts.slice(first).map(({ off }) => off));
}
