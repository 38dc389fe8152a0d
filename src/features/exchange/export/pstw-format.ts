import type { Stage } from '../../../domain/stage.ts';
import type { Technology } from '../../../domain/use-case.ts';
import { type Cell, toTextCell } from './cells.ts';
import type { ExchangeFormat, ExportContext, Target } from './exchange-format.ts';
import type { ExchangeField } from './fields.ts';
import { type AdopterEntry, toEntries } from './named-adopter.ts';
import { writeCsv } from './write-csv.ts';

interface Column extends Target {
  readonly write: (entry: AdopterEntry) => string | undefined;
}

/** `rejected` and `unknown` have no counterpart. */
const statuses: Readonly<Partial<Record<Stage, string>>> = {
  idea: 'Planned',
  planned: 'Planned',
  in_development: 'In development',
  pilot: 'Pilot',
  in_use: 'Implemented',
  retired: 'Not in use anymore',
};

const keywords: Readonly<Record<Technology, string>> = {
  generative: 'Generative AI',
  nlp: 'Natural language processing',
  computer_vision: 'Computer vision',
  predictive: 'Predictive analytics',
  reinforcement: 'Reinforcement learning',
  agentic: 'AI agents',
  rules: 'Rule-based systems',
  rpa: 'Robotic process automation',
  other_digital: 'Other digital technology',
  method: 'Method',
};

/** What the list counts as artificial intelligence. */
const intelligent = new Set<Technology>([
  'generative',
  'nlp',
  'computer_vision',
  'predictive',
  'reinforcement',
  'agentic',
]);

/**
 * Columns of "Public Sector Tech Watch: latest dataset of selected cases" (European Commission, Joint Research Centre,
 * http://data.europa.eu/89h/e8e7bddd-8510-4936-9fa6-7e1b399cbd92), spelled as in its 2026 edition. Its classifications by COFOG,
 * process, application and interaction are not here: a use case says nothing of them, and the JRC assigns them.
 */
const columns: readonly Column[] = [
  { to: 'PSTW ID', from: ['provenance.externalIds'], write: toPstwId },
  { to: 'Name', from: ['title'], write: ({ record }) => record.useCase.title },
  { to: 'Description', from: ['summary', 'description', 'goal', 'howItWorks'], write: toDescription },
  { to: 'Geographical extent', from: ['adopters.body'], write: toExtent },
  { to: 'Geographical coverage (country)', from: ['adopters.body'], write: () => 'Germany' },
  { to: 'Responsible organisation', from: ['adopters.body'], write: ({ name }) => name },
  {
    to: 'Responsible organisation category',
    from: ['adopters.body'],
    write: ({ adopter }) => (adopter?.body.kind === 'commune' ? 'Local Government' : undefined),
  },
  {
    to: 'Status',
    from: ['adopters.stage'],
    write: ({ adopter }) => adopter && statuses[adopter.stage],
  },
  { to: 'Start Year', from: ['adopters.since'], write: (entry) => toYear(entry, ['pilot', 'in_use']) },
  { to: 'End Year', from: ['adopters.since'], write: (entry) => toYear(entry, ['retired']) },
  { to: 'Primary Technology', from: ['technologies'], write: toPrimaryTechnology },
  {
    to: 'AI Keywords',
    from: ['technologies'],
    write: ({ record }) => record.useCase.technologies.map((one) => keywords[one]).join(', '),
  },
  { to: 'Company name or GovTech ID', from: ['supplier'], write: ({ record }) => record.useCase.supplier },
];

const without: readonly ExchangeField[] = [
  'id',
  'category',
  'language',
  'visibility',
  'adopters.contact',
  'adopters.note',
  'reportedAdopters.atLeast',
  'reportedAdopters.stage',
  'reportedAdopters.asOf',
  'reportedAdopters.source',
  'problem',
  'benefitExpected',
  'effectMeasured.value',
  'effectMeasured.unit',
  'effectMeasured.date',
  'themes',
  'tags',
  'sourcing',
  'product',
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
  'links',
  'contact.name',
  'contact.email',
  'contact.phone',
  'note',
  'provenance.source',
  'provenance.createdAt',
  'provenance.lastConfirmedAt',
  'provenance.reviewDueAt',
  'provenance.asked',
  'provenance.version',
];

/** A case has one responsible organisation, so a use case is a case for each that does it. */
export const pstwFormat: ExchangeFormat = {
  targets: columns,
  without,
  write: (records, context) =>
    writeCsv(
      columns.map(({ to }) => to),
      toRows(toEntries(records, context), context),
    ),
};

function* toRows(entries: Iterable<AdopterEntry>, context: ExportContext): Generator<readonly Cell[]> {
  for (const entry of entries) {
    yield columns.map(({ write }) => toTextCell(write(entry), () => context.noteCut(entry.record)));
  }
}

/** The list's own, where the record comes from there; new cases get theirs from the JRC. */
function toPstwId({ record }: AdopterEntry): string | undefined {
  return record.useCase.provenance.externalIds.find((id) => /^PSTW-\d+$/.test(id));
}

function toDescription({ record }: AdopterEntry): string {
  const { summary, description, goal, howItWorks } = record.useCase;
  return [summary, description, goal, howItWorks].filter((part) => part !== undefined).join('\n\n');
}

function toExtent({ adopter, commune }: AdopterEntry): string | undefined {
  if (adopter?.body.kind !== 'commune') {
    return undefined;
  }
  return commune?.kind === 'kreis' ? 'Regional' : 'Local';
}

function toYear({ adopter }: AdopterEntry, stages: readonly Stage[]): string | undefined {
  return adopter !== undefined && stages.includes(adopter.stage) ? adopter.since?.slice(0, 4) : undefined;
}

function toPrimaryTechnology({ record }: AdopterEntry): string | undefined {
  const isIntelligent = record.useCase.technologies.some((one) => intelligent.has(one));
  return isIntelligent ? 'Artificial Intelligence' : undefined;
}
