import { stages } from '../../domain/stage.ts';
import { categories, summaryLimit, technologies, titleLimit, visibilities } from '../../domain/use-case.ts';
import type { Candidate, Labels } from './candidate.ts';
import type { Columns } from './columns.ts';
import { parseContact } from './parse-contact.ts';
import { parseGermanNumber } from '../../domain/written-numbers.ts';
import { parseCosts } from './parse-costs.ts';
import { parsePartialDate } from '../../domain/partial-date.ts';
import type { RowProblem } from './problems.ts';
import { type KnownBodies, readAdopters } from './read-adopters.ts';
import { readChoice, readChoices } from './read-choice.ts';
import { cleanLine, toShown } from './clean-text.ts';
import { RowReader } from './row-reader.ts';
import { splitListed } from './quoted.ts';
import type { TableRow } from './table.ts';

/** Characters. */
export const limits = { word: 100, line: 200, contact: 500, text: 5000, lessons: 15_000, links: 10 } as const;
/** Between addresses, as in a character class. */
export const linkSeparators = String.raw`\s,|`;
export const mostReported = 100_000;
const languages: Readonly<Record<string, string>> = {
  deutsch: 'de',
  englisch: 'en',
  niederlaendisch: 'nl',
  franzoesisch: 'fr',
};

export type ToCandidateResult =
  | { readonly kind: 'candidate'; readonly candidate: Candidate }
  | { readonly kind: 'problems'; readonly problems: readonly RowProblem[] };

/** Reads one row; with problems, all that can be seen in it. */
export function toCandidate(
  row: TableRow,
  columns: Columns,
  labels: Labels,
  known: KnownBodies,
): ToCandidateResult {
  const reader = new RowReader(row, columns);
  const title = reader.line('title', titleLimit);
  const summary = reader.line('summary', summaryLimit);
  const source = reader.line('source', limits.line);
  const reportedAdopters = readReported(reader, source);
  const rest = {
    row: row.number,
    columns: new Set(columns.places.keys()),
    externalId: reader.line('external_id', limits.line),
    description: reader.lines('description', limits.text),
    bodies: readAdopters(reader, known),
    stage: readChoice(reader, 'stage', stages, labels.stages),
    since: readSince(reader),
    themes: reader.list('themes'),
    technologies: readChoices(reader, 'technologies', technologies, labels.technologies),
    tags: reader.list('tags'),
    product: reader.line('product', limits.line),
    supplier: reader.line('supplier', limits.line),
    contact: readContact(reader),
    links: readLinks(reader),
    source,
    costs: parseCosts(reader.lines('costs', limits.text) ?? '', labels.visibilities),
    lessons: reader.lines('lessons', limits.lessons),
    reportedAdopters,
    note: reader.lines('note', limits.text),
    category: readChoice(reader, 'category', categories, labels.categories),
    visibility: readChoice(reader, 'visibility', visibilities, labels.visibilities),
    language: readLanguage(reader),
  };
  for (const [column, text] of [['title', title] as const, ['summary', summary] as const]) {
    if (text === undefined && !reader.problems.some((problem) => problem.column === column)) {
      reader.report({ kind: 'missing' }, column);
    }
  }
  if (reader.problems.length > 0 || title === undefined || summary === undefined) {
    return { kind: 'problems', problems: reader.problems };
  }
  return { kind: 'candidate', candidate: { ...rest, title, summary } };
}

/** A number of communes needs somebody who says so. */
function readReported(row: RowReader, source: string | undefined): number | undefined {
  const text = row.line('reported_adopters', limits.word);
  if (text === undefined) {
    return undefined;
  }
  const number = parseGermanNumber(text);
  if (number === undefined || !Number.isInteger(number) || number < 1 || number > mostReported) {
    row.report({ kind: 'bad-number', value: toShown(text) }, 'reported_adopters');
    return undefined;
  }
  if (source === undefined) {
    row.report({ kind: 'needs-source' }, 'source');
  }
  return number;
}

function readSince(row: RowReader): string | undefined {
  const text = row.line('since', limits.word);
  const date = text === undefined ? undefined : parsePartialDate(text);
  if (text !== undefined && date === undefined) {
    row.report({ kind: 'bad-date', value: toShown(text) }, 'since');
  }
  return date;
}

function readContact(row: RowReader) {
  const text = row.line('contact', limits.contact);
  const contact = text === undefined ? undefined : parseContact(text);
  if (text !== undefined && contact === undefined) {
    row.report({ kind: 'bad-contact', value: toShown(text) }, 'contact');
  }
  return contact;
}

function readLinks(row: RowReader): readonly string[] {
  const shown = row.lines('url', limits.text);
  const text = row.link('url') ?? shown ?? '';
  const links: string[] = [];
  for (const { text: part } of splitListed(text, linkSeparators)) {
    const url = URL.parse(part.startsWith('www.') ? `https://${part}` : part);
    if (url === null || !isWebAddress(url)) {
      row.report({ kind: 'bad-url', value: toShown(cleanLine(text)) }, 'url');
      return [];
    }
    links.push(url.href);
  }
  if (links.length > limits.links) {
    row.report({ kind: 'too-many', count: links.length, limit: limits.links }, 'url');
  }
  return [...new Set(links)];
}

export function isWebAddress({ protocol, hostname, username, password }: URL): boolean {
  const isWeb = protocol === 'https:' || protocol === 'http:';
  return isWeb && hostname.includes('.') && username === '' && password === '';
}

function readLanguage(row: RowReader): string | undefined {
  const text = row.line('language', limits.word)?.toLowerCase().normalize('NFC');
  if (text === undefined) {
    return undefined;
  }
  const key = languages[text.replaceAll('\u00e4', 'ae').replaceAll('\u00f6', 'oe')];
  const language = key ?? (/^[a-z]{2}(?:-[a-z]{2})?$/.test(text) ? text : undefined);
  if (language === undefined) {
    row.report({ kind: 'bad-language', value: toShown(text) }, 'language');
  }
  return language;
}
