import { describe, expect, it } from 'vitest';
import { checkAnswer, checkInquiry } from '../../src/domain/inquiry-form.ts';

describe('the form of an inquiry', () => {
  it('is valid with a question alone, cleaned of what nobody sees', () => {
    const checked = checkInquiry({ question: ' Wer\u202e nutzt\n\u200bDrohnen\u0007? ', more: ' ' });

    expect(checked).toEqual({ kind: 'valid', fields: { question: 'Wer nutzt Drohnen?', named: false } });
  });

  it.each([
    ['nothing', undefined],
    ['spaces', '   '],
    ['signs nobody sees', '\u200b\u202e\u0000'],
    ['signs alone', '???'],
  ])('needs a question: %s is none', (_, question) => {
    const checked = checkInquiry({ ...(question !== undefined && { question }), more: 'Mehr' });

    expect(checked).toMatchObject({
      kind: 'invalid',
      problems: ['question-missing'],
      fields: { more: 'Mehr' },
    });
  });

  it('refuses what is too long and keeps all of it, field by field', () => {
    const [question, more] = ['ä'.repeat(301), 'ö'.repeat(1001)];

    expect(checkInquiry({ question, more })).toEqual({
      kind: 'invalid',
      problems: ['question-too-long', 'more-too-long'],
      fields: { question, more, named: false },
    });
    expect(checkInquiry({ question: 'ä'.repeat(300), more: 'ö'.repeat(1000) }).kind).toBe('valid');
  });

  it('cuts only what no card could hold, and no character in two', () => {
    const checked = checkInquiry({ question: 'Wer?', more: `${'x'.repeat(8999)}😀` });

    expect(checked.fields.more).toBe('x'.repeat(8999));
  });
});

describe('the form of an answer', () => {
  it('asks for a stage of those who do it, and of nobody else', () => {
    expect(checkAnswer('doing', { text: 'Ja' })).toMatchObject({ problems: ['stage-missing'] });
    expect(checkAnswer('doing', { text: 'Ja', stage: 'unknown' })).toMatchObject({
      problems: ['stage-missing'],
    });
    expect(checkAnswer('doing', { text: 'Ja', stage: 'pilot' })).toEqual({
      kind: 'valid',
      fields: { text: 'Ja', stage: 'pilot' },
    });
    expect(checkAnswer('knows', { text: 'Ja', stage: 'pilot' })).toEqual({
      kind: 'valid',
      fields: { text: 'Ja' },
    });
  });

  it('needs words, at most 1,000 characters, and loses none of 10,000', () => {
    const text = 'x'.repeat(10_000);

    expect(checkAnswer('words', { text: ' ' })).toMatchObject({ problems: ['text-missing'] });
    expect(checkAnswer('words', { text })).toEqual({
      kind: 'invalid',
      problems: ['text-too-long'],
      fields: { text },
    });
  });
});
