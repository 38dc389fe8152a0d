import { ConfigError, readConfig } from '../config.ts';
import type { ImportDeps } from '../features/exchange/import-use-cases.ts';
import { createWorkbench } from '../workbench.ts';

export interface OpenImport {
  readonly deps: ImportDeps;
  close(): Promise<void>;
}

/** Opens the store and the operator's data as the bot would. Throws `ConfigError` and what the store throws. */
export async function openImport(
  environment: Readonly<Record<string, string | undefined>>,
): Promise<OpenImport> {
  // The import needs no registration in Entra; whether the bot's is complete is not its business.
  const { HOST: _, BOT_ID: _id, BOT_PASSWORD: _password, ...rest } = environment;
  const config = readConfig({ ...rest, BOT_MODE: 'playground' });
  if (config.store === 'memory') {
    throw new ConfigError('STORE: an import into memory would be gone at once; leave it out or set "sqlite"');
  }
  const workbench = createWorkbench({ ...config, logLevel: 'silent' });
  await workbench.open();
  return { deps: { ...workbench.deps, imports: workbench.imports }, close: () => workbench.close() };
}
