import { useCaseId } from '../../domain/ids.ts';
import type { UseCaseId } from '../../domain/ids.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Asker } from '../../domain/member.ts';
import type { CheckedUseCase } from '../../domain/use-case-form.ts';
import { toChangedBy } from '../use-cases/to-changed-by.ts';
import { findPublishedChange, publishChange, publishNew } from '../use-cases/publish-use-case.ts';
import type { NewContent, PublishDeps } from '../use-cases/publish-use-case.ts';
import { findChanged, findOvertaken } from './find-changed.ts';
import type { PreparedDraft } from './prepare-draft.ts';
import type { NothingToChange, OvertakenDraft, OwnDraft } from './registration-results.ts';

interface DraftPublication extends OwnDraft {
  readonly asker: Asker;
  readonly prepared: PreparedDraft;
  /** When "Eintragen" was pressed: by this it is known whether it was done already. */
  readonly at: Instant;
}

/** Brings a draft into the store without anybody looking at it first. Doing it again does nothing more. */
export async function publishDraft(
  deps: PublishDeps,
  { asker, draft, memberId, prepared, at }: DraftPublication,
): Promise<{ readonly kind: 'published'; readonly useCaseId: UseCaseId } | NothingToChange | OvertakenDraft> {
  const by = toChangedBy(asker);
  const { checked } = prepared;
  if (prepared.kind === 'new') {
    const { id } = await publishNew(deps, toNewContent({ draft, memberId }, checked), by, { at });
    return { kind: 'published', useCaseId: id };
  }
  return publishChange(deps, {
    useCaseId: prepared.useCase.id,
    content: checked.content,
    changed: prepared.changed,
    typed: draft.typed,
    by,
    publication: { at },
    mayReplace: (useCase) => findOvertaken(draft, useCase).length === 0,
  });
}

/** What a draft says of a new use case. */
export function toNewContent({ draft, memberId }: OwnDraft, checked: CheckedUseCase): NewContent {
  return { ...checked, id: draft.id, author: memberId };
}

/** The use case that came of the press of that moment, if it came that far. */
export async function findPublished(
  deps: PublishDeps,
  { draft, memberId }: OwnDraft,
  at: Instant,
): Promise<UseCaseId | undefined> {
  const { id, origin, typed } = draft;
  if (origin.kind === 'new') {
    return (await deps.useCases.find(useCaseId(id)))?.value.id;
  }
  const done = await findPublishedChange(deps, {
    useCaseId: origin.useCaseId,
    by: { memberId, organiser: false },
    changed: findChanged(origin.base, typed),
    publication: { at },
  });
  return done?.useCaseId;
}
