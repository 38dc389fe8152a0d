/** What comes within so many milliseconds; undefined when it does not, and then `signal` says that nobody waits any more. */
export async function waitAtMost<Outcome>(
  ms: number,
  start: (signal: AbortSignal) => Promise<Outcome>,
): Promise<Outcome | undefined> {
  const late = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => {
      late.abort();
      resolve(undefined);
    }, ms);
  });
  try {
    return await Promise.race([start(late.signal), timeout]);
  } finally {
    clearTimeout(timer);
  }
}
