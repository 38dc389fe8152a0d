import type { Commune } from '../domain/commune.ts';
import { confirmedAt } from '../domain/freshness.ts';
import type { Freshness } from '../domain/freshness.ts';
import type { CommuneId, UseCaseId } from '../domain/ids.ts';
import type { UseCase } from '../domain/use-case.ts';
import { freshnessTexts as texts } from '../texts/freshness-texts.ts';
import { act, look } from './actions.ts';
import type { Surface } from './actions.ts';
import { buttonRows, card, heading, literal, section, smallText, text } from './card.ts';
import type { Button, Card, Element } from './card.ts';
import { shortenText } from './shorten-text.ts';
import { stageLines } from './use-case-parts.ts';
import { toOriginPayload } from './way-back.ts';
import type { Origin } from './way-back.ts';

type Communes = ReadonlyMap<CommuneId, Commune>;

/** Characters; an import may have more than the form allows. */
const longestTitle = 100;
const longestSummary = 400;

export interface Asked {
  readonly useCase: UseCase;
  readonly communes: Communes;
  /** How often, this time included. */
  readonly times: number;
  /** Until it counts as outdated, on the last time. */
  readonly daysLeft: number;
}

/** "Ist das noch aktuell?", as it comes to the person who knows. */
export function freshnessCard(
  { useCase, communes, times, daysLeft }: Asked,
  surface: Surface,
  { short = false }: { readonly short?: boolean } = {},
): Card {
  const title = shortenText(useCase.title, longestTitle);
  const summary = shortenText(useCase.summary, longestSummary);
  return card({
    fallbackText: texts.summary(title),
    body: [
      heading(texts.question),
      literal([{ text: title, weight: 'Bolder' }]),
      ...(short
        ? []
        : [literal([{ text: summary }], { spacing: 'Small' }), ...stageLines(useCase, communes)]),
      text(times > 1 ? texts.askedAgain(daysLeft) : texts.asked(confirmedAt(useCase)), { spacing: 'Medium' }),
      smallText(texts.why, { spacing: 'Small' }),
      ...buttonRows([detailsButton(useCase.id, surface)]),
    ],
    actions: answerButtons(useCase.id, surface),
  });
}

/** What became of the question, in its place. */
export function answeredCard(useCase: UseCase, sentence: string, surface: Surface): Card {
  const title = shortenText(useCase.title, longestTitle);
  return card({
    fallbackText: `${sentence} ${title}`,
    body: [heading(sentence), literal([{ text: title }], { spacing: 'Small' })],
    actions: [detailsButton(useCase.id, surface)],
  });
}

/** The same question below the details, for those who can answer it; undefined leaves them out. */
export function freshnessSection(
  useCase: UseCase,
  freshness: Freshness | undefined,
  surface: Surface,
  origin: Origin | undefined,
): readonly Element[] {
  const isPersonal = !surface.shared || surface.inDialog === true;
  if (freshness === undefined || freshness === 'fresh' || !isPersonal) {
    return [];
  }
  const buttons = answerButtons(useCase.id, surface, { ...toOriginPayload(origin), details: true });
  return [section([text(texts.question, { weight: 'Bolder' }), ...buttonRows(buttons)])];
}

function answerButtons(
  useCaseId: UseCaseId,
  surface: Surface,
  more: Readonly<Record<string, unknown>> = {},
): readonly Button[] {
  const { details: _, ...origin } = more;
  const { buttons, spoken } = texts;
  const data = { useCaseId, ...more };
  return [
    act(surface, buttons.confirm, 'freshness.confirm', data, { tooltip: spoken.confirm }),
    look(surface, buttons.change, 'registration.offerChange', { useCaseId, ...origin }),
    act(surface, buttons.retire, 'freshness.retire', data, { tooltip: spoken.retire }),
  ];
}

function detailsButton(useCaseId: UseCaseId, surface: Surface): Button {
  return look(surface, texts.buttons.details, 'useCase.show', { useCaseId });
}
