import { asCarla, delivered } from './announcements.ts';
import { anna, buttonNamed, cardOf } from './conversation.ts';
import type { TestBot } from './conversation.ts';
import { answered, followed, hemer, posted, setUpChannel } from './inquiries.ts';
import { valueOf } from './user-group-cards.ts';
import { asBerta, created, pressed } from './user-groups.ts';

const question =
  'Wer hat schon Erfahrungen mit der automatischen Auswertung von Luftbildern für die Grundsteuer?';
const more =
  'Wir möchten versiegelte Flächen erkennen.\nUns interessieren Kosten, Anbieter und der Datenschutz.';

/** Every card about inquiries: Berta asks, Carla answers, Anna organises. */
export async function drawInquiryCards(bot: TestBot) {
  const press = async (...call: Parameters<TestBot['press']>) => valueOf(await bot.press(...call));
  await bot.say('Hallo', 'personal', asBerta);
  bot.connector.members.set(asCarla.from.id, { ...asCarla.from, userRole: 'user' });
  await press(pressed('commune.choose', { commune: hemer }), 'personal', {}, asCarla);
  const none = await press(pressed('inquiry.listOwn', { page: 1 }), 'personal', {}, asBerta);
  await setUpChannel(bot);
  const form = await press(pressed('inquiry.offer'), 'personal', {}, asBerta);
  const check = buttonNamed(form, 'Vorschau');
  const refused = await press(check, 'personal', { question: 'x'.repeat(400), more }, asBerta);
  const preview = await press(check, 'personal', { question, more, named: 'true' }, asBerta);
  const sent = await press(buttonNamed(preview, 'Senden'), 'personal', {}, asBerta);
  const [post] = await posted(bot, 'Luftbildern');
  const { inquiryId: id } = buttonNamed(sent, 'Danke, erledigt').data ?? {};
  const inquiryId = String(id);
  const answerForm = pressed('inquiry.offerAnswer', { inquiryId, kind: 'doing' });
  await answered(bot, inquiryId, { text: 'Seit 2024, mit dem Kreis zusammen.' });
  const [told] = await delivered(
    bot,
    'Antwort auf Ihre Frage: Hemer: Wir machen das · im Einsatz: Seit 2024, mit dem Kreis zusammen.',
    1,
  );
  const group = await created(bot, { name: 'Geodaten' });
  await bot.say('Kanal einrichten', 'group');
  await bot.press(pressed('userGroup.setChannel', { userGroup: group }), 'group');
  const route = await press(pressed('inquiry.offerRoute', { inquiryId }), 'personal', {}, { from: anna });
  const organiser = await press(pressed('inquiry.show', { inquiryId }));
  const withAnswer = await followed(bot, 'Eine Antwort:');
  return {
    'no inquiries': none,
    'inquiry form': form,
    'inquiry form refused': refused,
    'inquiry preview': preview,
    'inquiry sent': sent,
    inquiry: post?.card,
    'inquiry answered': withAnswer,
    'inquiry answer form': await press(answerForm, 'personal', {}, asCarla),
    'inquiry told': cardOf(told),
    'inquiry for organisers': organiser,
    'inquiry route': route,
    inquiries: await press(pressed('inquiry.list', { page: 1 })),
    'inquiry closed': await press(pressed('inquiry.close', { inquiryId }), 'personal', {}, asBerta),
  };
}
