import { CloudAdapter } from 'botbuilder';
import type { Activity, ConfigurationBotFrameworkAuthentication, TurnContext } from 'botbuilder';
import { ClaimsIdentity } from 'botframework-connector';
import type { AuthenticateRequestResult, ConnectorFactory } from 'botframework-connector';

import { toCarefulConnector } from './careful-connector.ts';
import type { FrontConfig } from './front-config.ts';
import { createSdkAuthentication } from './sdk-authentication.ts';

type Logic = (context: TurnContext) => Promise<void>;

/** The SDK's adapter without its HTTP and authentication: an activity arrives here parsed and proven. */
export class BotAdapter extends CloudAdapter {
  readonly #config: FrontConfig;
  readonly #isAllowed: (serviceUrl: string) => boolean;
  readonly #authentication: ConfigurationBotFrameworkAuthentication;

  constructor(config: FrontConfig, isAllowed: (serviceUrl: string) => boolean) {
    const authentication = createSdkAuthentication(config);
    super(authentication);
    this.#config = config;
    this.#isAllowed = isAllowed;
    this.#authentication = authentication;
  }

  /** Runs one turn. The claims are those of the verified token; the playground has none. */
  async runTurn(activity: Activity, claims: Readonly<Record<string, string>>, logic: Logic): Promise<void> {
    await this.processActivity(await this.#login(activity, claims), activity, logic);
  }

  async #login(
    activity: Activity,
    claims: Readonly<Record<string, string>>,
  ): Promise<AuthenticateRequestResult> {
    if (this.#config.mode === 'playground') {
      const anonymous = await this.#authentication.authenticateRequest(activity, '');
      const factory = this.#authentication.createConnectorFactory(anonymous.claimsIdentity);
      return { ...anonymous, connectorFactory: this.#careful(factory) };
    }
    const identity = new ClaimsIdentity(
      Object.entries(claims).map(([type, value]) => ({ type, value })),
      true,
    );
    return {
      audience: 'https://api.botframework.com',
      callerId: 'urn:botframework:azure',
      claimsIdentity: identity,
      connectorFactory: this.#careful(this.#authentication.createConnectorFactory(identity)),
    };
  }

  #careful(factory: ConnectorFactory): ConnectorFactory {
    const isAllowed = this.#isAllowed;
    return {
      create: async (serviceUrl, audience) => {
        if (!isAllowed(serviceUrl)) {
          throw new ForeignServiceUrlError('The service URL is not on the allow-list');
        }
        return toCarefulConnector(await factory.create(serviceUrl, audience));
      },
    };
  }
}

/** Our token would go to somebody who is not Microsoft. */
export class ForeignServiceUrlError extends Error {
  override readonly name = 'ForeignServiceUrlError';
}
