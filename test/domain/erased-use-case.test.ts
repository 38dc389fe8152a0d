import { describe, expect, it } from 'vitest';
import {
  namesMember,
  withoutMember,
  withoutMemberInEntry,
  wordsFor,
} from '../../src/domain/erased-use-case.ts';
import { storedMemberId, useCaseId } from '../../src/domain/ids.ts';
import type { HistoryEntry } from '../../src/domain/use-case-history.ts';
import type { UseCase } from '../../src/domain/use-case.ts';
import { adopterAt, aUseCase, hemer, menden } from '../support/builders.ts';

const anna = storedMemberId('t.anna');
const berta = storedMemberId('t.berta');
const annasContact = { memberId: anna, name: 'Anna Beispiel', email: 'anna@example.org' };
const bertasContact = { memberId: berta, name: 'Berta', email: 'berta@example.org' };
const provenance = { externalIds: [], createdAt: 1, version: 3 };

/** Each place where a use case can name somebody, with what is left of it. */
const places: readonly (readonly [string, Partial<UseCase>, Partial<UseCase>])[] = [
  ['the author', { provenance: { ...provenance, createdBy: anna } }, { provenance }],
  ['whoever reviewed it', { provenance: { ...provenance, reviewedBy: anna } }, { provenance }],
  ['the contact', { contact: annasContact }, {}],
  [
    'the contact of an adopter',
    { adopters: [adopterAt(menden, 'pilot', { contact: annasContact, note: 'Läuft.' })] },
    { adopters: [adopterAt(menden, 'pilot', { note: 'Läuft.' })] },
  ],
  [
    'whoever entered an adopter',
    { adopters: [adopterAt(menden, 'pilot', { enteredBy: anna }), adopterAt(hemer, 'idea')] },
    { adopters: [adopterAt(menden, 'pilot'), adopterAt(hemer, 'idea')] },
  ],
  [
    'whoever stated an interest',
    { interests: [{ communeId: menden, cooperations: ['exchange'], named: true, since: 1, by: anna }] },
    { interests: [{ communeId: menden, cooperations: ['exchange'], named: true, since: 1 }] },
  ],
];

describe.each(places)('a use case that names a member as %s', (_, fields, left) => {
  it('names nobody after the erasure, and what the communes do stays', () => {
    expect(namesMember(aUseCase(fields), anna)).toBe(true);
    expect(withoutMember(aUseCase(fields), anna)).toEqual(aUseCase(left));
    expect(namesMember(aUseCase(left), anna)).toBe(false);
  });

  it('stays as it is when somebody else is erased', () => {
    expect(namesMember(aUseCase(fields), berta)).toBe(false);
    expect(withoutMember(aUseCase(fields), berta)).toEqual(aUseCase(fields));
  });
});

it('knows by which words the member is named, and no others', () => {
  const useCase = aUseCase({
    contact: annasContact,
    adopters: [adopterAt(menden, 'pilot', { contact: bertasContact })],
  });

  expect(wordsFor(useCase, anna)).toEqual(['Anna Beispiel', 'anna@example.org']);
});

describe('an entry of the history', () => {
  const entry: HistoryEntry = {
    useCaseId: useCaseId('u1'),
    version: 2,
    at: 1,
    by: { memberId: anna, communeId: menden, organiser: false },
    change: {
      kind: 'edited',
      fields: [
        { field: 'title', before: 'Alt', after: 'Neu' },
        { field: 'contact', before: 'box@example.org', after: 'Anna Beispiel, anna@example.org' },
        { field: 'note', before: 'Fragen: anna@example.org', after: 'Fragen Sie.' },
      ],
    },
  };

  it('keeps what happened and for which commune, and loses the person', () => {
    expect(withoutMemberInEntry(entry, anna, ['Anna Beispiel', 'anna@example.org'])).toEqual({
      ...entry,
      by: { communeId: menden, organiser: false },
      change: {
        kind: 'edited',
        fields: [
          { field: 'title', before: 'Alt', after: 'Neu' },
          { field: 'contact', before: 'box@example.org', after: '' },
          { field: 'note', before: '', after: 'Fragen Sie.' },
        ],
      },
    });
  });

  it('by somebody else loses the words that name the person, and nothing more', () => {
    const others: HistoryEntry = { ...entry, by: { memberId: berta, organiser: true } };

    expect(withoutMemberInEntry(others, anna, ['anna@example.org'])).toEqual({
      ...others,
      change: {
        kind: 'edited',
        fields: [
          { field: 'title', before: 'Alt', after: 'Neu' },
          { field: 'contact', before: 'box@example.org', after: '' },
          { field: 'note', before: '', after: 'Fragen Sie.' },
        ],
      },
    });
  });

  it('that has nothing to do with the person is the same one', () => {
    const others: HistoryEntry = { ...entry, by: { memberId: berta, organiser: true } };

    expect(withoutMemberInEntry(others, anna, [])).toBe(others);
  });
});
