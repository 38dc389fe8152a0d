import type { FieldSetting } from './search-engine.ts';
import { defaultTuning, type Tuning } from './tuning.ts';

/** How an engine is made. */
export interface SearchEngineSettings {
  /** The fields of the documents; others are not searched. */
  readonly fields: Readonly<Record<string, FieldSetting>>;
  /** Groups of words and phrases that mean the same. */
  readonly synonyms?: readonly (readonly string[])[];
  /** What departs from the default, for measurements. */
  readonly tuning?: Partial<Tuning>;
  /** Names the code that makes terms of texts: an index that was saved under another name is not loaded. */
  readonly codeVersion?: string;
}

/** Of everything that decides which terms a text has and where they stand in an index. */
export function fingerprintOf({ fields, tuning, codeVersion }: SearchEngineSettings): string {
  const { folding, stemming } = { ...defaultTuning, ...tuning };
  return JSON.stringify([fields, folding, stemming, codeVersion]);
}
