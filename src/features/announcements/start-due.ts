import type { Deps } from '../../deps.ts';
import { announcementLifeMs } from '../../domain/announcement.ts';
import type { Announcement } from '../../domain/announcement.ts';
import { holdGrown, isAgreedTo } from '../../domain/announcement-agreement.ts';
import { keepDraftsMs, startAnnouncement } from '../../domain/announcement-steps.ts';
import { broadcastId } from '../../domain/ids.ts';
import type { Stored } from '../../store/use-cases.ts';
import { cancelBroadcast } from '../broadcasts/request-change.ts';
import { startBroadcast } from '../broadcasts/start-broadcast.ts';
import { askForConfirmation } from './ask-for-confirmation.ts';
import { countAudience } from './count-audience.ts';
import type { CountDeps } from './count-audience.ts';
import { neededAgreement } from './describe-announcement.ts';

type StartDeps = CountDeps & Pick<Deps, 'announcements' | 'broadcasts' | 'clock' | 'logger' | 'rules'>;

/**
 * Begins the broadcasts of all announcements whose time has come; returns how many. Whatever happens between its two writes, and however
 * many do it at once, each begins once: the broadcast has the announcement's own id.
 */
export async function startDueAnnouncements(deps: StartDeps): Promise<number> {
  let started = 0;
  for (const stored of await deps.announcements.due(deps.clock.now())) {
    started += Number(await start(deps, stored));
  }
  return started;
}

async function start(deps: StartDeps, { value, etag }: Stored<Announcement>): Promise<boolean> {
  const { id, audience } = value;
  const carrier = broadcastId(id);
  const hasBegun = (await deps.broadcasts.find(carrier)) !== undefined;
  const outcome = startAnnouncement(value, { now: deps.clock.now(), hasBegun });
  switch (outcome.kind) {
    case 'not-due':
      return false;
    case 'missed':
      deps.logger.error('announcement.missed', { announcementId: id });
      await deps.announcements.replace(outcome.announcement, etag);
      return false;
    case 'started': {
      if (
        !hasBegun &&
        ((await wasHeld(deps, { value, etag })) || (await wasChanged(deps, { value, etag })))
      ) {
        return false;
      }
      await startBroadcast(deps, {
        id: carrier,
        subject: { kind: 'announcement', announcementId: id },
        audience,
        lifeMs: announcementLifeMs,
      });
      if ((await deps.announcements.replace(outcome.announcement, etag)) === 'conflict') {
        await stopWhatWasTakenBack(deps, value);
        return false;
      }
      return true;
    }
  }
}

/** Planned for few, it does not go to more than one organiser may write to alone: somebody has to agree first. */
async function wasHeld(deps: StartDeps, { value, etag }: Stored<Announcement>): Promise<boolean> {
  if (isAgreedTo(value)) {
    return false;
  }
  const count = await countAudience(deps, value.audience);
  const agreement = neededAgreement(deps, value, count);
  if (agreement === 'none') {
    return false;
  }
  const now = deps.clock.now();
  const held = holdGrown(value, agreement, now);
  const expiresAt = held.state.kind === 'draft' ? now + keepDraftsMs : undefined;
  // Where somebody else was faster, they did the same.
  if ((await deps.announcements.replace(held, etag, expiresAt)) === 'replaced') {
    const { recipients } = count;
    deps.logger.warn('announcement.held', { announcementId: value.id, agreement, recipients });
    if (agreement === 'second-organiser') {
      await askForConfirmation(deps, held);
    }
  }
  return true;
}

/** Counting took a while, in which it can have been cancelled: then nothing begins. */
async function wasChanged(
  { announcements }: StartDeps,
  { value, etag }: Stored<Announcement>,
): Promise<boolean> {
  return (await announcements.find(value.id))?.etag !== etag;
}

/** By an instance whose clock is behind, it can have been discarded or changed until a moment ago. */
async function stopWhatWasTakenBack(deps: StartDeps, { id }: Announcement): Promise<void> {
  const kind = (await deps.announcements.find(id))?.value.state.kind;
  if (kind !== 'started' && kind !== 'scheduled') {
    await cancelBroadcast(deps, broadcastId(id));
  }
}
