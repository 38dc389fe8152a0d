import type { Deps } from '../../deps.ts';
import type { SharedTopicList } from '../../domain/shared-topic-list.ts';

/** Somebody voted on a card that everybody sees: from now on it is kept as it is in the store. */
export async function noteSharedTopicList(
  { clock, sharedTopicLists }: Pick<Deps, 'clock' | 'sharedTopicLists'>,
  shared: Omit<SharedTopicList, 'usedAt'>,
): Promise<void> {
  await sharedTopicLists.put({ ...shared, usedAt: clock.now() });
}
