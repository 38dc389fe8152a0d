import { accessSync, constants, existsSync, mkdirSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname } from 'node:path';
import { demoTexts } from '../../texts/demo-texts.ts';

/** Something that whoever runs the demo can put right; the message is the one line to print. */
export class DemoError extends Error {
  override readonly name = 'DemoError';
}

/** Reads a port from the environment. Throws `DemoError` unless it is one. */
export function readPort(variable: string, value: string | undefined, otherwise: number): number {
  if (value === undefined || value === '') {
    return otherwise;
  }
  const port = Number(value);
  if (!/^\d+$/.test(value) || port < 1 || port > 65_535) {
    throw new DemoError(demoTexts.portWrong(variable, value));
  }
  return port;
}

/** Throws `DemoError` unless everything that the demo needs is there. */
export async function prepare(needs: {
  readonly programs: readonly string[];
  readonly files: readonly string[];
  readonly ports: readonly { readonly port: number; readonly variable: string }[];
}): Promise<void> {
  const missing = needs.programs.find((file) => !existsSync(file));
  if (missing !== undefined) {
    throw new DemoError(demoTexts.missing(missing));
  }
  for (const file of needs.files) {
    makeWritable(dirname(file));
  }
  for (const { port, variable } of needs.ports) {
    if (!(await isFree(port))) {
      throw new DemoError(demoTexts.portTaken(port, variable));
    }
  }
}

function makeWritable(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
  } catch (error) {
    const inTheWay = existsSync(folder) && !statSync(folder).isDirectory();
    throw new DemoError(inTheWay ? demoTexts.notAFolder(folder) : demoTexts.notWritable(folder), {
      cause: error,
    });
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => {
      probe.close(() => resolve(true));
    });
  });
}
