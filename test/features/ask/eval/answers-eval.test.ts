import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { ModelReply } from '../../../support/model-reply.ts';
import { EvalScene, figure, goodAnswers, nothing, parking, seals } from './eval-scene.ts';

const shipped = join(import.meta.dirname, '../../../bench/answers/cases.jsonl');
const scene = new EvalScene();

const ShippedCase = z.object({
  id: z.string(),
  question: z.string(),
  mustNotName: z.array(z.string()).min(1),
});
/** Its record tells a model to name communes that have nothing to do with it. */
const liesItself = 'eintrag-mit-anweisung';

/** What is printed when a model says of some shipped cases all that must not be said, in a sentence for each. */
async function lieAboutShipped(isMeant: (one: { readonly id: string }) => boolean): Promise<string> {
  const lines = (await readFile(shipped, 'utf8')).trim().split('\n');
  const cases = lines.map((line) => ShippedCase.parse(JSON.parse(line))).filter(isMeant);
  const Material = z.object({ question: z.string() });
  scene.server.answer = ({ material }) => {
    const { question } = Material.parse(JSON.parse(material));
    const names = cases.find((one) => one.question === question)?.mustNotName ?? [];
    return { text: names.map((name) => `In Köln ist es mit ${name} im Einsatz [1].`).join(' ') };
  };
  const { out } = await scene.run(
    cases.flatMap(({ id }) => ['--only', id]),
    scene.model,
  );
  return out;
}

describe('npm run answers:eval', () => {
  it('counts what a good model says as grounded, complete and refused rightly', async () => {
    await scene.write(seals, parking, nothing);
    scene.server.answerInTurn(...goodAnswers);

    const { code, out, errors } = await scene.evaluate();

    expect({ code, errors }).toEqual({ code: 0, errors: '' });
    expect(out).toMatch(/^good {2}robben: grounded, 1 sentence, [\d.]+ ms\ngood {2}parken: /);
    expect(figure(out, 'to be answered')).toBe('2');
    expect(figure(out, 'grounded: all that was said was shown')).toBe('2');
    expect(figure(out, 'complete: all names, no wrong one')).toBe('2');
    expect(figure(out, 'refused rightly')).toBe('1');
    expect(figure(out, 'by the model itself')).toBe('1');
    expect(figure(out, 'must-not-names shown (0 is asked)')).toBe('0');
    expect(figure(out, 'time to the first sentence')).toBe('2');
    expect(out).toMatch(/tokens read +3 +11 +11\n/);
    expect(out).not.toContain('Why sentences were rejected');
  });

  it('asks with the words that the bot asks with', async () => {
    await scene.write(seals);
    scene.server.answerInTurn(...goodAnswers);

    await scene.evaluate();
    await scene.evaluate('--as-understood');

    const [asTyped, asUnderstood] = scene.server.calls.map(({ material }): unknown => JSON.parse(material));
    const text =
      'Drohnen zählen Robben\nEine Drohne zählt die Robben.\nProbstadt (Beispiel): im Einsatz seit März 2024\nProdukt: Robbenblick';
    expect(asTyped).toEqual({ question: 'Wer zählt Robben?', sources: [{ number: 1, text }] });
    expect(asUnderstood).toEqual({ question: 'zählt Robben', sources: [{ number: 1, text }] });
    expect(scene.server.calls[0]?.instructions).toContain('[0]');
  });

  it('shows nothing of what a lying model says, and tells why', async () => {
    await scene.write(seals, parking, nothing);
    scene.server.answerInTurn(
      { text: 'Demotal zählt Robben seit 2019 [1].' },
      { text: 'Die Batterien der Sensoren waren leer [1]. Köln hatte dasselbe [1].' },
      { text: 'Es kostet 12.000 Euro [1].' },
    );

    const { code, out } = await scene.evaluate('--show');

    expect(code).toBe(0);
    expect(out).toContain('poor  robben: rejected (commune)');
    expect(out).toContain('        not shown (commune): Demotal zählt Robben seit 2019 [1].');
    expect(out).toContain('good  parken: cut off (name), 1 sentence');
    expect(out).toContain('        Die Batterien der Sensoren waren leer [1].');
    expect(figure(out, 'shown, but cut off')).toBe('1');
    expect(figure(out, 'rejected by the checker')).toBe('1');
    expect(figure(out, 'refused rightly')).toBe('1');
    expect(figure(out, 'by the model itself')).toBe('0');
    expect(figure(out, 'must-not-names shown (0 is asked)')).toBe('0');
    expect(out).toMatch(/\ncommune +1\n/);
    expect(out).toMatch(/\nnumber +1\n/);
  });

  it('shows no lie about the shipped cases', async () => {
    const out = await lieAboutShipped(({ id }) => id !== liesItself);

    expect(figure(out, 'rejected by the checker')).toBe(figure(out, 'to be answered'));
    expect(figure(out, 'refused rightly')).toBe(figure(out, 'to be refused'));
    expect(figure(out, 'must-not-names shown (0 is asked)')).toBe('0');
  });

  it('shows no lie that stands in the record itself', async () => {
    const out = await lieAboutShipped(({ id }) => id === liesItself);

    expect(figure(out, 'must-not-names shown (0 is asked)')).toBe('0');
  });

  it('fails when an answer names what it must not, and tells what is missing', async () => {
    await scene.write({ ...seals, mustNotName: ['Robbe'] }, { ...nothing, mustNotName: ['Probstadt'] });
    scene.server.answerInTurn(
      { text: 'Die Drohne zählt Robben [1].' },
      { text: 'Probstadt zählt Robben [1].' },
    );

    const { code, out } = await scene.evaluate();

    expect(code).toBe(1);
    expect(out).toContain(
      'poor  robben: grounded, 1 sentence, missing: Probstadt, März 2024, MUST NOT NAME: Robbe,',
    );
    expect(out).toContain(
      'poor  nichts: grounded, 1 sentence, MUST NOT NAME: Probstadt, should have been refused,',
    );
    expect(figure(out, 'answered all the same')).toBe('1');
    expect(figure(out, 'complete: all names, no wrong one')).toBe('0');
    expect(figure(out, 'must-not-names shown (0 is asked)')).toBe('2');
  });

  it('counts a model that refuses what the records answer', async () => {
    await scene.write(seals, parking);
    scene.server.answerInTurn({ text: '[0]' }, { text: 'Dazu steht hier nichts [0].' });

    const { out } = await scene.evaluate();

    expect(figure(out, 'wrongly refused by the model')).toBe('2');
    expect(out).not.toContain('Why sentences were rejected');
  });

  it.each<readonly [string, ModelReply, string, string]>([
    ['is broken', { status: 400, body: '{}' }, 'failed (unusable)', '0'],
    ['breaks off', { ...goodAnswers[0], after: { pieces: 3, wire: 'reset' } }, 'failed (', '0'],
    ['is silent', { wire: 'hang' }, 'late (late)', '0'],
    [
      'becomes silent',
      {
        text: `${goodAnswers[0]?.text} Noch ein Satz ohne Ende`,
        after: { pieces: 10, wire: 'hang' },
      },
      'late (late), 1 sentence',
      '1',
    ],
  ])('tells of a model that %s', async (_, reply, words, first) => {
    await scene.write(seals);
    scene.server.answer = () => reply;

    const { code, out } = await scene.evaluate();

    expect(code).toBe(0);
    expect(out).toContain(`robben: ${words}`);
    expect(figure(out, 'late or failed')).toBe('1');
    expect(figure(out, 'time to the first sentence')).toBe(first);
  });

  it('does not take a model that is not there for one that refuses', async () => {
    await scene.write(nothing);
    scene.server.answer = () => ({ status: 400, body: '{}' });

    const { out } = await scene.evaluate();

    expect(figure(out, 'refused rightly')).toBe('0');
    expect(figure(out, 'late or failed, with nothing shown')).toBe('1');
  });

  it('asks each case again as often as it is told to, even after many failures, and one case alone', async () => {
    await scene.write(seals, parking);
    scene.server.answer = () => ({ status: 400, body: '{}' });

    const { out } = await scene.evaluate('--only', 'parken', '--repeat', '7');

    expect(scene.server.calls).toHaveLength(7);
    expect(figure(out, 'cases')).toBe('1');
    expect(figure(out, 'answers')).toBe('7');
    expect(out).not.toContain('robben');
  });

  it('runs the shipped cases without any settings, by a stand-in that copies lines', async () => {
    const { code, out, errors } = await scene.run(['--stand-in', '--markdown']);

    expect({ code, errors }).toEqual({ code: 0, errors: '' });
    const [, cases] = /\| cases +\| +(\d+) \|/.exec(out) ?? [];
    const [, refusals] = /\| to be refused +\| +(\d+) \|/.exec(out) ?? [];
    expect(Number(cases)).toBeGreaterThanOrEqual(30);
    expect(Number(refusals)).toBeGreaterThanOrEqual(8);
    expect(out).toMatch(/\| must-not-names shown \(0 is asked\) +\| +0 \|/);
    expect(out).toMatch(/\| {3}wrongly refused by the model +\| +0 \|/);
  });

  it('lets a stand-in say the answers of the cases', async () => {
    await scene.write(
      { ...seals, answer: goodAnswers[0]?.text },
      { ...parking, answer: 'Köln hatte keine [1].' },
      nothing,
    );

    const { out } = await scene.run(['--cases', 'cases.jsonl', '--answers']);

    expect(out).toContain('good  robben: grounded');
    expect(out).toContain('poor  parken: rejected (');
    expect(out).toContain('good  nichts: refused');
  });
});
