import type { CardAction } from '../../cards/actions.ts';
import { calendarFeedCard, meetingCalendarCard } from '../../cards/meetings/meeting-calendar-card.ts';
import type { ShowFeedResult } from '../../features/meetings/calendar-feed.ts';
import { renewFeed, showFeed } from '../../features/meetings/calendar-feed.ts';
import { offerCalendar } from '../../features/meetings/offer-calendar.ts';
import { calendarTexts as texts } from '../../texts/meetings/meeting-calendar-texts.ts';
import { meetingTexts } from '../../texts/meetings/meeting-texts.ts';
import { userGroupTexts } from '../../texts/user-group-texts.ts';
import type { ChatDeps, Turn } from '../chat-deps.ts';
import type { View } from '../personal-view.ts';
import { isSeenByAll } from '../user-group-outcome.ts';

type Action = Extract<CardAction, { verb: `meeting.${'offerCalendar' | 'showFeed' | 'renewFeed'}` }>;

/** What leads into people's calendars. Its addresses open something for whoever has them, so they stand where one person reads alone. */
export async function toMeetingCalendarView(deps: ChatDeps, turn: Turn, action: Action): Promise<View> {
  if (isSeenByAll(turn.surface)) {
    return texts.onlyAlone;
  }
  const { asker } = turn;
  switch (action.verb) {
    case 'meeting.offerCalendar':
      return toOfferView(deps, turn, action);
    case 'meeting.showFeed':
      return toFeedView(deps, turn, await showFeed(deps, { ...action, asker }));
    case 'meeting.renewFeed':
      return toFeedView(deps, turn, await renewFeed(deps, { ...action, asker }));
  }
}

async function toOfferView(
  deps: ChatDeps,
  { asker, surface }: Turn,
  { meetingId, from }: Extract<Action, { verb: 'meeting.offerCalendar' }>,
): Promise<View> {
  const result = await offerCalendar(deps, { asker, meetingId });
  switch (result.kind) {
    case 'denied':
      return meetingTexts.whyDenied(result.because);
    case 'gone':
      return meetingTexts.gone;
    case 'offered':
      return {
        title: texts.title,
        card: meetingCalendarCard(result, { surface, home: deps.publicUrl }, from),
      };
  }
}

function toFeedView({ publicUrl: home }: ChatDeps, { surface }: Turn, result: ShowFeedResult): View {
  switch (result.kind) {
    case 'denied':
      return meetingTexts.whyDenied(result.because);
    case 'gone-group':
      return userGroupTexts.gone;
    case 'shown':
    case 'renewed':
      return { title: texts.feed.title, card: calendarFeedCard(result, { surface, home }) };
  }
}
