import type { CafeFacts } from '../../features/meetings/world-cafe/find-cafe-facts.ts';
import type { ShownMeeting } from '../../features/meetings/meeting-results.ts';
import { cafeTexts as texts } from '../../texts/meetings/cafe-texts.ts';
import { look } from '../actions.ts';
import type { Surface } from '../actions.ts';
import type { Button } from '../card.ts';
import type { MeetingList } from './meeting-actions.ts';
import { meetingPayload } from './meeting-parts.ts';

/** What a member's own card offers about a World Café: nothing where there is none, or they do not take part. */
export function cafeButtons(
  shown: ShownMeeting & { readonly cafe?: CafeFacts },
  surface: Surface,
  from: MeetingList | undefined,
): readonly Button[] {
  if (shown.cafe === undefined) {
    return [];
  }
  const data = meetingPayload(shown, from);
  return [
    ...(shown.cafe.isSeated ? [look(surface, texts.myTables, 'cafe.showPlan', data)] : []),
    look(surface, texts.wish, 'cafe.offerWishes', data),
  ];
}
