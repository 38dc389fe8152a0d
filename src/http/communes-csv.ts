import type { CountedCommunes } from '../features/announcements/count-communes.ts';
import { communeCountsTexts as texts } from '../texts/commune-counts-texts.ts';
import { nameRows } from '../texts/name-commune-rows.ts';

type Counted = CountedCommunes['table']['total'];
type Cell = string | number;

const byteOrderMark = '\uFEFF';
const { headings, groups } = texts;

/** As Excel with German settings opens it: semicolons, a byte order mark, and no cell that is taken for a formula. */
export function toCommunesCsv({ announcement, table, communes }: CountedCommunes): string {
  const isAsked = announcement.content.acknowledgement;
  const lines: Cell[][] = [
    [
      headings.commune,
      headings.recipients,
      ...groups.map(({ heading }) => heading),
      ...(isAsked ? [headings.acknowledged] : []),
    ],
    ...nameRows(table.rows, communes).map(({ name, row }) => toCells(name, row, isAsked)),
    ...(table.acknowledgedOfFew === undefined
      ? []
      : [[texts.few, '', ...groups.map(() => ''), table.acknowledgedOfFew]]),
    toCells(texts.total, table.total, isAsked),
  ];
  const rows = lines.map((cells) => cells.map(toField).join(';'));
  return `${byteOrderMark}${rows.join('\r\n')}\r\n`;
}

function toCells(name: string, { recipients, counts, acknowledged }: Counted, isAsked: boolean): Cell[] {
  return [
    name,
    recipients,
    ...groups.map(({ group }) => counts[group]),
    ...(isAsked ? [acknowledged ?? ''] : []),
  ];
}

/** A text that begins like a formula gets an apostrophe before it; numbers stay numbers. */
function toField(cell: Cell): string {
  if (typeof cell === 'number') {
    return String(cell);
  }
  const harmless = /^\s*[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[";\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
