import { describe, expect, it } from 'vitest';
import { reviewCard } from '../../src/cards/review-card.ts';
import { changedFieldLines } from '../../src/cards/review-fields.ts';
import { reviewPages } from '../../src/cards/review-pages.ts';
import { ownSubmissionCard } from '../../src/cards/review-own-card.ts';
import { archivedUseCaseCard } from '../../src/cards/upkeep-cards.ts';
import { toChangedField } from '../../src/domain/use-case-history.ts';
import { adopterAt, aUseCase, hemer } from '../support/builders.ts';
import { buttonsOf, wordsOf } from '../support/conversation.ts';
import { described, drawReviewCards, longest } from '../support/review-cards.ts';
import { shippedCommunes } from '../support/shipped-communes.ts';
import { aSubmission, contentOf, organiser } from '../support/submissions.ts';

const cards = drawReviewCards();
const surface = { shared: false, dialogs: true };
const by = { at: 1, by: organiser };
/** As an organiser reads them, one after the other. */
function pagesOf(submission: ReturnType<typeof described>): readonly unknown[] {
  const total = reviewPages(submission).length;
  return Array.from({ length: total }, (_, index) => reviewCard(submission, surface, { page: index + 1 }));
}

const titles = (card: unknown) => buttonsOf(card).map(({ title }) => title);

describe('what an organiser sees', () => {
  it('of a change is each field with what stood there, in words', () => {
    expect(wordsOf(cards['review of a change'])).toMatch(
      /Kategorie: sonstige → hohes Risiko\nProdukt: nichts → Assistent 3\nTechnologien: .+ → .+, .+\nHinweis: Alt → nichts/,
    );
  });

  it('is what looks alike, with who does it', () => {
    expect(wordsOf(cards['review of a new use case'])).toContain(
      'Sieht ähnlich aus\nChatbot auf der Internetseite  Hemer, Menden (Sauerland)',
    );
  });

  it('is never cut: a very long one has pages, and the last one alone publishes', () => {
    const pages = pagesOf(described(longest));
    const words = wordsOf(reviewPages(described(longest)).flat()).replaceAll(/\s+/g, ' ');
    const typed = Object.entries(longest.typed).filter(([field]) => field !== 'title');

    expect(pages.length).toBeGreaterThan(2);
    expect(pages.filter((page) => Buffer.byteLength(JSON.stringify(page)) > 24_500)).toEqual([]);
    expect(typed.filter(([, value]) => !words.includes(value.replaceAll(/\s+/g, ' ').trim()))).toEqual([]);
    expect(pages.map((page) => titles(page).includes('Veröffentlichen'))).toEqual([
      ...pages.slice(1).map(() => false),
      true,
    ]);
    expect(titles(pages[0])).toEqual(['Weiterlesen', 'Nachfragen', 'Zurückgeben', 'Alle Freigaben']);
    expect(wordsOf(pages[0])).toContain(
      `Seite 1 von ${pages.length}. Veröffentlichen können Sie auf der letzten Seite.`,
    );
  });

  it('of a long change is all that stood there and all that stands there then', () => {
    const text = (word: string) => `${`${word} `.repeat(900)}Ende von ${word}`;
    const useCase = aUseCase({ description: text('Alt') });
    const submission = aSubmission({ typed: { description: text('Neu') } });
    const fields = [toChangedField('description', text('Alt'), text('Neu'))];
    const pages = pagesOf(described(submission, { kind: 'change', useCase, fields }));
    const words = pages.map(wordsOf).join('\n');

    expect(words).toContain('Ende von Alt');
    expect(words).toContain('Ende von Neu');
    expect(words).not.toContain('…');
  });

  it('in short is at most 5 KB and leads to all of it: nobody publishes what they have not seen', () => {
    const card = cards['review in short'];

    expect(Buffer.byteLength(JSON.stringify(card))).toBeLessThan(5000);
    expect(titles(card)).toEqual(['Ansehen']);
  });

  it('once it is decided has no buttons to decide', () => {
    expect(titles(cards['review published'])).toEqual(['Ansehen', 'Alle Freigaben']);
  });
});

describe('words that people typed', () => {
  const naughty = '[Klick](https://evil.example) **fett** <at>alle</at> &#64;x';
  const content = contentOf(aUseCase({ title: naughty, summary: naughty }));
  const typed = { title: naughty, summary: naughty, links: naughty };
  const states = [
    { kind: 'waiting' },
    { kind: 'asked', question: naughty, ...by },
    { kind: 'returned', reason: naughty, ...by },
  ] as const;
  const drawn = states.flatMap((state) => {
    const submission = aSubmission({ content, typed, state });
    const similar = [aUseCase({ title: naughty, adopters: [adopterAt(hemer, 'idea')] })];
    return [
      reviewCard({ ...described(submission), similar }, surface),
      ownSubmissionCard(submission, surface, { hasReviewers: true }),
    ];
  });
  const archived = archivedUseCaseCard(
    {
      kind: 'archived',
      useCase: aUseCase({ title: naughty, archived: { at: 1, reason: naughty } }),
      mayRestore: true,
    },
    surface,
    undefined,
  );

  it.each([...drawn, archived])(
    'stand there as they were typed, and never where markdown is live',
    (card) => {
      const blocks = JSON.stringify(card).match(/\{"type":"TextBlock"[^}]*\}/g) ?? [];

      expect(wordsOf(card)).toContain(naughty);
      expect(blocks.length).toBeGreaterThan(0);
      expect(blocks.join('')).not.toContain('Klick');
    },
  );
});

describe('the history', () => {
  it('says what happened and whose commune it was, and names nobody', () => {
    const words = wordsOf(cards.history);

    expect(words).toContain(
      'Archiviert\nDas Produkt gibt es nicht mehr.\n22. November 2026 um 01:00 Uhr · Organisationsteam',
    );
    expect(words).toContain('Hemer: Pilot → im Einsatz');
    expect(words).toContain(
      'Zweckverband macht das auch: Pilot\n19. November 2026 um 01:00 Uhr · Menden (Sauerland)',
    );
    expect(words).toContain('und 35 weitere Felder');
    expect(titles(cards.history)).toEqual(['Neuere', 'Ältere', 'Zurück zum Anwendungsfall']);
    expect(Buffer.byteLength(JSON.stringify(cards.history))).toBeLessThan(25_000);
  });
});

it('what is archived offers the way back to those who may alone, and never where everybody would see it', () => {
  const useCase = aUseCase({ archived: { at: 1 } });
  const draw = (mayRestore: boolean, shared: boolean) =>
    titles(archivedUseCaseCard({ kind: 'archived', useCase, mayRestore }, { ...surface, shared }, undefined));

  expect([draw(true, false), draw(false, false), draw(true, true)]).toEqual([
    ['Wiederherstellen', 'Verlauf'],
    ['Verlauf'],
    ['Verlauf'],
  ]);
});

it('whoever wrote a change reads that they are the contact themselves, everybody else that its author is', () => {
  const fields = [{ field: 'contact', before: 'mailbox', after: 'self' }];
  const read = (reader: 'author' | 'anybody') =>
    wordsOf(changedFieldLines(fields, shippedCommunes, 100, reader));

  expect(read('author')).toBe('Ansprechperson: ein Postfach → Sie selbst');
  expect(read('anybody')).toBe('Ansprechperson: ein Postfach → wer das eingereicht hat');
});
