import { AdaptiveCard, SerializationContext } from 'adaptivecards';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cardNames, drawAllCards } from '../support/all-cards.ts';
import { buttonsOf, wordsOf } from '../support/conversation.ts';
import type { TestBot } from '../support/conversation.ts';
import { startWithOrganiser } from '../support/user-groups.ts';
import { adopterAt, aUseCase, hemer, menden } from '../support/builders.ts';
import { answerCard } from '../../src/cards/answer-card.ts';
import { useCaseCard } from '../../src/cards/use-case-card.ts';
import { useCaseOffer } from '../../src/cards/use-case-offer.ts';
import { useCaseId } from '../../src/domain/ids.ts';
import { stages } from '../../src/domain/stage.ts';
import { shippedCommunes } from '../support/shipped-communes.ts';

let bot: TestBot;
let cards: Awaited<ReturnType<typeof drawAllCards>>;

beforeAll(async () => {
  bot = await startWithOrganiser();
  cards = await drawAllCards(bot);
});

afterAll(async () => {
  await bot.stop();
});

it('draws no card under the name of another', () => {
  expect(new Set(cardNames).size).toBe(cardNames.length);
  expect(Object.keys(cards).toSorted()).toEqual([...cardNames].toSorted());
});

describe.each(cardNames)('the card "%s"', (name) => {
  const card = () => cards[name];

  it('is understood completely by the Adaptive Cards parser', () => {
    const context = new SerializationContext();
    new AdaptiveCard().parse(card(), context);
    const events = Array.from(
      { length: context.eventCount },
      (_, index) => context.getEventAt(index).message,
    );

    // adaptivecards 3.0.6 tests "lang" with a global regular expression, whose state refuses every second card.
    expect(events.filter((event) => event !== 'Invalid value "de" for property "lang".')).toEqual([]);
  });

  it('is German, of version 1.5, at most 25 KB, and says in one text what it is about', () => {
    expect(card()).toMatchObject({ type: 'AdaptiveCard', version: '1.5', lang: 'de' });
    expect(card()).toHaveProperty('fallbackText', expect.stringMatching(/\S{3}/));
    expect(Buffer.byteLength(JSON.stringify(card()))).toBeLessThan(25_000);
  });

  it('labels every input and wraps every text', () => {
    const inputs = elementsOf(card()).filter(({ type }) => String(type).startsWith('Input.'));
    const texts = elementsOf(card()).filter(
      ({ type, text }) => type === 'TextBlock' && String(text).length > 1,
    );

    const unlabelled = inputs.filter(
      ({ label, errorMessage }) => label === undefined || errorMessage === undefined,
    );
    expect(unlabelled).toEqual([]);
    expect(texts.filter(({ wrap }) => wrap !== true)).toEqual([]);
  });

  it('has at most three buttons in a row, short enough for a phone', () => {
    const rows = elementsOf(card()).map(({ actions }) => buttonsOf(actions).map(({ title }) => title));

    expect(rows.filter((row) => row.length > 3 || (row.length > 1 && row.join('').length > 26))).toEqual([]);
  });
});

describe('words that people typed', () => {
  const naughty =
    '[Klick](https://evil.example) **fett** ![x](https://evil.example/x.png) <at>alle</at> &#64;x';
  const useCase = aUseCase({
    title: naughty,
    summary: naughty,
    description: naughty,
    adopters: [adopterAt(menden, 'in_use', { note: naughty, contact: { name: naughty } })],
    themes: [naughty],
    provenance: { source: naughty, externalIds: [], createdAt: 0, version: 1 },
  });
  const why = { parts: [{ text: naughty, found: true }] };
  const answer = answerCard(
    {
      kind: 'found',
      question: { sought: naughty, filters: [{ kind: 'theme', theme: naughty }] },
      found: [{ useCase, why, foundBy: { word: naughty, sameAs: naughty } }],
      corrections: [naughty],
      facets: [{ filter: { kind: 'theme', theme: naughty }, count: 2 }],
      summary: { counts: [], reported: [{ atLeast: 3, stage: 'in_use', source: naughty }] },
      total: 1,
      page: 1,
      pages: 1,
      communes: shippedCommunes,
    },
    { shared: false, dialogs: true },
  );
  const details = useCaseCard(useCase, shippedCommunes, undefined);
  const offer = useCaseOffer(useCase, 'answer', { communes: shippedCommunes, dialogs: true });

  it.each([
    ['answer', answer],
    ['details', details],
    ['offer', offer.card],
  ])('stand in the %s as they were typed, and never where markdown is live', (_, card) => {
    const blocks = elementsOf(card).filter(({ type }) => type === 'TextBlock');

    expect(wordsOf(card)).toContain(naughty);
    expect(JSON.stringify(blocks)).not.toContain('Klick');
  });
});

describe('large answers', () => {
  it('stay below 25 KB with five long records at every stage in every commune', () => {
    const adopters = [...shippedCommunes.keys()].flatMap((commune) =>
      stages.map((stage) => adopterAt(commune, stage, { note: 'ü'.repeat(300), since: '2025-01' })),
    );
    const useCase = aUseCase({
      id: useCaseId('x'.repeat(36)),
      title: 'Ü'.repeat(100),
      summary: 'ä'.repeat(400),
      adopters,
      description: 'ö '.repeat(3000),
      problem: 'ö '.repeat(3000),
      goal: 'ö '.repeat(3000),
    });
    const sameAs = 'ö'.repeat(60);
    const found = Array.from({ length: 5 }, (_, index) => ({
      useCase,
      why: { parts: [{ text: 'ä'.repeat(160), found: false }] },
      foundBy: { word: 'ä'.repeat(60), ...(index === 0 && { sameAs }) },
    }));
    const facets = stages
      .slice(0, 5)
      .map((stage) => ({ filter: { kind: 'stage', stage } as const, count: 1000 }));
    const question = { sought: 'ß'.repeat(200), filters: [] };

    const answer = answerCard(
      {
        kind: 'found',
        question,
        found,
        corrections: ['ü'.repeat(60), 'ß'.repeat(60)],
        facets,
        summary: { counts: [], reported: [] },
        total: 5,
        page: 1,
        pages: 1,
        communes: shippedCommunes,
      },
      { shared: true, dialogs: true },
    );
    const details = useCaseCard(useCase, shippedCommunes, { question, page: 1 });

    expect(Buffer.byteLength(JSON.stringify(answer))).toBeLessThan(25_000);
    expect(Buffer.byteLength(JSON.stringify(details))).toBeLessThan(25_000);
  });

  it('of the compose box stay small and short, for 25 of them go to and fro with every letter', () => {
    const adopters = [...shippedCommunes.keys()].flatMap((commune) =>
      stages.map((stage) => adopterAt(commune, stage, { note: 'ü'.repeat(300) })),
    );
    const useCase = aUseCase({
      title: 'Ü '.repeat(150),
      summary: 'ä '.repeat(3000),
      visibility: 'organisation',
      adopters,
      description: 'ö '.repeat(3000),
    });

    const offer = useCaseOffer(useCase, 'similar', { communes: shippedCommunes, dialogs: true });

    expect(Buffer.byteLength(JSON.stringify(offer.card))).toBeLessThan(6_000);
    expect(offer.title.length).toBeLessThanOrEqual(100);
    expect(offer.line.length).toBeLessThanOrEqual(160);
    expect(offer.line).toMatch(/^Nur für die eigene Organisation · Ähnlich · Im Einsatz: /);
  });

  it('cut long texts between words', () => {
    const details = useCaseCard(
      aUseCase({ description: 'Wasserstand '.repeat(100), adopters: [adopterAt(hemer, 'in_use')] }),
      shippedCommunes,
      undefined,
    );

    expect(wordsOf(details)).toMatch(/Wasserstand …/);
  });
});

function elementsOf(value: unknown): Readonly<Record<string, unknown>>[] {
  if (Array.isArray(value)) {
    return value.flatMap(elementsOf);
  }
  if (typeof value !== 'object' || value === null) {
    return [];
  }
  return [Object.fromEntries(Object.entries(value)), ...Object.values(value).flatMap(elementsOf)];
}
