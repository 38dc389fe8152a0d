import { answeredCard, freshnessCard } from '../../src/cards/freshness-card.ts';
import { digestCard, toDigestItem } from '../../src/cards/digest-card.ts';
import { newsCard } from '../../src/cards/news-card.ts';
import type { NewsItem } from '../../src/cards/news-card.ts';
import { keptQuestionId, storedMemberId } from '../../src/domain/ids.ts';
import { adopterAt, anAnnouncement, aUseCase, menden } from './builders.ts';
import { buttonNamed, cardOf } from './conversation.ts';
import type { TestBot } from './conversation.ts';
import { shippedCommunes } from './shipped-communes.ts';
import { valueOf } from './user-group-cards.ts';

const useCase = aUseCase({ adopters: [adopterAt(menden, 'in_use')] });
const about = { useCase, communes: shippedCommunes };

export const aNews: NewsItem = {
  kind: 'use-case-news',
  news: {
    useCaseId: useCase.id,
    version: 2,
    at: Date.UTC(2026, 10, 22),
    by: { organiser: false },
    change: {
      kind: 'adoption-changed',
      body: { kind: 'commune', communeId: menden },
      from: 'pilot',
      to: 'in_use',
    },
  },
  ...about,
};

export const aQuestionNews = {
  kind: 'question-news',
  kept: {
    id: keptQuestionId('0123456789abcdef0123456789abcdef'),
    memberId: storedMemberId('t.anna'),
    question: { sought: 'Chatbot', filters: [{ kind: 'stage', stage: 'in_use' }] },
    since: Date.UTC(2026, 10, 1),
    told: [],
    tellings: [],
  },
  others: [],
  ...about,
} satisfies NewsItem;

/** What came with an import. */
export const manyQuestionNews: NewsItem = {
  ...aQuestionNews,
  others: Array.from({ length: 49 }, (_, index) => ({ ...useCase, title: `Chatbot Nummer ${index + 2}` })),
};

/** Every card about what somebody follows and whether it is still true; what comes by itself is drawn here. */
export async function drawFollowCards(bot: TestBot) {
  const said = async (words: string) => cardOf((await bot.say(words))[0]);

  const nothingFollowed = await said('Meine Benachrichtigungen');
  const kept = await said('Sag mir Bescheid, sobald jemand Schwebebahnen einsetzt');
  const keptBesides = await said('Sag mir Bescheid, sobald jemand Chatbots einsetzt');
  const details = await bot.press({
    type: 'Action.Execute',
    title: 'x',
    verb: 'useCase.show',
    data: { useCaseId: 'example-voicebot' },
  });
  const followed = valueOf(await bot.press(buttonNamed(details, 'Benachrichtigen')));
  const surface = { shared: false, dialogs: false };
  const asked = { ...about, times: 2, daysLeft: 14 };
  return {
    'nothing followed': nothingFollowed,
    'question kept': kept,
    'question kept besides': keptBesides,
    'question ended': valueOf(await bot.press(buttonNamed(kept, 'Beenden'))),
    'details followed': followed,
    followed: await said('Meine Benachrichtigungen'),
    'news of a use case': newsCard(aNews),
    'news of a question': newsCard(aQuestionNews),
    'news of several': newsCard(manyQuestionNews),
    'digest with news': digestCard([toDigestItem(anAnnouncement()), aNews, aQuestionNews]),
    'question whether it is true': freshnessCard(asked, surface),
    'question whether it is true answered': answeredCard(useCase, 'Danke, das ist bestätigt.', surface),
  };
}
