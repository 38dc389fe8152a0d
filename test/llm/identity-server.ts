import { createServer } from 'node:http';

interface Asked {
  readonly resource: string | null;
  readonly clientId: string | null;
  readonly header: string | undefined;
}

/**
 * Where an app in Azure App Service gets tokens of its managed identities
 * (https://learn.microsoft.com/azure/app-service/overview-managed-identity#rest-endpoint-reference); it knows those whose name
 * begins with "known". There can be one in a process: Azure's library keeps the address that it found first (4.14.1).
 */
export async function startIdentityServer() {
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    const { searchParams } = new URL(request.url ?? '', 'http://127.0.0.1');
    const [resource, clientId] = [searchParams.get('resource'), searchParams.get('client_id')];
    const header = request.headers['x-identity-header'];
    asked.push({ resource, clientId, header: typeof header === 'string' ? header : undefined });
    const isKnown = clientId?.startsWith('known') === true;
    response.writeHead(isKnown ? 200 : 400, { 'content-type': 'application/json' });
    response.end(
      JSON.stringify(
        isKnown
          ? {
              access_token: 'identity-token',
              expires_on: String(Math.floor(Date.now() / 1000) + 86_400),
              resource,
              token_type: 'Bearer',
            }
          : { statusCode: 400, message: 'No such identity' },
      ),
    );
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  return {
    /** In order. */
    asked,
    /** What Azure tells the app. */
    environment: {
      IDENTITY_ENDPOINT: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/msi/token`,
      IDENTITY_HEADER: 'identity-secret',
    },
    async close(): Promise<void> {
      server.closeAllConnections();
      await new Promise((resolve) => {
        server.close(resolve);
      });
    },
  };
}
