import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/e2e/**', 'test/bench/**'],
    setupFiles: ['test/support/same-cases.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // How long something may take is no promise here; a busy machine is slow.
    expect: { poll: { timeout: 20_000 } },
    // Conversations mostly wait for jobs and timers: one more at a time than there are processors.
    maxWorkers: availableParallelism() + 1,
  },
});
