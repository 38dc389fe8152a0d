import type { LanguageModel } from '../../../src/ports/language-model.ts';
import { openModels } from '../../../src/llm/open-models.ts';
import type { ModelEndpoint } from '../../../src/config-models.ts';
import { systemClock } from '../../../src/system/clock.ts';
import { systemTimer } from '../../../src/system/timer.ts';
import { ModelServer } from '../../support/model-server.ts';
import { CommandError } from '../search/command-error.ts';
import type { AnswerCase } from './answer-case.ts';
import { extractAnswer } from './extract-answer.ts';
import { readSettings, type Environment } from './known-records.ts';
import type { Command } from './read-command.ts';

export interface AnsweringModel {
  readonly model: LanguageModel;
  /** Which case is asked next; a stand-in that says its answer has to know. */
  expect(answerCase: AnswerCase): void;
  close(): Promise<void>;
}

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

/**
 * The model that is measured: the real client in any case, without the breaker, so that each case is asked whatever became of those before.
 * Throws a CommandError when none is configured.
 */
export async function openModel(
  { model }: Pick<Command, 'model'>,
  environment: Environment,
): Promise<AnsweringModel> {
  if (model === 'configured') {
    const opened = open(readSettings(environment).models, environment);
    return { ...opened, expect: () => undefined, close: () => Promise.resolve(opened.close()) };
  }
  const server = await ModelServer.start();
  const opened = open({ baseUrl: server.baseUrl, auth: { kind: 'none' }, languageModel: 'stand-in' }, {});
  let answer: string | undefined;
  server.answer = ({ material }) => ({ text: answer ?? extractAnswer(material) });
  return {
    ...opened,
    expect(answerCase) {
      answer =
        model === 'extracting' ? undefined : (answerCase.answer ?? (answerCase.refuse ? '[0]' : undefined));
    },
    async close() {
      opened.close();
      await server.close();
    },
  };
}

function open(endpoint: ModelEndpoint | undefined, { BOT_TYPE, BOT_ID }: Environment) {
  const isIdentity = BOT_TYPE === 'UserAssignedMsi' && BOT_ID !== undefined;
  const parts = { clock: systemClock, timer: systemTimer, logger: silent };
  const opened = endpoint && openModels(endpoint, { ...parts, ...(isIdentity && { identityId: BOT_ID }) });
  if (opened?.languageModel === undefined) {
    throw new CommandError('LLM_BASE_URL and LLM_MODEL are needed in the environment, or --stand-in');
  }
  return { model: opened.languageModel, close: opened.close };
}
