import { createApp } from './app.ts';
import { ConfigError, readConfig } from './config.ts';
import { ListenError } from './http/listen-error.ts';
import { StoreLocationError, StoreLockedError } from './store/adapters/sqlite-errors.ts';
import { OperatorDataError } from './store/operator/read-communes.ts';

/** sysexits.h: the configuration is at fault. */
const exitConfig = 78;
const exitFailure = 1;

/** Problems that whoever starts the program can solve: one clear line each and no stack. */
const known = [ConfigError, ListenError, StoreLockedError, StoreLocationError, OperatorDataError];

async function main(): Promise<void> {
  if (process.argv.includes('--check')) {
    await check();
    return;
  }
  const app = createApp(readConfig(process.env));
  await app.start();
  let isStopping = false;
  const stop = () => {
    if (!isStopping) {
      isStopping = true;
      app.stop().then(() => process.exit(0), fail);
    }
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

/** Builds the whole app in playground mode on the memory store, starts it on a free port, and stops it again. */
async function check(): Promise<void> {
  const app = createApp(
    readConfig({ BOT_MODE: 'playground', STORE: 'memory', PORT: '0', DEMO_DATA: 'on', LOG_LEVEL: 'warn' }),
  );
  await app.start();
  await app.stop();
  process.stdout.write('check passed: the app starts and stops\n');
}

function fail(error: unknown): void {
  const isKnown = known.some((kind) => error instanceof kind);
  const words =
    isKnown && error instanceof Error ? error.message : String(error instanceof Error ? error.stack : error);
  process.stderr.write(`${words}\n`);
  process.exit(error instanceof ConfigError ? exitConfig : exitFailure);
}

main().catch(fail);
