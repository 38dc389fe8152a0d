import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { createSearchEngine } from '../../../src/search/create-search-engine.ts';
import { explanationTable } from '../../bench/explanation-table.ts';
import { fields } from '../support.ts';

const run = promisify(execFile);

function explain(...args: readonly string[]): Promise<{ stdout: string; stderr: string }> {
  return run(process.execPath, [
    '--disable-warning=ExperimentalWarning',
    'test/bench/search-explain.ts',
    ...args,
  ]);
}

describe('an explanation as a table', () => {
  const document = { id: 'a', fields: { title: 'Voicebot', summary: 'Ein Voicebot im Rathaus' } };
  const engine = createSearchEngine({ fields, synonyms: [['Telefonbot', 'Voicebot']] });
  engine.put(document);
  engine.put({ id: 'b', fields: { title: 'Friedhof' } });
  const explanation = engine.explain(document, 'Drohnen, Telefonbot digital');
  const lines = explanation === undefined ? [] : explanationTable('Voicebot (a)', explanation).split('\n');

  it('has a line for each evidence of a word, and one for a word that is missing', () => {
    expect(lines[0]).toBe('Voicebot (a)');
    expect(lines).toContainEqual(expect.stringMatching(/^Drohnen +missing +0\.000 +0\.000$/));
    expect(lines).toContainEqual(
      expect.stringMatching(
        /^Telefonbot +synonym +title: Voicebot; summary: Voicebot +\d\.\d{3} +\d\.\d{3}$/,
      ),
    );
    expect(lines).toContainEqual(expect.stringMatching(/^\(digital\) +missing +0\.000 +0\.000$/));
    expect(lines.at(-1)).toMatch(/^rank 1; confidence of the search 0\.\d{3}$/);
  });

  it('adds up, the figures below each other', () => {
    const end = (lines[2]?.indexOf('score') ?? 0) + 'score'.length;
    const figures = lines.slice(4, -1).map((line) => Number(line.slice(0, end).split(' ').at(-1)));

    const [sum = -1, ...parts] = figures.toReversed();

    expect(parts.length).toBeGreaterThan(5);
    expect(parts.reduce((total, part) => total + part, 0)).toBeCloseTo(sum, 2);
  });
});

describe('npm run search:explain', () => {
  it('explains a record of the demo by its key, found or not', async () => {
    const { stdout } = await explain('Wer hat einen Telefonbot?', 'press-15');
    const other = await explain('Wer hat einen Telefonbot?', 'press-14');

    expect(stdout).toMatch(/^"Telefonbot" in \d+ records\n\nKI-Telefonservice \(/);
    expect(stdout).toMatch(/Telefonbot +synonym +title: Telefonservice/);
    expect(other.stdout).toContain('does not match');
  });

  it('says what it wants when no question is given', async () => {
    await expect(explain()).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining('usage: ') });
  });
});
