import { copyFileSync, existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { communeId } from '../../domain/ids.ts';
import type { CommuneId } from '../../domain/ids.ts';
import type { Logger } from '../../ports/logger.ts';
import type { OperatorData, OperatorSnapshot } from '../../ports/operator-data.ts';
import { OperatorDataError, readCommunes, readRows } from './read-communes.ts';

const files = ['communes.csv', 'tenants.csv', 'synonyms.txt', 'service-hosts.txt'] as const;
type OperatorFile = (typeof files)[number];

/** The operator's folder: created from the shipped defaults, read as a whole, read again when a file has changed. */
export class OperatorFolder implements OperatorData {
  readonly #folder: string;
  #snapshot: OperatorSnapshot;
  #version: string;

  /** Throws `OperatorDataError` when a file has a mistake or the folder cannot be written; a folder that is not there is created. */
  constructor(folder: string) {
    this.#folder = folder;
    copyMissing(folder);
    this.#version = this.#readVersion();
    this.#snapshot = this.#read();
  }

  current(): OperatorSnapshot {
    return this.#snapshot;
  }

  /** Takes over changed files; true when there were some. A file with a mistake is logged, and what was read before goes on serving. */
  reload(logger: Logger): boolean {
    const version = this.#readVersion();
    if (version === this.#version) {
      return false;
    }
    this.#version = version;
    try {
      this.#snapshot = this.#read();
      logger.info('operator-data.reloaded');
      return true;
    } catch (error) {
      logger.error('operator-data.refused', { error });
      return false;
    }
  }

  #readVersion(): string {
    return files
      .map((file) => statSync(join(this.#folder, file), { throwIfNoEntry: false })?.mtimeMs)
      .join(' ');
  }

  #read(): OperatorSnapshot {
    const communes = readCommunes(join(this.#folder, 'communes.csv'), this.#content('communes.csv'));
    return {
      communes,
      communesOf: this.#readTenants(communes),
      synonyms: this.#lines('synonyms.txt').map((line) => line.split(',').map((word) => word.trim())),
      serviceHosts: new Set(this.#lines('service-hosts.txt').map((line) => line.toLowerCase())),
    };
  }

  #readTenants(communes: ReadonlyMap<CommuneId, unknown>): ReadonlyMap<string, readonly CommuneId[]> {
    const tenants = new Map<string, readonly CommuneId[]>();
    for (const [index, row] of readRows(this.#content('tenants.csv')).entries()) {
      const ids = (row['communes'] ?? '').split('|').map((id) => communeId(id.trim()));
      const unknown = ids.find((id) => !communes.has(id));
      if (unknown !== undefined || row['key'] === undefined) {
        throw new OperatorDataError(
          `${join(this.#folder, 'tenants.csv')}, line ${index + 2}: "${unknown}" is no AGS of communes.csv`,
        );
      }
      tenants.set(row['key'].toLowerCase(), ids);
    }
    return tenants;
  }

  #lines(file: OperatorFile): readonly string[] {
    const lines = this.#content(file).split(/\r?\n/);
    return lines.map((line) => line.trim()).filter((line) => line !== '' && !line.startsWith('#'));
  }

  #content(file: OperatorFile): string {
    return readFileSync(join(this.#folder, file), 'utf8');
  }
}

function copyMissing(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    for (const file of files) {
      if (!existsSync(join(folder, file))) {
        copyFileSync(new URL(`defaults/${file}`, import.meta.url), join(folder, file));
      }
    }
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : 'failed';
    throw new OperatorDataError(`${folder}: the folder cannot be created or written (${reason})`, {
      cause: error,
    });
  }
}
