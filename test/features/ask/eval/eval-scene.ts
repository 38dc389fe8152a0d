import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import { ModelServer } from '../../../support/model-server.ts';

const program = join(import.meta.dirname, '../../../bench/answers/answers-eval.ts');

/** A record of a fictional commune. */
const drone = {
  title: 'Drohnen zählen Robben',
  summary: 'Eine Drohne zählt die Robben.',
  adopters: [{ body: { kind: 'commune', communeId: '99001005' }, stage: 'in_use', since: '2024-03' }],
  product: 'Robbenblick',
};
export const seals = {
  id: 'robben',
  question: 'Wer zählt Robben?',
  records: [drone],
  mustName: ['Probstadt', 'März 2024|2024', 'Drohnen'],
  mustNotName: ['Demotal', '2019'],
};
export const parking = {
  id: 'parken',
  question: 'Warum wurde die Anzeige freier Parkplätze eingestellt?',
  records: ['example-parking'],
  mustName: ['Batterien'],
};
export const nothing = {
  id: 'nichts',
  question: 'Was kostet es?',
  records: [drone],
  refuse: true,
  mustNotName: ['Euro'],
};
export const goodAnswers = [
  { text: 'Probstadt zählt seit März 2024 Robben mit einer Drohne [1].' },
  { text: 'Die Batterien der Sensoren waren nach zwei Wintern leer [1].' },
  { text: '[0]' },
];

export interface Ended {
  readonly code: number | string | null | undefined;
  readonly out: string;
  readonly errors: string;
}

/** The command, a model for it and a folder with a file of cases, anew for each test. */
export class EvalScene {
  folder = '';
  #server: ModelServer | undefined;

  constructor() {
    beforeEach(async () => {
      this.folder = await mkdtemp(join(tmpdir(), 'answers-eval-'));
      this.#server = await ModelServer.start();
    });
    afterEach(async () => {
      await this.#server?.close();
      await rm(this.folder, { recursive: true });
    });
  }

  get server(): ModelServer {
    if (this.#server === undefined) {
      throw new Error('it is there within a test alone');
    }
    return this.#server;
  }

  /** The environment names this model. */
  get model(): Readonly<Record<string, string>> {
    return { LLM_BASE_URL: this.server.baseUrl, LLM_MODEL: 'wort-1' };
  }

  /** Where the cases are, in full. */
  get file(): string {
    return join(this.folder, 'cases.jsonl');
  }

  async write(...cases: readonly unknown[]): Promise<void> {
    await writeFile(this.file, cases.map((one) => JSON.stringify(one)).join('\n'));
  }

  run(args: readonly string[], settings: Readonly<Record<string, string>> = {}): Promise<Ended> {
    const env = { INIT_CWD: this.folder, ...settings };
    return new Promise((resolve) => {
      const flags = ['--disable-warning=ExperimentalWarning', program];
      execFile(process.execPath, [...flags, ...args], { env }, (error, stdout, stderr) => {
        resolve({ code: error === null ? 0 : error.code, out: stdout, errors: stderr.trim() });
      });
    });
  }

  /** The cases of the folder by the model of the test. */
  evaluate(...args: readonly string[]): Promise<Ended> {
    return this.run(['--cases', 'cases.jsonl', ...args], this.model);
  }
}

/** The number that stands in the row of a table; undefined: there is no such row. */
export function figure(out: string, row: string): string | undefined {
  const line = out.split('\n').find((one) => one.trim().startsWith(row));
  return line
    ?.trim()
    .slice(row.length)
    .trim()
    .split(/\s{2,}/)[0];
}
