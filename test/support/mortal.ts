import type { DocumentStore } from '../../src/ports/document-store.ts';
import type { Messenger } from '../../src/ports/messenger.ts';
import type { Timer } from '../../src/ports/timer.ts';

export interface MortalOptions {
  /** Killed at this call, counted from 1: at odd numbers after it had its effect, at even ones before. */
  readonly diesAtCall?: number;
}

/** What an instance of the app touches, until it is killed: from then on nothing of it happens, and nothing answers it. */
export function mortal(
  store: DocumentStore,
  messenger: Messenger,
  timer: Timer,
  { diesAtCall }: MortalOptions = {},
) {
  let isDead = false;
  let calls = 0;
  let pause: Promise<void> = Promise.resolve();

  async function living<T>(work: () => Promise<T>): Promise<T> {
    await pause;
    calls += 1;
    const isLast = calls === diesAtCall;
    isDead ||= isLast && calls % 2 === 0;
    if (isDead) {
      return new Promise<never>(() => undefined);
    }
    const result = await work();
    isDead ||= isLast;
    await pause;
    return isDead ? new Promise<never>(() => undefined) : result;
  }

  async function wake(callback: () => void): Promise<void> {
    await pause;
    if (!isDead) {
      callback();
    }
  }

  const mortalStore: DocumentStore = {
    open: (collections) => living(() => store.open(collections)),
    get: (...call) => living(() => store.get(...call)),
    query: (...call) => living(() => store.query(...call)),
    transact: (...call) => living(() => store.transact(...call)),
    changes: (...call) => living(() => store.changes(...call)),
    onChange: (...call) => store.onChange(...call),
    purgeExpired: () => living(() => store.purgeExpired()),
    close: () => living(() => store.close()),
  };
  return {
    store: mortalStore,
    messenger: {
      send: (...call) => living(() => messenger.send(...call)),
      update: (...call) => living(() => messenger.update(...call)),
    } satisfies Messenger,
    timer: {
      uptime: () => timer.uptime(),
      after: (ms, callback) => timer.after(ms, () => void wake(callback)),
    } satisfies Timer,
    isDead: () => isDead,
    kill: () => {
      isDead = true;
    },
    /** For so long it does nothing and hears nothing; then it goes on as if nothing had been. */
    pause: (ms: number) => {
      pause = new Promise((resolve) => {
        timer.after(ms, resolve);
      });
    },
  };
}
