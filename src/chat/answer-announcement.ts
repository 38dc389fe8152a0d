import type { CardAction } from '../cards/actions.ts';
import { openAnnouncementFormCard } from '../cards/announcement-form-card.ts';
import { offerAnnouncementForm } from '../features/announcements/offer-announcement-form.ts';
import { toSentAnnouncementView } from './announcement-sent-view.ts';
import { toAuthoringView } from './announcement-view.ts';
import type { AuthoringAction } from './announcement-view.ts';
import { whyDenied } from './announcement-outcome.ts';
import type { ChatDeps, Turn } from './chat-deps.ts';
import type { View } from './personal-view.ts';
import { placeView } from './place-view.ts';
import type { PressAnswer } from './place-view.ts';
import type { Reply } from './reply.ts';
import type { AnnouncementIntent } from './understand/read-announcement-command.ts';

export type AnnouncementAction = Extract<CardAction, { verb: `announcement.${string}` }>;
/** What is pressed once it is on its way, and about templates. */
export type ReportAction = Exclude<AnnouncementAction, AuthoringAction>;

/** Answers a press on a card about announcements. */
export async function answerAnnouncementPress(
  deps: ChatDeps,
  turn: Turn,
  action: AnnouncementAction,
  answer: PressAnswer,
): Promise<readonly Reply[]> {
  const surface = { ...turn.surface, inDialog: answer === 'dialog' };
  return [placeView(turn, answer, await toView(deps, { ...turn, surface }, action))];
}

async function toView(deps: ChatDeps, turn: Turn, action: AnnouncementAction): Promise<View> {
  switch (action.verb) {
    case 'announcement.list':
    case 'announcement.offerForm':
    case 'announcement.draft':
    case 'announcement.showDraft':
    case 'announcement.offerChange':
    case 'announcement.change':
    case 'announcement.send':
    case 'announcement.offerSchedule':
    case 'announcement.schedule':
    case 'announcement.confirm':
    case 'announcement.discard':
      return toAuthoringView(deps, turn, action);
    case 'announcement.keepTemplate':
    case 'announcement.listTemplates':
    case 'announcement.removeTemplate':
    case 'announcement.report':
    case 'announcement.cancel':
    case 'announcement.repeatUnclear':
    case 'announcement.showCommunes':
    case 'announcement.offerCorrection':
    case 'announcement.correct':
    case 'announcement.askToWithdraw':
    case 'announcement.withdraw':
    case 'announcement.acknowledge':
      return toSentAnnouncementView(deps, turn, action);
  }
}

/** The button that does what the words ask for. */
const wordActions = {
  announcements: { verb: 'announcement.list', page: 1 },
  'new-announcement': { verb: 'announcement.offerForm' },
  'announcement-templates': { verb: 'announcement.listTemplates' },
} as const;

/** Answers what was typed about announcements. In shared places the form is behind a button. */
export async function answerAnnouncementWords(
  deps: ChatDeps,
  turn: Turn,
  { kind }: AnnouncementIntent,
): Promise<readonly Reply[]> {
  if (kind === 'new-announcement' && turn.surface.shared) {
    const offered = await offerAnnouncementForm(deps, { asker: turn.asker });
    return offered.kind === 'denied'
      ? [{ kind: 'text', text: whyDenied(offered) }]
      : [{ kind: 'card', card: openAnnouncementFormCard(turn.surface) }];
  }
  const view = await toView(deps, turn, wordActions[kind]);
  return [typeof view === 'string' ? { kind: 'text', text: view } : { kind: 'card', card: view.card }];
}
