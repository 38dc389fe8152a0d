import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile, mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const run = promisify(execFile);

function evaluate(...args: readonly string[]): Promise<{ stdout: string; stderr: string }> {
  return run(process.execPath, ['--disable-warning=ExperimentalWarning', 'src/cli/search-eval.ts', ...args]);
}

function toLines(rows: readonly unknown[]): string {
  return rows.map((row) => JSON.stringify(row)).join('\n');
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
    await mkdir(join(folder, 'set'));
    await mkdir(join(folder, 'set-typo'));
    await writeFile(join(folder, 'set/docs.jsonl'), toLines(docs));
    await writeFile(
      join(folder, 'set/queries.jsonl'),
      toLines([
        { id: 'q1', text: 'Friedhöfe', relevant: ['d1'] },
        { id: 'q2', text: 'Rutschen', relevant: ['d2'] },
      ]),
    );
    await writeFile(join(folder, 'set/withheld.json'), '["d2"]');
    await writeFile(
      join(folder, 'set-typo/queries.jsonl'),
      toLines([{ id: 'q1', text: 'Freidhof', relevant: ['d1', 'd3'] }]),
    );
  });

  afterEach(() => rm(folder, { recursive: true }));

  it('prints the measures of a set, how the confidence separates, and times', async () => {
    const { stdout } = await evaluate('--set', join(folder, 'set'));

    expect(stdout).toContain(
      'documents 3, queries 2\nnDCG@10 1.000\nRecall@5 1.000\nMRR@10 1.000\nsuccess@1 1.000\n',
    );
    expect(stdout).toContain('confidence AUC 1.000 (1 answerable, 1 unanswerable)');
    expect(stdout).toMatch(/build \d+ ms\np50 [\d.]+ ms\np95 [\d.]+ ms\n$/);
  });

  it('takes the documents of the set without the suffix', async () => {
    const { stdout } = await evaluate('--set', join(folder, 'set-typo'));

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
      join(folder, 'set/docs.jsonl'),
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
    expect(stdout).not.toContain('nDCG');
  });

  it.each([
    ['no argument', [], /^usage: /],
    ['an unknown option', ['--sets', 'x'], /^usage: /],
    ['a set and documents', ['--set', 'x', '--docs', 'y'], /^usage: /],
    ['a missing file', ['--set', '/nowhere'], /^cannot read \/nowhere\/docs\.jsonl\n$/],
    [
      'a file of another form',
      ['--docs', 'package.json', '--queries', 'x'],
      /^package\.json, line 1 does not/,
    ],
  ])('says in one line what is wrong with %s', async (_, args, sentence) => {
    const failed = evaluate(...args);

    await expect(failed).rejects.toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringMatching(sentence),
    });
  });
});
