import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../../../src/config.ts';
import { findSimilar } from '../../../src/features/registration/find-similar.ts';
import { fillStore } from '../../../src/first-start.ts';
import { createWorkbench } from '../../../src/workbench.ts';
import type { Workbench } from '../../../src/workbench.ts';
import { makeUseCases } from '../../bench/records.ts';
import { adopterAt, anAsker, aUseCase, hemer, menden } from '../../support/builders.ts';
import { shippedCommunes } from '../../support/shipped-communes.ts';
import { keyOf } from '../ask/demo-catalogue.ts';
import { paraphrases, unrelated } from './paraphrases.ts';

const folder = mkdtempSync(join(tmpdir(), 'similar-'));
let bench: Workbench;

/** What the demo answers from, wired as the product wires it. */
beforeAll(async () => {
  bench = createWorkbench(
    readConfig({
      BOT_MODE: 'playground',
      STORE: 'memory',
      OPERATOR_DATA: join(folder, 'operator'),
      DEMO_DATA: 'on',
      LOG_LEVEL: 'silent',
    }),
  );
  await bench.open();
  await fillStore(bench.deps, bench.imports, { withExamples: true });
  for (const { value, etag } of (await bench.deps.useCases.changes()).written) {
    bench.deps.catalogue.put(value, etag);
  }
});

afterAll(async () => {
  await bench.close();
  rmSync(folder, { recursive: true });
});

function similarTo(entered: { readonly title: string; readonly summary: string }, asker = anAsker()) {
  return findSimilar(bench.deps, { asker, ...entered });
}

describe('"Gibt es das schon?" among the shipped and the demo\'s records', () => {
  it.each(paraphrases)('knows "$title" in other words', (entered) => {
    const [first] = similarTo(entered).map(keyOf);

    expect(entered.same).toContain(first);
  });

  it.each(unrelated)('shows nothing for "$title"', (entered) => {
    expect(similarTo(entered).map(keyOf)).toEqual([]);
  });

  it('knows every record by its own words', () => {
    for (const useCase of bench.deps.catalogue.select(() => true, 1000)) {
      expect(similarTo(useCase)[0]?.title).toBe(useCase.title);
    }
  });

  it('shows three at most', () => {
    for (const entered of paraphrases) {
      expect(similarTo(entered).length).toBeLessThanOrEqual(3);
    }
  });

  it('shows what belongs to one organisation to its own people alone', () => {
    const closed = aUseCase({
      title: 'Bienenzählung im Stadtpark',
      summary: 'Kameras zählen Bienen.',
      visibility: 'organisation',
      adopters: [adopterAt(menden, 'pilot')],
    });
    bench.deps.catalogue.put(closed);

    expect(similarTo(closed, anAsker({ communeId: menden }))).toEqual([closed]);
    expect(similarTo(closed, anAsker({ communeId: hemer }))).toEqual([]);
    bench.deps.catalogue.remove(closed.id);
  });
});

describe('"Gibt es das schon?" among 10,000 records', () => {
  beforeAll(() => {
    for (const useCase of makeUseCases(10_000, [...shippedCommunes.values()])) {
      bench.deps.catalogue.put(useCase);
    }
  });

  it.each(paraphrases)('finds something for "$title"', (entered) => {
    expect(similarTo(entered)).not.toEqual([]);
  });

  // The others are among the topics of the 10,000.
  it.each(unrelated.filter(({ title }) => /Biene|Winterdienst|Ratten|Lärm|Schwimmbad/.test(title)))(
    'shows nothing for "$title"',
    (entered) => {
      expect(similarTo(entered).map(({ title }) => title)).toEqual([]);
    },
  );
});
