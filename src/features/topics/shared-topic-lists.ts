import type { Deps } from '../../deps.ts';
import type { SharedTopicList } from '../../domain/shared-topic-list.ts';

/** A list was posted where everybody sees it: from now on it is kept as it is in the store. */
export async function noteSharedTopicList(
  { clock, sharedTopicLists }: Pick<Deps, 'clock' | 'sharedTopicLists'>,
  shared: Omit<SharedTopicList, 'postedAt'>,
): Promise<void> {
  await sharedTopicLists.put({ ...shared, postedAt: clock.now() });
}
