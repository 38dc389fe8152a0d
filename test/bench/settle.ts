/**
 * Loaded before a bot whose memory is measured (`--expose-gc --import`): when the bench asks, it collects garbage until little
 * is left to give back, so that two bots are compared by what they hold and not by when they last collected.
 */
import { setTimeout as sleep } from 'node:timers/promises';

const collections = 4;
const pauseMs = 150;

async function settle(): Promise<void> {
  for (let count = 0; count < collections; count += 1) {
    globalThis.gc?.();
    await sleep(pauseMs);
  }
  process.send?.('settled');
}

process.on('message', () => void settle());
// The bot alone decides how long it lives.
process.channel?.unref();
