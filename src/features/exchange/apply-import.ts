import type { UseCaseId } from '../../domain/ids.ts';
import type { ImportChange, ImportRun, Imports } from '../../store/imports.ts';
import type { UseCases } from '../../store/use-cases.ts';
import { toFingerprint } from './fingerprint.ts';

export interface ApplyDeps {
  readonly useCases: UseCases;
  readonly imports: Imports;
}

/**
 * Carries out a committed run. May be done again from the start after a crash: records have the ids that were staged, and a
 * replacement whose etag is gone was done before, or a person was faster and keeps what they wrote.
 */
export async function applyImport(
  deps: ApplyDeps,
  run: ImportRun,
  onProgress: (applied: number) => void = () => undefined,
): Promise<void> {
  let applied = 0;
  for (let batch = 0; batch < run.batches; batch += 1) {
    const changes = await deps.imports.getBatch(run, batch);
    await Promise.all(changes.map((change) => applyChange(deps.useCases, change)));
    const fingerprints = changes.map(({ useCase }): [UseCaseId, string] => [
      useCase.id,
      toFingerprint(useCase),
    ]);
    await deps.imports.marks.put(new Map(fingerprints));
    applied += changes.length;
    onProgress(applied);
  }
  await deps.imports.finish(run);
  await deps.imports.remove(run);
}

/** To be called at every start, before anything else writes use cases: finishes committed runs and drops those that never counted. */
export async function finishImports(deps: ApplyDeps): Promise<{ readonly finished: number }> {
  let finished = 0;
  for (const run of await deps.imports.unfinished()) {
    if (run.state === 'committed') {
      await applyImport(deps, run);
      finished += 1;
    } else {
      await deps.imports.remove(run);
    }
  }
  return { finished };
}

async function applyChange(useCases: UseCases, change: ImportChange): Promise<void> {
  if (change.kind === 'add') {
    await useCases.add(change.useCase);
  } else {
    await useCases.replace(change.useCase, change.etag);
  }
}
