import { fold } from './fold.ts';

const numberWords: Readonly<Record<string, number>> = {
  zwei: 2,
  beide: 2,
  beiden: 2,
  drei: 3,
  vier: 4,
  fünf: 5,
  sechs: 6,
  sieben: 7,
  acht: 8,
  neun: 9,
  zehn: 10,
  elf: 11,
  zwölf: 12,
  dreizehn: 13,
  vierzehn: 14,
  fünfzehn: 15,
  sechzehn: 16,
  siebzehn: 17,
  achtzehn: 18,
  neunzehn: 19,
  zwanzig: 20,
  dreißig: 30,
  vierzig: 40,
  fünfzig: 50,
  sechzig: 60,
  siebzig: 70,
  achtzig: 80,
  neunzig: 90,
  hundert: 100,
  einhundert: 100,
  tausend: 1000,
  eintausend: 1000,
  million: 1_000_000,
  dutzend: 12,
};

const values = new Map(Object.entries(numberWords).map(([word, value]) => [fold(word), value]));

const units = 'ein|zwei|drei|vier|fuenf|sechs|sieben|acht|neun|zehn|elf|zwoelf';
const tens = 'zwanzig|dreissig|vierzig|fuenfzig|sechzig|siebzig|achtzig|neunzig';
/** "einundzwanzig", "dreihundert", "Hunderte", "dreifach": written together, or an amount that no digits say. */
const composed = new RegExp(
  `^(?:(?:${units})und(?:${tens})|(?:${units}|${tens})?(?:hundert|tausend|million|milliard|dutzend)|(?:${units}|${tens})(?:fach|mal))`,
);

/** The number that a folded word says; `unknown`: it says one that is not worked out here. Undefined: it says none. */
export function numberOf(folded: string): number | 'unknown' | undefined {
  return values.get(folded) ?? (composed.test(folded) ? 'unknown' : undefined);
}
