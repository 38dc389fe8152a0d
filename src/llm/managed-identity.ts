import type { TokenSource } from './open-client.ts';

/** Of Azure's language models (https://learn.microsoft.com/azure/ai-foundry/openai/how-to/managed-identity). */
const scope = 'https://cognitiveservices.azure.com/.default';

/**
 * Tokens of the managed identity, kept and renewed by Azure's library, which is loaded only now: it takes 40 MB.
 * `clientId` names one of several identities; without it, it is the system's.
 */
export function createManagedIdentity(clientId?: string): TokenSource {
  let provider: Promise<TokenSource> | undefined;
  return async () => {
    provider ??= openIdentity(clientId);
    const getToken = await provider;
    return getToken();
  };
}

async function openIdentity(clientId: string | undefined): Promise<TokenSource> {
  const { getBearerTokenProvider, ManagedIdentityCredential } = await import('@azure/identity');
  const credential = new ManagedIdentityCredential({
    ...(clientId !== undefined && { clientId }),
    // Whoever asks has a deadline, and tries again by himself.
    retryOptions: { maxRetries: 1 },
  });
  return getBearerTokenProvider(credential, scope);
}
