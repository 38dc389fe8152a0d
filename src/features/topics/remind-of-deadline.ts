import type { Deps } from '../../deps.ts';
import type { Broadcast } from '../../domain/broadcast.ts';
import { broadcastId } from '../../domain/ids.ts';
import type { MemberId, UserGroupId } from '../../domain/ids.ts';
import { findDueReminder } from '../../domain/topic-deadline.ts';
import type { UserGroup } from '../../domain/user-group.ts';
import { cancelBroadcast } from '../broadcasts/request-change.ts';
import { startBroadcast } from '../broadcasts/start-broadcast.ts';

type RemindDeps = Pick<Deps, 'broadcasts' | 'clock' | 'deliveries' | 'userGroups'>;

/**
 * Reminds the members of every open group of the last day of its collection, and stops what is on its way for a day that does not hold any
 * more. However often it is done, and by however many at once, each reminder of a day begins once; when the day holds again after it was
 * stopped, whoever it did not reach is reminded after all.
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
  const first = `topic-deadline.${userGroupId}.${until}.${daysBefore}`;
  const reached: MemberId[] = [];
  for (let round = 1; ; round += 1) {
    const id = broadcastId(round === 1 ? first : `${first}.${round}`);
    const begun = (await deps.broadcasts.find(id))?.value;
    if (begun === undefined) {
      await startBroadcast(deps, {
        id,
        subject: { kind: 'topic-deadline', userGroupId, until, daysBefore },
        audience: [{ kind: 'user-group', userGroupId }],
        except: reached,
        lifeMs: endsAt - now,
      });
      return;
    }
    if (begun.cancelledAt === undefined || begun.phase !== 'finished') {
      return;
    }
    reached.push(...(await findReached(deps, begun)));
  }
}

/** Also those of whom nobody knows whether it reached them. */
async function findReached(
  { deliveries }: RemindDeps,
  { id, tenants }: Broadcast,
): Promise<readonly MemberId[]> {
  const reached: MemberId[] = [];
  for (const tenantId of tenants) {
    for await (const { value } of deliveries.all({ broadcastId: id, tenantId })) {
      const { recipient, state } = value;
      if (recipient.kind === 'member' && (state.kind === 'delivered' || state.kind === 'unclear')) {
        reached.push(recipient.memberId);
      }
    }
  }
  return reached;
}
