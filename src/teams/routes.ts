import { Application } from '@microsoft/teams-ai';
import type { TurnContext } from 'botbuilder';

import type { Incoming } from '../chat/incoming.ts';
import type { Reply } from '../chat/reply.ts';
import { StoreUnavailableError } from '../ports/document-store.ts';
import type { Logger } from '../ports/logger.ts';
import type { Timer } from '../ports/timer.ts';
import type { FrontTexts } from '../texts/front-texts.ts';
import type { TeamsActivity } from './activity.ts';
import { isInvoke, noteAnswer, toFeedbackAnswer, toInvokeAnswer } from './answer.ts';
import { describeError } from './describe-error.ts';
import { rosterOf } from './roster.ts';
import type { Waiting } from './running-turns.ts';
import { sendReplies } from './send-replies.ts';
import { isAnswerOnly, isShared, toIncoming } from './to-incoming.ts';
import type { Channel } from './to-incoming.ts';

/** What one turn is about; the SDK's own activity carries only what is needed for answering. */
export interface Turn {
  readonly activity: TeamsActivity;
  readonly channel: Channel;
  /** False for an addition of the app that was told before, or that a later removal has undone. */
  readonly isNews: boolean;
  readonly waiting: Waiting;
}

export interface RouteDeps {
  readonly handleTurn: (incoming: Incoming) => Promise<readonly Reply[]>;
  readonly logger: Logger;
  readonly timer: Timer;
  readonly sensitivityLabel?: string;
  readonly texts: FrontTexts;
}

const turnKey = Symbol('turn');
const invokeNames = new Set([
  'adaptiveCard/action',
  'task/fetch',
  'task/submit',
  'message/fetchTask',
  'message/submitAction',
  'composeExtension/query',
  'composeExtension/fetchTask',
  'composeExtension/submitAction',
]);

/** Runs one turn through the routes. Never throws: errors are logged, and the person is told. */
export type RunRoutes = (context: TurnContext, turn: Turn) => Promise<void>;

/**
 * The routes of teams-ai's Application. Presses have a route of their own instead of `adaptiveCards.actionExecute`,
 * which after one card with `refresh` replaces the card for the whole chat with every later result (teams-ai 1.7.4). So have the thumbs below
 * answers instead of `feedbackLoop`: it knows `message/submitAction` alone and not the form of our own that Teams asks for before it, throws
 * without a value, and always answers by itself, also when the work takes too long.
 */
export function createRoutes(deps: RouteDeps): RunRoutes {
  const application = new Application({
    startTypingTimer: false,
    removeRecipientMention: false,
    longRunningMessages: false,
  });
  async function handle(context: TurnContext): Promise<void> {
    const turn = context.turnState.get<Turn | undefined>(turnKey);
    if (turn !== undefined) {
      await runTurn(deps, context, turn);
    }
  }
  application.addRoute(
    async ({ activity }) => activity.type === 'invoke' && invokeNames.has(activity.name ?? ''),
    handle,
    true,
  );
  application.activity(['message', 'installationUpdate', 'conversationUpdate'], handle);
  return async (context, turn) => {
    context.turnState.set(turnKey, turn);
    await application.run(context);
  };
}

async function runTurn(deps: RouteDeps, context: TurnContext, turn: Turn): Promise<void> {
  const { activity, channel, waiting } = turn;
  const { logger, texts } = deps;
  const replies = await repliesTo(deps, context, turn);
  try {
    if (!isInvoke(channel)) {
      await sendReplies(deps, context, replies, channel === 'submit' ? activity.replyToId : undefined);
      return;
    }
    const { answer, rest } =
      channel === 'feedback-submit'
        ? toFeedbackAnswer(replies, isShared(activity))
        : toInvokeAnswer(channel, replies, texts);
    const inTime = waiting.answer(answer);
    if (isAnswerOnly(channel)) {
      // The bot need not be in that chat, and a list or dialog that comes too late is of no use.
      return;
    }
    const late = isShared(activity) ? replies.filter(isForAll) : replies;
    await sendReplies(
      deps,
      context,
      inTime ? rest : late,
      channel === 'execute' ? activity.replyToId : undefined,
    );
  } catch (error) {
    logger.error('teams.reply-failed', { channel, error: describeError(error) });
  }
}

/** A sentence and a dialog are for whoever pressed; as a message everybody would read them. Pressed again, they come in time. */
function isForAll({ kind }: Reply): boolean {
  return kind !== 'note' && kind !== 'dialog';
}

async function repliesTo(
  { handleTurn, logger, texts }: RouteDeps,
  context: TurnContext,
  turn: Turn,
): Promise<readonly Reply[]> {
  const { activity, channel } = turn;
  const incoming = toIncoming(activity, turn, rosterOf(context, activity.from.id, logger));
  try {
    return await handleTurn(incoming);
  } catch (error) {
    logger.error('teams.turn-failed', { channel, error: describeError(error) });
    const text = error instanceof StoreUnavailableError ? texts.cannotSave : texts.failed;
    return incoming.change === undefined ? [{ kind: 'note', text }] : [];
  }
}

/** The answer when the work takes too long, or was done before. */
export function standInAnswer(channel: Channel, note: string) {
  return isInvoke(channel) ? noteAnswer(channel, note) : { status: 200 };
}
