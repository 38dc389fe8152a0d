import type { Surface } from '../cards/actions.ts';
import { archivedUseCaseCard } from '../cards/upkeep-cards.ts';
import type { Origin } from '../cards/way-back.ts';
import type { ArchivedUseCase } from '../features/use-cases/show-use-case.ts';
import { useCaseTexts } from '../texts/use-case-texts.ts';
import type { View } from './personal-view.ts';

/** Where an old card leads to a use case that is archived; `outcome`: what was just done. */
export function toArchivedView(
  archived: ArchivedUseCase,
  surface: Surface,
  origin: Origin | undefined,
  outcome?: string,
): View {
  return { title: useCaseTexts.details, card: archivedUseCaseCard(archived, surface, origin, outcome) };
}
