import { isGarbled, toShown } from './clean-text.ts';
import type { ColumnKey } from './columns.ts';
import { fullMail } from './parse-contact.ts';
import { parsePartialDate } from '../../domain/partial-date.ts';
import type { Problem } from './problems.ts';
import { longestItem, mostItems } from './row-reader.ts';
import { isWebAddress, limits, mostReported } from './to-candidate.ts';
import type { WholeRecord } from './whole-record.ts';

export type FieldProblem = Problem & { readonly column?: ColumnKey };

/** The limits of a table's cells, for the fields of a whole record. */
export function checkWhole(whole: WholeRecord): readonly FieldProblem[] {
  const { themes, tags, links, reportedAdopters, contact, adopters } = whole;
  const contacts = [contact, ...adopters.map((adopter) => adopter.contact)];
  return [
    ...textsOf(whole).flatMap((text) => checkText(text)),
    ...checkList(themes, 'themes'),
    ...checkList(tags, 'tags'),
    ...checkList(whole.legalBasis),
    ...checkList(whole.assessments),
    ...datesOf(whole).flatMap((date) => checkDate(date)),
    ...[...links, ...(whole.codeUrl === undefined ? [] : [whole.codeUrl])].flatMap((link) => checkLink(link)),
    ...contacts.flatMap((one) => checkMail(one?.email)),
    ...(links.length > limits.links
      ? [{ kind: 'too-many', count: links.length, limit: limits.links, column: 'url' } as const]
      : []),
    ...(reportedAdopters !== undefined && reportedAdopters.atLeast > mostReported
      ? [
          {
            kind: 'bad-number',
            value: String(reportedAdopters.atLeast),
            column: 'reported_adopters',
          } as const,
        ]
      : []),
    ...(reportedAdopters?.source === '' ? [{ kind: 'needs-source', column: 'source' } as const] : []),
  ];
}

/** Every text, wherever it stands. */
function textsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') {
    return [value];
  }
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
}

function checkText(text: string): readonly FieldProblem[] {
  return [
    ...(text.length > limits.text
      ? [{ kind: 'too-long', length: text.length, limit: limits.text } as const]
      : []),
    ...(isGarbled(text) ? [{ kind: 'garbled' } as const] : []),
  ];
}

function checkList(items: readonly string[], column?: ColumnKey): readonly FieldProblem[] {
  const limit = column === undefined ? limits.line : longestItem;
  const tooLong = items.find((item) => item.length > limit);
  const place = column === undefined ? {} : { column };
  return [
    ...(tooLong === undefined
      ? []
      : [{ kind: 'too-long', length: tooLong.length, limit, ...place } as const]),
    ...(items.length > mostItems
      ? [{ kind: 'too-many', count: items.length, limit: mostItems, ...place } as const]
      : []),
  ];
}

function datesOf(whole: WholeRecord): readonly string[] {
  const dates = [
    ...whole.adopters.map(({ since }) => since),
    ...whole.costs.map(({ asOf }) => asOf),
    whole.reportedAdopters?.asOf,
    whole.effectMeasured?.date,
  ];
  return dates.filter((date) => date !== undefined);
}

function checkDate(date: string): readonly FieldProblem[] {
  return parsePartialDate(date) === date ? [] : [{ kind: 'bad-date', value: toShown(date) }];
}

function checkLink(link: string): readonly FieldProblem[] {
  const url = URL.parse(link);
  return url !== null && isWebAddress(url) ? [] : [{ kind: 'bad-url', value: toShown(link) }];
}

function checkMail(email: string | undefined): readonly FieldProblem[] {
  return email === undefined || fullMail.test(email) ? [] : [{ kind: 'bad-contact', value: toShown(email) }];
}
