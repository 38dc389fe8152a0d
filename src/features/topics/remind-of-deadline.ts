import type { Deps } from '../../deps.ts';
import type { Broadcast } from '../../domain/broadcast.ts';
import { broadcastId } from '../../domain/ids.ts';
import type { UserGroupId } from '../../domain/ids.ts';
import { findDueReminder } from '../../domain/topic-deadline.ts';
import type { UserGroup } from '../../domain/user-group.ts';
import { cancelBroadcast } from '../broadcasts/request-change.ts';
import { startBroadcast } from '../broadcasts/start-broadcast.ts';

type RemindDeps = Pick<Deps, 'broadcasts' | 'clock' | 'userGroups'>;

/**
 * Reminds the members of every open group of the last day of its collection, and stops what is on its way for a day that does not hold any
 * more. However often it is done, and by however many at once, each reminder of a day begins once.
 */
export async function remindOfDeadlines(deps: RemindDeps): Promise<void> {
  const collecting = new Map<UserGroupId, UserGroup>();
  for (const { value } of await deps.userGroups.all()) {
    if (value.archivedAt === undefined && value.topics?.until !== undefined) {
      collecting.set(value.id, value);
    }
  }
  await stopOutdated(deps, collecting);
  for (const userGroup of collecting.values()) {
    await remind(deps, userGroup);
  }
}

async function stopOutdated(
  deps: RemindDeps,
  collecting: ReadonlyMap<UserGroupId, UserGroup>,
): Promise<void> {
  const phases: readonly Broadcast['phase'][] = ['preparing', 'sending'];
  for (const { id, subject } of (
    await Promise.all(phases.map((phase) => deps.broadcasts.inPhase(phase)))
  ).flat()) {
    if (
      subject.kind === 'topic-deadline' &&
      collecting.get(subject.userGroupId)?.topics?.until !== subject.until
    ) {
      await cancelBroadcast(deps, id);
    }
  }
}

async function remind(deps: RemindDeps, { id: userGroupId, topics }: UserGroup): Promise<void> {
  const now = deps.clock.now();
  const due = topics && findDueReminder(topics, now);
  if (due === undefined) {
    return;
  }
  const { until, daysBefore, endsAt } = due;
  const id = broadcastId(`topic-deadline.${userGroupId}.${until}.${daysBefore}`);
  if ((await deps.broadcasts.find(id)) !== undefined) {
    return;
  }
  await startBroadcast(deps, {
    id,
    subject: { kind: 'topic-deadline', userGroupId, until, daysBefore },
    audience: [{ kind: 'user-group', userGroupId }],
    lifeMs: endsAt - now,
  });
}
