import { readFile } from 'node:fs/promises';
import { exampleUseCases } from './demo/example-use-cases.ts';
import type { Deps } from './deps.ts';
import { finishImports } from './features/exchange/apply-import.ts';
import { importUseCases } from './features/exchange/import-use-cases.ts';
import type { ImportDeps } from './features/exchange/import-use-cases.ts';
import type { Imports } from './store/imports.ts';
import { useCaseDocument } from './store/use-case-document.ts';
import { importLabels } from './texts/labels.ts';

type FillDeps = Pick<Deps, 'useCases'> & Omit<ImportDeps, 'imports'>;

/** Ends what an import left behind; a store that never held a use case gets the shipped records, and in the demo the fictional ones. */
export async function fillStore(
  deps: FillDeps,
  imports: Imports,
  options: { readonly withExamples: boolean },
): Promise<void> {
  await finishImports({ useCases: deps.useCases, imports });
  if (!(await deps.useCases.isUntouched())) {
    return;
  }
  const bytes = await readFile(new URL('demo/first-start.csv', import.meta.url));
  const request = { bytes, labels: importLabels, dryRun: false, createOrganisations: true };
  const result = await importUseCases({ ...deps, imports }, request);
  if (result.kind !== 'imported') {
    throw new Error(`the shipped records could not be imported: ${result.kind}`);
  }
  if (options.withExamples) {
    const examples = exampleUseCases.map((record) => useCaseDocument.parse({ ...record, schemaVersion: 1 }));
    await Promise.all(examples.map((useCase) => deps.useCases.add(useCase)));
  }
}
