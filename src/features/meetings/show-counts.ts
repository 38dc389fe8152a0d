import type { Deps } from '../../deps.ts';
import { dayMs, minuteMs, secondMs } from '../../domain/instant.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Meeting } from '../../domain/meetings/meeting.ts';
import { phaseTimes } from '../../domain/meetings/meeting-phase.ts';
import { showPlaces } from './announce-meeting.ts';

/** A card in a channel changes at most every two seconds, however late an update arrives: what happens meanwhile is shown together. */
export const showEveryMs = 2.5 * secondMs;

/** Clocks of several instances of the app differ by less. */
const clocksDifferMs = 10 * minuteMs;

export type ShowCountsDeps = Pick<Deps, 'broadcasts' | 'clock' | 'logger' | 'meetings'>;

/**
 * Brings the cards in the channels up to date where the counts changed. Of several instances of the app the one that notes the moment shows
 * it, and what changes while it does is shown the next time: nothing is lost when it is interrupted anywhere.
 */
export async function showCounts(deps: ShowCountsDeps): Promise<void> {
  for (const meeting of await deps.meetings.shownLate()) {
    await inTurn(deps, meeting, (known, now) => known.isShownLate === true && isDue(known, now));
  }
}

/** The same for what the time alone changes: no more answers are taken, people say that they are there, it is over. */
export async function showPhases(deps: ShowCountsDeps): Promise<void> {
  // Those that have ended within a day: whatever stood still for longer shows an old card.
  for (const meeting of await deps.meetings.notOver(deps.clock.now() - dayMs)) {
    await inTurn(deps, meeting, isOutdated);
  }
}

/** One that cannot be shown keeps no other from it. */
async function inTurn(
  deps: ShowCountsDeps,
  meeting: Meeting,
  isWanted: (meeting: Meeting, now: Instant) => boolean,
): Promise<void> {
  const now = deps.clock.now();
  if (!isWanted(meeting, now)) {
    return;
  }
  try {
    const noted = await deps.meetings.change(meeting.id, {}, now, ({ meeting: known }) =>
      isWanted(known, now) ? { meeting: { ...known, isShownLate: true, shownAt: now } } : undefined,
    );
    if (noted !== undefined) {
      await showPlaces(deps, noted);
      await noteShown(deps, noted);
    }
  } catch (error) {
    deps.logger.error('meeting.not-shown', { meetingId: meeting.id, error });
  }
}

/** A moment that is to come is that of a clock that was set back since. */
function isDue({ shownAt }: Meeting, now: Instant): boolean {
  return shownAt === undefined || shownAt <= now - showEveryMs || shownAt > now + clocksDifferMs;
}

function isOutdated(meeting: Meeting, now: Instant): boolean {
  const { state, shownAt } = meeting;
  const since = shownAt ?? (state.kind === 'published' ? state.at : now);
  return isDue(meeting, now) && phaseTimes(meeting).some((time) => since < time && time <= now);
}

/** As long as nothing was written since: the card is drawn from what is stored after the moment was noted. */
async function noteShown(
  { clock, meetings }: Pick<Deps, 'clock' | 'meetings'>,
  { id, version }: Meeting,
): Promise<void> {
  await meetings.change(id, {}, clock.now(), ({ meeting }) => {
    const { isShownLate, ...rest } = meeting;
    return isShownLate === true && meeting.version === version ? { meeting: rest } : undefined;
  });
}
