import type { ExchangeFormat, Target } from './exchange-format.ts';
import type { ExchangeField } from './fields.ts';
import { type AdopterEntry, toEntries } from './named-adopter.ts';
import { writeJson } from './write-json.ts';
import type { ExportContext } from './exchange-format.ts';

interface Property extends Target {
  readonly write: (entry: AdopterEntry, context: ExportContext) => string | number | undefined;
}

/** Flat, with German words for people: map tools show and filter properties as they are. Texts that no map shows are left out. */
const properties: readonly Property[] = [
  { to: 'kennung', from: ['id', 'provenance.externalIds'], write: ({ record }) => record.key },
  { to: 'titel', from: ['title'], write: ({ record }) => record.useCase.title },
  { to: 'kurzbeschreibung', from: ['summary'], write: ({ record }) => record.useCase.summary },
  { to: 'beteiligte', from: ['adopters.body'], write: ({ name }) => name },
  { to: 'ags', from: ['adopters.body'], write: toAgs },
  { to: 'stand', from: ['adopters.stage'], write: toStage },
  { to: 'seit', from: ['adopters.since'], write: ({ adopter }) => adopter?.since },
  { to: 'grund', from: ['adopters.note'], write: ({ adopter }) => adopter?.note },
  {
    to: 'gemeldete_kommunen',
    from: ['reportedAdopters.atLeast'],
    write: ({ record }) => record.useCase.reportedAdopters?.atLeast,
  },
  { to: 'themen', from: ['themes'], write: ({ record }) => toList(record.useCase.themes) },
  {
    to: 'technologien',
    from: ['technologies'],
    write: ({ record }, { labels }) =>
      toList(record.useCase.technologies.map((one) => labels.technologies[one])),
  },
  { to: 'schlagworte', from: ['tags'], write: ({ record }) => toList(record.useCase.tags) },
  { to: 'produkt', from: ['product'], write: ({ record }) => record.useCase.product },
  { to: 'anbieter', from: ['supplier'], write: ({ record }) => record.useCase.supplier },
  {
    to: 'kategorie',
    from: ['category'],
    write: ({ record }, { labels }) => labels.categories[record.useCase.category],
  },
  { to: 'kontakt_email', from: ['contact.email', 'adopters.contact'], write: toEmail },
  { to: 'link', from: ['links'], write: ({ record }) => record.useCase.links[0] },
  { to: 'quelle', from: ['provenance.source'], write: ({ record }) => record.useCase.provenance.source },
];

const without: readonly ExchangeField[] = [
  'description',
  'language',
  'visibility',
  'reportedAdopters.stage',
  'reportedAdopters.asOf',
  'reportedAdopters.source',
  'problem',
  'goal',
  'howItWorks',
  'benefitExpected',
  'effectMeasured.value',
  'effectMeasured.unit',
  'effectMeasured.date',
  'sourcing',
  'hosting',
  'costs.kind',
  'costs.euros',
  'costs.basis',
  'costs.asOf',
  'costs.visibility',
  'effortDays',
  'lessons.worked',
  'lessons.failed',
  'lessons.advice',
  'legalBasis',
  'assessments',
  'personalData',
  'aiActClass',
  'humanOversight',
  'reuse',
  'codeUrl',
  'cooperationWanted',
  'contact.name',
  'contact.phone',
  'note',
  'provenance.createdAt',
  'provenance.lastConfirmedAt',
  'provenance.reviewDueAt',
  'provenance.asked',
  'provenance.version',
];

/**
 * A feature for each use case and whoever does it: a point at the centre of a commune, and without a geometry where there is no
 * commune (RFC 7946, section 3.2, names that "unlocated").
 */
export const geojsonFormat: ExchangeFormat = {
  targets: properties,
  without,
  write: (records, context) =>
    writeJson({ type: 'FeatureCollection' }, 'features', toFeatures(toEntries(records, context), context)),
};

function* toFeatures(entries: Iterable<AdopterEntry>, context: ExportContext): Generator<object> {
  for (const entry of entries) {
    const { commune } = entry;
    // Longitude first (RFC 7946, section 3.1.1).
    const geometry = commune && { type: 'Point', coordinates: [commune.longitude, commune.latitude] };
    yield {
      type: 'Feature',
      geometry: geometry ?? null,
      properties: Object.fromEntries(properties.map(({ to, write }) => [to, write(entry, context)])),
    };
  }
}

function toAgs({ adopter }: AdopterEntry): string | undefined {
  return adopter?.body.kind === 'commune' ? adopter.body.communeId : undefined;
}

function toStage({ adopter }: AdopterEntry, { labels }: ExportContext): string | undefined {
  return adopter && labels.stages[adopter.stage];
}

function toEmail({ record, adopter }: AdopterEntry): string | undefined {
  return adopter?.contact?.email ?? record.useCase.contact?.email;
}

function toList(items: readonly string[]): string | undefined {
  return items.length === 0 ? undefined : items.join(', ');
}
