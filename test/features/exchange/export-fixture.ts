import { type UseCase, type Visibility } from '../../../src/domain/use-case.ts';
import { exportUseCases, type FormatName } from '../../../src/features/exchange/export/export-use-cases.ts';
import { type ImportDeps, importUseCases } from '../../../src/features/exchange/import-use-cases.ts';
import { importLabels } from '../../../src/texts/labels.ts';
import { anImport } from './import-fixture.ts';

/** A store with these use cases, as if people had registered them. */
export async function aStock(useCases: readonly UseCase[]): Promise<ImportDeps> {
  const deps = await anImport();
  for (const useCase of useCases) {
    await deps.useCases.add(useCase);
  }
  return deps;
}

/** The file and what is said about it. */
export async function exportAs(
  deps: ImportDeps,
  format: FormatName,
  visibility: Visibility = 'organisation',
) {
  const pieces: Uint8Array[] = [];
  const result = await exportUseCases(deps, {
    format,
    visibility,
    labels: importLabels,
    async take(piece) {
      pieces.push(typeof piece === 'string' ? Buffer.from(piece) : piece);
      return await Promise.resolve();
    },
  });
  const bytes = new Uint8Array(Buffer.concat(pieces));
  return { bytes, text: Buffer.from(bytes).toString(), result };
}

/** Throws unless everything was imported. */
export async function importBytes(deps: ImportDeps, bytes: Uint8Array) {
  const result = await importUseCases(deps, {
    bytes,
    labels: importLabels,
    dryRun: false,
    createOrganisations: true,
  });
  if (result.kind !== 'imported') {
    throw new Error(JSON.stringify(result).slice(0, 2000));
  }
  return result.outcomes;
}
