import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

let folder: string;
let demo: ChildProcess | undefined;
const servers: Server[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'demo-'));
});

afterEach(async () => {
  demo?.kill('SIGTERM');
  await Promise.all(servers.splice(0).map((server) => new Promise((resolve) => server.close(resolve))));
  rmSync(folder, { recursive: true });
});

/** Holds a port of 127.0.0.1, or frees it again at once. */
async function port(options: { readonly taken: boolean }): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (options.taken) {
    servers.push(server);
  } else {
    await new Promise((resolve) => {
      server.close(resolve);
    });
  }
  return typeof address === 'object' && address !== null ? address.port : 0;
}

function run(environment: Readonly<Record<string, string>>) {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', 'src/cli/demo.ts'], {
    env: {
      PATH: process.env['PATH'],
      SQLITE_PATH: join(folder, 'data', 'demo.sqlite'),
      OPERATOR_DATA: join(folder, 'data', 'operator'),
      ...environment,
    },
  });
  demo = child;
  let output = '';
  const printed = new Promise<string>((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        output += String(chunk);
        resolve(output);
      });
    }
  });
  const exit = new Promise<number | null>((resolve) => {
    child.on('close', resolve);
  });
  return { child, printed, exit, output: () => output.trim() };
}

/** The processes that this one has started, by /proc. */
function childrenOf(pid: number | undefined): string[] {
  const file = `/proc/${pid}/task/${pid}/children`;
  return readFileSync(file, 'utf8').trim().split(' ');
}

async function ports() {
  return {
    PORT: String(await port({ taken: false })),
    PLAYGROUND_PORT: String(await port({ taken: false })),
  };
}

describe('the demo', () => {
  it(
    'prints one line with the address, and ends bot and playground with Ctrl-C, even when it comes twice',
    { timeout: 60_000 },
    async () => {
      const chosen = await ports();
      const running = run(chosen);
      await running.printed;
      const url = `http://127.0.0.1:${chosen.PLAYGROUND_PORT}`;
      const page = await fetch(url);
      const children = childrenOf(running.child.pid);

      running.child.kill('SIGINT');
      // Where sh runs the program in its own place, npm passes the signal on a moment later.
      await new Promise((resolve) => {
        setTimeout(resolve, 20);
      });
      running.child.kill('SIGINT');

      expect(running.output()).toBe(`Die Demo läuft. Öffnen Sie ${url} im Browser. Strg+C beendet sie.`);
      expect(page.status).toBe(200);
      expect(await running.exit).toBe(0);
      expect(children).toHaveLength(2);
      expect(children.filter((pid) => existsSync(`/proc/${pid}`))).toEqual([]);
      expect(existsSync(join(folder, 'data', 'playground.log'))).toBe(true);
    },
  );

  it('ends the other one, with one line, when one of both dies', { timeout: 60_000 }, async () => {
    const running = run(await ports());
    await running.printed;
    const [first = '', second = ''] = childrenOf(running.child.pid);

    process.kill(Number(first), 'SIGKILL');

    expect(await running.exit).toBe(1);
    expect(running.output().split('\n')[1]).toMatch(/hat sich unerwartet beendet\. Die Demo ist zu Ende\.$/);
    expect(existsSync(`/proc/${second}`)).toBe(false);
  });

  it.each(['PORT', 'PLAYGROUND_PORT'])('says in one line that %s is taken', async (variable) => {
    const taken = await port({ taken: true });

    const running = run({ ...(await ports()), [variable]: String(taken) });

    expect(await running.exit).toBe(1);
    expect(running.output()).toBe(
      `Port ${taken} ist belegt. Beenden Sie das andere Programm, oder wählen Sie einen anderen Port: ${variable}=… npm run demo`,
    );
  });

  it.each(['abc', '70000', '0', '1e3'])('says in one line that "%s" is no port', async (value) => {
    const running = run({ ...(await ports()), PLAYGROUND_PORT: value });

    expect(await running.exit).toBe(1);
    expect(running.output()).toBe(`PLAYGROUND_PORT muss eine Zahl von 1 bis 65535 sein und ist „${value}“.`);
  });

  it('says in one line that the data folder is no folder', async () => {
    writeFileSync(join(folder, 'data'), 'in the way');

    const running = run(await ports());

    expect(await running.exit).toBe(1);
    expect(running.output()).toBe(
      `„${join(folder, 'data')}“ ist kein Ordner. Bitte umbenennen oder entfernen.`,
    );
  });
});
