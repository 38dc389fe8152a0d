import type { CardAction } from '../../cards/actions.ts';
import { meetingOrganiseCard } from '../../cards/meetings/meeting-organise-card.ts';
import { organiseMeeting } from '../../features/meetings/organise-meeting.ts';
import { memberTexts } from '../../texts/member-texts.ts';
import { meetingTexts } from '../../texts/meetings/meeting-texts.ts';
import type { ChatDeps, Turn } from '../chat-deps.ts';
import type { View } from '../personal-view.ts';
import { isSeenByAll } from '../user-group-outcome.ts';
import { showMeeting } from './show-meeting.ts';

type Action = Extract<CardAction, { verb: `meeting.${'show' | 'showNews' | 'organise'}` }>;

/** A meeting, and what organisers can do with it. */
export async function toMeetingDetailsView(deps: ChatDeps, turn: Turn, action: Action): Promise<View> {
  switch (action.verb) {
    case 'meeting.show':
    case 'meeting.showNews':
      return showMeeting(deps, turn, action);
    case 'meeting.organise': {
      if (isSeenByAll(turn.surface)) {
        return memberTexts.personalOnly;
      }
      const { asker, surface } = turn;
      const result = await organiseMeeting(deps, { asker, meetingId: action.meetingId });
      switch (result.kind) {
        case 'gone':
          return meetingTexts.gone;
        case 'denied':
          return meetingTexts.whyDenied(result.because);
        case 'organised': {
          const hasCafe = (await deps.worldCafes.find(action.meetingId)) !== undefined;
          const card = meetingOrganiseCard(result.shown, surface, action.from, hasCafe);
          return { title: meetingTexts.title, card };
        }
      }
    }
  }
}
