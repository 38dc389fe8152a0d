import { digestCard, toDigestItem } from '../../src/cards/digest-card.ts';
import { announcementId } from '../../src/domain/ids.ts';
import { anAnnouncement } from './builders.ts';
import { buttonNamed, cardOf } from './conversation.ts';
import type { TestBot } from './conversation.ts';
import { valueOf } from './user-group-cards.ts';

/** Every card about notifications; the last one comes by itself, once a day. */
export async function drawSubscriptionCards(bot: TestBot) {
  const said = async (words: string) => cardOf((await bot.say(words))[0]);

  const notifications = await said('Benachrichtigungen');
  const saved = valueOf(await bot.press(buttonNamed(notifications, 'Speichern')));
  const ended = await said('Stopp');
  return {
    notifications,
    'notifications saved': saved,
    'notifications ended': ended,
    'notifications after the end': await said('Benachrichtigungen'),
    digest: digestCard([
      toDigestItem(anAnnouncement()),
      toDigestItem(
        anAnnouncement({
          id: announcementId('a2'),
          content: {
            title: 'Neue Arbeitsgruppe zu Sprachassistenten',
            text: 'Die Gruppe beginnt im Januar.\n\nWer mitmachen möchte, meldet sich bis Freitag.',
            link: 'https://www.example.org/sprachassistenten',
            acknowledgement: true,
          },
        }),
      ),
      toDigestItem(anAnnouncement({ id: announcementId('a3'), withdrawnAt: 1 })),
    ]),
  };
}
