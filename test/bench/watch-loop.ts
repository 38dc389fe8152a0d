/**
 * Loaded before a bot (`--import`): tells the bench for how long at most, since it asked before, nothing else had its turn.
 * What the timer of the histogram itself waits for is in the figure: about a millisecond.
 */
import { monitorEventLoopDelay } from 'node:perf_hooks';

const delays = monitorEventLoopDelay({ resolution: 1 });
delays.enable();

process.on('message', (message) => {
  if (message === 'longest-block') {
    process.send?.({ longestBlockMs: delays.max / 1e6 });
    delays.reset();
  }
});
// The bot alone decides how long it lives.
process.channel?.unref();
