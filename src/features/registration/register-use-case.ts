import type { Deps } from '../../deps.ts';
import { beginRegistering, finish, reopen } from '../../domain/draft.ts';
import type { Draft } from '../../domain/draft.ts';
import { submissionId } from '../../domain/ids.ts';
import type { UseCaseId } from '../../domain/ids.ts';
import type { UseCaseProblem } from '../../domain/use-case-form.ts';
import type { UseCase } from '../../domain/use-case.ts';
import type { CarryOutDeps } from '../review/carry-out-submission.ts';
import { submitUseCase } from '../review/submit-use-case.ts';
import { findDraft } from './find-draft.ts';
import type { FindDraftResult } from './find-draft.ts';
import { isReviewed } from './is-reviewed.ts';
import { prepareDraft } from './prepare-draft.ts';
import type { PrepareDeps, PreparedDraft } from './prepare-draft.ts';
import { findPublished, publishDraft } from './publish-draft.ts';
import type {
  DeniedRegistration,
  DraftRequest,
  NothingToChange,
  OvertakenDraft,
  UnknownDraft,
} from './registration-results.ts';

export type RegisterUseCaseResult =
  /** `isNew`: otherwise it was changed. `again`: an earlier press did it. */
  | {
      readonly kind: 'registered';
      readonly useCaseId: UseCaseId;
      readonly isNew: boolean;
      readonly again: boolean;
    }
  /** Organisers look at it first. */
  | { readonly kind: 'submitted'; readonly isNew: boolean; readonly again: boolean }
  | { readonly kind: 'invalid'; readonly draft: Draft; readonly problems: readonly UseCaseProblem[] }
  | { readonly kind: 'unchanged'; readonly draft: Draft; readonly useCase: UseCase }
  | OvertakenDraft
  | NothingToChange
  | UnknownDraft
  | DeniedRegistration;

export type RegisterDeps = PrepareDeps & CarryOutDeps & Pick<Deps, 'rules' | 'useCaseDrafts'>;
type Found = Extract<FindDraftResult, { kind: 'found' }>;

/**
 * "Eintragen": checks the stored draft again and publishes it, or hands it in. However often it is pressed, and wherever a crash
 * interrupts it, that happens once: the draft says how far it came, and is emptied last.
 */
export async function registerUseCase(
  deps: RegisterDeps,
  request: DraftRequest,
): Promise<RegisterUseCaseResult> {
  for (;;) {
    const found = await findDraft(deps, request);
    if (found.kind !== 'found') {
      return found;
    }
    const result = (await findDone(deps, found)) ?? (await tryToRegister(deps, request, found));
    if (result !== 'conflict') {
      return result;
    }
  }
}

/** What an earlier press did. */
async function findDone(deps: RegisterDeps, found: Found): Promise<RegisterUseCaseResult | undefined> {
  const { state, origin } = found.draft;
  const isNew = origin.kind === 'new';
  switch (state.kind) {
    case 'opened':
    case 'saved':
      return undefined;
    case 'submitted':
      return { kind: 'submitted', isNew, again: true };
    case 'registered':
      return { kind: 'registered', useCaseId: state.useCaseId, isNew, again: true };
    case 'registering': {
      const useCaseId = await findPublished(deps, found, state.at);
      if (useCaseId === undefined) {
        return undefined;
      }
      await end(deps, found, { kind: 'registered', useCaseId });
      return { kind: 'registered', useCaseId, isNew, again: true };
    }
  }
}

/** `conflict`: the draft was changed since it was read. */
async function tryToRegister(
  deps: RegisterDeps,
  request: DraftRequest,
  found: Found,
): Promise<RegisterUseCaseResult | 'conflict'> {
  const { draft } = found;
  const result = await prepareDraft(deps, found, request);
  switch (result.kind) {
    case 'prepared':
      return draft.state.kind === 'registering' || !(await isReviewed(deps, request.asker, draft.id))
        ? publish(deps, request, found, result.prepared)
        : submit(deps, request, found, result.prepared);
    case 'invalid':
    case 'unchanged':
      await goBack(deps, found);
      return { ...result, draft };
    case 'gone':
    case 'archived':
    case 'denied':
      await goBack(deps, found);
      return result;
  }
}

async function publish(
  deps: RegisterDeps,
  { asker }: DraftRequest,
  found: Found,
  prepared: PreparedDraft,
): Promise<RegisterUseCaseResult | 'conflict'> {
  const draft = beginRegistering(found.draft, deps.clock.now());
  if (
    found.draft.state.kind !== 'registering' &&
    (await deps.useCaseDrafts.replace(draft, found.etag)) === 'conflict'
  ) {
    return 'conflict';
  }
  const { memberId } = found;
  const published = await publishDraft(deps, { asker, draft, memberId, prepared, at: draft.state.at });
  if (published.kind !== 'published') {
    await goBack(deps, found);
    return published;
  }
  const { useCaseId } = published;
  await end(deps, found, { kind: 'registered', useCaseId });
  return { kind: 'registered', useCaseId, isNew: prepared.kind === 'new', again: false };
}

async function submit(
  deps: RegisterDeps,
  { asker }: DraftRequest,
  { draft, etag }: Found,
  prepared: PreparedDraft,
): Promise<RegisterUseCaseResult> {
  const { content, adopter } = prepared.checked;
  const { origin, typed } = draft;
  const outcome = await submitUseCase(deps, {
    asker,
    id: submissionId(draft.id),
    origin: origin.kind === 'new' ? origin : { kind: 'change', useCaseId: origin.useCaseId },
    content,
    ...(adopter !== undefined && { adopter }),
    changed: prepared.kind === 'change' ? prepared.changed : [],
    typed,
  });
  // What was saved meanwhile stays, to be handed in as well.
  await deps.useCaseDrafts.replace(finish(draft, { kind: 'submitted' }, deps.clock.now()), etag);
  return { kind: 'submitted', isNew: prepared.kind === 'new', again: outcome === 'exists' };
}

async function end(
  { clock, useCaseDrafts }: RegisterDeps,
  { draft, memberId }: Found,
  state: { readonly kind: 'registered'; readonly useCaseId: UseCaseId },
): Promise<void> {
  await useCaseDrafts.change(memberId, draft.id, (known) => finish(known, state, clock.now()));
}

async function goBack({ useCaseDrafts }: RegisterDeps, { draft, memberId }: Found): Promise<void> {
  await useCaseDrafts.change(memberId, draft.id, reopen);
}
