import type { ColumnKey } from '../columns.ts';
import { listSeparators } from '../row-reader.ts';
import { onceEach, toListed } from '../quoted.ts';
import { linkSeparators } from '../to-candidate.ts';
import { type AdopterRow, toNamesCell } from './adopter-rows.ts';
import { toContactText, toCostsText, toLessonsText } from './cell-texts.ts';
import type { ExportContext, Target } from './exchange-format.ts';
import type { ExchangeRecord } from './exchange-record.ts';
import type { ExchangeField } from './fields.ts';

/** One row of the table: a use case, and some of those who do it. */
export interface TableLine {
  readonly record: ExchangeRecord;
  readonly adopters: AdopterRow;
}

export interface TableColumn extends Target<ColumnKey> {
  readonly write: (line: TableLine, context: ExportContext) => string | number | undefined;
}

/** The columns of our own import (`columns.ts`), which reads back what stands here. */
export const tableColumns: readonly TableColumn[] = [
  { to: 'title', from: ['title'], write: ({ record }) => record.useCase.title },
  { to: 'summary', from: ['summary'], write: ({ record }) => record.useCase.summary },
  { to: 'description', from: ['description'], write: ({ record }) => record.useCase.description },
  { to: 'commune', from: ['adopters.body'], write: ({ adopters }) => toNamesCell(adopters.communes) },
  {
    to: 'organisation',
    from: ['adopters.body'],
    write: ({ adopters }) => toNamesCell(adopters.organisations),
  },
  { to: 'stage', from: ['adopters.stage', 'reportedAdopters.stage'], write: toStage },
  { to: 'since', from: ['adopters.since'], write: ({ adopters }) => adopters.since },
  { to: 'themes', from: ['themes'], write: ({ record }) => toList(record.useCase.themes, listSeparators) },
  {
    to: 'technologies',
    from: ['technologies'],
    write: ({ record }, { labels }) =>
      toList(
        record.useCase.technologies.map((one) => labels.technologies[one]),
        listSeparators,
      ),
  },
  { to: 'tags', from: ['tags'], write: ({ record }) => toList(record.useCase.tags, listSeparators) },
  { to: 'product', from: ['product'], write: ({ record }) => record.useCase.product },
  { to: 'supplier', from: ['supplier'], write: ({ record }) => record.useCase.supplier },
  {
    to: 'contact',
    from: ['contact.name', 'contact.email', 'contact.phone'],
    write: ({ record: { useCase } }) => useCase.contact && toContactText(useCase.contact),
  },
  { to: 'url', from: ['links'], write: ({ record }) => toList(record.useCase.links, linkSeparators) },
  {
    to: 'source',
    from: ['provenance.source', 'reportedAdopters.source'],
    write: ({ adopters }) => adopters.source,
  },
  {
    to: 'costs',
    from: ['costs.kind', 'costs.euros', 'costs.basis', 'costs.asOf', 'costs.visibility'],
    write: ({ record }, { labels }) => toCostsText(record.useCase.costs, labels.visibilities),
  },
  {
    to: 'lessons',
    from: ['lessons.worked', 'lessons.failed', 'lessons.advice'],
    write: ({ record: { useCase } }) => useCase.lessons && toLessonsText(useCase.lessons),
  },
  {
    to: 'reported_adopters',
    from: ['reportedAdopters.atLeast'],
    write: ({ adopters }) => adopters.reported,
  },
  { to: 'note', from: ['note'], write: ({ record }) => record.useCase.note },
  {
    to: 'category',
    from: ['category'],
    write: ({ record }, { labels }) => labels.categories[record.useCase.category],
  },
  {
    to: 'visibility',
    from: ['visibility'],
    write: ({ record }, { labels }) => labels.visibilities[record.useCase.visibility],
  },
  { to: 'language', from: ['language'], write: ({ record }) => record.useCase.language },
  { to: 'external_id', from: ['id', 'provenance.externalIds'], write: ({ record }) => record.key },
];

/** What the columns have no place for. Of several external ids they hold the first. */
export const tableWithout: readonly ExchangeField[] = [
  'adopters.contact',
  'adopters.note',
  'reportedAdopters.asOf',
  'problem',
  'goal',
  'howItWorks',
  'benefitExpected',
  'effectMeasured.value',
  'effectMeasured.unit',
  'effectMeasured.date',
  'sourcing',
  'hosting',
  'effortDays',
  'legalBasis',
  'assessments',
  'personalData',
  'aiActClass',
  'humanOversight',
  'reuse',
  'codeUrl',
  'cooperationWanted',
  'provenance.createdAt',
  'provenance.lastConfirmedAt',
  'provenance.reviewDueAt',
  'provenance.asked',
  'provenance.version',
];

/** A row that names nobody and knows no stage says nothing there. */
function toStage({ adopters }: TableLine, { labels }: ExportContext): string {
  const saysNothing = adopters.communes.length + adopters.organisations.length === 0;
  return saysNothing && adopters.stage === 'unknown' ? '' : labels.stages[adopters.stage];
}

function toList(items: readonly string[], separators: string): string {
  return onceEach(items)
    .map((item) => toListed(item, separators))
    .join(' | ');
}
