import { describe, expect, it } from 'vitest';
import { newsCard, newsSummary } from '../../src/cards/news-card.ts';
import { buttonsOf, wordsOf } from '../support/conversation.ts';
import { aQuestionNews, manyQuestionNews } from '../support/follow-cards.ts';

describe('news of a kept question', () => {
  it('says in one message how much came together, names five more, and stays small', () => {
    const card = newsCard(manyQuestionNews);

    expect(newsSummary(manyQuestionNews)).toBe(
      'Neu zu Ihrer gemerkten Frage: Chatbot im Bürgerservice und 49 weitere',
    );
    expect(wordsOf(card)).toMatch(
      /Ebenfalls neu:\nChatbot Nummer 2\n[^]*Chatbot Nummer 6\n[^]*und 44 weitere\. Alle zeigt „Was ich verfolge“\.$/,
    );
    expect(wordsOf(card)).not.toContain('Nummer 7');
    expect(Buffer.byteLength(JSON.stringify(card))).toBeLessThan(10_000);
  });

  it('opens each one by a press of its own', () => {
    const first = manyQuestionNews.kind === 'question-news' ? manyQuestionNews.others[0] : undefined;

    expect(JSON.stringify(newsCard(manyQuestionNews))).toContain(`"title":"Details zu ${first?.title}"`);
    expect(buttonsOf(newsCard(manyQuestionNews)).map(({ title }) => title)).toContain('Beenden');
  });

  it('says nothing of others where there are none', () => {
    expect(wordsOf(newsCard(aQuestionNews))).not.toContain('Ebenfalls');
  });
});
