import { createSearchEngine } from '../../../src/search/create-search-engine.ts';
import type { FieldSetting } from '../../../src/search/search-engine.ts';
import type { Tuning } from '../../../src/search/tuning.ts';
import { rankedLength, type EngineKind } from './measured-engine.ts';
import type { Doc } from './read-set.ts';

/** From this confidence on the engine says that a question is answered. */
const confidenceThreshold = 0.5;

export const fieldSettings = {
  title: { weight: 2, lengthNormalisation: 0.7 },
  text: { weight: 1, lengthNormalisation: 0.75 },
} satisfies Readonly<Record<'title' | 'text', FieldSetting>>;

/** What departs from the engine as it is used. */
export interface Departure {
  readonly tuning?: Partial<Tuning>;
  readonly fields?: Readonly<Record<'title' | 'text', FieldSetting>>;
}

/** The product's engine. */
export function ourEngine(
  name = 'our engine',
  { tuning = {}, fields = fieldSettings }: Departure = {},
): EngineKind {
  return {
    name,
    confidenceThreshold,
    create() {
      const engine = createSearchEngine({ fields, tuning });
      const put = ({ id, title, text }: Doc): void => engine.put({ id, fields: { title, text } });
      return {
        load: (docs) => docs.forEach(put),
        put,
        search(text) {
          const { hits, confidence } = engine.search({ text, offset: 0, limit: rankedLength });
          return { ranked: hits.map((hit) => hit.id), confidence };
        },
        bytesOutsideNode: () => 0,
        close: () => undefined,
      };
    },
  };
}
