import { act } from './actions.ts';
import type { Surface } from './actions.ts';
import type { Button } from './card.ts';

/**
 * The way out of a form about a use case: to the draft that it was opened from, otherwise to the details. What stands in the fields does
 * not matter, so it is not checked. A dialog has its own way to close it.
 */
export function cancelButtons(
  surface: Surface,
  title: string,
  about: Readonly<Record<string, unknown>>,
): readonly Button[] {
  if (surface.shared) {
    return [];
  }
  const { draftId, useCaseId, question } = about;
  const details = { useCaseId, ...(question !== undefined && { question }) };
  const style = { associatedInputs: 'none' };
  return [
    draftId === undefined
      ? act(surface, title, 'useCase.show', details, style)
      : act(surface, title, 'registration.show', { draftId }, style),
  ];
}
