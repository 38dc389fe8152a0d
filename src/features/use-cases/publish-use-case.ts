import type { Deps } from '../../deps.ts';
import { applyFields } from '../../domain/apply-use-case-form.ts';
import { useCaseId as toUseCaseId } from '../../domain/ids.ts';
import type { MemberId, UseCaseId } from '../../domain/ids.ts';
import type { Instant } from '../../domain/instant.ts';
import { toTypedUseCase } from '../../domain/use-case-form-values.ts';
import type { CheckedUseCase, TypedUseCase, UseCaseField } from '../../domain/use-case-form.ts';
import { toChangedField } from '../../domain/use-case-history.ts';
import type { ChangedBy, ChangedField, HistoryEntry } from '../../domain/use-case-history.ts';
import { newUseCase } from '../../domain/use-case.ts';
import type { UseCase } from '../../domain/use-case.ts';
import { endQuestions } from '../freshness/ask-contact.ts';

export type PublishDeps = Pick<Deps, 'broadcasts' | 'clock' | 'useCases'>;

/** When it was decided, and which organiser did so: absent where nobody looked at it, and after their data was erased. */
export interface Publication {
  readonly at: Instant;
  readonly reviewedBy?: MemberId;
}

/** A filled-in form that becomes a use case of this id. */
export interface NewContent extends CheckedUseCase {
  readonly id: string;
  readonly author: MemberId;
}

/** The use case that a form becomes. */
export function toNewUseCase(
  { id, author, content, adopter }: NewContent,
  { at, reviewedBy }: Publication,
): UseCase {
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
      ...(reviewedBy !== undefined && { reviewedBy }),
    },
  };
}

/** What somebody changed in the form of a use case. */
export interface ChangedContent extends Pick<CheckedUseCase, 'content'> {
  readonly changed: readonly UseCaseField[];
  readonly typed: TypedUseCase;
}

/** What a change does to the use case as it is now; whoever edits it has looked at it. */
export function toChanged(
  useCase: UseCase,
  { content, changed }: Omit<ChangedContent, 'typed'>,
  { at, reviewedBy }: Publication,
): UseCase {
  const next = applyFields(useCase, content, changed);
  const { asked: _, ...provenance } = next.provenance;
  return {
    ...next,
    provenance: { ...provenance, lastConfirmedAt: at, ...(reviewedBy !== undefined && { reviewedBy }) },
  };
}

/** The same field by field, as the form shows it; what is so already is left out. */
export function describeChange(
  useCase: UseCase,
  { content, changed, typed }: ChangedContent,
): readonly ChangedField[] {
  const before = toTypedUseCase(useCase);
  // Whom "self" means is in the content; in the form of the use case it would be nobody in particular.
  const { contact = '' } = typed;
  const after = { ...toTypedUseCase(applyFields(useCase, content, changed)), contact };
  return changed
    .filter((field) => (before[field] ?? '') !== (after[field] ?? ''))
    .map((field) => toChangedField(field, before[field] ?? '', after[field] ?? ''));
}

/** Brings a new use case into the store. When one with its id is there already, it was published before. */
export async function publishNew(
  { useCases }: Pick<Deps, 'useCases'>,
  given: NewContent,
  by: ChangedBy,
  publication: Publication,
): Promise<UseCase> {
  const useCase = toNewUseCase(given, publication);
  await useCases.add(useCase, { at: publication.at, by, change: { kind: 'published' } });
  return useCase;
}

export type PublishChangeResult =
  | { readonly kind: 'published'; readonly useCaseId: UseCaseId; readonly version: number }
  /** Not published: the use case is in the meantime as `mayReplace` does not want it. */
  | { readonly kind: 'overtaken' }
  /** Nobody finds the use case that was to be changed. */
  | { readonly kind: 'archived' }
  | { readonly kind: 'gone' };

/** A change of this use case, to be published. */
export interface Change extends ChangedContent {
  readonly useCaseId: UseCaseId;
  readonly by: ChangedBy;
  readonly publication: Publication;
  /** Whether it is to be published over the use case as it is then. */
  readonly mayReplace?: (useCase: UseCase) => boolean;
}

/**
 * Publishes a change, and ends what was asked about the use case before. Doing it again does nothing more: the history keeps the moment
 * of its publication, with its author and its fields.
 */
export async function publishChange(deps: PublishDeps, change: Change): Promise<PublishChangeResult> {
  const { useCaseId, by, publication, mayReplace = () => true } = change;
  for (;;) {
    const stored = await deps.useCases.find(useCaseId);
    if (stored === undefined) {
      return { kind: 'gone' };
    }
    const done = await findPublishedChange(deps, change);
    if (done !== undefined) {
      return { kind: 'published', useCaseId, version: done.version };
    }
    let before = stored.value;
    if (before.archived !== undefined) {
      return { kind: 'archived' };
    }
    if (!mayReplace(before)) {
      return { kind: 'overtaken' };
    }
    // The history was read for this version: under another one the change may be in it.
    const { version } = before.provenance;
    const written = await deps.useCases.change(useCaseId, (useCase) => {
      if (useCase.provenance.version !== version || useCase.archived !== undefined) {
        return undefined;
      }
      before = useCase;
      const fields = describeChange(useCase, change);
      return {
        useCase: toChanged(useCase, change, publication),
        entry: { at: publication.at, by, change: { kind: 'edited', fields } },
      };
    });
    if (written !== undefined) {
      await endQuestions(deps, before);
      return { kind: 'published', useCaseId, version: written.provenance.version };
    }
  }
}

/** The entry that this publication made, if it came that far. */
export async function findPublishedChange(
  { useCases }: Pick<Deps, 'useCases'>,
  change: Pick<Change, 'useCaseId' | 'by' | 'changed' | 'publication'>,
): Promise<HistoryEntry | undefined> {
  return (await useCases.historyOf(change.useCaseId)).find((entry) => isOf(entry, change));
}

/** Of its moment and its author, and about nothing but what they changed. */
function isOf(
  { at, by, change }: HistoryEntry,
  { by: author, changed, publication }: Pick<Change, 'by' | 'changed' | 'publication'>,
): boolean {
  const fields: readonly string[] = changed;
  return (
    at === publication.at &&
    by.memberId === author.memberId &&
    change.kind === 'edited' &&
    change.fields.every(({ field }) => fields.includes(field))
  );
}
