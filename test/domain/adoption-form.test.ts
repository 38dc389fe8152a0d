import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkAdoption, cleanAdoption, toTypedAdoption } from '../../src/domain/adoption-form.ts';
import type { TypedAdoption } from '../../src/domain/adoption-form.ts';
import { storedMemberId } from '../../src/domain/ids.ts';
import { adopterAt, menden } from '../support/builders.ts';

const anna = storedMemberId('t.anna');
const now = Date.UTC(2026, 10, 22, 9);
const self = { memberId: anna, name: 'Anna Beispiel', email: 'anna@example.org' };
const right: TypedAdoption = { stage: 'pilot', contact: 'none' };

function problemsOf(typed: TypedAdoption, context: Partial<Parameters<typeof checkAdoption>[1]> = {}) {
  const outcome = checkAdoption(typed, { now, ...context });
  return outcome.kind === 'invalid' ? outcome.problems : [];
}

describe('the form of a commune that does it as well', () => {
  it('is right with a stage and whom to ask alone', () => {
    expect(checkAdoption(right, { now })).toEqual({ kind: 'valid', adoption: { stage: 'pilot' } });
  });

  it('takes over everything that is typed', () => {
    const typed = {
      stage: 'in_use',
      since: 'März 2026',
      contact: 'mailbox',
      mailbox: ' Telefon@Menden.de ',
      note: 'Rund 40 %\nder Anrufe.',
    };

    expect(checkAdoption(typed, { now })).toEqual({
      kind: 'valid',
      adoption: {
        stage: 'in_use',
        since: '2026-03',
        contact: { email: 'Telefon@Menden.de' },
        note: 'Rund 40 %\nder Anrufe.',
      },
    });
  });

  it('names the person with what Teams says of them', () => {
    expect(checkAdoption({ ...right, contact: 'self' }, { now, self })).toMatchObject({
      kind: 'valid',
      adoption: { contact: self },
    });
    expect(problemsOf({ ...right, contact: 'self' })).toEqual([
      { field: 'contact', because: 'name-unknown' },
    ]);
  });

  it('takes an address that was typed without choosing for a mailbox', () => {
    expect(checkAdoption({ stage: 'idea', mailbox: 'a@b.de' }, { now })).toMatchObject({
      adoption: { contact: { email: 'a@b.de' } },
    });
  });

  it('keeps whoever is to be asked so far', () => {
    const known = { name: 'Herr Muster', phone: '02373 903-0' };

    expect(checkAdoption({ ...right, contact: 'keep' }, { now, known })).toMatchObject({
      adoption: { contact: known },
    });
    expect(problemsOf({ ...right, contact: 'keep' })).toEqual([{ field: 'contact', because: 'missing' }]);
  });

  it.each([
    ['no stage', { stage: '' }, { field: 'stage', because: 'missing' }],
    ['a stage that only imports have', { stage: 'unknown' }, { field: 'stage', because: 'missing' }],
    ['a forged stage', { stage: 'constructor' }, { field: 'stage', because: 'missing' }],
    ['a date that is none', { since: 'neulich' }, { field: 'since', because: 'invalid' }],
    ['a day that does not exist', { since: '31.02.2026' }, { field: 'since', because: 'invalid' }],
    ['the next month', { since: '12.2026' }, { field: 'since', because: 'future' }],
    ['tomorrow', { since: '23.11.2026' }, { field: 'since', because: 'future' }],
    ['the next year', { since: '2027' }, { field: 'since', because: 'future' }],
    ['nobody to ask', { contact: '' }, { field: 'contact', because: 'missing' }],
    ['no address', { contact: 'mailbox' }, { field: 'mailbox', because: 'missing' }],
    ['half an address', { contact: 'mailbox', mailbox: 'info@' }, { field: 'mailbox', because: 'invalid' }],
    [
      'a link for an address',
      { contact: 'mailbox', mailbox: 'https://evil.example/?a@b.de' },
      { field: 'mailbox', because: 'invalid' },
    ],
    [
      'two addresses',
      { contact: 'mailbox', mailbox: 'a@b.de,c@d.de' },
      { field: 'mailbox', because: 'invalid' },
    ],
    ['a rejection without its reason', { stage: 'rejected' }, { field: 'note', because: 'reason-missing' }],
    [
      'a reason without a letter',
      { stage: 'rejected', note: '\u200b - \u202e' },
      { field: 'note', because: 'reason-missing' },
    ],
    ['too much', { note: 'x'.repeat(603) }, { field: 'note', because: 'too-long', over: 3 }],
  ] as const)('refuses %s and says which field it is', (_, different, problem) => {
    expect(problemsOf({ ...right, ...different })).toEqual([problem]);
  });

  it.each([
    ['today', '22.11.2026'],
    ['this month', '11.2026'],
    ['this year', '2026'],
  ])('knows %s', (_, since) => {
    expect(problemsOf({ ...right, since })).toEqual([]);
  });

  it('tells everything that is wrong at once', () => {
    const problems = problemsOf({ stage: 'rejected', since: 'x', contact: 'mailbox', mailbox: '@' });

    expect(problems.map(({ field }) => field)).toEqual(['since', 'mailbox', 'note']);
  });

  it('removes what hides or turns words around, and keeps everything else', () => {
    const note = 'Zum\u202e Test\u0000\u200b **fett** [x](https://evil.example) <at>alle</at> =1+1 🙂';

    expect(cleanAdoption({ note }).note).toBe(
      'Zum Test **fett** [x](https://evil.example) <at>alle</at> =1+1 🙂',
    );
  });

  it('never throws, whatever is typed', () => {
    const words = fc.string({ unit: 'binary', maxLength: 700 });
    const anything = fc.record({ stage: words, since: words, contact: words, mailbox: words, note: words });
    fc.assert(
      fc.property(anything, (typed) => {
        expect(['valid', 'invalid']).toContain(checkAdoption(typed, { now, self }).kind);
      }),
    );
  });
});

describe('what a commune says, in the form again', () => {
  it.each([
    ['nobody', undefined, { contact: 'none', mailbox: '' }],
    ['the reader', self, { contact: 'self', mailbox: '' }],
    ['a colleague', { ...self, memberId: storedMemberId('t.berta') }, { contact: 'keep', mailbox: '' }],
    ['a mailbox', { email: 'a@b.de' }, { contact: 'mailbox', mailbox: 'a@b.de' }],
    ['a person of an import', { name: 'Muster', email: 'a@b.de' }, { contact: 'keep', mailbox: '' }],
  ])('names %s as whom to ask', (_, contact, expected) => {
    const adopter = adopterAt(menden, 'pilot', { since: '2026-03', ...(contact && { contact }) });

    expect(toTypedAdoption(adopter, anna)).toEqual({
      stage: 'pilot',
      since: '2026-03',
      note: '',
      ...expected,
    });
  });

  it('leaves a stage open that nobody knows', () => {
    expect(toTypedAdoption(adopterAt(menden, 'unknown'), anna)).not.toHaveProperty('stage');
  });

  it('is the same again when it is sent unchanged', () => {
    const contacts = [undefined, self, { email: 'a@b.de' }, { name: 'Muster' }];
    for (const contact of contacts) {
      const adopter = adopterAt(menden, 'rejected', {
        since: '2026',
        note: 'Zu teuer.',
        ...(contact && { contact }),
      });
      const { body: _, ...adoption } = adopter;

      const checked = checkAdoption(toTypedAdoption(adopter, anna), {
        now,
        self,
        ...(contact && { known: contact }),
      });

      expect(checked).toEqual({ kind: 'valid', adoption });
    }
  });
});
