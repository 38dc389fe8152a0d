import type { Timer } from '../ports/timer.ts';

export const systemTimer: Timer = {
  uptime: () => performance.now(),
  after(ms, callback) {
    const timer = setTimeout(callback, ms);
    timer.unref();
    return () => clearTimeout(timer);
  },
};
