import type { Deps } from '../../deps.ts';
import { adopt, findAdopter } from '../../domain/adoption.ts';
import type { Adoption } from '../../domain/adoption.ts';
import { checkAdoption, cleanAdoption } from '../../domain/adoption-form.ts';
import type { AdoptionProblem, TypedAdoption } from '../../domain/adoption-form.ts';
import type { CommuneId, MemberId, UseCaseId } from '../../domain/ids.ts';
import type { Asker } from '../../domain/member.ts';
import { may } from '../../domain/permissions.ts';
import type { Contact } from '../../domain/use-case.ts';
import type { RosterEntry } from '../members/identify-asker.ts';
import { actForCommune } from '../use-cases/act-for-commune.ts';
import type { NotActing } from '../use-cases/act-for-commune.ts';
import { toChangedBy } from '../use-cases/to-changed-by.ts';
import type { AdoptionForm } from './offer-adoption.ts';

export type AdoptUseCaseResult =
  | { readonly kind: 'adopted' | 'changed' | 'unchanged' }
  | {
      readonly kind: 'invalid';
      readonly problems: readonly AdoptionProblem[];
      /** With what was typed, cleaned. */
      readonly form: AdoptionForm;
    }
  | NotActing;

export interface AdoptUseCaseRequest {
  readonly asker: Asker;
  readonly useCaseId: UseCaseId;
  /** The one that the form was for. */
  readonly communeId: CommuneId;
  readonly typed: TypedAdoption;
  /** Asked only when the person wants to be the contact. */
  readonly roster: () => Promise<RosterEntry | undefined>;
}

/** Enters what a commune does, or changes it; one entry per commune, whoever enters it. */
export async function adoptUseCase(
  deps: Pick<Deps, 'clock' | 'logger' | 'operator' | 'useCases'>,
  request: AdoptUseCaseRequest,
): Promise<AdoptUseCaseResult> {
  const { asker, useCaseId, communeId } = request;
  const acting = await actForCommune(deps, { asker, useCaseId, communeId, action: 'adopt-use-case' });
  if (acting.kind !== 'acting') {
    return acting;
  }
  const { useCase, commune, memberId } = acting;
  const typed = cleanAdoption(request.typed);
  const known = findAdopter(useCase, commune.id);
  const self = typed.contact === 'self' ? await findSelf(memberId, request.roster) : undefined;
  const checked = checkAdoption(typed, {
    now: deps.clock.now(),
    ...(self !== undefined && { self }),
    ...(known?.contact !== undefined && { known: known.contact }),
  });
  if (checked.kind === 'invalid') {
    const form = { useCase, commune, typed, mayForOthers: asker.role === 'organiser' };
    return { ...checked, form: known === undefined ? form : { ...form, adopter: known } };
  }
  return enter(deps, { asker, useCaseId, communeId, memberId, adoption: checked.adoption });
}

async function findSelf(
  memberId: MemberId,
  roster: AdoptUseCaseRequest['roster'],
): Promise<Contact | undefined> {
  const entry = await roster();
  return entry && { memberId, name: entry.name, ...(entry.email !== undefined && { email: entry.email }) };
}

interface Entry extends Pick<AdoptUseCaseRequest, 'asker' | 'useCaseId' | 'communeId'> {
  readonly memberId: MemberId;
  readonly adoption: Adoption;
}

/** What is decided is decided about the record as it is then: others may have changed it since it was read. */
async function enter(
  { useCases, clock }: Pick<Deps, 'clock' | 'useCases'>,
  { asker, useCaseId, communeId, memberId, adoption }: Entry,
): Promise<AdoptUseCaseResult> {
  let result: AdoptUseCaseResult = { kind: 'unknown-use-case' };
  await useCases.change(useCaseId, (useCase) => {
    if (may(asker, 'see-use-case', useCase).kind === 'denied') {
      result = { kind: 'denied' };
      return undefined;
    }
    const outcome = adopt(useCase, communeId, adoption, memberId);
    result = { kind: outcome.kind };
    return outcome.kind === 'adopted' || outcome.kind === 'changed'
      ? {
          useCase: outcome.useCase,
          entry: { at: clock.now(), by: toChangedBy(asker), change: outcome.change },
        }
      : undefined;
  });
  return result;
}
