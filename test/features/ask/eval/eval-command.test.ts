import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { useCaseId } from '../../../../src/domain/ids.ts';
import { createSqliteStore } from '../../../../src/store/adapters/sqlite.ts';
import { allCollections } from '../../../../src/store/all-collections.ts';
import { UseCases } from '../../../../src/store/use-cases.ts';
import { aUseCase } from '../../../support/builders.ts';
import { FakeClock } from '../../../support/fake-clock.ts';
import { EvalScene, goodAnswers, parking, seals } from './eval-scene.ts';

const scene = new EvalScene();

describe('the command npm run answers:eval', () => {
  it.each<readonly [string, string]>([
    ['{"question":"Wer?"', 'is no JSON'],
    ['[1]', 'must be an object'],
    ['{"records":["example-parking"]}', '"question" must be a text'],
    ['{"question":" ","records":["example-parking"]}', '"question" must not be empty'],
    ['{"question":"Wer?","records":[]}', '"records" must not be empty'],
    [
      '{"question":"Wer?","records":["gibt-es-nicht"]}',
      '"records[0]" is no record that is known: gibt-es-nicht',
    ],
    [
      '{"question":"Wer?","records":["example-parking"],"mustNname":["x"]}',
      '"mustNname" is no field of a case',
    ],
    ['{"question":"Wer?","records":["example-parking"],"mustName":["x",5]}', '"mustName[1]" must be a text'],
    [
      '{"question":"Wer?","records":["example-parking"],"refuse":true,"mustName":["x"]}',
      '"mustName" has no place beside "refuse"',
    ],
    ['{"question":"Wer?","records":[{"title":"x"}]}', '"records[0].summary" must be a text'],
    [
      '{"question":"Wer?","records":[{"title":"x","summary":"y","produkt":"z"}]}',
      '"records[0].produkt" is no field of a record',
    ],
    [
      '{"question":"Wer?","records":[{"title":"x","summary":"y","adopters":[{"body":{"kind":"commune","communeId":"12345678"},"stage":"pilot"}]}]}',
      '"records[0].adopters[0].body.communeId" is no commune that is known: 12345678',
    ],
    [
      '{"question":"Wer?","records":[{"title":"x","summary":"y","costs":[{"kind":"z","asOf":"31.2.","visibility":"public"}]}]}',
      '"records[0]" would not be imported: bad-date 31.2.',
    ],
  ])('names the line and the field of a broken file: %s', async (line, problem) => {
    const sound = JSON.stringify(seals);
    await writeFile(scene.file, line.startsWith('[') ? line : `${sound}\n\n${line}\n`);

    const { code, out, errors } = await scene.evaluate();

    const place = `${scene.file}, ${line.startsWith('[') ? 'entry 1' : 'line 3'}`;
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(errors).toMatch(/^[^\n]+$/);
    expect(errors.replace('the case ', '')).toContain(`${place}: ${problem}`);
    expect(scene.server.calls).toEqual([]);
  });

  it('takes one JSON list, and refuses one without cases, and the same id twice', async () => {
    scene.server.answerInTurn(...goodAnswers);
    await writeFile(scene.file, JSON.stringify([seals, { ...parking, id: undefined }], null, 2));
    const list = await scene.evaluate();
    await writeFile(scene.file, ' \n');
    const empty = await scene.evaluate();
    await scene.write(seals, seals);
    const twice = await scene.evaluate();

    expect(list.out).toContain('good  2: grounded');
    expect(empty).toMatchObject({ code: 2, errors: `${scene.file} has no cases` });
    expect(twice).toMatchObject({
      code: 2,
      errors: `${scene.file}, line 2: "id" robben is there twice`,
    });
  });

  it.each<readonly [readonly string[], Readonly<Record<string, string>>, RegExp]>([
    [['--schnell'], {}, /^usage: npm run answers:eval -- /],
    [['--stand-in', '--answers'], {}, /^usage: /],
    [['--repeat', '0'], {}, /^usage: /],
    [['--cases', 'fehlt.jsonl', '--stand-in'], {}, /^cannot read .*fehlt\.jsonl$/],
    [['--only', 'fehlt', '--stand-in'], {}, /^--only: there is no case fehlt$/],
    [[], {}, /^LLM_BASE_URL and LLM_MODEL are needed in the environment, or --stand-in$/],
    [[], { LLM_MODEL: 'wort-1' }, /^LLM_BASE_URL: is required with /],
  ])('answers %j with %j by what to do', async (args, settings, sentence) => {
    const { code, out, errors } = await scene.run(args, settings);

    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(errors).toMatch(sentence);
  });

  it('finds records in the store by their ids, as the export of feedback names them', async () => {
    const settings = {
      ...scene.model,
      SQLITE_PATH: join(scene.folder, 'community.sqlite'),
      OPERATOR_DATA: join(scene.folder, 'operator'),
    };
    const store = createSqliteStore({ path: settings.SQLITE_PATH, clock: new FakeClock(0) });
    await store.open(allCollections);
    await new UseCases(store).add(aUseCase({ id: useCaseId('u1'), title: 'Robben zählen' }));
    await scene.write({ ...seals, records: ['u1', 'example-parking'], mustName: ['Robben'] });
    scene.server.answerInTurn({ text: 'Dort werden Robben gezählt [1].' });
    const args = ['--cases', 'cases.jsonl', '--store'];

    const during = await scene.run(args, settings);
    await store.close();
    const found = await scene.run(args, settings);
    const without = await scene.run(args.slice(0, 2), settings);

    expect(during).toMatchObject({ code: 1, errors: '--store: the bot runs and uses the store' });
    expect(found.out).toContain('good  robben: grounded');
    expect(without.code).toBe(2);
  });
});
