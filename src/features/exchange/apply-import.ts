import type { UseCaseId } from '../../domain/ids.ts';
import type { Instant } from '../../domain/instant.ts';
import { toTypedUseCase } from '../../domain/use-case-form-values.ts';
import { changedFields } from '../../domain/use-case-form.ts';
import { toChangedField } from '../../domain/use-case-history.ts';
import type { ChangedField } from '../../domain/use-case-history.ts';
import type { UseCase } from '../../domain/use-case.ts';
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
    await Promise.all(changes.map((change) => applyChange(deps.useCases, change, run.startedAt)));
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

async function applyChange(useCases: UseCases, change: ImportChange, at: Instant): Promise<void> {
  if (change.kind === 'add') {
    await useCases.add(change.useCase);
    return;
  }
  const stored = await useCases.find(change.useCase.id);
  if (stored === undefined || stored.etag !== change.etag) {
    return;
  }
  // Whoever imports does so for the organisers.
  await useCases.replace(change.useCase, change.etag, {
    at,
    by: { organiser: true },
    change: { kind: 'edited', fields: toChangedFields(stored.value, change.useCase) },
  });
}

/** Who does it is told by the card; what the form has no field for is no part of the history. */
function toChangedFields(before: UseCase, after: UseCase): readonly ChangedField[] {
  const [known, wanted] = [toTypedUseCase(before), toTypedUseCase(after)];
  return changedFields(known, wanted).map((field) =>
    toChangedField(field, known[field] ?? '', wanted[field] ?? ''),
  );
}
