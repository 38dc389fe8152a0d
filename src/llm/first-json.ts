/** A model may put braces of another kind before its JSON, but hardly more of them. */
const mostStarts = 20;

/**
 * The JSON object that a text is, or the first one that stands in it. Thoughts that some servers leave before the answer
 * ("<think> … </think>") are passed over. Undefined: there is none.
 */
export function readFirstJson(text: string): object | undefined {
  const whole = parseObject(text);
  if (whole !== undefined) {
    return whole;
  }
  const answer = text.slice(text.lastIndexOf('</think>') + 1);
  let start = answer.indexOf('{');
  for (let tried = 0; start !== -1 && tried < mostStarts; tried += 1) {
    const end = findEnd(answer, start);
    if (end === undefined) {
      // Cut off: an object further in is only a part of the answer.
      return undefined;
    }
    const found = parseObject(answer.slice(start, end));
    if (found !== undefined) {
      return found;
    }
    start = answer.indexOf('{', end);
  }
  return undefined;
}

function parseObject(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    // Not JSON is an outcome here, and no error.
    return undefined;
  }
}

/** The place after the brace that closes the one at `start`. */
function findEnd(text: string, start: number): number | undefined {
  let depth = 0;
  let isString = false;
  for (let at = start; at < text.length; at += 1) {
    const letter = text[at];
    if (isString) {
      at += letter === '\\' ? 1 : 0;
      isString = letter !== '"';
    } else if (letter === '"') {
      isString = true;
    } else if (letter === '{') {
      depth += 1;
    } else if (letter === '}') {
      depth -= 1;
      if (depth === 0) {
        return at + 1;
      }
    }
  }
  return undefined;
}
