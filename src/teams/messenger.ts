import type { Activity, ConversationParameters } from 'botbuilder';
import type { ConnectorClient, ConnectorFactory } from 'botframework-connector';

import type { Address } from '../domain/reach.ts';
import type { SendResult } from '../domain/send-result.ts';
import type { Logger } from '../ports/logger.ts';
import type { Message, Messenger } from '../ports/messenger.ts';
import { BotLogin } from './bot-login.ts';
import { createWatch, watchCall } from './call-watch.ts';
import { toCarefulConnector } from './careful-connector.ts';
import type { FrontConfig } from './front-config.ts';
import { createOwnConnectors } from './sdk-authentication.ts';
import { messageActivity } from './to-activity.ts';
import { toSendResult } from './to-send-result.ts';

export interface MessengerParts {
  readonly config: FrontConfig;
  readonly logger: Logger;
  readonly isServiceAllowed: (serviceUrl: string) => boolean;
  /** After so many milliseconds a call is given up. */
  readonly callMs?: number;
  /** Where the SDK's clients come from, with their login. */
  readonly connectors?: Pick<ConnectorFactory, 'create'>;
}

type Conversations = ConnectorClient['conversations'];

const defaultCallMs = 12_000;
/** Far more than Teams has; only a guard against filling up. */
const mostConnectors = 100;

export function createMessenger(parts: MessengerParts): Messenger {
  const { config, logger, isServiceAllowed, callMs = defaultCallMs } = parts;
  const connectors = parts.connectors ?? createOwnConnectors(config);
  const watched = createWatch();
  const login = new BotLogin(logger, callMs);
  const made = new Map<string, Promise<ConnectorClient>>();

  async function makeConnector(serviceUrl: string): Promise<ConnectorClient> {
    return watched(toCarefulConnector(await connectors.create(serviceUrl, undefined), callMs, 'never'));
  }

  function connectorOf(serviceUrl: string): Promise<ConnectorClient> {
    if (made.size >= mostConnectors) {
      made.clear();
    }
    const connector = made.get(serviceUrl) ?? makeConnector(serviceUrl);
    made.set(serviceUrl, connector);
    return connector;
  }

  async function call(
    { serviceUrl }: Address,
    make: (conversations: Conversations) => Promise<unknown>,
  ): Promise<SendResult> {
    if (!isServiceAllowed(serviceUrl)) {
      return { kind: 'foreign-service' };
    }
    const connector = await connectorOf(serviceUrl);
    const present = await login.present(connector);
    if (present.kind === 'failed') {
      return { kind: 'no-token', reason: present.reason };
    }
    const result = toSendResult(await watchCall(() => make(connector.conversations)));
    if (present.kind === 'none' || result.kind !== 'refused' || result.failure.status !== 401) {
      return result;
    }
    const renewed = await login.renew(connector, present.token);
    if (renewed.kind === 'failed') {
      return { kind: 'no-token', reason: renewed.reason };
    }
    // What was refused for want of a login was not accepted: once more doubles nothing.
    return toSendResult(await watchCall(() => make(connector.conversations)));
  }

  return {
    send: (address, message) =>
      call(address, (conversations) => post(conversations, address, toActivity(address, message))),

    /**
     * The id of a message is enough to change it: the connector takes a channel's own id where a thread's would be more exact,
     * as Microsoft's integration tests do (https://github.com/microsoft/teams.net, core/test/IntegrationTests), and the Agents
     * Playground 0.2.28 looks for the message in all threads of the channel.
     */
    async update(address, activityId, message) {
      const activity = { ...toActivity(address, message), id: activityId };
      const result = await call(address, (conversations) =>
        conversations.updateActivity(address.conversationId, activityId, activity),
      );
      return result.kind === 'accepted' ? { ...result, activityId } : result;
    },
  };
}

/**
 * In a channel a new conversation is a new thread, and the answer names its first message. The Agents Playground 0.2.28 does the
 * same: it wants `isGroup` and `channelData.channel.id`.
 */
function post(conversations: Conversations, address: Address, activity: Partial<Activity>): Promise<unknown> {
  const { conversationId, kind, tenantId, botId } = address;
  if (kind !== 'channel') {
    return conversations.sendToConversation(conversationId, activity);
  }
  const thread: ConversationParameters = {
    isGroup: true,
    bot: { id: botId, name: '' },
    tenantId,
    channelData: { channel: { id: conversationId }, tenant: { id: tenantId } },
  };
  // The SDK's type wants every field of a received activity here.
  Object.assign(thread, { activity });
  return conversations.createConversation(thread);
}

function toActivity({ botId }: Address, { card, summary }: Message): Partial<Activity> {
  return { ...messageActivity(card, summary), from: { id: botId, name: '' } };
}
