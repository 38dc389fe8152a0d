import { PassThrough } from 'node:stream';
import exceljs from 'exceljs';
import type { Cell } from './cells.ts';

/** Characters of an average letter. */
const columnWidth = 24;
/** A text that looks like Excel's own notation for a character; exceljs 4.4.0 writes it as it is, and readers take it for the character. */
const escaped = /_(?=x[0-9A-F]{4}_)/gi;

/** One sheet with a heading that stays. Every text is formatted as one, so that nothing becomes a date when it is edited. */
export async function* writeXlsx(
  sheetName: string,
  headings: readonly string[],
  rows: Iterable<readonly Cell[]>,
): AsyncGenerator<Uint8Array> {
  const stream = new PassThrough();
  const written = writeWorkbook(stream, sheetName, headings, rows);
  // A failure ends the stream, and with it the loop; `written` then throws it.
  written.catch(() => stream.end());
  for await (const chunk of stream) {
    if (Buffer.isBuffer(chunk)) {
      yield new Uint8Array(chunk);
    }
  }
  await written;
}

async function writeWorkbook(
  stream: PassThrough,
  sheetName: string,
  headings: readonly string[],
  rows: Iterable<readonly Cell[]>,
): Promise<void> {
  const workbook = new exceljs.stream.xlsx.WorkbookWriter({
    stream,
    useStyles: true,
    useSharedStrings: true,
  });
  const sheet = workbook.addWorksheet(sheetName, { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = headings.map(() => ({ width: columnWidth, style: { numFmt: '@' } }));
  const heading = sheet.addRow(headings.map(String));
  heading.font = { bold: true };
  heading.commit();
  for (const row of rows) {
    const added = sheet.addRow(row.map(toValue));
    for (const [place, cell] of row.entries()) {
      if (typeof cell === 'number') {
        added.getCell(place + 1).numFmt = '0';
      }
    }
    added.commit();
  }
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: headings.length } };
  sheet.commit();
  await workbook.commit();
}

/** Nothing for an empty text: such a cell would hide what overflows from its neighbour. */
function toValue(cell: Cell): string | number | null {
  if (typeof cell === 'number') {
    return cell;
  }
  return cell === '' ? null : cell.replaceAll(escaped, '_x005F_');
}
