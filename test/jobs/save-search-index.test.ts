import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { UseCaseCatalogue, useCaseFields } from '../../src/features/ask/use-case-catalogue.ts';
import { saveIndexEveryMs, saveSearchIndex } from '../../src/jobs/save-search-index.ts';
import type { IndexFile } from '../../src/ports/index-file.ts';
import { createSearchEngine } from '../../src/search/create-search-engine.ts';
import { technologyLabels } from '../../src/texts/labels.ts';
import { aUseCase } from '../support/builders.ts';

/** A place in memory that can refuse to be written or removed. */
class TestIndexFile implements IndexFile {
  content: Buffer | undefined;
  writes = 0;
  failing = new Set<'write' | 'remove'>();
  /** Called between the chunks. */
  meanwhile: () => void = () => undefined;

  async read(): Promise<Uint8Array | undefined> {
    return this.content;
  }

  async write(chunks: Iterable<Uint8Array>): Promise<void> {
    this.writes += 1;
    this.#failIf('write', 'ENOSPC');
    const taken: Uint8Array[] = [];
    for (const chunk of chunks) {
      taken.push(chunk);
      this.meanwhile();
    }
    this.content = Buffer.concat(taken);
  }

  async remove(): Promise<void> {
    this.#failIf('remove', 'EROFS');
    this.content = undefined;
  }

  #failIf(operation: 'write' | 'remove', code: string): void {
    if (this.failing.has(operation)) {
      throw Object.assign(new Error(`${code}: what Node says`), { code });
    }
  }
}

let file: TestIndexFile;
let catalogue: UseCaseCatalogue;
let logged: string[];

beforeEach(() => {
  vi.useFakeTimers();
  file = new TestIndexFile();
  catalogue = new UseCaseCatalogue(
    (synonyms) => createSearchEngine({ fields: useCaseFields, synonyms }),
    [],
    technologyLabels,
  );
  logged = [];
});

afterEach(() => {
  vi.useRealTimers();
});

function start(savedRevision?: number) {
  const log = (event: string) => void logged.push(event);
  return saveSearchIndex({ catalogue, logger: { info: log, warn: log, error: log } }, file, savedRevision);
}

const nextTime = () => vi.advanceTimersByTimeAsync(saveIndexEveryMs);

describe('saving the search index', () => {
  it('happens at once, when something has changed since, and at the end', async () => {
    const job = start();
    await vi.advanceTimersByTimeAsync(0);
    const writes = [file.writes];
    await nextTime();
    writes.push(file.writes);
    catalogue.put(aUseCase(), '1');
    await nextTime();
    writes.push(file.writes);
    catalogue.put(aUseCase({ title: 'Drohnenflug' }), '2');
    await job.stop();
    writes.push(file.writes);
    await nextTime();

    expect(writes).toEqual([1, 1, 2, 3]);
    expect(file.writes).toBe(3);
    expect(file.content?.includes('drohnenflug')).toBe(true);
  });

  it('is not needed when the restored index was right', async () => {
    const job = start(catalogue.revision);
    await nextTime();
    await job.stop();

    expect(file.writes).toBe(0);
  });

  it('takes the words of a changed and of a removed use case out of the file within the interval', async () => {
    catalogue.put(aUseCase({ title: 'Canaryfund' }), '1');
    start();
    await vi.advanceTimersByTimeAsync(0);
    const before = file.content?.includes('canaryfund');
    catalogue.put(aUseCase({ title: 'Canaryverein' }), '2');
    await nextTime();
    const changed = ['canaryfund', 'canaryverein'].map((word) => file.content?.includes(word));
    catalogue.remove('u1');
    await nextTime();

    expect([before, ...changed]).toEqual([true, false, true]);
    expect(file.content?.includes('canary')).toBe(false);
  });

  it('begins anew when a use case changes meanwhile', async () => {
    catalogue.put(aUseCase({ title: 'Canaryfund' }), '1');
    file.meanwhile = () => {
      if (file.writes === 1) {
        catalogue.put(aUseCase({ title: 'Drohnenflug' }), '2');
      }
    };
    start();
    await vi.advanceTimersByTimeAsync(0);

    expect(file.content?.includes('drohnenflug')).toBe(true);
    expect(file.content?.includes('canaryfund')).toBe(false);
    expect(logged).toEqual([]);
  });

  it('removes the file while use cases keep changing, and saves it when they rest', async () => {
    catalogue.put(aUseCase({ title: 'Canaryfund' }), '1');
    start();
    await vi.advanceTimersByTimeAsync(0);
    let etag = 1;
    file.meanwhile = () => catalogue.put(aUseCase(), String((etag += 1)));
    catalogue.put(aUseCase(), '1');
    await nextTime();
    const whileChanging = file.content;
    file.meanwhile = () => undefined;
    await nextTime();

    expect(whileChanging).toBeUndefined();
    expect(file.content?.includes('chatbot')).toBe(true);
    expect(logged).toEqual([]);
  });

  it('logs a failing disk once, removes what is outdated, and goes on when there is room again', async () => {
    catalogue.put(aUseCase({ title: 'Canaryfund' }), '1');
    const job = start();
    await vi.advanceTimersByTimeAsync(0);
    file.failing = new Set(['write']);
    catalogue.put(aUseCase(), '2');
    await nextTime();
    const whileFull = file.content;
    await nextTime();
    await nextTime();
    file.failing.clear();
    await nextTime();
    await job.stop();

    expect(whileFull).toBeUndefined();
    expect(file.content?.includes('chatbot')).toBe(true);
    expect(logged).toEqual(['search-index.not-saved']);
  });

  it('says once that the file is outdated when it cannot even be removed', async () => {
    file.failing = new Set(['write', 'remove']);
    const job = start();
    await nextTime();
    await job.stop();

    expect(logged).toEqual(['search-index.not-saved', 'search-index.outdated']);
  });

  it('does not hold up the end of the program for long', async () => {
    file.write = () => new Promise(() => undefined);
    const job = start();
    const stopped = vi.fn<() => void>();
    void job.stop().then(stopped);
    await vi.advanceTimersByTimeAsync(3000);

    expect(stopped).toHaveBeenCalledOnce();
  });
});
