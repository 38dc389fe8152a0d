import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';

/**
 * A name for the code in a folder, another one after any change; a few milliseconds. Node's version is part of it, because its tables
 * say what a letter is.
 */
export function hashSources(folder: URL): string {
  const hash = createHash('sha256').update(process.version);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  );
  for (const file of files.sort()) {
    const source = readFileSync(new URL(file.replaceAll('\\', '/'), folder));
    hash.update(`\0${file}\0${source.length}\0`).update(source);
  }
  return hash.digest('base64url');
}
