import { buttonRows } from './card.ts';
import type { Button, Element } from './card.ts';

/** Each button has a border and a gap: of three with more letters together, a phone cuts the titles off. */
const lettersOfThree = 24;

/** Many buttons in few rows: each stands in the first row that has room for it, so the order may change. */
export function fillButtonRows(buttons: readonly Button[]): readonly Element[] {
  const rows: Button[][] = [];
  for (const button of buttons) {
    const row = rows.find((one) => fits([...one, button]));
    if (row === undefined) {
      rows.push([button]);
    } else {
      row.push(button);
    }
  }
  return rows.flatMap((row) => buttonRows(row));
}

function fits(row: readonly Button[]): boolean {
  const letters = row.map(({ title }) => title).join('').length;
  return buttonRows(row).length === 1 && (row.length < 3 || letters <= lettersOfThree);
}
