import { drawAnnouncementCards } from './announcement-cards.ts';
import { drawReportCards } from './announcement-report-cards.ts';
import { compose } from './compose.ts';
import { buttonNamed, cardOf } from './conversation.ts';
import type { TestBot } from './conversation.ts';
import { drawSubscriptionCards } from './subscription-cards.ts';
import { drawUserGroupCards, valueOf } from './user-group-cards.ts';

export const cardNames = [
  'welcome',
  'answer',
  'commune',
  'details',
  'related',
  'many',
  'filters',
  'nothing',
  'Hilfe',
  'Datenschutz',
  'Meine Daten',
  'Meine Daten löschen',
  'Meine Kommune',
  'json',
  'offer',
  'misspelled',
  'found by',
  'narrow',
  'no user groups',
  'user groups',
  'user group',
  'user group joined',
  'user group for organisers',
  'user group shared',
  'user group form',
  'user group form refused',
  'user group form button',
  'user group outdated',
  'user group archive',
  'channel form button',
  'channel form',
  'channel set up',
  'no announcements',
  'announcements',
  'announcement form',
  'announcement form refused',
  'announcement form of a draft',
  'announcement form button',
  'announcement preview',
  'announcement preview outdated',
  'announcement for nobody',
  'announcement time',
  'announcement time refused',
  'announcement scheduled',
  'announcement discarded',
  'announcement awaiting',
  'announcement to confirm',
  'announcement',
  'announcement withdrawn',
  'report of a running announcement',
  'report of a finished announcement',
  'report of a withdrawn announcement',
  'report per commune',
  'report as it is kept up to date',
  'correction form',
  'correction refused',
  'question to withdraw',
  'no templates',
  'templates',
  'report of a corrected announcement',
  'correction outdated',
  'notifications',
  'notifications saved',
  'notifications ended',
  'notifications after the end',
  'digest',
] as const;
export type CardName = (typeof cardNames)[number];

/** "Mehr wie dieses"; no record of the demo has more than three related ones, which is when the details offer it. */
const moreLikeRoads = {
  type: 'Action.Execute',
  title: 'Mehr wie dieses',
  verb: 'useCase.listRelated',
  data: { useCaseId: 'example-road-scan', question: { sought: 'Schlagloch', filters: [], page: 1 } },
};

/** Every card that the product draws, drawn by talking to the bot in the 1:1 chat and by its compose box. */
export async function drawAllCards(bot: TestBot): Promise<Readonly<Record<CardName, unknown>>> {
  const said = async (words: string) => cardOf((await bot.say(words))[0]);
  await bot.post({ type: 'installationUpdate', action: 'add' });
  const welcome = cardOf(bot.connector.messages[0]);
  const [first, second] = await bot.say('Wer nutzt Chatbots?');
  const answer = cardOf(first);
  const data = await said('Meine Daten');
  return {
    welcome,
    answer,
    commune: cardOf(second),
    details: valueOf(await bot.press(buttonNamed(answer, 'Details zu Chatbot auf der Internetseite'))),
    related: valueOf(await bot.press(moreLikeRoads)),
    many: await said('Was gibt es im Beispielkreis?'),
    filters: await said('Chatbot im Einsatz unter 200.000 Einwohner im Beispielkreis zum Thema Auskunft'),
    nothing: await said('digitaler Zwilling für Kanalnetze'),
    Hilfe: await said('Hilfe'),
    Datenschutz: await said('Datenschutz'),
    'Meine Daten': data,
    'Meine Daten löschen': await said('Meine Daten löschen'),
    'Meine Kommune': await said('Meine Kommune'),
    json: valueOf(await bot.press(buttonNamed(data, 'Als JSON'))),
    misspelled: await said('Wer hat einen Telefonasistent?'),
    'found by': await said('Datenplattform'),
    narrow: await said('Künstliche Intelligenz'),
    offer: (await compose(bot, 'Chatbot')).offers[0]?.card,
    ...(await drawUserGroupCards(bot)),
    ...(await drawAnnouncementCards(bot)),
    ...(await drawReportCards(bot)),
    ...(await drawSubscriptionCards(bot)),
  };
}
