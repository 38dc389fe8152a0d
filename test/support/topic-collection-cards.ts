import { dayMs } from '../../src/domain/instant.ts';
import { buttonNamed } from './conversation.ts';
import type { TestBot } from './conversation.ts';
import { valueOf } from './user-group-cards.ts';
import { asBerta, created, pressed } from './user-groups.ts';

export const topicCollectionCardNames = [
  'topic collection form',
  'topic collection refused',
  'user group that collects topics',
  'user group that collects topics for members',
] as const;

/** Every card about how a user group collects topics, the group itself included. */
export async function drawTopicCollectionCards(bot: TestBot) {
  const press = async (...call: Parameters<TestBot['press']>) => valueOf(await bot.press(...call));
  const userGroupId = await created(bot, { name: 'Themensammlung' });
  const show = pressed('userGroup.show', { userGroupId });
  const group = await press(show);
  const form = await press(buttonNamed(group, 'Themen sammeln'));
  const save = buttonNamed(form, 'Speichern');
  const refused = await press(save, 'personal', { until: '31.02.2027', votes: 'zwei' });
  const until = new Date(bot.clock.now() + 3 * dayMs).toISOString().slice(0, 10);
  const saved = await press(save, 'personal', { until, votes: '3' });
  return {
    'topic collection form': form,
    'topic collection refused': refused,
    'user group that collects topics': saved,
    'user group that collects topics for members': await press(show, 'personal', {}, asBerta),
  };
}
