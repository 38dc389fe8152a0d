import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

let folder: string;
let children: ChildProcess[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'start-'));
  children = [];
});

afterEach(() => {
  for (const child of children) {
    child.kill('SIGKILL');
  }
  rmSync(folder, { recursive: true });
});

interface Run {
  readonly child: ChildProcess;
  readonly output: () => string;
  readonly exit: Promise<number | null>;
}

/** Starts the real program in plain Node with this environment alone. */
function run(environment: Readonly<Record<string, string>>, nodeOptions: readonly string[] = []): Run {
  const options = ['--disable-warning=ExperimentalWarning', ...nodeOptions];
  const child = spawn(process.execPath, [...options, 'src/index.ts'], {
    env: { PATH: process.env['PATH'], ...environment },
  });
  children.push(child);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => (output += String(chunk)));
  }
  const exit = new Promise<number | null>((resolve) => {
    child.on('close', resolve);
  });
  return { child, output: () => output, exit };
}

function playground(more: Readonly<Record<string, string>> = {}) {
  return {
    BOT_MODE: 'playground',
    PORT: '0',
    SQLITE_PATH: join(folder, 'store.sqlite'),
    OPERATOR_DATA: join(folder, 'operator'),
    ...more,
  };
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) {
    await new Promise((resolve) => {
      setTimeout(resolve, 20);
    });
  }
}

describe('the start', () => {
  it('is refused in teams mode without credentials, with one line for each (fault 14)', async () => {
    const bot = run({});

    expect(await bot.exit).toBe(78);
    expect(bot.output().trim().split('\n')).toEqual([
      'BOT_ID: is required when BOT_MODE is "teams"',
      'BOT_TYPE: is required when BOT_MODE is "teams"',
      'BOT_TENANT_ID: is required when BOT_MODE is "teams"',
      'PUBLIC_URL: is required when BOT_MODE is "teams"',
      'BOT_PASSWORD: is required when BOT_MODE is "teams"',
    ]);
  });

  it('names wrong settings and prints no secret (fault 57)', async () => {
    const bot = run({
      BOT_PASSWORD: 'canary-secret',
      BOT_TYPE: 'MultiTenant',
      PORT: '99999',
      ORGANISERS: 'canary-person',
    });

    expect(await bot.exit).toBe(78);
    expect(bot.output()).toMatch(/^PORT: must be a whole number from 0 to 65535\n/m);
    expect(bot.output()).toMatch(/^BOT_TYPE: must be "SingleTenant" or "UserAssignedMsi"\n/m);
    expect(bot.output()).toMatch(/^ORGANISERS: /m);
    expect(bot.output()).not.toContain('canary-secret');
  });

  it('is refused in playground mode on any address but loopback', async () => {
    const bot = run(playground({ HOST: '0.0.0.0' }));

    expect(await bot.exit).toBe(78);
    expect(bot.output()).toContain('HOST: playground mode has no sign-in and runs on 127.0.0.1 only');
  });

  it('says in one line that the port is taken', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => {
      other.listen(0, '127.0.0.1', resolve);
    });
    const address = other.address();
    const port = typeof address === 'object' ? String(address?.port) : '';

    const bot = run(playground({ PORT: port }));

    expect(await bot.exit).toBe(1);
    expect(bot.output()).toBe(
      `Cannot listen on 127.0.0.1:${port}: another program uses this port; stop it or set PORT to a free one\n`,
    );
    other.close();
  });

  it('says in one line that another process uses the store (fault 31)', async () => {
    const first = run(playground());
    await until(() => first.output().includes('app.started'));

    const second = run(playground({ LOG_LEVEL: 'silent' }));

    expect(await second.exit).toBe(1);
    expect(second.output().trim()).toBe(
      `another process uses the store file ${join(folder, 'store.sqlite')}`,
    );
  });
});

describe('the start in playground mode', () => {
  it('says that there is no sign-in and where it listens', async () => {
    const bot = run(playground({ LOG_LEVEL: 'silent' }));
    await until(() => bot.output().includes('\n'));

    expect(bot.output()).toMatch(
      /^Playground mode: there is no sign-in, so the bot listens on 127\.0\.0\.1:\d+ only\n$/,
    );
  });
});

describe('the start with files that cannot be used', () => {
  it('says in one line that the place of the operator data is no folder', async () => {
    const bot = run(playground({ OPERATOR_DATA: '/etc/passwd' }));

    expect(await bot.exit).toBe(1);
    expect(bot.output()).toBe('/etc/passwd: the folder cannot be created or written (EEXIST)\n');
  });

  it("says in one line which line of the operator's file is wrong", async () => {
    mkdirSync(join(folder, 'operator'));
    writeFileSync(join(folder, 'operator', 'service-hosts.txt'), '*.trafficmanager.net\n');

    const bot = run(playground());

    expect(await bot.exit).toBe(1);
    expect(bot.output()).toBe(
      `${join(folder, 'operator', 'service-hosts.txt')}, line 1: "*.trafficmanager.net" must be an exact host name in lower case: no wildcard, scheme, port, path or IP address\n`,
    );
  });

  it.each(['EACCES', 'ENOENT', 'ENOTDIR', 'EROFS', 'EEXIST', 'ENOSPC'])(
    'says an error of the file system in one line: %s',
    async (code) => {
      const bot = run(playground(), ['--import', failingFileSystem(code)]);

      expect(await bot.exit).toBe(1);
      expect(bot.output()).toBe(`The bot cannot go on: ${code}: what Node says, statfs '/somewhere'\n`);
    },
  );

  it('shows the stack of an error that nobody expected', async () => {
    const bot = run(playground(), ['--import', failingFileSystem('EUNHEARDOF')]);

    expect(await bot.exit).toBe(1);
    expect(bot.output()).toContain('\n    at ');
  });
});

/** A module for `--import`: asking for the kind of file system, which is the first thing the store does, fails. */
function failingFileSystem(code: string): string {
  const module = `
    import promises from 'node:fs/promises';
    import { syncBuiltinESMExports } from 'node:module';
    promises.statfs = async () => {
      throw Object.assign(new Error("${code}: what Node says, statfs '/somewhere'"), { code: '${code}' });
    };
    syncBuiltinESMExports();`;
  return `data:text/javascript,${encodeURIComponent(module)}`;
}

describe('a disk on which the search index cannot be kept', () => {
  it.each(['ENOSPC', 'EACCES', 'EROFS'])('is logged once, and the bot serves on: %s', async (code) => {
    const bot = run(playground(), ['--import', failingIndexFile(code)]);
    await until(() => bot.output().includes('search-index.not-saved'));
    const address = /"host":"([^"]+)","port":(\d+)/.exec(bot.output());
    const health = await fetch(`http://${address?.[1]}:${address?.[2]}/ready`);
    bot.child.kill('SIGTERM');

    expect(health.status).toBe(200);
    expect(await bot.exit).toBe(0);
    expect(bot.output().match(/"level":"(warn|error)"/g)).toHaveLength(1);
    expect(readdirSync(folder).filter((file) => file.includes('search-index'))).toEqual([]);
  });
});

/** A module for `--import`: nothing can be created whose name ends as that of an unfinished index does. */
function failingIndexFile(code: string): string {
  const module = `
    import promises from 'node:fs/promises';
    import { syncBuiltinESMExports } from 'node:module';
    const { open } = promises;
    promises.open = async (path, ...rest) => {
      if (String(path).endsWith('.search-index.new')) {
        throw Object.assign(new Error("${code}: what Node says, open '/somewhere'"), { code: '${code}' });
      }
      return open(path, ...rest);
    };
    syncBuiltinESMExports();`;
  return `data:text/javascript,${encodeURIComponent(module)}`;
}

/** A module for `--import`: the end is asked for in the very moment in which the start is reported. */
function stoppedAtStart(): string {
  const module = `
    const write = process.stdout.write.bind(process.stdout);
    process.stdout.write = (text, ...rest) => {
      const written = write(text, ...rest);
      if (String(text).includes('app.started')) {
        process.kill(process.pid, 'SIGTERM');
      }
      return written;
    };`;
  return `data:text/javascript,${encodeURIComponent(module)}`;
}

describe('the end', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)(
    'comes cleanly with %s, and the next start finds the store',
    async (signal) => {
      const first = run(playground());
      await until(() => first.output().includes('app.started'));
      first.child.kill(signal);

      expect(await first.exit).toBe(0);
      expect(first.output()).toContain('app.stopped');

      const second = run(playground());
      await until(() => second.output().includes('app.started'));
      expect(second.output()).toContain('"useCases":21,"analysed":0');
    },
  );

  it('comes cleanly when it is asked for while the start is reported', async () => {
    const bot = run(playground(), ['--import', stoppedAtStart()]);

    expect(await bot.exit).toBe(0);
    expect(bot.output()).toContain('app.stopped');
  });
});
