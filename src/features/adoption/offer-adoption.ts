import type { Deps } from '../../deps.ts';
import { findAdopter } from '../../domain/adoption.ts';
import { toTypedAdoption } from '../../domain/adoption-form.ts';
import type { TypedAdoption } from '../../domain/adoption-form.ts';
import type { Commune } from '../../domain/commune.ts';
import type { CommuneId, DraftId, MemberId, UseCaseId } from '../../domain/ids.ts';
import type { Asker } from '../../domain/member.ts';
import type { Adopter, UseCase } from '../../domain/use-case.ts';
import { actForCommune } from '../use-cases/act-for-commune.ts';
import type { NotActing } from '../use-cases/act-for-commune.ts';

/** What the form is about. */
export interface AdoptionForm {
  readonly useCase: UseCase;
  readonly commune: Commune;
  /** What the commune says about itself so far, whoever entered it. */
  readonly adopter?: Adopter;
  readonly typed: TypedAdoption;
  readonly mayForOthers: boolean;
}

export type OfferAdoptionResult = { readonly kind: 'offered'; readonly form: AdoptionForm } | NotActing;

export interface OfferAdoptionRequest {
  readonly asker: Asker;
  readonly useCaseId: UseCaseId;
  readonly communeId?: CommuneId | undefined;
  /** Of a registration that turned out to be the same use case. */
  readonly draftId?: DraftId | undefined;
}

/** The form with what the commune says about itself so far; where that is nothing, with what the person typed in the draft. */
export async function offerAdoption(
  deps: Pick<Deps, 'logger' | 'operator' | 'useCaseDrafts' | 'useCases'>,
  { asker, useCaseId, communeId, draftId }: OfferAdoptionRequest,
): Promise<OfferAdoptionResult> {
  const acting = await actForCommune(deps, { asker, useCaseId, communeId, action: 'adopt-use-case' });
  if (acting.kind !== 'acting') {
    return acting;
  }
  const { useCase, commune, memberId } = acting;
  const adopter = findAdopter(useCase, commune.id);
  const form = { useCase, commune, mayForOthers: asker.role === 'organiser' };
  return adopter === undefined
    ? { kind: 'offered', form: { ...form, typed: await findBegun(deps, memberId, draftId) } }
    : { kind: 'offered', form: { ...form, adopter, typed: toTypedAdoption(adopter, memberId) } };
}

/** A draft of somebody else is not found, nor one that ended. */
async function findBegun(
  { useCaseDrafts }: Pick<Deps, 'useCaseDrafts'>,
  memberId: MemberId,
  draftId: DraftId | undefined,
): Promise<TypedAdoption> {
  const draft = draftId === undefined ? undefined : await useCaseDrafts.find(memberId, draftId);
  const { stage, since, contact, mailbox, reason } = draft?.value.typed ?? {};
  return {
    ...(stage !== undefined && { stage }),
    ...(since !== undefined && { since }),
    ...(contact !== undefined && { contact }),
    ...(mailbox !== undefined && { mailbox }),
    ...(reason !== undefined && { note: reason }),
  };
}
