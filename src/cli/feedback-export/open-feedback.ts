import { readConfig } from '../../config.ts';
import type { Deps } from '../../deps.ts';
import { exportTexts } from '../../texts/export-texts.ts';
import { createWorkbench } from '../../workbench.ts';
import { CommandError } from '../export/command-error.ts';

export interface OpenFeedback {
  readonly deps: Pick<Deps, 'answerFeedback' | 'clock' | 'useCases'>;
  close(): Promise<void>;
}

/** Opens the store as the bot would. Throws `ConfigError` and what the store throws. */
export async function openFeedback(
  environment: Readonly<Record<string, string | undefined>>,
): Promise<OpenFeedback> {
  // The export needs no registration in Entra; whether the bot's is complete is not its business.
  const { HOST: _, BOT_ID: _id, BOT_PASSWORD: _password, ...rest } = environment;
  const config = readConfig({ ...rest, BOT_MODE: 'playground' });
  if (config.store === 'memory') {
    throw new CommandError(exportTexts.emptyMemory);
  }
  const workbench = createWorkbench({ ...config, logLevel: 'silent' });
  await workbench.open();
  return { deps: workbench.deps, close: () => workbench.close() };
}
