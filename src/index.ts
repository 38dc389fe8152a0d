import { createApp } from './app.ts';
import { ConfigError, readConfig } from './config.ts';
import { ListenError } from './http/listen-error.ts';
import { StoreUnavailableError } from './ports/document-store.ts';
import { StoreLocationError, StoreLockedError } from './store/adapters/sqlite-errors.ts';
import { OperatorDataError } from './store/operator/operator-data-error.ts';

/** sysexits.h: the configuration is at fault. */
const exitConfig = 78;
const exitFailure = 1;

/** Problems that whoever starts the program can solve: one clear line each and no stack. */
const known = [
  ConfigError,
  ListenError,
  StoreLockedError,
  StoreLocationError,
  StoreUnavailableError,
  OperatorDataError,
];

/** Of the file system; Node's message names the problem, the call and the path in one line. */
const fileProblems = new Set<unknown>([
  'EACCES',
  'EEXIST',
  'EISDIR',
  'EIO',
  'EMFILE',
  'ENOENT',
  'ENOSPC',
  'ENOTDIR',
  'EPERM',
  'EROFS',
]);

async function main(): Promise<void> {
  if (process.argv.includes('--check')) {
    await check();
    return;
  }
  const config = readConfig(process.env);
  const app = createApp(config);
  // Asked for while it still starts, the end comes right after that: nothing is left open.
  const asked = untilAsked();
  const { host, port } = await app.start();
  if (config.mode === 'playground') {
    process.stdout.write(
      `Playground mode: there is no sign-in, so the bot listens on ${host}:${port} only\n`,
    );
  }
  await asked;
  await app.stop();
  process.exit(0);
}

/** Until somebody asks for the end; asking again changes nothing. */
function untilAsked(): Promise<void> {
  return new Promise((resolve) => {
    process.on('SIGTERM', () => resolve());
    process.on('SIGINT', () => resolve());
  });
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
  process.stderr.write(`${toWords(error)}\n`);
  process.exit(error instanceof ConfigError ? exitConfig : exitFailure);
}

function toWords(error: unknown): string {
  if (!(error instanceof Error)) {
    return String(error);
  }
  if (known.some((kind) => error instanceof kind)) {
    return error.message;
  }
  const isFileProblem = 'code' in error && fileProblems.has(error.code);
  return isFileProblem ? `The bot cannot go on: ${error.message}` : String(error.stack);
}

main().catch(fail);
