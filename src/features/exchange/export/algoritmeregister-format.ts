import type { Stage } from '../../../domain/stage.ts';
import type { Category, Technology } from '../../../domain/use-case.ts';
import { toShort } from '../../../domain/typed-words.ts';
import type { ExchangeFormat, ExportContext, Target } from './exchange-format.ts';
import type { ExchangeField } from './fields.ts';
import { type AdopterEntry, toEntries } from './named-adopter.ts';
import { writeJsonList } from './write-json.ts';

interface Property extends Target {
  /** Characters that the standard allows. */
  readonly limit?: number;
  readonly write: (entry: AdopterEntry) => string | readonly object[] | undefined;
}

/** `rejected` and `unknown` have no counterpart; the register asks for nothing before use. */
const statuses: Readonly<Partial<Record<Stage, string>>> = {
  idea: 'In ontwikkeling',
  planned: 'In ontwikkeling',
  in_development: 'In ontwikkeling',
  pilot: 'In ontwikkeling',
  in_use: 'In gebruik',
  retired: 'Buiten gebruik',
};

const publicationCategories: Readonly<Record<Category, string>> = {
  high_risk: 'Hoog-risico AI-systeem',
  impactful: 'Impactvolle algoritmes',
  other: 'Overige algoritmes',
};

/** ISO 639-3, as the standard wants it. */
const languages: Readonly<Record<string, string>> = { de: 'deu', en: 'eng', nl: 'nld', fr: 'fra' };

const methods: Readonly<Record<Technology, string>> = {
  generative: 'generatieve AI',
  nlp: 'taalverwerking',
  computer_vision: 'beeldherkenning',
  predictive: 'voorspellend model',
  reinforcement: 'reinforcement learning',
  agentic: 'AI-agenten',
  rules: 'regelgebaseerd',
  rpa: 'robotic process automation',
  other_digital: 'andere digitale techniek',
  method: 'methode',
};

/**
 * Fields of the Algoritmeregister Publicatiestandaard 1.0 (Ministerie van Binnenlandse Zaken en Koninkrijksrelaties,
 * https://regels.overheid.nl/publicaties/algoritmeregister-publicatiestandaard; machine-readable as
 * `backend/app/schemas/config/v1_0.json` in github.com/MinBZK/Algoritmeregister), in its order and with its limits. Not here, since a
 * use case says nothing of them: `category` (its list of policy areas), `proportionality`, `risks`, the groupings of links,
 * `process_index_url`, `source_data`, and `lars`, which the register assigns.
 */
const properties: readonly Property[] = [
  { to: 'name', from: ['title'], limit: 100, write: ({ record }) => record.useCase.title },
  { to: 'description_short', from: ['summary'], limit: 350, write: ({ record }) => record.useCase.summary },
  { to: 'organization', from: ['adopters.body'], limit: 100, write: ({ name }) => name },
  { to: 'status', from: ['adopters.stage'], write: ({ adopter }) => adopter && statuses[adopter.stage] },
  { to: 'begin_date', from: ['adopters.since'], write: (entry) => toMonth(entry, 'in_use') },
  { to: 'end_date', from: ['adopters.since'], write: (entry) => toMonth(entry, 'retired') },
  { to: 'contact_email', from: ['contact.email', 'adopters.contact'], limit: 500, write: toEmail },
  { to: 'website', from: ['links'], limit: 500, write: ({ record }) => record.useCase.links[0] },
  {
    to: 'publication_category',
    from: ['category'],
    write: ({ record }) => publicationCategories[record.useCase.category],
  },
  { to: 'goal', from: ['problem', 'goal', 'benefitExpected'], limit: 2500, write: toGoal },
  {
    to: 'human_intervention',
    from: ['humanOversight'],
    limit: 2500,
    write: ({ record }) => record.useCase.humanOversight,
  },
  {
    to: 'lawful_basis',
    from: ['legalBasis'],
    limit: 2500,
    write: ({ record }) => toLines(record.useCase.legalBasis),
  },
  { to: 'impacttoetsen_grouping', from: ['assessments'], write: toAssessments },
  {
    to: 'methods_and_models',
    from: ['description', 'howItWorks', 'technologies'],
    limit: 5000,
    write: toMethods,
  },
  { to: 'provider', from: ['supplier', 'product'], limit: 200, write: toProvider },
  { to: 'publiccode', from: ['codeUrl'], limit: 500, write: ({ record }) => record.useCase.codeUrl },
  {
    to: 'lang',
    from: ['language'],
    write: ({ record }) => languages[record.useCase.language.slice(0, 2)] ?? record.useCase.language,
  },
  { to: 'standard_version', from: [], write: () => '1.0' },
  { to: 'source_id', from: ['id', 'provenance.externalIds'], limit: 100, write: ({ record }) => record.key },
  {
    to: 'tags',
    from: ['themes', 'tags'],
    limit: 2500,
    write: ({ record }) => toLines([...record.useCase.themes, ...record.useCase.tags], ', '),
  },
];

const without: readonly ExchangeField[] = [
  'visibility',
  'adopters.note',
  'reportedAdopters.atLeast',
  'reportedAdopters.stage',
  'reportedAdopters.asOf',
  'reportedAdopters.source',
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
  'personalData',
  'aiActClass',
  'reuse',
  'cooperationWanted',
  'contact.name',
  'contact.phone',
  'note',
  'provenance.source',
  'provenance.createdAt',
  'provenance.lastConfirmedAt',
  'provenance.reviewDueAt',
  'provenance.asked',
  'provenance.version',
];

/** A registration is about one organisation, so a use case is one for each that does it. */
export const algoritmeregisterFormat: ExchangeFormat = {
  targets: properties,
  without,
  write: (records, context) => writeJsonList(toRegistrations(toEntries(records, context), context)),
};

function* toRegistrations(entries: Iterable<AdopterEntry>, context: ExportContext): Generator<object> {
  for (const entry of entries) {
    yield Object.fromEntries(
      properties.map(({ to, limit = Infinity, write }) => {
        const value = write(entry);
        if (typeof value !== 'string' || value.length <= limit) {
          return [to, value];
        }
        context.noteCut(entry.record);
        return [to, toShort(value, limit)];
      }),
    );
  }
}

/** Year and month; the standard has no place for a year alone. */
function toMonth({ adopter }: AdopterEntry, stage: Stage): string | undefined {
  const month = adopter?.stage === stage ? adopter.since?.slice(0, 7) : undefined;
  return month?.length === 7 ? month : undefined;
}

function toEmail({ record, adopter }: AdopterEntry): string | undefined {
  return adopter?.contact?.email ?? record.useCase.contact?.email;
}

function toGoal({ record }: AdopterEntry): string | undefined {
  const { problem, goal, benefitExpected } = record.useCase;
  return toLines([goal, problem, benefitExpected]);
}

function toAssessments({ record }: AdopterEntry): readonly object[] | undefined {
  const { assessments } = record.useCase;
  return assessments.length === 0 ? undefined : assessments.map((title) => ({ title, link: '' }));
}

function toMethods({ record }: AdopterEntry): string | undefined {
  const { howItWorks, description, technologies } = record.useCase;
  const named = toLines(
    technologies.map((one) => methods[one]),
    ', ',
  );
  return toLines([howItWorks, description, named]);
}

function toProvider({ record }: AdopterEntry): string | undefined {
  const { supplier, product } = record.useCase;
  return supplier !== undefined && product !== undefined ? `${supplier} (${product})` : (supplier ?? product);
}

function toLines(parts: readonly (string | undefined)[], separator = '\n\n'): string | undefined {
  const said = parts.filter((part) => part !== undefined);
  return said.length === 0 ? undefined : said.join(separator);
}
