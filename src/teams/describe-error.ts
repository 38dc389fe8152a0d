/** What a log may know of an error: kinds, codes and places, never its message, which can quote what people typed. */
export function describeError(error: unknown, maxCauses = 3): Readonly<Record<string, unknown>> {
  if (!(error instanceof Error)) {
    return { name: typeof error };
  }
  const { cause } = error;
  return {
    name: error.name,
    ...('code' in error && { code: error.code }),
    ...('statusCode' in error && { status: error.statusCode }),
    at: placesOf(error),
    ...(cause !== undefined && maxCauses > 0 && { cause: describeError(cause, maxCauses - 1) }),
  };
}

/** A stack begins with the message, whose lines can look like places. */
function placesOf({ stack = '', message }: Error): readonly string[] {
  return stack
    .replace(message, '')
    .split('\n')
    .filter((line) => /^\s+at .*\d+:\d+\)?$/.test(line))
    .slice(0, 8)
    .map((line) => line.trim());
}
