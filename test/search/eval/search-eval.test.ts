import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ModelServer } from '../../support/model-server.ts';

const run = promisify(execFile);

function evaluate(...args: readonly string[]): Promise<{ stdout: string; stderr: string }> {
  return run(process.execPath, [
    '--disable-warning=ExperimentalWarning',
    'test/bench/search/search-eval.ts',
    ...args,
  ]);
}

function toLines(rows: readonly unknown[]): string {
  return rows.map((row) => JSON.stringify(row)).join('\n');
}

/** The cells of the first row that begins with these words. */
function cellsOf(table: string, ...words: readonly string[]): string[] {
  const rows = table.split('\n').map((line) => line.trim().split(/\s{2,}/));
  return rows.find((cells) => words.every((word, index) => cells[index] === word)) ?? [];
}

const docs = [
  { id: 'd1', title: 'Friedhof', text: 'Gräber und Wege' },
  { id: 'd2', title: 'Schwimmbad', text: 'Becken und Rutsche' },
  { id: 'd3', title: 'Bücherei', text: 'Bücher und Filme' },
];

describe('npm run search:eval', () => {
  let folder = '';

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'search-eval-'));
    for (const set of ['towns', 'towns-typo', 'cars', 'no set']) {
      await mkdir(join(folder, set));
    }
    await writeFile(join(folder, 'towns/docs.jsonl'), toLines(docs));
    await writeFile(
      join(folder, 'towns/queries.jsonl'),
      toLines([
        { id: 'q1', text: 'Friedhöfe', relevant: ['d1'] },
        { id: 'q2', text: 'Rutschen', relevant: ['d2'] },
      ]),
    );
    await writeFile(join(folder, 'towns/withheld.json'), '["d2"]');
    await writeFile(
      join(folder, 'towns-typo/queries.jsonl'),
      toLines([{ id: 'q1', text: 'Freidhof', relevant: ['d1', 'd3'] }]),
    );
    await writeFile(
      join(folder, 'cars/docs.jsonl'),
      toLines([{ id: 'c1', title: 'Pkw', text: 'Zulassung' }]),
    );
    await writeFile(
      join(folder, 'cars/queries.jsonl'),
      toLines([{ id: 'q1', text: 'Pkw zulassen', relevant: ['c1'] }]),
    );
  });

  afterEach(() => rm(folder, { recursive: true }));

  it('prints the measures of a set, how the confidence separates, memory and times', async () => {
    const { stdout } = await evaluate('--set', join(folder, 'towns'));

    expect(stdout).toContain(
      'documents 3, queries 2\nnDCG@10 1.000\nRecall@5 1.000\nMRR@10 1.000\nsuccess@1 1.000\n',
    );
    expect(stdout).toContain('confidence AUROC 1.000 (1 answerable, 1 unanswerable)\n');
    expect(stdout).toMatch(
      /at the threshold \d+ % of the answerable refused, 0 % of the unanswerable accepted\n/,
    );
    expect(stdout).toMatch(/memory -?[\d.]+ KB a record above the texts, \d+ MB in all\n/);
    expect(stdout).toMatch(/changed record visible after [\d.]+ ms\n/);
    expect(stdout).toMatch(/build \d+ ms\np50 [\d.]+ ms\np95 [\d.]+ ms\n$/);
  });

  it('takes the documents of the set without the suffix', async () => {
    const { stdout } = await evaluate('--set', join(folder, 'towns-typo'));

    expect(stdout).toContain('documents 3, queries 1\n');
    expect(stdout).toContain('Recall@5 0.500');
  });

  it('writes the rankings of queries without judgements', async () => {
    const queries = join(folder, 'plain.jsonl');
    const out = join(folder, 'out.jsonl');
    await writeFile(
      queries,
      toLines([
        { id: 'q1', text: 'Buch' },
        { id: 'q2', text: 'qwertz' },
      ]),
    );

    const { stdout } = await evaluate(
      '--docs',
      join(folder, 'towns/docs.jsonl'),
      '--queries',
      queries,
      '--out',
      out,
    );

    const rows: unknown[] = (await readFile(out, 'utf8'))
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(rows).toEqual([
      { qid: 'q1', ranked: ['d3'], confidence: expect.any(Number) },
      { qid: 'q2', ranked: [], confidence: 0 },
    ]);
    expect(stdout).toMatch(/^documents 3, queries 2\nmemory .*\nchanged .*\nbuild .*\np50 .*\np95 .*\n$/);
  });

  it('compares all sets of a folder, each with the engines a town could take', async () => {
    const { stdout } = await evaluate('--sets', folder, '--references');

    expect(cellsOf(stdout, 'towns', 'our engine').slice(2, 8)).toEqual([
      '3',
      '2',
      '1.000',
      '1.000',
      '1.000',
      '1.000',
    ]);
    expect(cellsOf(stdout, 'towns', 'MiniSearch')[4]).toBe('1.000');
    expect(cellsOf(stdout, 'towns-typo', 'SQLite FTS5 trigram').slice(2, 4)).toEqual(['3', '1']);
    expect(cellsOf(stdout, 'towns', 'cars', 'our engine').slice(3, 6)).toEqual(['2', '1', '1.000']);
    expect(stdout).not.toContain('no set');
  });

  it('shows in Markdown what each part of the engine is worth', async () => {
    const sets = ['--set', join(folder, 'towns'), '--set', join(folder, 'towns-typo')];

    const { stdout } = await evaluate(...sets, '--ablate', '--markdown');

    expect(stdout).toMatch(/\n\| {10,}\| towns \| towns-typo \|\n\| -+ \| ----: \| ---------: \|\n/);
    expect(stdout).toMatch(/\n\| the engine +\| 1\.000 \| +0\.613 \|\n/);
    expect(stdout).toMatch(/\n\| words only +\| 0\.000 \| +0\.000 \|\n/);
  });

  it('measures made-up records of the asked-for sizes', async () => {
    const { stdout } = await evaluate('--scale', '20,40');

    expect(cellsOf(stdout, 'our engine', '20').length).toBe(15);
    expect(cellsOf(stdout, 'our engine', '40').length).toBe(15);
  });

  it.each([
    ['no argument', [], /^usage: /],
    ['an unknown option', ['--sest', 'x'], /^usage: /],
    ['documents without queries', ['--docs', 'x'], /^usage: /],
    ['a set and documents', ['--set', 'x', '--docs', 'y', '--queries', 'z'], /^usage: /],
    ['one file for the rankings of two sets', ['--set', 'x', '--set', 'y', '--out', 'z'], /^usage: /],
    ['a size that is no number', ['--scale', '1000,many'], /^usage: /],
    ['a missing file', ['--set', '/nowhere'], /^cannot read \/nowhere\/docs\.jsonl\n$/],
    ['a missing folder', ['--sets', '/nowhere'], /^cannot read \/nowhere\n$/],
    [
      'a folder without sets',
      ['--sets', 'test/search'],
      /^no folder in test\/search has a queries\.jsonl\n$/,
    ],
    [
      'a file of another form',
      ['--docs', 'package.json', '--queries', 'x'],
      /^package\.json, line 1 does not have the expected form\n$/,
    ],
  ])('says in one line what is wrong with %s', async (_, args, sentence) => {
    const failed = evaluate(...args);

    await expect(failed).rejects.toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringMatching(sentence),
    });
    await expect(failed).rejects.toMatchObject({ stderr: expect.stringMatching(/^[^\n]+\n$/) });
  });

  it('measures vectors beside words, and both fused, by the model of the environment', async () => {
    const server = await ModelServer.start();
    const vectors = new Map([
      ['Friedhof\nGräber und Wege', [1, 0]],
      ['Friedhöfe', [0, 1]],
      ['Schwimmbad\nBecken und Rutsche', [0, 1]],
      ['Rutschen', [0, 1]],
      ['Bücherei\nBücher und Filme', [1, 1]],
    ]);
    server.vectorOf = (text) => vectors.get(text) ?? [1, 0];
    vi.stubEnv('LLM_BASE_URL', server.baseUrl);
    vi.stubEnv('EMBEDDING_MODEL', 'stand-in');

    const { stdout } = await evaluate('--set', join(folder, 'towns'), '--embeddings');
    vi.unstubAllEnvs();
    await server.close();

    const table = stdout.slice(stdout.indexOf('Words and vectors'));
    const figures = ['our engine', 'vectors', 'words and vectors'].map((name) => cellsOf(table, name)[1]);
    // By meaning "Friedhöfe" finds its document last of three: half of (1 / log2 4) and of 1.
    expect(figures).toEqual(['1.000', '0.750', '1.000']);
  });

  it('says what is missing to measure vectors', async () => {
    const failed = evaluate('--set', join(folder, 'towns'), '--embeddings');

    await expect(failed).rejects.toMatchObject({
      stderr: expect.stringContaining(
        '--embeddings needs LLM_BASE_URL and EMBEDDING_MODEL in the environment',
      ),
    });
  });
});
