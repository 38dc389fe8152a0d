import type { ListRelatedResult } from '../features/use-cases/list-related.ts';
import { useCaseTexts } from '../texts/use-case-texts.ts';
import type { Surface } from './actions.ts';
import { card, heading, literal, smallText } from './card.ts';
import type { Card } from './card.ts';
import { relatedRow } from './related-rows.ts';
import { shortenText } from './shorten-text.ts';
import { backButtons } from './way-back.ts';
import type { Origin } from './way-back.ts';

/** Characters, two lines on a phone. */
const longestSummary = 120;

/** "Mehr wie dieses": the list of what is like a use case; "Zurück" leads to its details. */
export function relatedCard(
  result: ListRelatedResult & { kind: 'listed' },
  surface: Surface,
  place: { readonly origin: Origin | undefined; readonly withWayBack: boolean },
): Card {
  const { useCase, related, communes } = result;
  const { origin } = place;
  const quiet = { isSubtle: true, size: 'Small' };
  const rows = related.map((one) => {
    const summary = literal([{ text: shortenText(one.summary, longestSummary), isSubtle: true }], {
      spacing: 'Small',
    });
    return relatedRow(one, { of: useCase.id, listed: true, surface, origin, communes }, [summary]);
  });
  return card({
    fallbackText: `${useCaseTexts.related}: ${related.map(({ title }) => title).join('; ')}`,
    body: [
      heading(useCaseTexts.related),
      literal(
        [
          { text: useCaseTexts.like, ...quiet },
          { text: useCase.title, ...quiet, weight: 'Bolder' },
        ],
        { spacing: 'None' },
      ),
      ...(rows.length > 0 ? rows : [smallText(useCaseTexts.nothingRelated)]),
    ],
    actions: place.withWayBack ? backButtons(surface, origin, { useCaseId: useCase.id, listed: false }) : [],
  });
}
