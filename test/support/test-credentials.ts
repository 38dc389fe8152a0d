import { AppCredentials, ConnectorClient, MicrosoftAppCredentials } from 'botframework-connector';
import type { ConnectorFactory } from 'botframework-connector';

let bots = 0;

/** The bot's login at a login service that a test commands; everything else of it is the SDK's. */
export class TestCredentials extends AppCredentials {
  /** How many tokens were fetched. */
  fetched = 0;
  fetch: () => Promise<string> = async () => `token-${this.fetched}`;

  constructor() {
    bots += 1;
    // The SDK keeps tokens by app id, for the whole process.
    super(`app-${bots}`, 'tenant');
  }

  protected override async refreshToken() {
    this.fetched += 1;
    return { accessToken: await this.fetch(), expiresOn: new Date(Date.now() + 3_600_000) };
  }
}

/** Makes the SDK's clients with these credentials, or with none as in the playground. */
export function connectorsWith(
  credentials: AppCredentials = MicrosoftAppCredentials.Empty,
): Pick<ConnectorFactory, 'create'> {
  return { create: async (baseUri) => new ConnectorClient(credentials, { baseUri }) };
}
