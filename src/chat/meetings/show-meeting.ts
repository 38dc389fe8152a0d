import { meetingCard, sharedMeetingCard } from '../../cards/meetings/meeting-card.ts';
import type { MeetingList } from '../../cards/meetings/meeting-actions.ts';
import type { MeetingId } from '../../domain/ids.ts';
import { findOwnMeeting } from '../../features/meetings/find-own-meeting.ts';
import { findShownMeeting } from '../../features/meetings/meeting-results.ts';
import { meetingTexts } from '../../texts/meetings/meeting-texts.ts';
import type { ChatDeps, Turn } from '../chat-deps.ts';
import type { View } from '../personal-view.ts';
import { isSeenByAll } from '../user-group-outcome.ts';

/**
 * The meeting as it is now, for whoever pressed, with what just happened above it. Where everybody would see that, the sentence alone; and
 * without one the card that is for everybody.
 */
export async function showMeeting(
  deps: ChatDeps,
  { asker, surface }: Turn,
  { meetingId, from }: { readonly meetingId: MeetingId; readonly from?: MeetingList },
  outcome?: string,
): Promise<View> {
  const isForAll = isSeenByAll(surface);
  if (isForAll && outcome !== undefined) {
    return outcome;
  }
  const shown = isForAll
    ? await findShownMeeting(deps, undefined, meetingId)
    : await findOwnMeeting(deps, asker, meetingId);
  if (shown === undefined) {
    return outcome ?? meetingTexts.gone;
  }
  const card = isForAll
    ? sharedMeetingCard(shown, surface)
    : meetingCard(shown, surface, {
        ...(outcome !== undefined && { outcome }),
        ...(from !== undefined && { from }),
      });
  return { title: meetingTexts.title, card };
}
