import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { demoTexts } from '../texts/demo-texts.ts';
import { Children } from './demo/children.ts';
import { DemoError, prepare, readPort } from './demo/prepare.ts';

const playgroundProgram = 'node_modules/@microsoft/m365agentsplayground/cli.js';
const pin = new URL('./demo/pin-to-loopback.ts', import.meta.url).href;
const quiet = '--disable-warning=ExperimentalWarning';

/** Who talks in the Agents Playground, by `.m365agentsplayground.yml`; may do everything that the demo has to show. */
const currentUser = 'aaaaaaaa-0000-4000-8000-000000000001';

/** npm passes Ctrl-C on a moment later; whoever exits sooner is killed by it and seems to have failed. */
const forwardedWithinMs = 250;

/** Starts the bot with demo data and the Agents Playground, and ends both together. */
async function main(): Promise<number> {
  const { PORT, PLAYGROUND_PORT, ...environment } = process.env;
  const port = readPort('PORT', PORT, 3978);
  const playgroundPort = readPort('PLAYGROUND_PORT', PLAYGROUND_PORT, 56_150);
  const settings = {
    SQLITE_PATH: 'data/demo.sqlite',
    OPERATOR_DATA: 'data/operator',
    LOG_LEVEL: 'error',
    ORGANISERS: currentUser,
    QUIET_HOURS: 'off',
    ...environment,
    BOT_MODE: 'playground',
    DEMO_DATA: 'on',
    STORE: 'sqlite',
    PORT: String(port),
  };
  await prepare({
    programs: [playgroundProgram],
    files: [settings.SQLITE_PATH, `${settings.OPERATOR_DATA}/communes.csv`],
    ports: [
      { port, variable: 'PORT' },
      { port: playgroundPort, variable: 'PLAYGROUND_PORT' },
    ],
  });

  const children = new Children();
  const asked = new Promise<'asked'>((resolve) => {
    // Not once: a second Ctrl-C, of an impatient person or of npm passing it on, must not end this before the children.
    process.on('SIGINT', () => resolve('asked'));
    process.on('SIGTERM', () => resolve('asked'));
  });
  const url = `http://127.0.0.1:${playgroundPort}`;
  try {
    await Promise.race([asked, startBoth(children, settings, port, playgroundPort, url)]);
    await Promise.race([asked, children.failure]);
    return 0;
  } finally {
    await children.end();
    await setTimeout(forwardedWithinMs);
  }
}

async function startBoth(
  children: Children,
  settings: Readonly<Record<string, string | undefined>> & { readonly SQLITE_PATH: string },
  port: number,
  playgroundPort: number,
  url: string,
): Promise<void> {
  const bot = `http://127.0.0.1:${port}`;
  const options = Object.entries({
    'app-endpoint': `${bot}/api/messages`,
    'channel-id': 'msteams',
    port: playgroundPort,
    'service-url': `${url}/_connector`,
    'disable-telemetry': true,
  }).map(([name, value]) => `--${name}=${value}`);
  await Promise.all([
    children.start({
      name: demoTexts.bot,
      args: [quiet, 'src/index.ts'],
      environment: settings,
      readyUrl: `${bot}/ready`,
    }),
    children.start({
      name: demoTexts.playground,
      args: [quiet, '--import', pin, playgroundProgram, 'start', ...options],
      environment: {
        ...process.env,
        APPLICATION_INSIGHTS_NO_STATSBEAT: 'true',
        // Else the tool (0.2.28) opens a browser of its own and writes a folder devTools/ where it was started.
        TEAMSAPPTESTER_BROWSER: 'none',
        M365_AGENTS_PLAYGROUND_LOGFILE: join(dirname(settings.SQLITE_PATH), 'playground.log'),
      },
      readyUrl: url,
    }),
  ]);
  console.log(demoTexts.running(url));
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof DemoError ? error.message : error);
  process.exitCode = 1;
}
