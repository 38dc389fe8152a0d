import type { Deps } from '../../deps.ts';
import { applyFields } from '../../domain/apply-use-case-form.ts';
import { useCaseId as toUseCaseId } from '../../domain/ids.ts';
import type { UseCaseId } from '../../domain/ids.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Submission } from '../../domain/submission.ts';
import { toTypedUseCase } from '../../domain/use-case-form-values.ts';
import { toChangedField } from '../../domain/use-case-history.ts';
import type { ChangedBy, ChangedField, HistoryEntry } from '../../domain/use-case-history.ts';
import { newUseCase } from '../../domain/use-case.ts';
import type { UseCase } from '../../domain/use-case.ts';

export type PublishDeps = Pick<Deps, 'useCases'>;

export type PublishResult =
  | { readonly kind: 'published'; readonly useCaseId: UseCaseId; readonly version: number }
  /** Nobody finds the use case that was to be changed. */
  | { readonly kind: 'archived' }
  | { readonly kind: 'gone' };

/** When, and who decided it: absent after their data was erased. */
interface Publication {
  readonly at: Instant;
  readonly by?: Submission['by'];
}

/**
 * Brings into the store what was handed in. Doing it again does nothing more: a new use case has the submission's id, and of a change
 * the history keeps the moment of its decision.
 */
export async function publishSubmission(
  deps: PublishDeps,
  submission: Submission,
  publication: Publication,
): Promise<PublishResult> {
  return submission.origin.kind === 'new'
    ? publishNew(deps, submission, publication)
    : publishChange(deps, submission, submission.origin.useCaseId, publication);
}

async function publishNew(
  deps: PublishDeps,
  submission: Submission,
  publication: Publication,
): Promise<PublishResult> {
  const useCase = toNewUseCase(submission, publication);
  const entry = { at: publication.at, by: changedBy(submission), change: { kind: 'published' } } as const;
  await deps.useCases.add(useCase, entry);
  return { kind: 'published', useCaseId: useCase.id, version: useCase.provenance.version };
}

/** The use case that a submission becomes. */
export function toNewUseCase(submission: Submission, { at, by }: Publication): UseCase {
  const { id, content, adopter, by: author } = submission;
  const { title, summary } = content;
  const base = newUseCase({ id: toUseCaseId(id), title, summary }, at);
  return {
    ...base,
    ...content,
    adopters: adopter === undefined ? [] : [{ ...adopter, enteredBy: author }],
    provenance: {
      ...base.provenance,
      createdBy: author,
      lastConfirmedAt: at,
      ...(by !== undefined && { reviewedBy: by }),
    },
  };
}

async function publishChange(
  deps: PublishDeps,
  submission: Submission,
  id: UseCaseId,
  publication: Publication,
): Promise<PublishResult> {
  for (;;) {
    const stored = await deps.useCases.find(id);
    if (stored === undefined) {
      return { kind: 'gone' };
    }
    const done = (await deps.useCases.historyOf(id)).find((entry) => isOf(entry, submission, publication));
    if (done !== undefined) {
      return { kind: 'published', useCaseId: id, version: done.version };
    }
    if (stored.value.archived !== undefined) {
      return { kind: 'archived' };
    }
    const { version } = stored.value.provenance;
    // The history was read for this version: under another one the change may be in it.
    const changed = await deps.useCases.change(id, (useCase) =>
      useCase.provenance.version === version && useCase.archived === undefined
        ? {
            useCase: toChanged(useCase, submission, publication),
            entry: toEntry(useCase, submission, publication),
          }
        : undefined,
    );
    if (changed !== undefined) {
      return { kind: 'published', useCaseId: id, version: changed.provenance.version };
    }
  }
}

function toChanged(useCase: UseCase, submission: Submission, { at, by }: Publication): UseCase {
  const changed = applyFields(useCase, submission.content, submission.changed);
  const { asked: _, ...provenance } = changed.provenance;
  return {
    ...changed,
    provenance: { ...provenance, lastConfirmedAt: at, ...(by !== undefined && { reviewedBy: by }) },
  };
}

function toEntry(useCase: UseCase, submission: Submission, { at }: Publication) {
  const fields = changedTexts(useCase, submission);
  return { at, by: changedBy(submission), change: { kind: 'edited', fields } } as const;
}

/** What a change does to the use case as it is now, field by field; what is so already is left out. */
export function changedTexts(useCase: UseCase, submission: Submission): readonly ChangedField[] {
  const { changed, content, typed } = submission;
  const before = toTypedUseCase(useCase);
  // Whom "self" means is in the content; in the form of the use case it would be nobody in particular.
  const { contact = '' } = typed;
  const after = { ...toTypedUseCase(applyFields(useCase, content, changed)), contact };
  return changed
    .filter((field) => (before[field] ?? '') !== (after[field] ?? ''))
    .map((field) => toChangedField(field, before[field] ?? '', after[field] ?? ''));
}

/** The entry that this decision made: of its moment and its author, and about nothing but what they changed. */
function isOf({ at, by, change }: HistoryEntry, submission: Submission, publication: Publication): boolean {
  const changed: readonly string[] = submission.changed;
  return (
    at === publication.at &&
    by.memberId === submission.by &&
    change.kind === 'edited' &&
    change.fields.every(({ field }) => changed.includes(field))
  );
}

function changedBy({ by, communeId }: Submission): ChangedBy {
  return { memberId: by, ...(communeId !== undefined && { communeId }), organiser: false };
}
