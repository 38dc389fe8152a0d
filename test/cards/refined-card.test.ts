import { describe, expect, it } from 'vitest';
import { answerCard } from '../../src/cards/answer-card.ts';
import { adopterAt, aUseCase, menden } from '../support/builders.ts';
import { breachesOf } from '../support/card-breaches.ts';
import { buttonNamed, buttonsOf, wordsOf } from '../support/conversation.ts';
import { shippedCommunes } from '../support/shipped-communes.ts';

const naughty = '[Klick](https://evil.example) **fett**';
const useCase = aUseCase({ adopters: [adopterAt(menden, 'in_use')] });

function aCard(understood?: { readonly asTyped: { readonly sought: string; readonly filters: [] } }) {
  return answerCard(
    {
      kind: 'found',
      question: { sought: 'Chatbot', filters: [{ kind: 'size', atMost: 19_999 }] },
      found: [{ useCase, why: { parts: [{ text: 'Ein Chatbot', found: true }] } }],
      corrections: [],
      facets: [],
      summary: { counts: [{ stage: 'in_use', communes: 1, organisations: 0 }], reported: [] },
      total: 1,
      page: 1,
      pages: 1,
      communes: shippedCommunes,
      ...(understood !== undefined && { understood }),
    },
    { shared: true, dialogs: true },
  );
}

describe('an answer to what a model understood', () => {
  it('says so in place of what was sought, and leads back to what was typed', () => {
    const card = aCard({ asTyped: { sought: naughty, filters: [] } });

    expect(wordsOf(card)).toContain('Von der KI verstanden als: Chatbot');
    expect(wordsOf(card)).not.toContain('Gesucht');
    expect(buttonNamed(card, 'Nur nach den eigenen Worten suchen')).toMatchObject({
      verb: 'question.show',
      data: { sought: naughty, filters: [], page: 1 },
    });
    expect(breachesOf({ ...card })).toEqual([]);
  });

  it('shows what was typed nowhere', () => {
    expect(wordsOf(aCard({ asTyped: { sought: naughty, filters: [] } }))).not.toContain('evil');
  });
});

describe('an answer to what was asked', () => {
  it('says nothing of a model', () => {
    const card = aCard();

    expect(wordsOf(card)).toContain('Gesucht: Chatbot');
    expect(buttonsOf(card).map(({ title }) => title)).not.toContain('Nur nach den eigenen Worten suchen');
  });
});
