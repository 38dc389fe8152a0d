import type { Announcement, AnnouncementState } from './announcement.ts';
import type { Instant } from './instant.ts';

/** Whether its author alone may see it: a draft, and one that was given up before anybody else could see it. */
export function isPrivate({ state }: Announcement): boolean {
  return state.kind === 'draft' || (state.kind === 'discarded' && state.wasPlanned !== true);
}

/** When it goes out, as far as that is decided. */
export function sendTimeOf(state: AnnouncementState): Instant | undefined {
  return state.kind === 'scheduled' || state.kind === 'awaiting-confirmation' ? state.sendAt : undefined;
}

/** The state of what gets new words. The time is not lost: it can be chosen again. */
export function toDraftAgain(state: AnnouncementState): AnnouncementState {
  const wasPlannedFor = state.kind === 'draft' ? state.wasPlannedFor : sendTimeOf(state);
  return { kind: 'draft', ...(wasPlannedFor !== undefined && { wasPlannedFor }) };
}

export function toDiscarded(state: AnnouncementState, at: Instant): AnnouncementState {
  return { kind: 'discarded', at, ...(state.kind !== 'draft' && { wasPlanned: true }) };
}
