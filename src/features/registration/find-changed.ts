import { cleanUseCaseForm } from '../../domain/check-use-case-form.ts';
import type { Draft } from '../../domain/draft.ts';
import { toTypedUseCase } from '../../domain/use-case-form-values.ts';
import { changedFields, ruleOf } from '../../domain/use-case-form.ts';
import type { TypedUseCase, UseCaseField } from '../../domain/use-case-form.ts';
import type { UseCase } from '../../domain/use-case.ts';

/** The fields in which something else stands than before; several choices are the same in any order. */
export function findChanged(base: TypedUseCase, typed: TypedUseCase): readonly UseCaseField[] {
  const before = cleanUseCaseForm(base);
  const after = cleanUseCaseForm(typed);
  return changedFields(before, after).filter(
    (field) => ruleOf(field).kind !== 'choices' || inOrder(before[field]) !== inOrder(after[field]),
  );
}

function inOrder(choices = ''): string {
  return choices.split(',').toSorted().join(',');
}

/** The fields of a change in which somebody else has written something else since its author looked at the use case. */
export function findOvertaken({ origin, typed }: Draft, useCase: UseCase): readonly UseCaseField[] {
  if (origin.kind === 'new') {
    return [];
  }
  const now = toTypedUseCase(useCase);
  const byOthers = new Set(findChanged(origin.base, now));
  const stillOther = new Set(findChanged(now, typed));
  return findChanged(origin.base, typed).filter((field) => byOthers.has(field) && stillOther.has(field));
}
