import type { Logger } from '../ports/logger.ts';

export interface Repeating {
  stop(): Promise<void>;
}

/** Does the work again and again, never twice at once; a failure is logged and the next time is tried again. */
export function repeat(everyMs: number, work: () => Promise<void>, logger: Logger): Repeating {
  let running: Promise<void> | undefined;

  async function run(): Promise<void> {
    try {
      await work();
    } catch (error) {
      logger.error('job.failed', { error });
    } finally {
      running = undefined;
    }
  }

  const timer = setInterval(() => {
    running ??= run();
  }, everyMs);
  timer.unref();
  return {
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}
