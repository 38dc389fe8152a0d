import type { Deps } from '../../deps.ts';
import { isUnfinished, mostDrafts } from '../../domain/draft.ts';
import type { Draft, DraftOrigin } from '../../domain/draft.ts';
import { draftId } from '../../domain/ids.ts';
import type { MemberId } from '../../domain/ids.ts';
import type { Asker } from '../../domain/member.ts';
import { changedFields } from '../../domain/use-case-form.ts';
import type { TypedUseCase } from '../../domain/use-case-form.ts';
import { checkRegistrar } from './find-draft.ts';
import type { DeniedRegistration } from './registration-results.ts';

export type OfferFormDeps = Pick<Deps, 'clock' | 'ids' | 'logger' | 'useCaseDrafts'>;

export type OfferFormResult =
  | { readonly kind: 'offered'; readonly draft: Draft }
  /** Nothing is thrown away for a new one: the person goes on with one of these, or discards it. */
  | { readonly kind: 'too-many'; readonly drafts: readonly Draft[] }
  | DeniedRegistration;

/** A new form, with what is known of the person, or with a text to begin with, which is a draft from the first moment. */
export async function offerForm(
  deps: OfferFormDeps,
  { asker, begun }: { readonly asker: Asker; readonly begun?: TypedUseCase | undefined },
): Promise<OfferFormResult> {
  const permission = checkRegistrar(deps, asker);
  if (permission.kind === 'denied') {
    return permission;
  }
  const typed = { ...prefill(asker), ...begun };
  return openDraft(deps, permission.memberId, {
    origin: { kind: 'new' },
    typed,
    isKept: begun !== undefined,
  });
}

/** What most people would choose. */
function prefill({ communeId }: Asker): TypedUseCase {
  return {
    ...(communeId !== undefined && { body: communeId }),
    contact: 'self',
    category: 'other',
    language: 'de',
    visibility: 'community',
  };
}

/** `isKept`: something is in it already. */
export async function openDraft(
  { clock, ids, useCaseDrafts }: Omit<OfferFormDeps, 'logger'>,
  memberId: MemberId,
  opened: { readonly origin: DraftOrigin; readonly typed: TypedUseCase; readonly isKept: boolean },
): Promise<Exclude<OfferFormResult, DeniedRegistration>> {
  const { origin, typed, isKept } = opened;
  const known = await useCaseDrafts.ofMember(memberId);
  const unfinished = known.filter(isUnfinished);
  const begun = isKept ? unfinished.find((draft) => isUntouched(draft, typed)) : undefined;
  if (begun !== undefined) {
    return { kind: 'offered', draft: begun };
  }
  if (unfinished.length >= mostDrafts) {
    return { kind: 'too-many', drafts: unfinished };
  }
  // Forms that were opened and never sent hold nothing.
  for (const { id } of known.filter(({ state }) => state.kind === 'opened').slice(mostDrafts - 1)) {
    await useCaseDrafts.remove(memberId, id);
  }
  const draft: Draft = {
    id: draftId(ids.next()),
    memberId,
    origin,
    typed,
    savedAt: clock.now(),
    state: { kind: isKept ? 'saved' : 'opened' },
  };
  await useCaseDrafts.add(draft);
  return { kind: 'offered', draft };
}

/** It was begun with the same words and nothing was changed since: the same message or answer was taken twice. */
function isUntouched({ origin, state, typed }: Draft, words: TypedUseCase): boolean {
  return origin.kind === 'new' && state.kind === 'saved' && changedFields(typed, words).length === 0;
}
