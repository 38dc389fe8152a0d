import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { packageTexts } from '../../texts/package-texts.ts';
import { checkIcon, iconRules } from './check-icon.ts';
import { checkManifest } from './check-manifest.ts';
import { fillPlaceholders } from './fill-placeholders.ts';
import type { PlaceholderValues } from './read-settings.ts';
import { toZip } from './to-zip.ts';

export type BuildPackageResult =
  | { readonly kind: 'built'; readonly zip: Uint8Array }
  | { readonly kind: 'problems'; readonly problems: readonly string[] };

interface Part {
  readonly bytes: Uint8Array;
  readonly problems: readonly string[];
}

const none = new Uint8Array();

/** Builds the app's zip of the manifest and icons in a folder, or says everything that is wrong with them. */
export async function buildPackage(folder: string, values: PlaceholderValues): Promise<BuildPackageResult> {
  const parts = new Map<string, Part>();
  parts.set('manifest.json', await readPart(folder, 'manifest.json', (bytes) => toManifest(bytes, values)));
  for (const rule of iconRules) {
    const toIcon = (bytes: Buffer) => ({ bytes, problems: checkIcon(bytes, rule) });
    parts.set(rule.file, await readPart(folder, rule.file, toIcon));
  }
  const problems = [...parts.values()].flatMap((part) => part.problems);
  if (problems.length > 0) {
    return { kind: 'problems', problems };
  }
  const files = new Map([...parts].map(([name, { bytes }]) => [name, bytes]));
  return { kind: 'built', zip: await toZip(files) };
}

async function readPart(folder: string, file: string, toPart: (bytes: Buffer) => Part): Promise<Part> {
  const path = join(folder, file);
  try {
    return toPart(await readFile(path));
  } catch (error) {
    if (error instanceof SyntaxError) {
      return { bytes: none, problems: [packageTexts.notJson(path)] };
    }
    if (error instanceof Error && 'syscall' in error) {
      return { bytes: none, problems: [packageTexts.fileMissing(path)] };
    }
    throw error;
  }
}

function toManifest(bytes: Buffer, values: PlaceholderValues): Part {
  const { manifest, problems } = fillPlaceholders(bytes.toString('utf8'), values);
  return {
    bytes: Buffer.from(`${JSON.stringify(manifest, undefined, 2)}\n`),
    // A placeholder left over breaks rules of the schema as well; its own line says what to do.
    problems: problems.length > 0 ? problems : checkManifest(manifest),
  };
}
