import { readConfig } from '../../config.ts';
import type { ExportDeps } from '../../features/exchange/export/export-use-cases.ts';
import { exportTexts } from '../../texts/export-texts.ts';
import { createWorkbench } from '../../workbench.ts';
import { CommandError } from './command-error.ts';

export interface OpenExport {
  readonly deps: ExportDeps;
  close(): Promise<void>;
}

/** Opens the store and the operator's data as the bot would. Throws `ConfigError` and what the store throws. */
export async function openExport(
  environment: Readonly<Record<string, string | undefined>>,
): Promise<OpenExport> {
  // The export needs no registration in Entra; whether the bot's is complete is not its business.
  const { HOST: _, BOT_ID: _id, BOT_PASSWORD: _password, ...rest } = environment;
  const config = readConfig({ ...rest, BOT_MODE: 'playground' });
  if (config.store === 'memory') {
    throw new CommandError(exportTexts.emptyMemory);
  }
  const workbench = createWorkbench({ ...config, logLevel: 'silent' });
  await workbench.open();
  return { deps: { ...workbench.deps, imports: workbench.imports }, close: () => workbench.close() };
}
