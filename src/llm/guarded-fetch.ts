/** An answer is longer than anybody asked for. */
export class AnswerTooLongError extends Error {
  override readonly name = 'AnswerTooLongError';
}

/**
 * `fetch` that follows no redirect, since the key and what people typed would go along to wherever it points, and that
 * reads `mostBytes` of an answer (unpacked) at most. The answer then breaks off with `AnswerTooLongError`.
 */
export function createGuardedFetch(mostBytes: number): typeof fetch {
  return async (address, init) => {
    const response = await fetch(address, { ...init, redirect: 'manual' });
    if (response.body === null) {
      return response;
    }
    const { status, statusText, headers } = response;
    return new Response(response.body.pipeThrough(cutOff(mostBytes)), { status, statusText, headers });
  };
}

function cutOff(mostBytes: number): TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>> {
  let bytes = 0;
  return new TransformStream({
    transform(chunk, controller) {
      bytes += chunk.byteLength;
      if (bytes > mostBytes) {
        controller.error(new AnswerTooLongError());
        return;
      }
      controller.enqueue(chunk);
    },
  });
}
