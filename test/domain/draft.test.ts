import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beginRegistering, finish, fromText, reopen, save } from '../../src/domain/draft.ts';
import type { Draft } from '../../src/domain/draft.ts';
import { draftId, storedMemberId, useCaseId } from '../../src/domain/ids.ts';
import { summaryLimit, titleLimit } from '../../src/domain/use-case.ts';

describe('a message as the beginning of a use case', () => {
  it('gives its first sentence as the title', () => {
    expect(fromText('Wir zählen jetzt Bienen im Stadtpark. Das macht eine Kamera.')).toEqual({
      title: 'Wir zählen jetzt Bienen im Stadtpark',
      summary: 'Wir zählen jetzt Bienen im Stadtpark. Das macht eine Kamera.',
    });
  });

  it.each([
    ['its first line', 'Bienen im Stadtpark\n\nEine Kamera zählt sie.', 'Bienen im Stadtpark'],
    ['a question', 'Macht das jemand? Wir ja.', 'Macht das jemand'],
    ['a sentence with a number', 'Wir sparen 3.5 Stunden am Tag. Gut.', 'Wir sparen 3.5 Stunden am Tag'],
    ['words alone', 'Bienenzählung', 'Bienenzählung'],
  ])('gives %s', (_, text, title) => {
    expect(fromText(text).title).toBe(title);
  });

  it('of more than a summary holds stands below as a whole', () => {
    const text = `Erste Zeile.\n${'Noch ein Satz. '.repeat(40)}`.trim();

    const typed = fromText(text);

    expect(typed.title).toBe('Erste Zeile');
    expect(typed.summary).toMatch(/^Erste Zeile\. Noch ein Satz\..*…$/);
    expect(typed.description).toBe(text);
  });

  it.each(['', '  \n ', '\u200b\u202e'])('without words gives nothing: %j', (text) => {
    expect(fromText(text)).toEqual({});
  });

  it('never gives more than the form takes, whatever was written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 3000 }), (text) => {
        const { title = '', summary = '', description } = fromText(text);

        expect(title.length).toBeLessThanOrEqual(titleLimit);
        expect(summary.length).toBeLessThanOrEqual(summaryLimit);
        expect(`${title}${summary}${description ?? ''}`.isWellFormed()).toBe(true);
      }),
    );
  });

  it('loses nothing of a long word', () => {
    expect(fromText('x'.repeat(500)).title).toBe(`${'x'.repeat(99)}…`);
    expect(fromText('x'.repeat(500)).description).toBe('x'.repeat(500));
  });
});

describe('the way of a draft', () => {
  const opened: Draft = {
    id: draftId('d'),
    memberId: storedMemberId('t.anna'),
    origin: { kind: 'new' },
    typed: {},
    savedAt: 1,
    state: { kind: 'opened' },
  };
  const saved = save(opened, { title: 'Bienen' }, 2);
  const registering = beginRegistering(saved, 3);
  const registered = finish(registering, { kind: 'registered', useCaseId: useCaseId('d') }, 4);

  it('keeps what was typed last', () => {
    expect(save(saved, { title: 'Wespen' }, 9)).toEqual({
      ...opened,
      typed: { title: 'Wespen' },
      savedAt: 9,
      state: { kind: 'saved' },
    });
  });

  it('keeps the moment of the first press', () => {
    expect(beginRegistering(registering, 99).state).toEqual({ kind: 'registering', at: 3 });
  });

  it('takes nothing more once it is on its way', () => {
    expect(save(registering, { title: 'Wespen' }, 9)).toBe(registering);
    expect(save(registered, { title: 'Wespen' }, 9)).toBe(registered);
  });

  it('goes back when it cannot be published, and not when it was', () => {
    expect(reopen(registering).state).toEqual({ kind: 'saved' });
    expect(reopen(registered)).toBe(registered);
  });

  it('holds nothing any more at its end', () => {
    const origin = { kind: 'change', useCaseId: useCaseId('u'), base: { title: 'Alt' } } as const;

    expect(registered.typed).toEqual({});
    expect(finish({ ...saved, origin }, { kind: 'submitted' }, 4)).toMatchObject({
      origin: { base: {} },
      typed: {},
    });
  });
});
