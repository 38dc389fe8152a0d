import type { Deps } from '../../deps.ts';
import type { Commune } from '../../domain/commune.ts';
import { cleanUseCaseForm } from '../../domain/check-use-case-form.ts';
import { acknowledge, save } from '../../domain/draft.ts';
import type { Draft } from '../../domain/draft.ts';
import type { CommuneId } from '../../domain/ids.ts';
import { toTypedUseCase } from '../../domain/use-case-form-values.ts';
import type { TypedUseCase, UseCaseField, UseCaseProblem } from '../../domain/use-case-form.ts';
import type { ChangedField } from '../../domain/use-case-history.ts';
import type { UseCase } from '../../domain/use-case.ts';
import { describeChange, toChanged, toNewUseCase } from '../use-cases/publish-use-case.ts';
import { findOvertaken } from './find-changed.ts';
import { StoreUnavailableError } from '../../ports/document-store.ts';
import { isReviewed } from './is-reviewed.ts';
import { findDraft } from './find-draft.ts';
import { goOn } from './go-on.ts';
import { findSimilar } from './find-similar.ts';
import { prepareDraft } from './prepare-draft.ts';
import type { PrepareDeps } from './prepare-draft.ts';
import { toNewContent } from './publish-draft.ts';
import type {
  DecidedDraft,
  DeniedRegistration,
  DraftRequest,
  NothingToChange,
  UnknownDraft,
} from './registration-results.ts';

/** What somebody looks at before "Eintragen". */
export interface DescribedDraft {
  readonly draft: Draft;
  /** As it will be. */
  readonly useCase: UseCase;
  readonly about:
    | { readonly kind: 'new'; readonly similar: readonly UseCase[] }
    | {
        readonly kind: 'change';
        readonly fields: readonly ChangedField[];
        /** In which of them somebody else has written something since the author last looked. */
        readonly overtaken: readonly UseCaseField[];
      };
  /** Whether organisers look at it first. */
  readonly isReviewed: boolean;
  readonly communes: ReadonlyMap<CommuneId, Commune>;
}

/** The store cannot be written; the draft has what was typed, for the form alone. */
export interface UnsavedDraft {
  readonly kind: 'unsaved';
  readonly draft: Draft;
}

export type CheckRegistrationResult =
  | UnsavedDraft
  | { readonly kind: 'checked'; readonly described: DescribedDraft }
  | { readonly kind: 'invalid'; readonly draft: Draft; readonly problems: readonly UseCaseProblem[] }
  | { readonly kind: 'unchanged'; readonly draft: Draft; readonly useCase: UseCase }
  | NothingToChange
  | DecidedDraft
  | UnknownDraft
  | DeniedRegistration;

export type CheckDeps = PrepareDeps & Pick<Deps, 'catalogue' | 'rules' | 'submissions' | 'useCaseDrafts'>;

/** "Weiter": keeps what was typed, right or wrong, and shows what it would become. */
export async function checkRegistration(
  deps: CheckDeps,
  request: DraftRequest & { readonly typed: TypedUseCase },
): Promise<CheckRegistrationResult> {
  const saved = await saveDraft(deps, request);
  return saved.kind === 'saved' ? describeDraft(deps, request, saved.draft) : saved;
}

/** The same of a draft as it was left. */
export async function showDraft(deps: CheckDeps, request: DraftRequest): Promise<CheckRegistrationResult> {
  const found = await goOn(deps, request);
  return found.kind === 'offered' ? describeDraft(deps, request, found.draft) : found;
}

export type SaveDraftResult =
  | { readonly kind: 'saved'; readonly draft: Draft }
  | UnsavedDraft
  | DecidedDraft
  | UnknownDraft
  | DeniedRegistration;

/** "Zwischenspeichern". */
export async function saveDraft(
  deps: Pick<Deps, 'clock' | 'logger' | 'useCaseDrafts'>,
  request: Omit<DraftRequest, 'roster'> & { readonly typed: TypedUseCase },
): Promise<SaveDraftResult> {
  const found = await findDraft(deps, request);
  if (found.kind !== 'found') {
    return found;
  }
  const now = deps.clock.now();
  const typed = cleanUseCaseForm(request.typed);
  const draft = await deps.useCaseDrafts
    .change(found.memberId, request.draftId, (known) => save(known, typed, now))
    .catch((error: unknown) => whyUnsaved(deps, error));
  if (draft === 'cannot-save') {
    return { kind: 'unsaved', draft: { ...found.draft, typed, state: { kind: 'opened' } } };
  }
  if (draft === undefined) {
    return { kind: 'unknown-draft' };
  }
  return draft.state.kind === 'saved' ? { kind: 'saved', draft } : { kind: 'decided' };
}

/** Whoever typed for minutes must not lose it to a full disk: in a dialog nothing but the answer is left. */
function whyUnsaved({ logger }: Pick<Deps, 'logger'>, error: unknown): 'cannot-save' {
  if (!(error instanceof StoreUnavailableError)) {
    throw error;
  }
  logger.error('registration.unsaved', { reason: error.reason });
  return 'cannot-save';
}

async function describeDraft(
  deps: CheckDeps,
  { asker, roster }: Pick<DraftRequest, 'asker' | 'roster'>,
  draft: Draft,
): Promise<CheckRegistrationResult> {
  const { memberId } = draft;
  const result = await prepareDraft(deps, { draft, memberId }, { asker, roster });
  switch (result.kind) {
    case 'invalid':
    case 'unchanged':
      return { ...result, draft };
    case 'prepared': {
      const { prepared } = result;
      const shared = {
        draft,
        isReviewed: await isReviewed(deps, asker, draft.id),
        communes: deps.operator.current().communes,
      };
      const at = deps.clock.now();
      if (prepared.kind === 'change') {
        const { checked, changed } = prepared;
        const change = { content: checked.content, changed, typed: draft.typed };
        const overtaken = findOvertaken(draft, prepared.useCase);
        await keepSeen(deps, draft, prepared.useCase, overtaken);
        const useCase = toChanged(prepared.useCase, change, { at });
        const fields = describeChange(prepared.useCase, change);
        return {
          kind: 'checked',
          described: { ...shared, useCase, about: { kind: 'change', fields, overtaken } },
        };
      }
      const useCase = toNewUseCase(toNewContent({ draft, memberId }, prepared.checked), { at });
      const similar = findSimilar(deps, { asker, title: useCase.title, summary: useCase.summary });
      return { kind: 'checked', described: { ...shared, useCase, about: { kind: 'new', similar } } };
    }
    case 'gone':
    case 'archived':
    case 'denied':
      return result;
  }
}

/** What others wrote meanwhile is shown beside what the author typed: from then on they replace it knowingly. */
async function keepSeen(
  { useCaseDrafts }: Pick<Deps, 'useCaseDrafts'>,
  { memberId, id }: Draft,
  useCase: UseCase,
  overtaken: readonly UseCaseField[],
): Promise<void> {
  if (overtaken.length === 0) {
    return;
  }
  const now = toTypedUseCase(useCase);
  const seen = Object.fromEntries(overtaken.map((field) => [field, now[field] ?? '']));
  await useCaseDrafts.change(memberId, id, (draft) => acknowledge(draft, seen));
}
