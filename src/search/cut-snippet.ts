import type { FindWord, FoundWord } from './found-words.ts';
import type { Snippet } from './search-engine.ts';
import { tokenize, type Token } from './tokenize.ts';

const ellipsis = '…';

interface Stretch {
  readonly start: number;
  readonly end: number;
}

interface FoundToken extends Token {
  readonly found: FoundWord;
}

/** The stretch of a text with most of what was asked for, at most `maxLength` UTF-16 units with its ellipses, and the found words in it. */
export function cutSnippet(text: string, maxLength: number, findWord: FindWord): Snippet {
  const tokens = foundTokens(text, findWord);
  if (text.length <= maxLength) {
    return { parts: mark(text, tokens, { start: 0, end: text.length }) };
  }
  const room = maxLength - 2 * ellipsis.length;
  const all = chunks(text);
  const stretch = widen(all, bestSpan(tokens, room), room) ?? widen(all, { start: 0, end: 0 }, room);
  if (stretch === undefined) {
    return { parts: [{ text: ellipsis, found: false }] };
  }
  const parts = mark(text, tokens, stretch);
  const before = text.slice(0, stretch.start).trim() === '' ? [] : [{ text: ellipsis, found: false }];
  const after = text.slice(stretch.end).trim() === '' ? [] : [{ text: ellipsis, found: false }];
  return { parts: [...before, ...parts, ...after] };
}

function foundTokens(text: string, findWord: FindWord): FoundToken[] {
  const found: FoundToken[] = [];
  for (const token of tokenize(text)) {
    const word = findWord(token.text);
    if (word !== undefined) {
      found.push({ ...token, found: word });
    }
  }
  return found;
}

/** What stands between spaces is never cut: neither "Schlagloch-Erkennung" nor "20.000". */
function chunks(text: string): Stretch[] {
  return [...text.matchAll(/\S+/g)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** From the first to the last of the found words that are worth most together; each kind counts once. */
function bestSpan(tokens: readonly FoundToken[], room: number): Stretch {
  let best = { start: 0, end: 0, worth: 0 };
  for (const [index, first] of tokens.entries()) {
    const kinds = new Set<string>();
    let worth = 0;
    for (const token of tokens.slice(index)) {
      if (token.end - first.start > room) {
        break;
      }
      worth += kinds.has(token.found.asked) ? 0 : token.found.worth;
      kinds.add(token.found.asked);
      if (worth > best.worth) {
        best = { start: first.start, end: token.end, worth };
      }
    }
  }
  return best;
}

/** Whole chunks around the span: a third of the room that is left goes to what stands before it. Nothing when not one chunk fits. */
function widen(all: readonly Stretch[], span: Stretch, room: number): Stretch | undefined {
  let first = Math.max(
    0,
    all.findIndex((chunk) => chunk.end > span.start),
  );
  let last = first;
  const length = (from: number, to: number): number => {
    const [start, end] = [all[from], all[to]];
    return start === undefined || end === undefined ? Infinity : end.end - start.start;
  };
  while (length(first, last + 1) <= room && (all[last]?.end ?? 0) < span.end) {
    last += 1;
  }
  const wanted = length(first, last) + (room - length(first, last)) / 3;
  while (length(first - 1, last) <= wanted) {
    first -= 1;
  }
  while (length(first, last + 1) <= room) {
    last += 1;
  }
  while (length(first - 1, last) <= room) {
    first -= 1;
  }
  const [start, end] = [all[first], all[last]];
  return start === undefined || end === undefined || length(first, last) > room
    ? undefined
    : { start: start.start, end: end.end };
}

function mark(text: string, tokens: readonly FoundToken[], stretch: Stretch): Snippet['parts'] {
  const parts: { text: string; found: boolean }[] = [];
  let position = stretch.start;
  for (const token of tokens) {
    if (token.start >= stretch.start && token.end <= stretch.end) {
      parts.push(
        { text: text.slice(position, token.start), found: false },
        { text: token.text, found: true },
      );
      position = token.end;
    }
  }
  parts.push({ text: text.slice(position, stretch.end), found: false });
  return parts.filter((part) => part.text !== '');
}
