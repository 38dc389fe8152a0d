import type { Commune } from '../domain/commune.ts';
import type { CommuneId, UseCaseId } from '../domain/ids.ts';
import type { UseCase } from '../domain/use-case.ts';
import { askTexts } from '../texts/ask-texts.ts';
import { capitalise } from '../texts/format.ts';
import { stageLabels } from '../texts/labels.ts';
import { look } from './actions.ts';
import type { Surface } from './actions.ts';
import { literal, pressableRow } from './card.ts';
import type { Element } from './card.ts';
import { shortenText } from './shorten-text.ts';
import { toOriginPayload } from './way-back.ts';
import type { Origin } from './way-back.ts';
import { whoByStage } from './use-case-parts.ts';

/** Characters; an import may have more than the form allows. */
const longestTitle = 100;
const shownNames = 3;

/** Where a row stands. */
export interface RowPlace {
  /** The use case that the rows are like. */
  readonly of: UseCaseId;
  /** Whether on the list of everything that is like it, or on the card of its details. */
  readonly listed: boolean;
  readonly surface: Surface;
  readonly origin: Origin | undefined;
  readonly communes: ReadonlyMap<CommuneId, Commune>;
}

/** A related use case: its title, one quiet line of where it is done, and what else the list tells. */
export function relatedRow(
  useCase: UseCase,
  place: RowPlace,
  more: readonly Element[] = [],
  style: Readonly<Record<string, unknown>> = {},
): Element {
  const title = shortenText(useCase.title, longestTitle);
  const action = look(place.surface, askTexts.detailsOf(title), 'useCase.showRelated', {
    useCaseId: useCase.id,
    of: place.of,
    listed: place.listed,
    ...toOriginPayload(place.origin),
  });
  const where = [{ text: whereLine(useCase, place.communes), isSubtle: true, size: 'Small' }];
  const name = literal([{ text: title, ...(place.listed && { weight: 'Bolder' }) }]);
  return pressableRow([name, literal(where, { spacing: 'None' }), ...more], action, style);
}

/** "Im Einsatz: Soest, Menden": who is furthest. */
function whereLine(useCase: UseCase, communes: ReadonlyMap<CommuneId, Commune>): string {
  const [furthest] = whoByStage(useCase, communes, shownNames);
  if (furthest === undefined) {
    return askTexts.nobodyNow;
  }
  if (furthest.who === askTexts.communeNotNamed) {
    return askTexts.communeNotNamed;
  }
  return `${capitalise(stageLabels[furthest.stage])}: ${furthest.who}`;
}
