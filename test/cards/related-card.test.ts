import { describe, expect, it } from 'vitest';
import { relatedCard } from '../../src/cards/related-card.ts';
import { useCaseCard } from '../../src/cards/use-case-card.ts';
import { useCaseId } from '../../src/domain/ids.ts';
import { stages } from '../../src/domain/stage.ts';
import type { UseCase } from '../../src/domain/use-case.ts';
import { relatedInList, relatedOnDetails } from '../../src/features/use-cases/find-related.ts';
import { adopterAt, aUseCase, hemer, menden, olpe, siegen } from '../support/builders.ts';
import { buttonsOf, wordsOf } from '../support/conversation.ts';
import { shippedCommunes } from '../support/shipped-communes.ts';

const surface = { shared: false, dialogs: true };
const origin = { question: { sought: 'ß'.repeat(200), filters: [] }, page: 1 };
const shown = aUseCase({ id: useCaseId('shown'), title: 'Schlaglöcher' });

function details(related: readonly UseCase[], useCase = shown) {
  return useCaseCard(useCase, shippedCommunes, origin, {
    related,
    moreRelated: true,
    standing: { mayAdopt: true, follows: false, mayChange: true },
    surface,
    relatedTo: { useCaseId: useCaseId('x'.repeat(36)), listed: true },
  });
}

function list(related: readonly UseCase[]) {
  const place = { origin, withWayBack: true };
  return relatedCard({ kind: 'listed', useCase: shown, related, communes: shippedCommunes }, surface, place);
}

function bytes(card: unknown): number {
  return Buffer.byteLength(JSON.stringify(card));
}

describe('rows of related use cases', () => {
  it.each([
    [
      'who uses it',
      [adopterAt(olpe, 'pilot'), adopterAt(menden, 'in_use'), adopterAt(hemer, 'in_use')],
      'Im Einsatz: Menden (Sauerland), Hemer',
    ],
    ['the verdict when that is all', [adopterAt(siegen, 'rejected')], 'Geprüft und verworfen: Siegen'],
    [
      'that nobody is named',
      [{ body: { kind: 'unnamed' as const }, stage: 'in_use' as const }],
      'Kommune nicht genannt',
    ],
  ])('say in one quiet line %s', (_, adopters, expected) => {
    const card = details([aUseCase({ title: 'Straßenscan', adopters })]);

    expect(wordsOf(card)).toContain(`Ähnliche Anwendungsfälle\nStraßenscan\n${expected}\n›`);
  });

  it('show what people typed literally', () => {
    const naughty = '[Klick](https://evil.example) **fett** <at>alle</at>';
    const useCase = aUseCase({
      title: naughty,
      summary: naughty,
      adopters: [{ body: { kind: 'organisation', name: naughty }, stage: 'in_use' }],
    });

    for (const card of [details([useCase]), list([useCase])]) {
      expect(wordsOf(card).split(naughty).length).toBeGreaterThan(2);
      expect(liveTextsOf(card).join()).toContain('Anwendungsfälle');
      expect(liveTextsOf(card).join()).not.toContain('Klick');
    }
  });

  it('say on the list when there is nothing any more', () => {
    expect(wordsOf(list([]))).toContain('Ähnliches ist nicht mehr eingetragen.');
    expect(buttonsOf(list([])).map(({ title }) => title)).toEqual(['Zurück']);
  });
});

describe('the largest of these cards', () => {
  const long = 'ö '.repeat(3000);
  const largest = aUseCase({
    id: useCaseId('x'.repeat(36)),
    title: 'Ü'.repeat(100),
    summary: 'ä'.repeat(400),
    adopters: [...shippedCommunes.keys()].flatMap((commune) =>
      stages.map((stage) => adopterAt(commune, stage, { note: 'ü'.repeat(300), since: '2025-01' })),
    ),
    description: long,
    problem: long,
    goal: long,
    howItWorks: long,
    benefitExpected: long,
    lessons: { worked: long, failed: long, advice: long },
    note: long,
  });

  it.each([
    [
      'details',
      details(
        Array.from({ length: relatedOnDetails }, () => largest),
        largest,
      ),
    ],
    ['list', list(Array.from({ length: relatedInList }, () => largest))],
  ])('stays below 25 KB: the %s', (_, card) => {
    expect(bytes(card)).toBeLessThan(25_000);
  });
});

/** The texts of a card in which markdown is live. */
function liveTextsOf(value: unknown): string[] {
  if (Array.isArray(value)) {
    return value.flatMap(liveTextsOf);
  }
  if (typeof value !== 'object' || value === null) {
    return [];
  }
  return 'type' in value && value.type === 'TextBlock'
    ? [JSON.stringify(value)]
    : Object.values(value).flatMap(liveTextsOf);
}
