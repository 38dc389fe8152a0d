import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import { packageTexts } from '../texts/package-texts.ts';
import { buildPackage } from './package/build-package.ts';
import { readSettings } from './package/read-settings.ts';

const folder = 'appPackage';
const file = `${folder}/build/ki-community.zip`;
const Project = z.object({ version: z.string() });

/** Writes the app's zip and says so, or prints a line for each problem. Returns the exit code. */
async function main(): Promise<number> {
  const { version } = Project.parse(JSON.parse(await readFile('package.json', 'utf8')));
  const settings = readSettings(process.env, version);
  if (settings.kind === 'problems') {
    return report(settings.problems);
  }
  const { values } = settings;
  const result = await buildPackage(folder, values);
  if (result.kind === 'problems') {
    return report(result.problems);
  }
  if (!(await write(result.zip))) {
    return report([packageTexts.notWritable(file)]);
  }
  console.log(packageTexts.written(file, values.APP_VERSION, values.PUBLIC_URL));
  return 0;
}

function report(problems: readonly string[]): number {
  console.error(problems.join('\n'));
  return 1;
}

async function write(bytes: Uint8Array): Promise<boolean> {
  try {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, bytes);
    return true;
  } catch (error) {
    if (error instanceof Error && 'syscall' in error) {
      return false;
    }
    throw error;
  }
}

process.exitCode = await main();
