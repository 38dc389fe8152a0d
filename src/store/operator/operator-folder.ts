import { copyFileSync, existsSync, mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Logger } from '../../ports/logger.ts';
import type { OperatorData, OperatorSnapshot } from '../../ports/operator-data.ts';
import { OperatorDataError } from './operator-data-error.ts';
import { readCommunes } from './read-communes.ts';
import { readServiceHosts } from './read-service-hosts.ts';
import { readSynonyms } from './read-synonyms.ts';
import { readTenants } from './read-tenants.ts';
import { readText, toCode } from './read-text.ts';

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
    const communes = this.#file('communes.csv', readCommunes);
    return {
      communes,
      communesOf: this.#file('tenants.csv', (file, content) => readTenants(file, content, communes)),
      synonyms: this.#file('synonyms.txt', readSynonyms),
      serviceHosts: this.#file('service-hosts.txt', readServiceHosts),
    };
  }

  #file<T>(name: OperatorFile, read: (file: string, content: string) => T): T {
    const file = join(this.#folder, name);
    return read(file, readText(file));
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
    const problem = `the folder cannot be created or written (${toCode(error)})`;
    throw new OperatorDataError(`${folder}: ${problem}`, { cause: error });
  }
}
