import type { Timer } from '../../ports/timer.ts';

/** Waits for `ms` milliseconds; ends early when stopped. */
export function sleep(timer: Timer, ms: number, stopped: AbortSignal): Promise<void> {
  if (stopped.aborted) {
    return Promise.resolve();
  }
  return new Promise((resolve) => {
    const wake = (): void => {
      cancel();
      stopped.removeEventListener('abort', wake);
      resolve();
    };
    const cancel = timer.after(Math.max(0, ms), wake);
    stopped.addEventListener('abort', wake, { once: true });
  });
}
