import type { CardAction } from '../../cards/actions.ts';
import { noUserGroup } from '../../cards/actions.ts';
import type { MeetingList } from '../../cards/meetings/meeting-actions.ts';
import { meetingListCard } from '../../cards/meetings/meeting-list-card.ts';
import { participantExportCard } from '../../cards/meetings/participant-export-card.ts';
import { participantListCard } from '../../cards/meetings/participant-list-card.ts';
import { exportParticipants } from '../../features/meetings/export-participants.ts';
import { listMeetings } from '../../features/meetings/list-meetings.ts';
import { listParticipants } from '../../features/meetings/list-participants.ts';
import { memberTexts } from '../../texts/member-texts.ts';
import { meetingTexts } from '../../texts/meetings/meeting-texts.ts';
import { participantTexts } from '../../texts/meetings/participant-texts.ts';
import type { ChatDeps, Turn } from '../chat-deps.ts';
import type { View } from '../personal-view.ts';
import { isSeenByAll } from '../user-group-outcome.ts';

type Action = Extract<
  CardAction,
  { verb: `meeting.${'list' | 'chooseList' | 'listParticipants' | 'exportParticipants'}` }
>;

/** "Termine", and for organisers who takes part. */
export async function toMeetingListView(deps: ChatDeps, turn: Turn, action: Action): Promise<View> {
  switch (action.verb) {
    case 'meeting.list':
      return showList(deps, turn, action);
    case 'meeting.chooseList': {
      const { view, userGroup } = action;
      const isChosen = userGroup !== undefined && userGroup !== noUserGroup;
      return showList(deps, turn, { view, page: 1, ...(isChosen && { userGroupId: userGroup }) });
    }
    case 'meeting.listParticipants':
      return isSeenByAll(turn.surface) ? memberTexts.personalOnly : showParticipants(deps, turn, action);
    case 'meeting.exportParticipants':
      return isSeenByAll(turn.surface) ? memberTexts.personalOnly : showExport(deps, turn, action);
  }
}

/** One's own meetings and drafts are for oneself alone. */
async function showList(
  deps: ChatDeps,
  { asker, surface }: Turn,
  { view, userGroupId, page }: MeetingList,
): Promise<View> {
  const isForAll = isSeenByAll(surface);
  if (isForAll && (view === 'mine' || view === 'drafts')) {
    return memberTexts.personalOnly;
  }
  // Without an account nobody has said or can say anything.
  const isOwn = !isForAll && asker.memberId !== undefined;
  const result = await listMeetings(deps, {
    view,
    page,
    ...(userGroupId !== undefined && { userGroupId }),
    ...(isOwn && { asker }),
  });
  return { title: meetingTexts.meetings, card: meetingListCard(result, surface) };
}

async function showParticipants(
  deps: ChatDeps,
  { asker, surface }: Turn,
  { meetingId, from, page }: Extract<Action, { verb: 'meeting.listParticipants' }>,
): Promise<View> {
  const result = await listParticipants(deps, { asker, meetingId });
  switch (result.kind) {
    case 'denied':
      return meetingTexts.whyDenied(result.because);
    case 'gone':
      return meetingTexts.gone;
    case 'listed':
      return {
        title: participantTexts.title,
        card: participantListCard(result.list, surface, { page, from }),
      };
  }
}

async function showExport(
  deps: ChatDeps,
  { asker, surface }: Turn,
  { meetingId, from }: Extract<Action, { verb: 'meeting.exportParticipants' }>,
): Promise<View> {
  const result = await exportParticipants(deps, { asker, meetingId });
  switch (result.kind) {
    case 'denied':
      return meetingTexts.whyDenied(result.because);
    case 'gone':
      return meetingTexts.gone;
    case 'exported':
      return {
        title: participantTexts.title,
        card: participantExportCard(result, { surface, home: deps.publicUrl }, from),
      };
  }
}
