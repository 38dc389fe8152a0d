import type { Deps } from '../../deps.ts';
import { adopt, findAdopter } from '../../domain/adoption.ts';
import type { Commune } from '../../domain/commune.ts';
import { freshnessOf, mayConfirm, withConfirmation } from '../../domain/freshness.ts';
import type { UseCaseId } from '../../domain/ids.ts';
import { dayMs } from '../../domain/instant.ts';
import type { Asker } from '../../domain/member.ts';
import type { UseCase } from '../../domain/use-case.ts';
import { toChangedBy } from '../use-cases/to-changed-by.ts';
import { endQuestions } from './ask-contact.ts';

export type ConfirmUseCaseResult =
  /** `isNew`: false when it was so already, pressed twice for instance. */
  | { readonly kind: 'confirmed'; readonly useCase: UseCase; readonly isNew: boolean }
  | {
      readonly kind: 'retired';
      readonly useCase: UseCase;
      readonly commune: Commune;
      readonly isNew: boolean;
    }
  /** Nobody knows for whom it was given up. */
  | { readonly kind: 'not-adopter' }
  | { readonly kind: 'archived' }
  | { readonly kind: 'denied' }
  | { readonly kind: 'unknown-use-case' };

type ConfirmDeps = Pick<Deps, 'broadcasts' | 'clock' | 'operator' | 'rules' | 'useCases'>;
type Request = { readonly asker: Asker; readonly useCaseId: UseCaseId };
type Refused = Exclude<ConfirmUseCaseResult['kind'], 'confirmed' | 'retired'>;

/** "Stimmt": it is true as it is written down. */
export async function confirmUseCase(
  deps: ConfirmDeps,
  { asker, useCaseId }: Request,
): Promise<ConfirmUseCaseResult> {
  let result: ConfirmUseCaseResult = { kind: 'unknown-use-case' };
  const now = deps.clock.now();
  const seen: { before?: UseCase } = {};
  const changed = await deps.useCases.change(useCaseId, (useCase) => {
    seen.before = useCase;
    const refused = refuse(asker, useCase);
    if (refused !== undefined || wasJustConfirmed(deps, useCase, now)) {
      result = refused === undefined ? { kind: 'confirmed', useCase, isNew: false } : { kind: refused };
      return undefined;
    }
    return {
      useCase: withConfirmation(useCase, now),
      entry: { at: now, by: toChangedBy(asker), change: { kind: 'confirmed' } },
    };
  });
  if (changed === undefined || seen.before === undefined) {
    return result;
  }
  await endQuestions(deps, seen.before);
  return { kind: 'confirmed', useCase: changed, isNew: true };
}

/** "Eingestellt": the presser's commune has given it up. That confirms the rest of the record as well. */
export async function retireUseCase(
  deps: ConfirmDeps,
  { asker, useCaseId }: Request,
): Promise<ConfirmUseCaseResult> {
  let result: ConfirmUseCaseResult = { kind: 'unknown-use-case' };
  const now = deps.clock.now();
  const commune =
    asker.communeId === undefined ? undefined : deps.operator.current().communes.get(asker.communeId);
  const seen: { before?: UseCase } = {};
  const changed = await deps.useCases.change(useCaseId, (useCase) => {
    seen.before = useCase;
    const refused = refuse(asker, useCase);
    const adopter = commune && findAdopter(useCase, commune.id);
    if (refused !== undefined || commune === undefined || adopter === undefined) {
      result = { kind: refused ?? 'not-adopter' };
      return undefined;
    }
    // Since when it was in use does not say since when it is not.
    const { contact, note } = adopter;
    const adoption = { stage: 'retired', ...(contact && { contact }), ...(note && { note }) } as const;
    const outcome = adopt(useCase, commune.id, adoption, asker.memberId);
    if (adopter.stage === 'retired' || outcome.kind !== 'changed') {
      result = { kind: 'retired', useCase, commune, isNew: false };
      return wasJustConfirmed(deps, useCase, now)
        ? undefined
        : {
            useCase: withConfirmation(useCase, now),
            entry: { at: now, by: toChangedBy(asker), change: { kind: 'confirmed' } },
          };
    }
    result = { kind: 'retired', useCase: outcome.useCase, commune, isNew: true };
    return {
      useCase: withConfirmation(outcome.useCase, now),
      entry: { at: now, by: toChangedBy(asker), change: outcome.change },
    };
  });
  if (changed !== undefined && seen.before !== undefined) {
    await endQuestions(deps, seen.before);
  }
  return result;
}

function refuse(asker: Asker, useCase: UseCase): Refused | undefined {
  if (!mayConfirm(asker, useCase)) {
    return 'denied';
  }
  return useCase.archived === undefined ? undefined : 'archived';
}

/** Pressed twice, or on an old card on the same day, it is told once. */
function wasJustConfirmed({ rules }: Pick<Deps, 'rules'>, useCase: UseCase, now: number): boolean {
  const { lastConfirmedAt } = useCase.provenance;
  return (
    lastConfirmedAt !== undefined &&
    now - lastConfirmedAt < dayMs &&
    freshnessOf(useCase, now, rules.freshnessDays) === 'fresh'
  );
}
