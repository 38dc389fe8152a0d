import type { Deps } from '../../deps.ts';
import { checkUseCaseForm } from '../../domain/check-use-case-form.ts';
import type { CheckedUseCase, UseCaseField, UseCaseProblem } from '../../domain/use-case-form.ts';
import type { Contact, UseCase } from '../../domain/use-case.ts';
import { findChanged } from './find-changed.ts';
import { findChangeable } from './find-changeable.ts';
import type { NotChangeable } from './find-changeable.ts';
import type { DraftRequest, OwnDraft } from './registration-results.ts';

export type PrepareDeps = Pick<Deps, 'clock' | 'logger' | 'operator' | 'useCases'>;

/** A checked draft: a new use case, or what changes of one. */
export type PreparedDraft =
  | { readonly kind: 'new'; readonly checked: CheckedUseCase }
  | {
      readonly kind: 'change';
      readonly checked: CheckedUseCase;
      /** As it is now. */
      readonly useCase: UseCase;
      readonly changed: readonly UseCaseField[];
    };

export type PrepareDraftResult =
  | { readonly kind: 'prepared'; readonly prepared: PreparedDraft }
  | { readonly kind: 'invalid'; readonly problems: readonly UseCaseProblem[] }
  /** A change that changes nothing. */
  | { readonly kind: 'unchanged'; readonly useCase: UseCase }
  | NotChangeable;

/** Checks what stands in a draft against everything as it is at this moment. */
export async function prepareDraft(
  deps: PrepareDeps,
  { draft, memberId }: OwnDraft,
  { asker, roster }: Pick<DraftRequest, 'asker' | 'roster'>,
): Promise<PrepareDraftResult> {
  const { origin, typed } = draft;
  const self = typed.contact === 'self' ? await findSelf(memberId, roster) : undefined;
  const context = {
    now: deps.clock.now(),
    communes: deps.operator.current().communes,
    asker,
    ...(self !== undefined && { self }),
  };
  if (origin.kind === 'new') {
    const outcome = checkUseCaseForm(typed, { ...context, origin: 'new' });
    return outcome.kind === 'valid'
      ? { kind: 'prepared', prepared: { kind: 'new', checked: outcome.checked } }
      : outcome;
  }
  const found = await findChangeable(deps, { asker, useCaseId: origin.useCaseId });
  if (found.kind !== 'changeable') {
    return found;
  }
  const { useCase } = found;
  const changed = findChanged(origin.base, typed);
  if (changed.length === 0) {
    return { kind: 'unchanged', useCase };
  }
  const outcome = checkUseCaseForm(typed, { ...context, origin: 'change', base: origin.base });
  return outcome.kind === 'valid'
    ? { kind: 'prepared', prepared: { kind: 'change', checked: outcome.checked, useCase, changed } }
    : outcome;
}

async function findSelf(
  memberId: OwnDraft['memberId'],
  roster: DraftRequest['roster'],
): Promise<Contact | undefined> {
  const entry = await roster();
  return entry && { memberId, name: entry.name, ...(entry.email !== undefined && { email: entry.email }) };
}
