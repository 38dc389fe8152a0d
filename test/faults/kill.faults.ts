import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OperatorFolder } from '../../src/store/operator/operator-folder.ts';
import { duringPost, writePoints } from './kill-points.ts';
import { runTrial } from './trial.ts';

/** P1: 20 seeds; fewer in an ordinary run. */
const seeds = Number(process.env['FAULT_SEEDS'] ?? 3);
/** A sender mostly waits. */
const atOnce = 2 * availableParallelism();

describe(`a sender that is killed (${seeds} seeds)`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'kill-'));

  beforeAll(() => {
    // The senders share the operator's folder, and the first ones begin at the same time.
    const { communes } = new OperatorFolder(join(folder, 'operator')).current();
    if (communes.size === 0) {
      throw new Error('The shipped communes are missing');
    }
  });

  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it.each([...Object.keys(writePoints), duringPost])(
    'loses nothing and sends nothing twice: %s',
    async (point) => {
      const problems: string[] = [];
      const left = Array.from({ length: seeds }, (_, index) => index + 1).values();

      await Promise.all(
        Array.from({ length: atOnce }, async () => {
          for (const seed of left) {
            problems.push(...(await runTrial(folder, point, seed)));
          }
        }),
      );

      expect(problems).toEqual([]);
    },
  );
});
