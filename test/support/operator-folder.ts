import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** An operator's folder whose tenants.csv has this one line. */
export function anOperatorFolder(line: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'operator-'));
  writeFileSync(join(folder, 'tenants.csv'), `key;communes\n${line}\n`);
  return folder;
}
