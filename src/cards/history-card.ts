import type { Commune } from '../domain/commune.ts';
import type { CommuneId } from '../domain/ids.ts';
import type { ChangedBy, ChangedField, HistoryEntry } from '../domain/use-case-history.ts';
import type { AdopterBody } from '../domain/use-case.ts';
import type { ListedHistory } from '../features/upkeep/list-history.ts';
import { historyTexts } from '../texts/history-texts.ts';
import { stageLabels } from '../texts/labels.ts';
import { look } from './actions.ts';
import type { Surface } from './actions.ts';
import { buttonRows, card, literal, section, smallText, text } from './card.ts';
import type { Button, Card, Element } from './card.ts';
import { changedFieldLine } from './review-fields.ts';
import { adopterName } from './use-case-parts.ts';
import { toOriginPayload } from './way-back.ts';
import type { Origin } from './way-back.ts';

type Communes = ReadonlyMap<CommuneId, Commune>;

/** Fields of one entry that are shown, each with this many characters of before and after. */
const mostFields = 8;
const longestValue = 120;

/** "Verlauf": what happened to a use case, the latest first. No person is named. */
export function historyCard(
  result: ListedHistory,
  surface: Surface,
  origin: Origin | undefined,
  { withWayBack }: { readonly withWayBack: boolean },
): Card {
  const { useCase, entries, communes, page, pages } = result;
  const data = { useCaseId: useCase.id, ...toOriginPayload(origin) };
  return card({
    fallbackText: historyTexts.heading(useCase.title),
    body: [
      text(historyTexts.title, { weight: 'Bolder', size: 'Medium', style: 'heading' }),
      literal([{ text: useCase.title }], { spacing: 'None' }),
      ...(entries.length === 0 ? [text(historyTexts.none)] : []),
      ...entries.map((entry) => section(entryLines(entry, communes))),
      ...(pages > 1 ? [smallText(historyTexts.page(page, pages), { separator: true })] : []),
      ...buttonRows(pageButtons(result, surface, data)),
    ],
    actions: withWayBack ? [look(surface, historyTexts.back, 'useCase.show', data)] : [],
  });
}

function pageButtons(
  { page, pages }: ListedHistory,
  surface: Surface,
  data: Readonly<Record<string, unknown>>,
): readonly Button[] {
  const { newer, older } = historyTexts;
  return [
    ...(page > 1 ? [look(surface, newer, 'upkeep.history', { ...data, page: page - 1 })] : []),
    ...(page < pages ? [look(surface, older, 'upkeep.history', { ...data, page: page + 1 })] : []),
  ];
}

function entryLines(entry: HistoryEntry, communes: Communes): readonly Element[] {
  const when = historyTexts.at(entry.at, changerName(entry.by, communes));
  return [
    ...changeLines(entry, communes),
    literal([{ text: when, isSubtle: true, size: 'Small' }], { spacing: 'Small' }),
  ];
}

/** Who it was, as everybody may know it. */
function changerName({ organiser, communeId }: ChangedBy, communes: Communes): string {
  if (organiser) {
    return historyTexts.organisers;
  }
  return communeId === undefined ? historyTexts.somebody : (communes.get(communeId)?.name ?? communeId);
}

function changeLines({ change }: HistoryEntry, communes: Communes): readonly Element[] {
  switch (change.kind) {
    case 'published':
    case 'confirmed':
    case 'restored':
      return [what(historyTexts[change.kind])];
    case 'edited':
      return [what(historyTexts.edited), ...fieldLines(change.fields, communes)];
    case 'archived':
      return [
        what(historyTexts.archived),
        ...(change.reason === undefined ? [] : [literal([{ text: change.reason }], { spacing: 'None' })]),
      ];
    case 'adopted':
      return [what(historyTexts.adopted(bodyName(change.body, communes), stageLabels[change.stage]))];
    case 'adoption-changed':
      return [what(stageChange(change, communes))];
    case 'adoption-withdrawn':
      return [what(historyTexts.withdrawn(bodyName(change.body, communes)))];
  }
}

function stageChange(
  { body, from, to }: HistoryEntry['change'] & { kind: 'adoption-changed' },
  communes: Communes,
): string {
  const name = bodyName(body, communes);
  return from === to
    ? historyTexts.sameStage(name, stageLabels[to])
    : historyTexts.adoptionChanged(name, stageLabels[from], stageLabels[to]);
}

/** Names of organisations are words that people typed. */
function what(sentence: string): Element {
  return literal([{ text: sentence, weight: 'Bolder' }]);
}

function fieldLines(fields: readonly ChangedField[], communes: Communes): readonly Element[] {
  const left = fields.length - mostFields;
  return [
    ...fields.slice(0, mostFields).map((field) => changedFieldLine(field, communes, longestValue)),
    ...(left > 0 ? [smallText(historyTexts.moreFields(left), { spacing: 'None' })] : []),
  ];
}

function bodyName(body: AdopterBody, communes: Communes): string {
  return adopterName({ body }, communes) ?? historyTexts.unnamed;
}
