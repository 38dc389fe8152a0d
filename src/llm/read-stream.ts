import type { ModelUsage } from '../ports/language-model.ts';
import type { Timer } from '../ports/timer.ts';
import { readChunk } from './chat-answer.ts';
import type { Deadline } from './deadline.ts';

export type Seen =
  | { readonly kind: 'text'; readonly text: string }
  /** The model said that its text is complete. */
  | { readonly kind: 'end'; readonly usage?: ModelUsage }
  | { readonly kind: 'unusable'; readonly seen: string };

/** How long a text that is complete waits for the count of its tokens. */
const restMs = 500;

/** Throws what breaks a stream, as long as its text is not complete. */
export async function* readStream(
  chunks: AsyncIterable<unknown>,
  deadline: Deadline,
  timer: Timer,
): AsyncGenerator<Seen, void, void> {
  const iterator = chunks[Symbol.asyncIterator]();
  let isEmpty = true;
  for (;;) {
    const next = await deadline.within(iterator.next());
    const chunk = next.done === true ? { text: '', finish: 'none' } : readChunk(next.value);
    if (chunk === undefined) {
      yield { kind: 'unusable', seen: 'no-completion' };
      return;
    }
    if (chunk.text !== '') {
      isEmpty = false;
      yield { kind: 'text', text: chunk.text };
    }
    if (chunk.finish === 'stop' && !isEmpty) {
      const usage = (await readUsage(iterator, timer)) ?? chunk.usage;
      yield { kind: 'end', ...(usage && { usage }) };
      return;
    }
    if (chunk.finish !== undefined) {
      yield { kind: 'unusable', seen: chunk.finish === 'stop' ? 'empty' : 'cut-off' };
      return;
    }
  }
}

/** Reads the rest, so that the connection can be used again. Whatever happens to it, the text is complete. */
async function readUsage(iterator: AsyncIterator<unknown>, timer: Timer): Promise<ModelUsage | undefined> {
  const { promise: late, resolve } = Promise.withResolvers<undefined>();
  const cancel = timer.after(restMs, () => resolve(undefined));
  try {
    return await Promise.race([late, findUsage(iterator)]);
  } catch {
    // Only the count is lost.
    return undefined;
  } finally {
    cancel();
  }
}

async function findUsage(iterator: AsyncIterator<unknown>): Promise<ModelUsage | undefined> {
  let usage: ModelUsage | undefined;
  for (;;) {
    const next = await iterator.next();
    if (next.done === true) {
      return usage;
    }
    usage = readChunk(next.value)?.usage ?? usage;
  }
}
