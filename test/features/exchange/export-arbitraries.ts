import * as fc from 'fast-check';
import { fold } from '../../../src/domain/commune-words.ts';
import { useCaseId } from '../../../src/domain/ids.ts';
import { stages } from '../../../src/domain/stage.ts';
import {
  type Adopter,
  categories,
  type Contact,
  cooperations,
  type Cost,
  newUseCase,
  reuses,
  sourcings,
  technologies,
  type UseCase,
  visibilities,
} from '../../../src/domain/use-case.ts';
import { cleanLine, cleanLines, isGarbled } from '../../../src/features/exchange/clean-text.ts';
import { hemer, menden, olpe } from './import-fixture.ts';

const tricks = [
  '"',
  '""',
  ';',
  ',',
  '|',
  ' | ',
  '\r\n',
  '\n',
  '\t',
  "'",
  "'='",
  '=1+1',
  '+49',
  '-5',
  '@SUM(A1)',
  '\uff1d1',
  'a\u0308',
  '\u202e',
  '👩‍👩‍👧',
  '<at>x</at>',
  '\ufeff',
  '_x0041_',
  '[12 €]',
  'Rat: ',
  '> ',
  'Gelungen: ',
  'Name: ',
  'E-Mail: ',
  'tel',
  'Stand 2025',
  '12.000 €',
  'Menden',
  '=HYPERLINK("x")',
];
const naughty = fc.oneof(
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }) },
  { weight: 2, arbitrary: fc.string({ maxLength: 8 }) },
  fc.constantFrom(...tricks),
);

/** What a store holds: cleaned when it came in, and not garbled. */
function text(clean: (words: string) => string, limit: number): fc.Arbitrary<string> {
  return fc
    .array(naughty, { minLength: 1, maxLength: 5 })
    .map((parts) => clean(clean(parts.join('')).slice(0, limit)))
    .filter((words) => words !== '' && !isGarbled(words));
}

const line = text(cleanLine, 40);
const lines = text(cleanLines, 80);
const items = fc.uniqueArray(line, { maxLength: 4, selector: (item) => item.toLowerCase() });
const date = fc.constantFrom('2024', '2024-03', '2024-02-29', '2025-12-31');
const address = fc.constantFrom('digital@example.org', 'ki-team@menden.example.org');

const contact: fc.Arbitrary<Contact> = fc
  .record(
    {
      name: line.filter((name) => !name.includes('@')),
      email: address,
      phone: fc.oneof(fc.constantFrom('02373 903-0', '+49 2373 903-0', '903'), line),
    },
    { requiredKeys: [] },
  )
  .filter((one) => Object.keys(one).length > 0);

const stage = fc.constantFrom(...stages);
const body = fc.oneof(
  fc.constantFrom(menden, hemer, olpe).map((communeId) => ({ kind: 'commune', communeId }) as const),
  fc
    .constantFrom(
      'Zweckverband Süd',
      'Kreis Steinfurt, Labor',
      'Stadt Menden',
      '"Quer" GmbH',
      'a | b',
      "'Apostroph",
      '=HYPERLINK("x")',
      'x;y',
      '-5 AG',
      '05962040',
    )
    .map((name) => ({ kind: 'organisation', name }) as const),
  fc.constant({ kind: 'unnamed' } as const),
);
const adopter: fc.Arbitrary<Adopter> = fc.record(
  { body, stage, since: date, contact, note: lines },
  { requiredKeys: ['body', 'stage'] },
);

const cost: fc.Arbitrary<Cost> = fc.record(
  {
    kind: lines,
    euros: fc.integer({ min: 0, max: 10 ** 9 }).map((cents) => cents / 100),
    basis: line.filter((words) => !words.includes('[')),
    asOf: date,
    visibility: fc.constantFrom(...visibilities),
  },
  { requiredKeys: ['kind', 'visibility'] },
);

const lessons = fc
  .record({ worked: lines, failed: lines, advice: lines }, { requiredKeys: [] })
  .filter((one) => Object.keys(one).length > 0);

const link = fc
  .constantFrom('a', 'b,c', 'd|e', 'f?g=%20;h', 'i"j')
  .map((path) => new URL(`https://example.org/${path}`).href);

/** What a table holds of a use case. */
const tableFields = {
  description: lines,
  category: fc.constantFrom(...categories),
  language: fc.constantFrom('de', 'en', 'nl', 'de-at'),
  visibility: fc.constantFrom(...visibilities),
  adopters: fc.uniqueArray(adopter, {
    maxLength: 6,
    selector: (one) => JSON.stringify(one.body.kind === 'unnamed' ? [one.stage] : one.body).toLowerCase(),
  }),
  reportedAdopters: fc.record(
    { atLeast: fc.integer({ min: 1, max: 5000 }), stage, asOf: date, source: line },
    { requiredKeys: ['atLeast', 'stage', 'source'] },
  ),
  themes: items,
  technologies: fc.uniqueArray(fc.constantFrom(...technologies)),
  tags: items,
  supplier: line,
  product: line,
  costs: fc.array(cost, { maxLength: 3 }),
  lessons,
  links: fc.uniqueArray(link, { maxLength: 3 }),
  contact,
  note: lines,
} as const;

const otherFields = {
  problem: lines,
  goal: lines,
  howItWorks: lines,
  benefitExpected: lines,
  effectMeasured: fc.record({ value: fc.integer(), unit: line, date }, { requiredKeys: ['value', 'unit'] }),
  sourcing: fc.constantFrom(...sourcings),
  hosting: line,
  effortDays: fc.nat(1000),
  legalBasis: items,
  assessments: items,
  personalData: fc.constantFrom('yes', 'no', 'unknown'),
  aiActClass: line,
  humanOversight: lines,
  reuse: fc.constantFrom(...reuses),
  codeUrl: link,
  cooperationWanted: fc.uniqueArray(fc.constantFrom(...cooperations)),
} as const;

const provenance = fc.record(
  { source: line, lastConfirmedAt: fc.nat(), reviewDueAt: fc.nat() },
  { requiredKeys: [] },
);

/** Of use cases with different titles: two with one title and the same communes are one for the import. */
export const useCases: fc.Arbitrary<readonly UseCase[]> = fc
  .uniqueArray(
    fc.record({
      title: line,
      summary: line,
      fields: fc.record({ ...tableFields, ...otherFields }, { requiredKeys: [] }),
      provenance,
      externalIds: fc.uniqueArray(line, { maxLength: 2 }),
      hasExternalId: fc.boolean(),
    }),
    { minLength: 1, maxLength: 4, selector: ({ title }) => fold(title).replaceAll(/\s+/g, ' ') },
  )
  .map((drafts) =>
    drafts.map((draft, index): UseCase => {
      const { title, summary, fields } = draft;
      const blank = newUseCase({ id: useCaseId(`u${index}`), title, summary }, 1_600_000_000_000);
      const externalIds = draft.hasExternalId
        ? [`k${index}`, ...draft.externalIds.map((id) => `${index} ${id}`)]
        : [];
      return {
        ...blank,
        ...fields,
        provenance: { ...blank.provenance, ...draft.provenance, externalIds },
      };
    }),
  );
