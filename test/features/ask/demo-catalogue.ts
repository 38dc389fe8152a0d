import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../../../src/config.ts';
import type { UseCase } from '../../../src/domain/use-case.ts';
import { answerQuestion } from '../../../src/features/ask/answer-question.ts';
import type { AnswerQuestionResult } from '../../../src/features/ask/answer-question.ts';
import { fillStore } from '../../../src/first-start.ts';
import { createWorkbench } from '../../../src/workbench.ts';
import type { Workbench } from '../../../src/workbench.ts';
import { anAsker } from '../../support/builders.ts';

/** What the demo answers from: the shipped records, the fictional ones, the shipped synonyms, wired as the product wires them. */
export class DemoCatalogue {
  readonly #workbench: Workbench;
  readonly #folder: string;

  private constructor(workbench: Workbench, folder: string) {
    this.#workbench = workbench;
    this.#folder = folder;
  }

  static async open(): Promise<DemoCatalogue> {
    const folder = mkdtempSync(join(tmpdir(), 'golden-'));
    const config = readConfig({
      BOT_MODE: 'playground',
      STORE: 'memory',
      OPERATOR_DATA: join(folder, 'operator'),
      DEMO_DATA: 'on',
      LOG_LEVEL: 'silent',
    });
    const workbench = createWorkbench(config);
    await workbench.open();
    await fillStore(workbench.deps, workbench.imports, { withExamples: true });
    for (const { value, etag } of (await workbench.deps.useCases.changes()).written) {
      workbench.deps.catalogue.put(value, etag);
    }
    return new DemoCatalogue(workbench, folder);
  }

  async close(): Promise<void> {
    await this.#workbench.close();
    rmSync(this.#folder, { recursive: true });
  }

  /** The keys of all records. */
  keys(): readonly string[] {
    return this.#workbench.deps.catalogue.select(() => true, 1000).map(keyOf);
  }

  /** The keys of what is related to the record with the given key, the likest first. */
  relatedTo(key: string): readonly string[] {
    const { catalogue } = this.#workbench.deps;
    const useCase = catalogue.select(() => true, 1000).find((one) => keyOf(one) === key);
    return useCase === undefined ? [] : catalogue.related(useCase.id, () => true, 3).map(keyOf);
  }

  ask(sought: string): AnswerQuestionResult {
    const question = { sought, filters: [] };
    return answerQuestion(this.#workbench.deps, { asker: anAsker(), question, page: 1 });
  }

  /** The keys of everything that the first sentence counts, best first; none when the answer is that nobody does it. */
  answersTo(sought: string): readonly string[] {
    const question = { sought, filters: [] };
    const keys: string[] = [];
    for (let page = 1; ; page += 1) {
      const result = answerQuestion(this.#workbench.deps, { asker: anAsker(), question, page });
      if (result.kind === 'nothing') {
        return [];
      }
      keys.push(...result.found.map(({ useCase }) => keyOf(useCase)));
      if (page === result.pages) {
        return keys;
      }
    }
  }
}

/** The key of a shipped record in its file, or the id of an example. */
export function keyOf({ id, provenance }: UseCase): string {
  return provenance.externalIds[0] ?? id;
}
