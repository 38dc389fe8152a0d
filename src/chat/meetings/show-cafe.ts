import { cafeCard } from '../../cards/meetings/cafe-card.ts';
import type { CafeUrls } from '../../cards/meetings/cafe-card.ts';
import type { MeetingList } from '../../cards/meetings/meeting-actions.ts';
import type { MeetingId } from '../../domain/ids.ts';
import type { ClosedCafe, NoCafe } from '../../features/meetings/world-cafe/cafe-results.ts';
import { findOwnTables } from '../../features/meetings/world-cafe/find-own-tables.ts';
import { showCafe as findCafe } from '../../features/meetings/world-cafe/show-cafe.ts';
import type { CafeFiles } from '../../features/meetings/world-cafe/show-cafe.ts';
import type { DeniedMeeting, GoneMeeting } from '../../features/meetings/meeting-results.ts';
import { cafeTexts } from '../../texts/meetings/cafe-texts.ts';
import { meetingTexts } from '../../texts/meetings/meeting-texts.ts';
import type { ChatDeps, Turn } from '../chat-deps.ts';
import type { View } from '../personal-view.ts';
import { isSeenByAll } from '../user-group-outcome.ts';

/** Which World Café, and the list that everything was opened from. */
export interface AboutCafe {
  readonly meetingId: MeetingId;
  readonly from?: MeetingList;
}

/** What an organiser did, with the World Café as it is now; where others read along, the sentence alone. */
export async function showCafeDone(
  deps: ChatDeps,
  turn: Turn,
  about: AboutCafe,
  outcome: string,
): Promise<View> {
  return isSeenByAll(turn.surface) ? outcome : showCafe(deps, turn, about, outcome);
}

/** The World Café for its organisers. */
export async function showCafe(
  deps: ChatDeps,
  { asker, surface }: Turn,
  { meetingId, from }: AboutCafe,
  outcome?: string,
): Promise<View> {
  const result = await findCafe(deps, { asker, meetingId });
  if (result.kind !== 'shown') {
    return whyRefused(result);
  }
  const { shownCafe } = result;
  const own = await findOwnTables(deps, { asker, meetingId });
  const { files } = shownCafe;
  const card = cafeCard(shownCafe, surface, {
    ...(outcome !== undefined && { outcome }),
    ...(files !== undefined && { urls: toUrls(files, deps.publicUrl) }),
    ...(own.kind === 'found' && { own: own.own }),
    ...(from !== undefined && { from }),
  });
  return { title: cafeTexts.title, card };
}

function toUrls({ cardPicture, picture, table }: CafeFiles, base: string): CafeUrls {
  const toUrl = (path: string) => new URL(path, base).href;
  return { cardPicture: toUrl(cardPicture), picture: toUrl(picture), table: toUrl(table) };
}

/** Why not, in a sentence. */
export function whyRefused(result: GoneMeeting | DeniedMeeting | ClosedCafe | NoCafe): string {
  switch (result.kind) {
    case 'gone':
      return meetingTexts.gone;
    case 'denied':
      return meetingTexts.whyDenied(result.because);
    case 'closed':
      return cafeTexts.closed[result.because];
    case 'no-cafe':
      return cafeTexts.noCafe;
  }
}
