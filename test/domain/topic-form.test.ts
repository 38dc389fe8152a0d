import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { userGroupId } from '../../src/domain/ids.ts';
import { checkTopic, suggestTopic, toTags } from '../../src/domain/topic-form.ts';
import type { TypedTopic } from '../../src/domain/topic-form.ts';
import { topicLimits } from '../../src/domain/topic-request.ts';

const title = 'KI im Bauamt';

describe('the form of a topic', () => {
  it('is taken over clean, the title in one line and each tag once', () => {
    const outcome = checkTopic({
      title: ' KI im\nBau\u202eamt ',
      question: 'Wer prüft\r\nAnträge?\u0000',
      userGroupId: userGroupId('g1'),
      tags: '#Bauen, anträge; Bauen,,Anträge',
      mayReport: 'true',
    });

    expect(outcome).toEqual({
      kind: 'valid',
      topic: {
        title,
        question: 'Wer prüft\nAnträge?',
        userGroupId: 'g1',
        tags: ['Bauen', 'anträge'],
      },
      fields: {
        title,
        question: 'Wer prüft\nAnträge?',
        userGroupId: 'g1',
        tags: '#Bauen, anträge; Bauen,,Anträge',
        mayReport: true,
      },
    });
  });

  it('needs nothing but a title', () => {
    expect(checkTopic({ title })).toEqual({
      kind: 'valid',
      topic: { title, tags: [] },
      fields: { title, tags: '', mayReport: false },
    });
  });

  it.each<[TypedTopic, readonly string[]]>([
    [{}, ['title-missing']],
    [{ title: ' \u202e\n ' }, ['title-missing']],
    [{ title: '?!…' }, ['title-missing']],
    [{ title: 'ä'.repeat(101) }, ['title-too-long']],
    [{ title, question: 'x'.repeat(601) }, ['question-too-long']],
    [{ title, tags: 'a, b, c, d, e, f' }, ['tags-too-many']],
    [{ title, tags: `Bauen, ${'x'.repeat(31)}` }, ['tag-too-long']],
    [
      { question: 'x'.repeat(601), tags: `1;2;3;4;5;${'x'.repeat(31)}` },
      ['title-missing', 'question-too-long', 'tags-too-many', 'tag-too-long'],
    ],
  ])('is refused with every problem, in the order of its fields (%#)', (typed, problems) => {
    expect(checkTopic(typed)).toMatchObject({ kind: 'invalid', problems });
  });

  it.each<TypedTopic>([
    { title: 'ä'.repeat(100) },
    { title, question: 'x'.repeat(600) },
    { title, tags: `a, b, c, d, ${'x'.repeat(30)}` },
    { title, tags: 'a, A, a , b, c, d, e' },
  ])('is taken up to its limits (%#)', (typed) => {
    expect(checkTopic(typed).kind).toBe('valid');
  });

  it('keeps what was typed when it is refused', () => {
    const typed = { title: 'x'.repeat(500), question: 'y'.repeat(3000), tags: 'a;'.repeat(20) };

    expect(checkTopic(typed)).toMatchObject({ kind: 'invalid', fields: { ...typed, mayReport: false } });
  });

  it('stays within its limits whatever is sent, and fits on a card', () => {
    const typed = fc.record(
      {
        title: fc.string({ unit: 'binary', maxLength: 3000 }),
        question: fc.string({ unit: 'binary', maxLength: 9000 }),
        tags: fc.string({ unit: 'binary', maxLength: 3000 }),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(typed, (one) => {
        const outcome = checkTopic(one);
        const topic = outcome.kind === 'valid' ? outcome.topic : { title, tags: [] };
        const { title: kept, question = '', tags } = topic;

        expect(JSON.stringify(outcome.fields).length).toBeLessThan(20_000);
        expect(kept.length).toBeLessThanOrEqual(topicLimits.title);
        expect(question.length).toBeLessThanOrEqual(topicLimits.question);
        expect(tags.length).toBeLessThanOrEqual(topicLimits.tags);
        expect(tags.filter((tag) => tag.length > topicLimits.tag)).toEqual([]);
        // What was taken over once is taken over again as it is.
        expect(checkTopic({ ...topic, tags: tags.join(', ') })).toMatchObject({ kind: 'valid', topic });
      }),
    );
  });
});

describe('tags', () => {
  it('may be written with "#", commas, semicolons and lines between them', () => {
    expect(toTags('# KI , Bauen;Anträge\nRecht')).toEqual(['KI', 'Bauen', 'Anträge', 'Recht']);
  });

  it('are none where nothing is said', () => {
    expect(toTags(' , ; #, –')).toEqual([]);
  });
});

describe('what somebody else wrote, as a topic', () => {
  it.each([
    ['KI im Bauamt', { title: 'KI im Bauamt' }],
    ['KI im Bauamt.', { title: 'KI im Bauamt', question: 'KI im Bauamt.' }],
    [
      'Wir prüfen Bauanträge mit KI. Wer macht das auch?',
      {
        title: 'Wir prüfen Bauanträge mit KI',
        question: 'Wir prüfen Bauanträge mit KI. Wer macht das auch?',
      },
    ],
    [
      'Wer prüft Bauanträge? Danke für Hinweise.',
      { title: 'Wer prüft Bauanträge?', question: 'Wer prüft Bauanträge? Danke für Hinweise.' },
    ],
    [
      'Hallo zusammen,\n\nwas kostet z. B. Copilot ab dem 1. März im Monat?',
      {
        title: 'was kostet z. B. Copilot ab dem 1. März im Monat?',
        question: 'Hallo zusammen,\n\nwas kostet z. B. Copilot ab dem 1. März im Monat?',
      },
    ],
    ['Hallo,', { title: 'Hallo,' }],
    ['', { title: '' }],
  ])('begins with its first sentence: %j', (words, expected) => {
    expect(suggestTopic(words)).toEqual(expected);
  });

  it('is cut visibly to what the fields may have', () => {
    const { title: cut, question } = suggestTopic(`${'Wort '.repeat(40)}\n${'x'.repeat(900)}`);

    expect(cut).toMatch(/^Wort .*…$/);
    expect(cut.length).toBeLessThanOrEqual(100);
    expect(question).toMatch(/x…$/);
    expect(question).toHaveLength(600);
    expect(checkTopic({ title: cut, ...(question !== undefined && { question }) }).kind).toBe('valid');
  });
});
