import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import type { SendingLedger } from '../support/sending-ledger.ts';
import { duringPost } from './kill-points.ts';
import type { SenderOrder } from './sender.ts';

export interface Kill {
  /** The name of a point. */
  readonly at: string;
  readonly nth: number;
}

export interface LifeEnd {
  readonly end: 'finished' | 'killed' | 'failed';
  /** What the sender wrote to its error output. */
  readonly errors: string;
}

const script = fileURLToPath(new URL('sender.ts', import.meta.url));
/** Far beyond what a life takes. */
const longestMs = 60_000;
const lookEveryMs = 2;

/** Runs a sender until it has finished, or is dead. */
export async function liveOnce(order: SenderOrder, ledger: SendingLedger): Promise<LifeEnd> {
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', script, JSON.stringify(order)],
    {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: {
        PATH: process.env['PATH'],
        NODE_COMPILE_CACHE: `${order.operatorData}.compiled`,
      },
      timeout: longestMs,
      killSignal: 'SIGTERM',
    },
  );
  const errors = text(child.stderr);
  const acceptedBefore = ledger.report().accepted;
  const { at, nth } = order.kill ?? { at: undefined, nth: 0 };
  const watch = setInterval(() => {
    if (at === duringPost && ledger.report().accepted - acceptedBefore >= nth) {
      child.kill('SIGKILL');
    }
  }, lookEveryMs);
  try {
    await once(child, 'exit');
  } finally {
    clearInterval(watch);
  }
  if (child.exitCode === 0) {
    return { end: 'finished', errors: await errors };
  }
  return { end: child.signalCode === 'SIGKILL' ? 'killed' : 'failed', errors: await errors };
}
