import { longestArchiveReason } from '../domain/remark.ts';
import type { UseCase } from '../domain/use-case.ts';
import type { ArchivedUseCase } from '../features/use-cases/show-use-case.ts';
import { historyTexts } from '../texts/history-texts.ts';
import { act, look } from './actions.ts';
import type { Surface } from './actions.ts';
import { buttonRows, card, heading, literal, text } from './card.ts';
import type { Card } from './card.ts';
import { textInput } from './inputs.ts';
import { backButtons, toOriginPayload } from './way-back.ts';
import type { Origin } from './way-back.ts';

const { archive, archivedCard: archivedTexts } = historyTexts;

/** Asks whether a use case is to be archived, and why. */
export function askToArchiveUseCaseCard(
  { id, title }: UseCase,
  surface: Surface,
  origin: Origin | undefined,
): Card {
  const data = { useCaseId: id, ...toOriginPayload(origin) };
  return card({
    fallbackText: `${archive.question} ${title}`,
    body: [
      heading(archive.question),
      literal([{ text: title, weight: 'Bolder' }]),
      text(archive.more),
      textInput('reason', undefined, {
        label: archive.reason,
        placeholder: archive.reasonExample,
        errorMessage: archive.reasonError,
        maxLength: longestArchiveReason,
        isMultiline: true,
      }),
    ],
    actions: [
      act(surface, archive.now, 'upkeep.archive', data),
      act(surface, archive.cancel, 'useCase.show', data, { associatedInputs: 'none' }),
    ],
  });
}

/** Instead of the details: that it is archived, why, and for whoever may the way back. */
export function archivedUseCaseCard(
  { useCase, mayRestore }: ArchivedUseCase,
  surface: Surface,
  origin: Origin | undefined,
  outcome?: string,
): Card {
  const { id, title, archived } = useCase;
  const data = { useCaseId: id, ...toOriginPayload(origin) };
  const sentence = outcome ?? archivedTexts.sentence;
  const isShared = surface.shared && surface.inDialog !== true;
  return card({
    fallbackText: `${sentence} ${title}`,
    body: [
      heading(sentence),
      literal([{ text: title, weight: 'Bolder' }]),
      ...(archived === undefined ? [] : [text(archivedTexts.since(archived.at), { spacing: 'Small' })]),
      ...(archived?.reason === undefined
        ? []
        : [literal([{ text: archivedTexts.reason, isSubtle: true }, { text: archived.reason }])]),
      ...buttonRows([
        ...(mayRestore && !isShared ? [act(surface, archivedTexts.restore, 'upkeep.restore', data)] : []),
        look(surface, archivedTexts.history, 'upkeep.history', data),
        ...backButtons(surface, origin),
      ]),
    ],
  });
}
