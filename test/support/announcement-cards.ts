import { composeMessage } from '../../src/chat/compose-message.ts';
import { announcementId, memberId, tenantId } from '../../src/domain/ids.ts';
import { words } from './announcements.ts';
import { anAnnouncement } from './builders.ts';
import { anna, buttonNamed, cardOf, tenant } from './conversation.ts';
import type { CardButton, Place, TestBot } from './conversation.ts';
import { valueOf } from './user-group-cards.ts';
import { berta, pressed } from './user-groups.ts';

const longer = {
  ...words,
  title: 'Einladung zum nächsten Treffen der User Group Telefonie in Hemer',
  text: 'Guten Tag,\n\nam Donnerstag, 3. Dezember 2026, treffen wir uns von 10:00 bis 12:30 Uhr in Hemer und online. Wir sprechen über KI-Telefonassistenz und über das, was dabei schiefging.\n\nBitte bringen Sie eine Frage mit.',
  link: 'https://www.example.org/treffen',
  acknowledgement: 'true',
  audience: 'organisers,district:05962',
  communes: '05962016',
};

/** Every card of writing and sending announcements; the person with the role is Anna. */
export async function drawAnnouncementCards(bot: TestBot) {
  const press = async (button: CardButton, inputs: Readonly<Record<string, unknown>> = {}) =>
    valueOf(await bot.press(button, 'personal', inputs));
  const said = async (message: string, place: Place = 'personal') =>
    cardOf((await bot.say(message, place))[0]);

  const none = await said('Ankündigungen');
  const empty = await said('Ankündigung senden');
  const submit = buttonNamed(empty, 'Vorschau');
  const preview = await press(submit, longer);
  const refused = await press(submit, { ...longer, title: '', link: 'www.example.org' });
  const schedule = await press(buttonNamed(preview, 'Zeitpunkt wählen'));
  const save = buttonNamed(schedule, 'Einplanen');
  const scheduleRefused = await press(save, { date: '2027-03-28', time: '02:30' });
  const scheduled = await press(save, { date: '2026-12-03', time: '09:30' });
  const change = await press(buttonNamed(scheduled, 'Ändern'));
  await press(buttonNamed(change, 'Vorschau'), words);
  const outdated = await press(buttonNamed(preview, 'Jetzt senden'));
  const nobody = await press(submit, { ...words, audience: '', communes: '05962016' });
  const discarded = await press(buttonNamed(nobody, 'Verwerfen'));
  const [asked, delivered, withdrawn] = await drawMessages(bot);
  return {
    'no announcements': none,
    announcements: await press(pressed('announcement.list', { page: 1 })),
    'announcement form': empty,
    'announcement form refused': refused,
    'announcement form of a draft': change,
    'announcement form button': await said('Ankündigung senden', 'group'),
    'announcement preview': preview,
    'announcement preview outdated': outdated,
    'announcement for nobody': nobody,
    'announcement time': schedule,
    'announcement time refused': scheduleRefused,
    'announcement scheduled': scheduled,
    'announcement discarded': discarded,
    'announcement awaiting': await press(pressed('announcement.showDraft', { announcementId: 'asked' })),
    'announcement to confirm': asked,
    announcement: delivered,
    'announcement withdrawn': withdrawn,
  };
}

/** What the bot posts by itself. */
async function drawMessages(bot: TestBot): Promise<readonly unknown[]> {
  const { deps } = bot.app;
  const account = tenantId(tenant);
  const { title, text, link } = longer;
  const content = { title, text, link, acknowledgement: true };
  const by = memberId(account, anna.aadObjectId);
  const asked = anAnnouncement({
    id: announcementId('asked'),
    content,
    by,
    state: { kind: 'awaiting-confirmation', askedAt: 1, sendAt: Date.UTC(2026, 11, 3, 8, 30) },
  });
  const delivered = anAnnouncement({ id: announcementId('delivered'), content, correctedAt: 1 });
  const withdrawn = anAnnouncement({ id: announcementId('withdrawn'), content, withdrawnAt: 1 });
  const recipient = { kind: 'member', memberId: memberId(account, berta.aadObjectId) } as const;
  const cards: unknown[] = [];
  for (const announcement of [asked, delivered, withdrawn]) {
    await deps.announcements.add(announcement);
    const kind = announcement === asked ? 'confirmation' : 'announcement';
    const subject = { kind, announcementId: announcement.id } as const;
    cards.push((await composeMessage(deps, { subject, recipient, repeated: true }))?.card);
  }
  return cards;
}
