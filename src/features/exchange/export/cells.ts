import { toShort } from '../../../domain/typed-words.ts';
import { toHarmless } from '../clean-text.ts';

/** A number stays one; a text never calculates. */
export type Cell = string | number;

/** Characters; what Excel holds in a cell. */
const cellLimit = 32_767;

/** The text as a cell holds it; `noteCut` is called when that is not all. */
export function toTextCell(text: string | undefined, noteCut: () => void): string {
  const cell = toHarmless(text ?? '');
  if (cell.length <= cellLimit) {
    return cell;
  }
  noteCut();
  return toShort(cell, cellLimit);
}
