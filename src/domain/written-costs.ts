import type { Cost, Visibility } from './use-case.ts';
import { parseNumber, writeNumber } from './written-numbers.ts';

/** An amount behind its kind, and what it is counted by: "Lizenz: 12.000 € pro Jahr". */
const written =
  /^(?<kind>[^:\n]{1,200}): *(?<euros>[\d.,\u00a0 ]*\d) *(?:\u20ac|EUR|Euro)(?: +(?<basis>.+))?$/iu;

const negative = /: *[-\u2212\u2013] *\d/;

/** A cost as one line of a form. What has no line of its own (as of when, for whom) is not in it. */
export function writeCost({ kind, euros, basis }: Cost): string {
  const amount = euros === undefined ? '' : `: ${writeNumber(euros)} \u20ac`;
  const counted = euros === undefined ? ` (${basis})` : ` ${basis}`;
  // Imports keep line breaks.
  return `${kind}${amount}${basis === undefined ? '' : counted}`.replaceAll(/\s+/g, ' ');
}

/** A line of a form as a cost. Other words stay words; undefined when the amount behind the colon is none. */
export function readCost(line: string, visibility: Visibility): Cost | undefined {
  const groups = written.exec(line)?.groups;
  if (groups === undefined) {
    return negative.test(line) ? undefined : { kind: line, visibility };
  }
  const euros = parseNumber(groups['euros'] ?? '');
  const { kind = '', basis } = groups;
  return euros === undefined
    ? undefined
    : { kind: kind.trim(), euros, ...(basis !== undefined && { basis }), visibility };
}
