import { openMeetingFormCard } from '../../cards/meetings/meeting-form-card.ts';
import type { UserGroup } from '../../domain/user-group.ts';
import { checkPlanner } from '../../features/meetings/check-typed-meeting.ts';
import { meetingListTexts as texts } from '../../texts/meetings/meeting-list-texts.ts';
import { meetingTexts } from '../../texts/meetings/meeting-texts.ts';
import type { ChatDeps, Turn } from '../chat-deps.ts';
import { toCardReply } from '../place-view.ts';
import type { Reply } from '../reply.ts';
import type { MeetingIntent } from '../understand/read-meeting-command.ts';
import { toMeetingView } from './answer-meeting.ts';
import type { MeetingAction } from './answer-meeting.ts';

/** Answers a typed message about meetings: with the view of the button that does the same. In shared places the form is behind a button. */
export async function answerMeetingWords(
  deps: ChatDeps,
  turn: Turn,
  typed: MeetingIntent,
): Promise<readonly Reply[]> {
  const { intent, userGroup } = await findNamed(deps, typed);
  if (intent.userGroup !== undefined && userGroup === undefined) {
    return [{ kind: 'text', text: texts.unknownGroup }];
  }
  const ofGroup = userGroup === undefined ? {} : { userGroupId: userGroup.id };
  switch (intent.kind) {
    case 'plan-meeting':
      return turn.surface.shared
        ? [await offerForm(deps, turn, userGroup)]
        : say(deps, turn, { verb: 'meeting.offerForm', ...ofGroup });
    case 'meetings':
      return say(deps, turn, { verb: 'meeting.list', view: intent.view, page: 1, ...ofGroup });
    case 'calendar':
      return say(deps, turn, { verb: 'meeting.showFeed', ...ofGroup });
  }
}

/** A longer name comes first: "Bauen und Planen" is one, too. */
async function findNamed(
  deps: ChatDeps,
  intent: MeetingIntent,
): Promise<{ readonly intent: MeetingIntent; readonly userGroup: UserGroup | undefined }> {
  if (intent.orCalled !== undefined) {
    const longer = await findNamed(deps, intent.orCalled);
    if (longer.userGroup !== undefined) {
      return longer;
    }
  }
  const stored =
    intent.userGroup === undefined ? undefined : await deps.userGroups.findByName(intent.userGroup);
  return { intent, userGroup: stored?.value };
}

async function offerForm(
  deps: ChatDeps,
  { asker, surface }: Turn,
  userGroup: UserGroup | undefined,
): Promise<Reply> {
  const permission = await checkPlanner(deps, asker);
  if (permission.kind === 'denied') {
    return { kind: 'text', text: meetingTexts.whyDenied(permission.because) };
  }
  const ofGroup = userGroup === undefined ? {} : { userGroupId: userGroup.id };
  return { kind: 'card', card: openMeetingFormCard(surface, ofGroup) };
}

async function say(deps: ChatDeps, turn: Turn, action: MeetingAction): Promise<readonly Reply[]> {
  const view = await toMeetingView(deps, turn, action);
  return [typeof view === 'string' ? { kind: 'text', text: view } : toCardReply(view)];
}
