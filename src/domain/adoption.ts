import type { CommuneId, MemberId } from './ids.ts';
import type { PartialDate } from './instant.ts';
import { stages } from './stage.ts';
import type { Stage } from './stage.ts';
import type { UseCaseChange } from './use-case-history.ts';
import type { Adopter, AdopterBody, Contact, UseCase } from './use-case.ts';

export type AdoptionStage = Exclude<Stage, 'unknown'>;

/** The stages that people can choose: only an import may not know it. */
export const adoptionStages: readonly AdoptionStage[] = stages.filter((stage) => stage !== 'unknown');

/** "Wir machen das auch": what a commune says about itself in a use case. */
export interface Adoption {
  readonly stage: AdoptionStage;
  readonly since?: PartialDate;
  readonly contact?: Contact;
  /** Of one that is `rejected`: the reason. */
  readonly note?: string;
}

export type AdoptOutcome =
  | {
      readonly kind: 'adopted' | 'changed';
      readonly useCase: UseCase;
      readonly change: UseCaseChange;
    }
  /** It says so already: sent twice, or a colleague was faster. */
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'archived' };

export type WithdrawOutcome =
  | { readonly kind: 'withdrawn'; readonly useCase: UseCase; readonly change: UseCaseChange }
  | { readonly kind: 'not-adopter' }
  | { readonly kind: 'archived' };

/** What a commune says about itself there; an import may have it twice, then the first counts. */
export function findAdopter({ adopters }: UseCase, commune: CommuneId): Adopter | undefined {
  return adopters.find(({ body }) => isOf(body, commune));
}

/** A commune has one entry, whoever enters it: the latest replaces what stood there, at its place in the record. */
export function adopt(useCase: UseCase, commune: CommuneId, adoption: Adoption, by?: MemberId): AdoptOutcome {
  if (useCase.archived !== undefined) {
    return { kind: 'archived' };
  }
  const body: AdopterBody = { kind: 'commune', communeId: commune };
  const adopter: Adopter = { body, ...adoption, ...(by !== undefined && { enteredBy: by }) };
  const known = useCase.adopters.filter((one) => isOf(one.body, commune));
  const [before] = known;
  if (before === undefined) {
    const adopters = [...useCase.adopters, adopter];
    const change = { kind: 'adopted', body, stage: adoption.stage } as const;
    return { kind: 'adopted', useCase: { ...useCase, adopters }, change };
  }
  if (known.length === 1 && saysTheSame(before, adopter)) {
    return { kind: 'unchanged' };
  }
  const others = useCase.adopters.filter((one) => one === before || !isOf(one.body, commune));
  const adopters = others.map((one) => (one === before ? adopter : one));
  const change = { kind: 'adoption-changed', body, from: before.stage, to: adoption.stage } as const;
  return { kind: 'changed', useCase: { ...useCase, adopters }, change };
}

/** The record stays, even when nobody is left: that somebody did it may still help others. */
export function withdrawAdoption(useCase: UseCase, commune: CommuneId): WithdrawOutcome {
  if (useCase.archived !== undefined) {
    return { kind: 'archived' };
  }
  if (findAdopter(useCase, commune) === undefined) {
    return { kind: 'not-adopter' };
  }
  const adopters = useCase.adopters.filter(({ body }) => !isOf(body, commune));
  const body = { kind: 'commune', communeId: commune } as const;
  return {
    kind: 'withdrawn',
    useCase: { ...useCase, adopters },
    change: { kind: 'adoption-withdrawn', body },
  };
}

function isOf(body: AdopterBody, commune: CommuneId): boolean {
  return body.kind === 'commune' && body.communeId === commune;
}

/** Whoever entered it. */
function saysTheSame(one: Adopter, other: Adopter): boolean {
  return (
    one.stage === other.stage &&
    one.since === other.since &&
    one.note === other.note &&
    isSameContact(one.contact, other.contact)
  );
}

function isSameContact(one: Contact = {}, other: Contact = {}): boolean {
  return (
    one.name === other.name &&
    one.email === other.email &&
    one.phone === other.phone &&
    one.memberId === other.memberId
  );
}
