import { mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { useCaseId } from '../../src/domain/ids.ts';
import { TopicCatalogue } from '../../src/features/topics/topic-catalogue.ts';
import { UseCaseCatalogue } from '../../src/features/ask/use-case-catalogue.ts';
import type { CreateEngine } from '../../src/features/ask/use-case-catalogue.ts';
import { aTopicRequest } from '../support/topics.ts';
import { reloadOperatorData } from '../../src/jobs/reload-operator-data.ts';
import { createSearchEngine } from '../../src/search/create-search-engine.ts';
import { OperatorFolder } from '../../src/store/operator/operator-folder.ts';
import { technologyLabels } from '../../src/texts/labels.ts';
import { aUseCase, menden } from '../support/builders.ts';

let folder: string;
let logged: string[];
const log = (event: string) => logged.push(event);
const logger = { info: log, warn: log, error: log };
let tick = 0;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'operator-'));
  logged = [];
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

function write(file: string, content: string): void {
  const path = join(folder, file);
  writeFileSync(path, content);
  // The clock of a file system may be coarser than a test is fast.
  tick += 1;
  utimesSync(path, 1_800_000_000 + tick, 1_800_000_000 + tick);
}

describe("the operator's folder", () => {
  it('is made from the shipped files, and files that are there stay as they are', () => {
    write('synonyms.txt', 'Auto, Wagen\n');

    const { communes, synonyms, serviceHosts } = new OperatorFolder(folder).current();

    expect(communes.get(menden)?.name).toBe('Menden (Sauerland)');
    expect(communes.size).toBe(64);
    expect(synonyms).toEqual([['Auto', 'Wagen']]);
    expect(serviceHosts).toContain('smba.trafficmanager.net');
    expect(readFileSync(join(folder, 'tenants.csv'), 'utf8')).toBe('key;communes\n');
  });

  it('says in one line when it cannot be made', () => {
    write('in-the-way', '');

    expect(() => new OperatorFolder(join(folder, 'in-the-way', 'operator'))).toThrow(
      'the folder cannot be created or written (ENOTDIR)',
    );
  });

  it('says in one line when its place is taken by a file', () => {
    write('in-the-way', '');

    expect(() => new OperatorFolder(join(folder, 'in-the-way'))).toThrow(
      `${join(folder, 'in-the-way')}: the folder cannot be created or written (EEXIST)`,
    );
  });

  it('is read again when a file changes, and goes on with what it had when there is a mistake', () => {
    const operator = new OperatorFolder(folder);

    write('service-hosts.txt', 'teams.example\n');
    const changed = operator.reload(logger);
    write('tenants.csv', 'key;communes\nx;1\n');
    const broken = operator.reload(logger);
    const again = operator.reload(logger);

    expect([changed, broken, again]).toEqual([true, false, false]);
    expect(operator.current().serviceHosts).toEqual(new Set(['teams.example']));
    expect(logged).toEqual(['operator-data.reloaded', 'operator-data.refused']);
  });

  it('brings new synonyms into the search without a restart, changes meanwhile included', async () => {
    const operator = new OperatorFolder(folder);
    const fields = { title: { weight: 1, lengthNormalisation: 0.5 } };
    const createEngine: CreateEngine = (synonyms) => createSearchEngine({ fields, synonyms });
    const { synonyms: known } = operator.current();
    const catalogue = new UseCaseCatalogue(createEngine, known, technologyLabels);
    const topicCatalogue = new TopicCatalogue(createEngine, known);
    const ids = (question: string) =>
      catalogue.search(question, () => true, { limit: 10 }).hits.map(({ id }) => id);
    for (let index = 0; index < 120; index += 1) {
      catalogue.put(aUseCase({ id: useCaseId(`file-${index}`), title: `Akte ${index}` }));
    }
    catalogue.put(aUseCase({ title: 'Drohnenflug' }));
    topicCatalogue.put(aTopicRequest({ title: 'Drohnenflug' }));
    write('synonyms.txt', 'Drohnenflug, Quadrokopter\n');

    const before = ids('Quadrokopter');
    const reloading = reloadOperatorData({ catalogue, logger, operator, topicCatalogue }, operator);
    catalogue.remove('file-10');
    catalogue.put(aUseCase({ id: useCaseId('file-5'), title: 'Zebrastreifen' }));
    await reloading;

    expect(before).toEqual([]);
    expect(ids('Quadrokopter')).toEqual(['u1']);
    expect(topicCatalogue.search('Quadrokopter', () => true, 10).hits.map(({ id }) => id)).toEqual(['t1']);
    expect(ids('10')).not.toContain('file-10');
    expect(ids('Zebrastreifen')).toEqual(['file-5']);
  });
});
