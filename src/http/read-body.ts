import type { Readable } from 'node:stream';

export type Body =
  | { readonly kind: 'complete'; readonly bytes: Uint8Array }
  | { readonly kind: 'too-big' }
  | { readonly kind: 'too-slow' }
  | { readonly kind: 'gone' };

/** Collects a stream up to `bytes` within `bodyMs`; what is more is left unread. */
export function readBody(stream: Readable, limits: { bytes: number; bodyMs: number }): Promise<Body> {
  return new Promise((resolve) => {
    const chunks: Uint8Array[] = [];
    let size = 0;
    const timer = setTimeout(() => settle({ kind: 'too-slow' }), limits.bodyMs);
    function settle(body: Body) {
      clearTimeout(timer);
      stream.off('data', onData).off('end', onEnd).off('close', onClose);
      stream.pause();
      resolve(body);
    }
    function onData(chunk: Uint8Array) {
      size += chunk.byteLength;
      if (size > limits.bytes) {
        settle({ kind: 'too-big' });
        return;
      }
      chunks.push(chunk);
    }
    function onEnd() {
      settle({ kind: 'complete', bytes: Buffer.concat(chunks) });
    }
    function onClose() {
      settle({ kind: 'gone' });
    }
    stream.on('data', onData).on('end', onEnd).on('close', onClose);
    // A broken connection also ends in `close`; without a listener the error would end the process.
    stream.on('error', onClose);
  });
}
