import { describe, expect, it } from 'vitest';
import { checkDetails } from '../../../src/domain/meetings/answer-meeting-form.ts';

const asked = { mostGuests: 3, questions: ['Was bringen Sie mit?', 'Wie kommen Sie?'] };

describe('what somebody adds to their answer', () => {
  it('is taken as it was typed, without what says nothing', () => {
    const checked = checkDetails({ guests: ' 2 ', name: 'Berta\nB.', answers: ['Kuchen', ' – '] }, asked);

    expect(checked).toMatchObject({
      kind: 'valid',
      details: {
        guests: 2,
        name: 'Berta B.',
        details: [{ question: 'Was bringen Sie mit?', text: 'Kuchen' }],
      },
    });
  });

  it('may be nothing at all: then nobody comes along, and no name is kept', () => {
    expect(checkDetails({ answers: [] }, asked)).toMatchObject({
      kind: 'valid',
      details: { guests: 0, details: [] },
    });
    expect(checkDetails({ name: ' ', answers: [] }, asked)).not.toHaveProperty('details.name');
  });

  it.each(['zwei', '-1', '2.5', '2,5', '1e1', '0x2', '9999999999', '٢'])(
    'needs guests as a whole number: "%s" is none, and stays in the form',
    (guests) => {
      expect(checkDetails({ guests, answers: ['Kuchen'] }, asked)).toEqual({
        kind: 'invalid',
        problems: [{ kind: 'guests-invalid' }],
        fields: { guests, name: '', answers: ['Kuchen', ''] },
      });
    },
  );

  it('has at most so many guests as the organisers allow', () => {
    expect(checkDetails({ guests: '3', answers: [] }, asked).kind).toBe('valid');
    expect(checkDetails({ guests: '4', answers: [] }, asked)).toMatchObject({
      problems: [{ kind: 'guests-too-many', most: 3 }],
      fields: { guests: '4' },
    });
  });

  it('is refused where it is too long, and comes back as it was typed', () => {
    const answer = 'x'.repeat(301);
    const checked = checkDetails({ name: 'y'.repeat(101), answers: ['Kuchen', answer] }, asked);

    expect(checked).toEqual({
      kind: 'invalid',
      problems: [
        { kind: 'name-too-long', length: 101 },
        { kind: 'answer-too-long', index: 1, length: 301 },
      ],
      fields: { guests: '', name: 'y'.repeat(101), answers: ['Kuchen', answer] },
    });
  });

  it('is cut only where no form could hold it', () => {
    const { fields } = checkDetails({ name: 'y'.repeat(9000), answers: ['x'.repeat(9000)] }, asked);

    expect([fields.name.length, fields.answers[0]?.length]).toEqual([600, 1500]);
  });

  it('answers no question that is not asked', () => {
    const checked = checkDetails({ answers: ['Kuchen', 'Zug', 'Nein'] }, { ...asked, questions: ['Was?'] });

    expect(checked).toMatchObject({ details: { details: [{ question: 'Was?', text: 'Kuchen' }] } });
  });
});
