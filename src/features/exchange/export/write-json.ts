/** A list within an object, one entry a line, so that it can be written and compared line by line. */
export async function* writeJson(
  head: Readonly<Record<string, unknown>>,
  name: string,
  entries: Iterable<unknown>,
): AsyncGenerator<string> {
  const fields = Object.entries(head).map(
    ([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)},`,
  );
  yield `{${fields.join('')}${JSON.stringify(name)}:[`;
  yield* writeEntries(entries);
  yield ']}\n';
}

export async function* writeJsonList(entries: Iterable<unknown>): AsyncGenerator<string> {
  yield '[';
  yield* writeEntries(entries);
  yield ']\n';
}

function* writeEntries(entries: Iterable<unknown>): Generator<string> {
  let separator = '\n';
  for (const entry of entries) {
    yield separator + JSON.stringify(entry);
    separator = ',\n';
  }
  yield '\n';
}
