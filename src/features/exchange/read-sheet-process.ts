import exceljs from 'exceljs';
import type { Cell, Worksheet } from 'exceljs';
import { toCellText } from './cell-text.ts';
import type { SheetReading } from './sheet-reading.ts';
import { type CellFlaw, fileLimits, isBlankRow, type TableRow } from './table.ts';

/** Nodes that exceljs 4.4.0 spreads over all cells they cover; one rule for a whole column would be a million entries. */
const ignoreNodes = ['dataValidations', 'mergeCells', 'conditionalFormatting', 'cols', 'drawing', 'picture'];

async function readSheet(bytes: Uint8Array): Promise<SheetReading> {
  const workbook = new exceljs.Workbook();
  const copy = new Uint8Array(bytes);
  await workbook.xlsx.load(copy.buffer, { ignoreNodes });
  const visible = workbook.worksheets.filter(({ state }) => state === 'visible');
  const filled = visible.filter((sheet) => sheet.actualRowCount > 0);
  const [first, ...others] = filled;
  const rows = first === undefined ? [] : readRows(first);
  return {
    // The heading is one row more.
    rows: rows.slice(0, fileLimits.rows + 1),
    ignoredSheets: others.map(({ name }) => name),
    tooManyRows: rows.length > fileLimits.rows + 1,
  };
}

function readRows(sheet: Worksheet): TableRow[] {
  const rows: TableRow[] = [];
  sheet.eachRow((row, number) => {
    const cells: string[] = [];
    const flaws: CellFlaw[] = [];
    const links = new Map<number, string>();
    row.eachCell({ includeEmpty: false }, (cell: Cell, column) => {
      const { text, link, isError } = toCellText(cell.value, cell.numFmt);
      while (cells.length < column) {
        cells.push('');
      }
      cells[column - 1] = text;
      if (link !== undefined) {
        links.set(column - 1, link);
      }
      if (isError) {
        flaws.push({ cell: column - 1, kind: 'formula-error', value: text });
      }
    });
    const read = { number, cells, flaws, links };
    if (!isBlankRow(read)) {
      rows.push(read);
    }
  });
  return rows;
}

process.once('message', (bytes) => {
  if (bytes instanceof Uint8Array) {
    readSheet(bytes).then(
      (reading) => process.send?.(reading),
      () => process.exit(1),
    );
  }
});
