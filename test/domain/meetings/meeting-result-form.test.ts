import { describe, expect, it } from 'vitest';
import { topicRequestId } from '../../../src/domain/ids.ts';
import { checkResults, toTopicResult } from '../../../src/domain/meetings/meeting-result-form.ts';

const [one, two] = [topicRequestId('t1'), topicRequestId('t2')];
const agenda = [one, two];
const text = 'Drei Kommunen rechnen nach.';

function problemsOf(typed: Parameters<typeof checkResults>[0]) {
  const outcome = checkResults(typed, agenda);
  return outcome.kind === 'invalid' ? outcome.problems : [];
}

describe('results as they are typed', () => {
  it('are words, links and the topics that were treated', () => {
    const typed = {
      text: ` ${text}\r\n\r\n\r\nIm März wieder.\u202E `,
      links: '\nhttps://www.example.org/a\n  www.example.org/b \nhttps://www.example.org/a',
      treated: 't2,t1',
    };

    expect(checkResults(typed, agenda)).toMatchObject({
      kind: 'valid',
      content: {
        text: `${text}\n\nIm März wieder.`,
        links: ['https://www.example.org/a', 'https://www.example.org/b'],
        treated: [one, two],
      },
    });
  });

  it('need words', () => {
    expect(problemsOf({})).toEqual([{ kind: 'text-missing' }]);
    expect(problemsOf({ text: ' …!\u200B' })).toEqual([{ kind: 'text-missing' }]);
  });

  it('have at most 3,000 characters', () => {
    expect(problemsOf({ text: 'a'.repeat(3000) })).toEqual([]);
    expect(problemsOf({ text: 'a'.repeat(3001) })).toEqual([{ kind: 'text-too-long', length: 3001 }]);
  });

  it('name each link that leads nowhere, by its words', () => {
    const links = [
      'https://www.example.org/gut',
      'Protokoll im Ordner',
      'javascript:alert(1)',
      'https://intern.local/x',
      `https://www.example.org/${'x'.repeat(500)}`,
    ].join('\n');

    expect(problemsOf({ text, links })).toEqual([
      { kind: 'link-invalid', link: 'Protokoll im Ordner' },
      { kind: 'link-invalid', link: 'javascript:alert(1)' },
      { kind: 'link-invalid', link: 'https://intern.local/x' },
      { kind: 'link-too-long', link: `https://www.example.org/${'x'.repeat(10)}…`, length: 524 },
    ]);
  });

  it('have at most five links', () => {
    const links = (n: number) =>
      Array.from({ length: n }, (_, index) => `https://example.org/${index}`).join('\n');

    expect(problemsOf({ text, links: links(5) })).toEqual([]);
    expect(problemsOf({ text, links: links(6) })).toEqual([{ kind: 'too-many-links', count: 6 }]);
  });

  it('treat nothing that is not on the agenda, and nothing where nothing was chosen', () => {
    const treatedOf = (treated: string) => checkResults({ text, treated }, agenda).fields.treated;

    expect(treatedOf('t2,t9')).toEqual([two]);
    expect(treatedOf('')).toEqual([]);
    expect(checkResults({ text }, agenda).fields.treated).toEqual([]);
  });

  it('come back as they were typed, as long as a form can hold them', () => {
    const { fields } = checkResults({ text: 'ü'.repeat(9000), links: 'x\n\ny', treated: 't1' }, agenda);

    expect(fields).toEqual({ text: 'ü'.repeat(5000), links: 'x\ny', treated: [one] });
  });
});

describe('what a treated topic says', () => {
  it('is the text, visibly cut to what a topic can hold, and the first link', () => {
    const content = { text: 'a'.repeat(1200), links: ['https://example.org/1', 'https://example.org/2'] };

    expect(toTopicResult({ ...content, treated: [] })).toEqual({
      text: `${'a'.repeat(999)}…`,
      link: 'https://example.org/1',
    });
  });

  it('has no link where there is none', () => {
    expect(toTopicResult({ text, links: [], treated: [] })).toEqual({ text });
  });
});
