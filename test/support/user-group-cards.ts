import { buttonNamed, cardOf } from './conversation.ts';
import type { CardButton, Place, TestBot } from './conversation.ts';
import { asBerta, form, pressed } from './user-groups.ts';

const longer = {
  ...form,
  name: 'Digitale Antragsprüfung und Fachverfahren im Sozialwesen',
  kind: 'working-group',
  description:
    'Wir vergleichen, wie Anträge mit KI geprüft werden.\nEinmal im Monat, donnerstags, online.\nOffen für alle, auch ohne Vorwissen.',
};

/** Every card about user groups, as organiser and member see them; the person with the role is Anna. */
export async function drawUserGroupCards(bot: TestBot) {
  const press = async (button: CardButton, inputs: Readonly<Record<string, unknown>> = {}) =>
    valueOf(await bot.press(button, 'personal', inputs));
  const said = async (words: string, place: Place = 'personal') => cardOf((await bot.say(words, place))[0]);
  const sentAfter = async (act: () => Promise<unknown>) => {
    const before = bot.connector.messages.length;
    await act();
    await bot.connector.until(() => bot.connector.messages.length > before);
    return cardOf(bot.connector.messages.at(-1));
  };

  const none = await said('User Groups');
  const empty = await said('User Group anlegen');
  const submit = buttonNamed(empty, 'Anlegen');
  const refused = await press(submit, { kind: 'working-group', description: longer.description });
  const organisers = await press(submit, longer);
  const { userGroupId = '' } = buttonNamed(organisers, 'Ändern').data ?? {};
  await press(submit, form);
  const show = pressed('userGroup.show', { userGroupId });
  const asMember = valueOf(await bot.press(show, 'personal', {}, asBerta));
  const joined = valueOf(await bot.press(buttonNamed(asMember, 'Beitreten'), 'personal', {}, asBerta));
  const save = buttonNamed(await press(pressed('userGroup.offerChange', { userGroupId })), 'Speichern');
  await press(save, { ...longer, description: 'Wir treffen uns jetzt alle zwei Wochen.' });
  return {
    'no user groups': none,
    'user groups': await said('User Groups'),
    'user group': asMember,
    'user group joined': joined,
    'user group for organisers': organisers,
    'user group shared': await sentAfter(() => bot.press(show, 'group')),
    'user group form': empty,
    'user group form refused': refused,
    'user group form button': await said('User Group anlegen', 'group'),
    'user group outdated': await press(save, longer),
    'user group archive': await press(pressed('userGroup.askToArchive', { userGroupId })),
    'channel form button': await said('Kanal einrichten', 'channel'),
    'channel form': await sentAfter(() => bot.press(pressed('userGroup.offerChannel'), 'channel')),
    'channel set up': await sentAfter(() =>
      bot.press(pressed('userGroup.setChannel', { userGroup: userGroupId }), 'channel'),
    ),
  };
}

/** The card within the answer to a press. */
export function valueOf(answer: unknown): unknown {
  return typeof answer === 'object' && answer !== null && 'value' in answer ? answer.value : undefined;
}
