import type { Incoming } from '../chat/incoming.ts';
import type { Reply } from '../chat/reply.ts';
import { conversationId, tenantId } from '../domain/ids.ts';
import type { ConversationId, TenantId } from '../domain/ids.ts';
import type { Clock } from '../ports/clock.ts';
import type { Logger } from '../ports/logger.ts';
import type { Timer } from '../ports/timer.ts';
import { frontTexts } from '../texts/front-texts.ts';
import type { FrontTexts } from '../texts/front-texts.ts';
import { TeamsActivity } from './activity.ts';
import { isInvoke } from './answer.ts';
import type { HttpAnswer } from './answer.ts';
import { botFrameworkMetadataUrl, createAuthenticate } from './authenticate.ts';
import type { Authenticate } from './authenticate.ts';
import { BotAdapter } from './bot-adapter.ts';
import { describeError } from './describe-error.ts';
import type { FrontConfig } from './front-config.ts';
import { Installations } from './installations.ts';
import { createRoutes, standInAnswer } from './routes.ts';
import type { Turn } from './routes.ts';
import { RunningTurns } from './running-turns.ts';
import { isAllowedServiceUrl } from './service-url.ts';
import { toSdkActivity } from './to-sdk-activity.ts';
import { channelOf, isAnswerOnly, isShared } from './to-incoming.ts';
import type { Channel } from './to-incoming.ts';
import { isWorthATurn } from './worth-a-turn.ts';

export interface TeamsFrontDeps {
  readonly config: FrontConfig;
  readonly logger: Logger;
  readonly clock: Clock;
  readonly timer: Timer;
  /** What the product does with one thing that somebody did. */
  readonly handleTurn: (incoming: Incoming) => Promise<readonly Reply[]>;
  /** The exact hosts that may be answered in `teams` mode; asked anew for every activity. */
  readonly serviceHosts: () => ReadonlySet<string>;
  /** Durable: true for the first claim of an activity, false for every later one. */
  readonly claimTurn: (
    conversation: ConversationId,
    activityId: string,
    tenant: TenantId,
  ) => Promise<boolean>;
  readonly openIdMetadataUrl?: string;
  readonly texts?: FrontTexts;
  readonly timing?: { readonly messageMs: number; readonly invokeMs: number };
}

export interface TeamsFront {
  /** Takes one activity from HTTP. Never throws. */
  receive(
    authorization: string | undefined,
    activity: Readonly<Record<string, unknown>>,
  ): Promise<HttpAnswer>;
  /** Refuses new activities and waits for running turns, at most `deadlineMs`. Returns how many were left behind. */
  drain(deadlineMs: number): Promise<number>;
}

/** Teams repeats what was not answered within 15 s, and shows an error on a press that was not answered within 3–5 s. */
const defaultTiming = { messageMs: 1_000, invokeMs: 2_500 };

export function createTeamsFront(deps: TeamsFrontDeps): TeamsFront {
  const { config, logger, clock, claimTurn, timing = defaultTiming, texts = frontTexts } = deps;
  const authenticate = createAuthenticateFor(deps);
  const adapter = new BotAdapter(config, isServiceAllowed);
  const { sensitivityLabel } = config;
  const runRoutes = createRoutes({
    handleTurn: deps.handleTurn,
    logger,
    timer: deps.timer,
    texts,
    ...(sensitivityLabel !== undefined && { sensitivityLabel }),
  });
  const turns = new RunningTurns(clock);
  const installations = new Installations();
  let draining = false;

  function isServiceAllowed(serviceUrl: string): boolean {
    return isAllowedServiceUrl(serviceUrl, config.mode, deps.serviceHosts());
  }

  async function receive(
    authorization: string | undefined,
    raw: Readonly<Record<string, unknown>>,
  ): Promise<HttpAnswer> {
    if (draining) {
      return refusal(503, { 'retry-after': '10' });
    }
    const activity = TeamsActivity.safeParse(raw).data;
    if (activity === undefined) {
      return refusal(400);
    }
    if (!isKnownChannel(config.mode, activity.channelId) || !isServiceAllowed(activity.serviceUrl)) {
      logger.warn('teams.forbidden', { channel: activity.channelId.slice(0, 32) });
      return refusal(403);
    }
    const proof = await authenticate(authorization, activity);
    if (proof.kind === 'unavailable') {
      return refusal(503, { 'retry-after': String(proof.retryAfterSeconds) });
    }
    if (proof.kind === 'refused') {
      return refusal(401);
    }
    const channel = channelOf(activity);
    if (channel === undefined) {
      return refusal(501);
    }
    const isNews = installations.isNews(activity);
    if (!isWorthATurn(activity)) {
      return { status: 200 };
    }
    // What is typed is only read: done again it does no harm, and remembering a list for each letter would cost much.
    const key = channel === 'compose' ? undefined : `${activity.conversation.id}\n${activity.id}`;
    return turns.run(key, deadlineOf(activity, channel), (waiting) =>
      runTurn({ activity, channel, isNews, waiting }, proof.claims),
    );
  }

  function deadlineOf(activity: TeamsActivity, channel: Channel) {
    const inPlace = isShared(activity) ? texts.pressAgain : texts.stillWorking;
    return {
      ms: isInvoke(channel) ? timing.invokeMs : timing.messageMs,
      answer: standInAnswer(channel, isAnswerOnly(channel) ? texts.tooSlow : inPlace),
    };
  }

  async function runTurn(turn: Turn, claims: Readonly<Record<string, string>>): Promise<void> {
    const { activity, channel, waiting } = turn;
    try {
      if (channel === 'compose' || (await isFirst(activity))) {
        await adapter.runTurn(toSdkActivity(activity), claims, (context) => runRoutes(context, turn));
      }
      waiting.answer(standInAnswer(channel, texts.alreadyDone));
    } catch (error) {
      logger.error('teams.turn-failed', { channel, error: describeError(error) });
      waiting.answer(standInAnswer(channel, texts.failed));
    }
  }

  /** Without the durable claim a repetition on another instance could act twice, which is better than not acting at all. */
  async function isFirst(activity: TeamsActivity): Promise<boolean> {
    try {
      return await claimTurn(
        conversationId(activity.conversation.id),
        activity.id,
        tenantId(activity.tenantId),
      );
    } catch (error) {
      logger.error('teams.claim-failed', { error: describeError(error) });
      return true;
    }
  }

  return {
    receive,
    async drain(deadlineMs) {
      draining = true;
      const left = await turns.drain(deadlineMs);
      if (left > 0) {
        logger.error('teams.turns-left-behind', { left });
      }
      return left;
    },
  };
}

function createAuthenticateFor({ config, clock, logger, openIdMetadataUrl }: TeamsFrontDeps): Authenticate {
  if (config.mode === 'playground') {
    return async () => ({ kind: 'proven', claims: {} });
  }
  if (config.credentials === undefined) {
    throw new TypeError('Teams mode without credentials would let everybody in');
  }
  const metadataUrl = openIdMetadataUrl ?? botFrameworkMetadataUrl;
  return createAuthenticate({ botId: config.credentials.id, metadataUrl, clock, logger });
}

/** The Agents Playground sends `msteams`, or `emulator` when told so. */
function isKnownChannel(mode: FrontConfig['mode'], channelId: string): boolean {
  return channelId === 'msteams' || (mode === 'playground' && channelId === 'emulator');
}

function refusal(status: number, headers?: Readonly<Record<string, string>>): HttpAnswer {
  return { status, ...(headers !== undefined && { headers }), body: { error: status } };
}
