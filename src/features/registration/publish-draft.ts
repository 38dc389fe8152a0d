import type { Deps } from '../../deps.ts';
import type { Draft } from '../../domain/draft.ts';
import { useCaseId } from '../../domain/ids.ts';
import type { UseCaseId } from '../../domain/ids.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Asker } from '../../domain/member.ts';
import { applyFields } from '../../domain/apply-use-case-form.ts';
import { toTypedUseCase } from '../../domain/use-case-form-values.ts';
import type { CheckedUseCase } from '../../domain/use-case-form.ts';
import { toChangedField } from '../../domain/use-case-history.ts';
import type { ChangedField, HistoryEntry } from '../../domain/use-case-history.ts';
import { newUseCase } from '../../domain/use-case.ts';
import type { UseCase } from '../../domain/use-case.ts';
import { toChangedBy } from '../use-cases/to-changed-by.ts';
import { findChanged } from './prepare-draft.ts';
import type { PreparedDraft } from './prepare-draft.ts';
import type { NothingToChange, OwnDraft } from './registration-results.ts';

export interface Publication extends OwnDraft {
  readonly asker: Asker;
  readonly prepared: PreparedDraft;
  /** When "Eintragen" was pressed: by this it is known whether it was done already. */
  readonly at: Instant;
}

/** Brings a draft into the store without anybody looking at it first. Doing it again does nothing more. */
export async function publishDraft(
  deps: Pick<Deps, 'useCases'>,
  publication: Publication,
): Promise<{ readonly kind: 'published'; readonly useCaseId: UseCaseId } | NothingToChange> {
  const { asker, draft, prepared, at } = publication;
  if (prepared.kind === 'change') {
    return publishChange(deps, { ...publication, prepared });
  }
  const useCase = toNewUseCase({ ...publication, checked: prepared.checked });
  // It has the draft's id: when it is there already, the draft was published before.
  await deps.useCases.add(useCase, { at, by: toChangedBy(asker), change: { kind: 'published' } });
  return { kind: 'published', useCaseId: useCaseId(draft.id) };
}

/** The use case that a draft becomes. */
export function toNewUseCase({
  draft,
  memberId,
  checked: { content, adopter },
  at,
}: OwnDraft & { readonly checked: CheckedUseCase; readonly at: Instant }): UseCase {
  const { title, summary } = content;
  const base = newUseCase({ id: useCaseId(draft.id), title, summary }, at);
  return {
    ...base,
    ...content,
    adopters: adopter === undefined ? [] : [{ ...adopter, enteredBy: memberId }],
    provenance: { ...base.provenance, createdBy: memberId, lastConfirmedAt: at },
  };
}

type Change = PreparedDraft & { readonly kind: 'change' };

/** What a change does to the use case as it is now; whoever edits it has looked at it. */
export function toChanged(useCase: UseCase, { checked, changed }: Change, at: Instant): UseCase {
  const next = applyFields(useCase, checked.content, changed);
  const { asked: _, ...provenance } = next.provenance;
  return { ...next, provenance: { ...provenance, lastConfirmedAt: at } };
}

/** The same field by field: as the form shows the use case now, and as it was filled in. */
export function describeChange(
  useCase: UseCase,
  { typed }: Draft,
  { changed }: Change,
): readonly ChangedField[] {
  const before = toTypedUseCase(useCase);
  return changed.map((field) => toChangedField(field, before[field] ?? '', typed[field] ?? ''));
}

async function publishChange(
  deps: Pick<Deps, 'useCases'>,
  publication: Publication & { readonly prepared: Change },
): Promise<{ readonly kind: 'published'; readonly useCaseId: UseCaseId } | NothingToChange> {
  const { asker, prepared, at } = publication;
  const { id } = prepared.useCase;
  for (;;) {
    const stored = await deps.useCases.find(id);
    if (stored === undefined) {
      return { kind: 'gone' };
    }
    if ((await findPublished(deps, publication, at)) !== undefined) {
      return { kind: 'published', useCaseId: id };
    }
    if (stored.value.archived !== undefined) {
      return { kind: 'archived' };
    }
    const { version } = stored.value.provenance;
    // The history was read for this version: under another one the change may be in it.
    const written = await deps.useCases.change(id, (useCase) => {
      if (useCase.provenance.version !== version || useCase.archived !== undefined) {
        return undefined;
      }
      const next = toChanged(useCase, prepared, at);
      const fields = describeChange(useCase, publication.draft, prepared);
      return { useCase: next, entry: { at, by: toChangedBy(asker), change: { kind: 'edited', fields } } };
    });
    if (written !== undefined) {
      return { kind: 'published', useCaseId: id };
    }
  }
}

/** The use case that came of the press of that moment, if it came that far. */
export async function findPublished(
  { useCases }: Pick<Deps, 'useCases'>,
  { draft, memberId }: OwnDraft,
  at: Instant,
): Promise<UseCaseId | undefined> {
  const { id, origin, typed } = draft;
  if (origin.kind === 'new') {
    return (await useCases.find(useCaseId(id)))?.value.id;
  }
  const changed = findChanged(origin.base, typed);
  const history = await useCases.historyOf(origin.useCaseId);
  return history.some((entry) => isOf(entry, { at, memberId, changed })) ? origin.useCaseId : undefined;
}

/** The entry that a press made: of its moment, its author and its fields. */
function isOf(
  { at, by, change }: HistoryEntry,
  press: Pick<OwnDraft, 'memberId'> & Pick<Change, 'changed'> & { readonly at: Instant },
): boolean {
  const fields: readonly string[] = press.changed;
  return (
    at === press.at &&
    by.memberId === press.memberId &&
    change.kind === 'edited' &&
    change.fields.length === fields.length &&
    change.fields.every(({ field }) => fields.includes(field))
  );
}
