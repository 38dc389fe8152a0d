import { cafeTablesCard, ownTableLines } from '../../cards/meetings/cafe-tables-card.ts';
import { hasSeat } from '../../domain/meetings/rsvp.ts';
import type { ShownMeeting } from '../../features/meetings/meeting-results.ts';
import { whyClosed } from '../../features/meetings/world-cafe/cafe-results.ts';
import { findOwnTables } from '../../features/meetings/world-cafe/find-own-tables.ts';
import { cafeTexts } from '../../texts/meetings/cafe-texts.ts';
import { meetingTexts } from '../../texts/meetings/meeting-texts.ts';
import type { ChatDeps, Turn } from '../chat-deps.ts';
import type { View } from '../personal-view.ts';
import { isSeenByAll } from '../user-group-outcome.ts';
import { showCafe, whyRefused } from './show-cafe.ts';
import type { AboutCafe } from './show-cafe.ts';

/** The whole plan for organisers, their own tables for everybody else; where others read along, those in a sentence for the presser. */
export async function toCafeTablesView(deps: ChatDeps, turn: Turn, about: AboutCafe): Promise<View> {
  const { asker, surface } = turn;
  const result = await findOwnTables(deps, { asker, meetingId: about.meetingId });
  if (result.kind === 'gone') {
    return meetingTexts.gone;
  }
  const { shown } = result.kind === 'found' ? result.own : result;
  if (shown.viewer.organises && !isSeenByAll(surface)) {
    return showCafe(deps, turn, about);
  }
  const closed = whyClosed(shown.meeting, shown.now);
  if (closed?.because === 'cancelled') {
    return whyRefused(closed);
  }
  if (result.kind === 'none') {
    return closed === undefined ? whyNone(deps, shown) : whyRefused(closed);
  }
  return isSeenByAll(surface)
    ? cafeTexts.own.note(ownTableLines(result.own))
    : { title: cafeTexts.title, card: cafeTablesCard(result.own, surface, about.from) };
}

/** Nobody is promised a message that will not come. */
async function whyNone(deps: ChatDeps, { meeting, viewer: { rsvp } }: ShownMeeting): Promise<string> {
  const cafe = await deps.worldCafes.find(meeting.id);
  if (cafe === undefined) {
    return whyRefused({ kind: 'no-cafe' });
  }
  if (rsvp === undefined || !hasSeat(rsvp)) {
    return cafeTexts.own.noSeat;
  }
  return cafe.told === undefined ? cafeTexts.own.none : cafeTexts.own.late;
}
