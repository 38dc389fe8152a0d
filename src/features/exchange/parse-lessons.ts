import type { Lessons } from '../../domain/use-case.ts';

/** What stands before each part when there is more than advice. */
export const lessonLabels = { worked: 'Gelungen', failed: 'Misslungen', advice: 'Rat' } as const;
const labels = Object.values(lessonLabels).join('|');
const firstLabel = new RegExp(`^(?:${labels}): `);
const nextLabel = new RegExp(`\n(?=(?:${labels}): )`);

/** A text is advice; parts that begin a line with "Gelungen:", "Misslungen:" and "Rat:" are what they say, each at most once. */
export function parseLessons(text: string): Lessons {
  const parts = text.split(nextLabel);
  const found = { worked: findPart(parts, 'worked'), failed: findPart(parts, 'failed') };
  const advice = findPart(parts, 'advice');
  const count = [found.worked, found.failed, advice].filter((part) => part !== undefined).length;
  if (!firstLabel.test(text) || count < parts.length) {
    return { advice: text };
  }
  return {
    ...(found.worked !== undefined && { worked: found.worked }),
    ...(found.failed !== undefined && { failed: found.failed }),
    ...(advice !== undefined && { advice }),
  };
}

/** A line within a part that looks like the next one, or like such a mark, is marked as an answer's quotation is. */
export const quotationMark = '> ';

function findPart(parts: readonly string[], key: keyof typeof lessonLabels): string | undefined {
  const start = `${lessonLabels[key]}: `;
  const part = parts.find((one) => one.startsWith(start));
  return part?.slice(start.length).replaceAll(`\n${quotationMark}`, '\n');
}
