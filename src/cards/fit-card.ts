import type { Card } from './card.ts';

/** Bytes: a little less than the 25 KB that a card of ours may have. */
const mostBytes = 24_500;

/** The first drawing that is small enough, from the fullest to the shortest; the shortest where none is. */
export function drawToFit<Size>(sizes: readonly [Size, ...Size[]], draw: (size: Size) => Card): Card {
  const [first, ...shorter] = sizes;
  let drawn = draw(first);
  for (const size of shorter) {
    if (new TextEncoder().encode(JSON.stringify(drawn)).length <= mostBytes) {
      return drawn;
    }
    drawn = draw(size);
  }
  return drawn;
}
