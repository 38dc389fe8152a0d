import type { Deps } from '../../deps.ts';
import type { Announcement } from '../../domain/announcement.ts';
import type { AudiencePart } from '../../domain/audience.ts';
import { broadcastId } from '../../domain/ids.ts';
import type { BroadcastId, MemberId } from '../../domain/ids.ts';
import { dayMs } from '../../domain/instant.ts';
import { reviseBroadcast } from '../broadcasts/request-change.ts';
import { startBroadcast } from '../broadcasts/start-broadcast.ts';

/** The other organisers may be away for a week. */
const lifeMs = 7 * dayMs;

export const askedToConfirm: readonly AudiencePart[] = [{ kind: 'role', role: 'organiser' }];

/** Asks the other organisers; once for each version. */
export async function askForConfirmation(
  deps: Pick<Deps, 'broadcasts' | 'clock'>,
  announcement: Announcement,
): Promise<void> {
  const { id, by } = announcement;
  await startBroadcast(deps, {
    id: confirmationId(announcement),
    subject: { kind: 'confirmation', announcementId: id },
    audience: askedToConfirm,
    except: by === undefined ? [] : [by],
    lifeMs,
  });
}

/** Asks where a failure of the store kept that from happening. What was asked long ago may have been forgotten: it is not asked again. */
export async function askWhereForgotten(
  deps: Pick<Deps, 'announcements' | 'broadcasts' | 'clock'>,
): Promise<void> {
  for (const announcement of await deps.announcements.awaiting()) {
    const { state } = announcement;
    const isRecent = state.kind === 'awaiting-confirmation' && deps.clock.now() - state.askedAt < lifeMs;
    if (isRecent && (await deps.broadcasts.find(confirmationId(announcement))) === undefined) {
      await askForConfirmation(deps, announcement);
    }
  }
}

/** Nobody needs to be asked any more: what was posted says so, and what was not is not sent. `announcement` is how it was. */
export async function retractConfirmation(
  deps: Pick<Deps, 'broadcasts' | 'clock'>,
  announcement: Announcement,
): Promise<void> {
  if (announcement.state.kind === 'awaiting-confirmation') {
    await reviseBroadcast(deps, confirmationId(announcement), { withdrawn: true });
  }
}

/** The author's data is erased: of whatever version the others were asked, it is not remembered any more who was not. */
export async function forgetAuthor(
  { broadcasts }: Pick<Deps, 'broadcasts'>,
  announcement: Announcement,
  author: MemberId,
): Promise<void> {
  for (let version = 1; version <= announcement.version; version += 1) {
    await broadcasts.change(confirmationId({ ...announcement, version }), (broadcast) =>
      broadcast.except.includes(author)
        ? { ...broadcast, except: broadcast.except.filter((member) => member !== author) }
        : undefined,
    );
  }
}

function confirmationId({ id, version }: Announcement): BroadcastId {
  return broadcastId(`confirm.${id}.${version}`);
}
