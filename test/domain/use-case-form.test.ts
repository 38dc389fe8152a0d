import { describe, expect, it } from 'vitest';
import { checkUseCaseForm, cleanUseCaseForm } from '../../src/domain/check-use-case-form.ts';
import type { CheckContext } from '../../src/domain/check-use-case-form.ts';
import { memberId, tenantId } from '../../src/domain/ids.ts';
import type { TypedUseCase, UseCaseField } from '../../src/domain/use-case-form.ts';
import { anAsker, hemer, menden } from '../support/builders.ts';
import { shippedCommunes } from '../support/shipped-communes.ts';

const now = Date.UTC(2026, 10, 22, 9);
const self = { memberId: memberId(tenantId('t'), 'anna'), name: 'Anna Ahorn', email: 'anna@menden.example' };

const filledIn: TypedUseCase = {
  title: 'Telefonassistenz im Bürgerbüro',
  summary: 'Eine KI nimmt Anrufe an.',
  body: menden,
  stage: 'pilot',
  contact: 'mailbox',
  mailbox: 'digital@menden.example',
  category: 'other',
  language: 'de',
  visibility: 'community',
};

function check(typed: TypedUseCase, context: Partial<CheckContext> = {}) {
  return checkUseCaseForm(typed, {
    now,
    communes: shippedCommunes,
    asker: anAsker({ communeId: menden }),
    origin: 'new',
    self,
    ...context,
  });
}

/** What is wrong when the form is filled in but for these fields. */
function problemsWith(fields: TypedUseCase, context: Partial<CheckContext> = {}) {
  const outcome = check({ ...filledIn, ...fields }, context);
  return outcome.kind === 'invalid' ? outcome.problems : [];
}

describe('the form of a use case', () => {
  it('is complete with its eight fields', () => {
    expect(check(filledIn)).toEqual({
      kind: 'valid',
      checked: {
        content: {
          title: 'Telefonassistenz im Bürgerbüro',
          summary: 'Eine KI nimmt Anrufe an.',
          category: 'other',
          language: 'de',
          visibility: 'community',
          contact: { email: 'digital@menden.example' },
          technologies: [],
          costs: [],
          legalBasis: [],
          assessments: [],
          cooperationWanted: [],
          links: [],
          themes: [],
          tags: [],
        },
        adopter: { body: { kind: 'commune', communeId: menden }, stage: 'pilot' },
      },
    });
  });

  it('reads everything that can be left out', () => {
    const outcome = check({
      ...filledIn,
      since: 'März 2026',
      contact: 'self',
      mailbox: '',
      description: 'Erste Zeile\nzweite Zeile',
      effectValue: '1.240,5',
      effectUnit: 'Anrufe',
      effectDate: '06.2026',
      technologies: 'nlp,generative',
      sourcing: 'purchased',
      costs: 'Lizenz: 12.000 € pro Jahr\nSchulung',
      costsVisibility: 'public',
      effortDays: '12,5',
      worked: 'Die Schulung.',
      legalBasis: 'DSGVO\nGO NRW',
      personalData: 'yes',
      cooperationWanted: 'exchange',
      links: 'www.menden.de\nhttps://www.hemer.de/ki',
      themes: 'Bürgerservice, Telefonie',
    });

    expect(outcome).toMatchObject({
      kind: 'valid',
      checked: {
        adopter: { since: '2026-03' },
        content: {
          contact: self,
          description: 'Erste Zeile\nzweite Zeile',
          effectMeasured: { value: 1240.5, unit: 'Anrufe', date: '2026-06' },
          technologies: ['generative', 'nlp'],
          sourcing: 'purchased',
          costs: [
            { kind: 'Lizenz', euros: 12_000, basis: 'pro Jahr', visibility: 'public' },
            { kind: 'Schulung', visibility: 'public' },
          ],
          effortDays: 12.5,
          lessons: { worked: 'Die Schulung.' },
          legalBasis: ['DSGVO', 'GO NRW'],
          personalData: 'yes',
          cooperationWanted: ['exchange'],
          links: ['https://www.menden.de/', 'https://www.hemer.de/ki'],
          themes: ['Bürgerservice', 'Telefonie'],
        },
      },
    });
  });

  it.each<[UseCaseField, string, string]>([
    ['title', '', 'missing'],
    ['title', '   ', 'missing'],
    ['title', '\u200b\u202e', 'missing'],
    ['title', '!!!', 'missing'],
    ['title', 'x'.repeat(101), 'too-long'],
    ['summary', 'x'.repeat(10_000), 'too-long'],
    ['body', '', 'missing'],
    ['body', '99999999', 'unknown-commune'],
    ['body', '__proto__', 'unknown-commune'],
    ['body', hemer, 'not-own-commune'],
    ['body', 'organisation', 'missing'],
    ['stage', '', 'missing'],
    ['stage', 'unknown', 'bad-choice'],
    ['stage', 'rejected', 'reason-missing'],
    ['since', '2027', 'future-date'],
    ['since', '12.2026', 'future-date'],
    ['since', '31.02.2026', 'bad-date'],
    ['since', 'morgen halb drei', 'bad-date'],
    ['contact', '', 'missing'],
    ['contact', 'keep', 'bad-choice'],
    ['contact', 'somebody', 'bad-choice'],
    ['mailbox', 'x'.repeat(255), 'too-long'],
    ['mailbox', '', 'missing'],
    ['mailbox', 'digital(at)menden', 'bad-email'],
    ['mailbox', 'a@b.example\nBcc: all@b.example', 'bad-email'],
    ['category', 'unimportant', 'bad-choice'],
    ['language', 'Klingonisch', 'bad-choice'],
    ['visibility', 'secret', 'bad-choice'],
    ['effectValue', '40', 'missing'],
    ['effortDays', 'zwanzig', 'bad-number'],
    ['effortDays', '-3', 'bad-number'],
    ['costs', 'Lizenz: -5 €', 'bad-number'],
    ['technologies', 'nlp,magic', 'bad-choice'],
    ['links', 'javascript:alert(1)', 'bad-url'],
    ['links', 'https://user:secret@menden.de', 'bad-url'],
    ['links', 'http://169.254.169.254/latest', 'bad-url'],
    ['links', 'http://localhost:3978/', 'bad-url'],
    ['links', 'https://server.local/', 'bad-url'],
    ['codeUrl', 'data:text/html,x', 'bad-url'],
    ['legalBasis', 'x\n'.repeat(1000), 'too-long'],
    ['legalBasis', Array.from({ length: 21 }, (_, index) => index).join('\n'), 'too-many'],
  ])('says of %s = %j that it is %s', (field, value, problem) => {
    const problems = problemsWith({ [field]: value });

    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ problem });
  });

  it('says by how many characters a text is too long', () => {
    expect(problemsWith({ title: 'x'.repeat(103) })).toEqual([
      { field: 'title', problem: 'too-long', over: 3 },
    ]);
  });

  it('names every field that is wrong, in the order of the form', () => {
    const problems = problemsWith({ title: '', stage: '', links: 'ftp://x' });

    expect(problems.map(({ field }) => field)).toEqual(['title', 'stage', 'links']);
  });

  it('lets organisers, and members without a commune, enter what any commune does', () => {
    const asker = anAsker({ communeId: menden });

    expect(problemsWith({ body: hemer }, { asker: { ...asker, role: 'organiser' } })).toEqual([]);
    expect(problemsWith({ body: hemer }, { asker: anAsker() })).toEqual([]);
  });

  it('takes the person as the contact only where Teams says who that is', () => {
    const outcome = checkUseCaseForm(
      { ...filledIn, contact: 'self', mailbox: '' },
      { now, communes: shippedCommunes, asker: anAsker(), origin: 'new' },
    );

    expect(outcome).toEqual({ kind: 'invalid', problems: [{ field: 'contact', problem: 'name-unknown' }] });
  });

  it('keeps what people typed as text, without what hides or turns words around', () => {
    const typed = cleanUseCaseForm({
      title: ' Chat\u202ebot\u0000 [Link](https://x.example) \n=1+1 <at>all</at> ',
      summary: 'eins\r\nzwei\ud800',
    });

    expect(typed).toEqual({
      title: 'Chatbot [Link](https://x.example) =1+1 <at>all</at>',
      summary: 'eins\nzwei\ufffd',
    });
  });

  it('checks of a record that is changed only what was touched', () => {
    const base = {
      title: 'Alt',
      summary: 'x'.repeat(700),
      category: 'other',
      language: 'de',
      visibility: 'community',
    };

    expect(check({ ...base, title: 'Neu' }, { origin: 'change', base })).toMatchObject({ kind: 'valid' });
    expect(check({ ...base, title: '' }, { origin: 'change', base })).toEqual({
      kind: 'invalid',
      problems: [{ field: 'title', problem: 'missing' }],
    });
  });

  it.each<[TypedUseCase, UseCaseField, string]>([
    [{ effectValue: '40' }, 'effectUnit', 'missing'],
    [{ effectDate: '2026' }, 'effectValue', 'missing'],
    [{ contact: 'mailbox' }, 'mailbox', 'missing'],
    [{ mailbox: 'neu@menden.example' }, 'contact', 'mailbox-not-chosen'],
    [{ costsVisibility: 'organisation' }, 'costs', 'too-many'],
  ])('says of a record that is changed by %j what belongs to it', (typed, field, problem) => {
    const base: TypedUseCase = {
      title: 'Alt',
      summary: 'Alt',
      category: 'other',
      language: 'de',
      visibility: 'community',
      contact: 'keep',
      costs: 'x'.repeat(301),
    };

    expect(check({ ...base, ...typed }, { origin: 'change', base })).toEqual({
      kind: 'invalid',
      problems: [{ field, problem }],
    });
  });

  it('does not leave out an address without a word', () => {
    expect(problemsWith({ contact: 'self' })).toEqual([{ field: 'contact', problem: 'mailbox-not-chosen' }]);
    expect(problemsWith({ contact: 'self', mailbox: '' })).toEqual([]);
  });
});
