import { ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import { ClaimsIdentity } from 'botframework-connector';
import type { ConnectorFactory } from 'botframework-connector';

import type { FrontConfig } from './front-config.ts';

/** The SDK's authentication with the bot's own credentials; without any in the playground. */
export function createSdkAuthentication(config: FrontConfig): ConfigurationBotFrameworkAuthentication {
  return new ConfigurationBotFrameworkAuthentication(toSdkSettings(config));
}

/**
 * Makes clients that call the connector on the bot's own account, outside of any turn. Who the bot is stands in the audience
 * of its claims; in the playground it is nobody, and the clients carry no token.
 */
export function createOwnConnectors(config: FrontConfig): ConnectorFactory {
  const id = config.credentials?.id;
  const claims = new ClaimsIdentity(id === undefined ? [] : [{ type: 'aud', value: id }], true);
  return createSdkAuthentication(config).createConnectorFactory(claims);
}

function toSdkSettings({ credentials }: FrontConfig): Record<string, string> {
  if (credentials === undefined) {
    return {};
  }
  return {
    MicrosoftAppType: credentials.type,
    MicrosoftAppId: credentials.id,
    MicrosoftAppTenantId: credentials.tenantId,
    ...(credentials.password !== undefined && { MicrosoftAppPassword: credentials.password }),
  };
}
