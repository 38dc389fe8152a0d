import type { CellRichTextValue, CellValue } from 'exceljs';

/** What a person reads in a cell, and where a link on it leads. */
export interface CellText {
  readonly text: string;
  readonly link?: string;
  readonly isError: boolean;
}

/** A formula counts as its last result. Dates become ISO dates, as exact as the cell's number format shows them. */
export function toCellText(value: CellValue, numberFormat: string | undefined): CellText {
  if (value === null || value === undefined) {
    return { text: '', isError: false };
  }
  if (value instanceof Date) {
    return { text: toIsoDate(value, numberFormat ?? 'd'), isError: false };
  }
  if (typeof value !== 'object') {
    return { text: String(value), isError: false };
  }
  if ('error' in value) {
    return { text: value.error, isError: true };
  }
  if ('hyperlink' in value) {
    return { text: toPlainText(value.text), link: value.hyperlink, isError: false };
  }
  if ('richText' in value) {
    return { text: toPlainText(value), isError: false };
  }
  return toCellText(value.result, numberFormat);
}

/** exceljs types the text of a link as a string, but formatted text on a link stays an object. */
function toPlainText(value: string | CellRichTextValue): string {
  return typeof value === 'string' ? value : value.richText.map(({ text }) => text).join('');
}

/** exceljs gives the day as UTC midnight. A format without a day ("mm.yyyy") shows that the day was made up by the spreadsheet. */
function toIsoDate(date: Date, numberFormat: string): string {
  if (Number.isNaN(date.getTime())) {
    return '';
  }
  const iso = date.toISOString().slice(0, 10);
  const letters = numberFormat.toLowerCase().replaceAll(/"[^"]*"|\[[^\]]*\]|\\./g, '');
  if (letters.includes('d') || !letters.includes('y')) {
    return iso;
  }
  return iso.slice(0, letters.includes('m') ? 7 : 4);
}
