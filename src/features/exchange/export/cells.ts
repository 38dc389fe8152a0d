import { toHarmless } from '../clean-text.ts';

/** A number stays one; a text never calculates. */
export type Cell = string | number;

/** Characters; what Excel holds in a cell. */
export const cellLimit = 32_767;

/** The text as a cell holds it; `noteCut` is called when that is not all. */
export function toTextCell(text: string | undefined, noteCut: () => void): string {
  const cell = toHarmless(text ?? '');
  if (cell.length <= cellLimit) {
    return cell;
  }
  noteCut();
  return toShort(cell, cellLimit);
}

/** At most so many characters, the last one an ellipsis where something is missing. */
export function toShort(text: string, limit: number): string {
  return text.length <= limit ? text : `${text.slice(0, limit - 1).toWellFormed()}\u2026`;
}
