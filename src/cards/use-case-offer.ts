import type { Commune } from '../domain/commune.ts';
import type { CommuneId } from '../domain/ids.ts';
import type { UseCase } from '../domain/use-case.ts';
import type { Closeness } from '../features/ask/offer-use-cases.ts';
import { askTexts } from '../texts/ask-texts.ts';
import { capitalise } from '../texts/format.ts';
import { stageLabels } from '../texts/labels.ts';
import { offerTexts } from '../texts/offer-texts.ts';
import { look } from './actions.ts';
import { card, literal, smallText } from './card.ts';
import type { Card } from './card.ts';
import { contactButtons } from './contact-lines.ts';
import type { Offer } from './offer.ts';
import { shortenText } from './shorten-text.ts';
import { sourceLine, stageLines, whoByStage } from './use-case-parts.ts';

type Communes = ReadonlyMap<CommuneId, Commune>;

/** The list has room for two lines below the title. */
const namesInALine = 2;
const longestTitle = 100;
const longestLine = 160;
/** Characters; an import may have more than the form allows, and 25 of these cards go to and fro with every letter. */
const longestSummary = 400;

/** A use case for the list in the compose box, and its card. */
export function useCaseOffer(
  useCase: UseCase,
  closeness: Closeness,
  {
    communes,
    dialogs,
    stale = false,
  }: { readonly communes: Communes; readonly dialogs: boolean; readonly stale?: boolean },
): Offer {
  const stages = whoByStage(useCase, communes, namesInALine).map(
    ({ stage, who }) => `${capitalise(stageLabels[stage])}: ${who}`,
  );
  const marks = [
    ...(useCase.visibility === 'organisation' ? [offerTexts.ownOrganisation] : []),
    ...(closeness === 'answer' ? [] : [offerTexts[closeness]]),
  ];
  return {
    title: shortenText(useCase.title, longestTitle),
    line: shortenText(
      [...marks, ...(stages.length > 0 ? stages : [askTexts.nobodyNow])].join(' · '),
      longestLine,
    ),
    card: messageCard(useCase, communes, { dialogs, stale }),
  };
}

/** The card will stand in a chat that nobody knows yet, for years: for everybody there, with nothing of who put it there. */
function messageCard(
  useCase: UseCase,
  communes: Communes,
  { dialogs, stale }: { readonly dialogs: boolean; readonly stale: boolean },
): Card {
  const surface = { shared: true, dialogs };
  const source = [{ text: sourceLine(useCase, stale), isSubtle: true, size: 'Small' }];
  const mark =
    useCase.visibility === 'organisation'
      ? [smallText(offerTexts.ownOrganisation, { color: 'Attention', isSubtle: false, spacing: 'Small' })]
      : [];
  return card({
    fallbackText: `${useCase.title}. ${shortenText(useCase.summary, longestSummary)}`,
    body: [
      literal([{ text: useCase.title, weight: 'Bolder', size: 'Medium' }]),
      ...mark,
      literal([{ text: shortenText(useCase.summary, longestSummary) }], { spacing: 'Small' }),
      ...stageLines(useCase, communes),
      literal(source, { spacing: 'Small' }),
    ],
    actions: [
      look(surface, offerTexts.details, 'useCase.show', { useCaseId: useCase.id }),
      ...contactButtons(useCase, surface, undefined),
    ],
  });
}
