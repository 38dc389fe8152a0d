import { readConfig } from '../../../src/config.ts';
import type { Config } from '../../../src/config.ts';
import { exampleCommunes } from '../../../src/demo/example-communes.ts';
import { exampleUseCases } from '../../../src/demo/example-use-cases.ts';
import type { UseCase } from '../../../src/domain/use-case.ts';
import { withExamples } from '../../../src/store/operator/with-examples.ts';
import { useCaseDocument } from '../../../src/store/use-case-document.ts';
import { createWorkbench } from '../../../src/workbench.ts';
import { shippedCommunes } from '../../support/shipped-communes.ts';
import { CommandError } from '../search/command-error.ts';
import type { KnownRecords } from './read-record.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** The bot's settings; its registration in Entra is not needed here. Throws `ConfigError`. */
export function readSettings(environment: Environment): Config {
  const { HOST: _, BOT_ID: _id, BOT_PASSWORD: _password, ...rest } = environment;
  return readConfig({ ...rest, BOT_MODE: 'playground' });
}

/** The fictional records of the demo, and the communes that the product ships with beside the fictional ones. */
export function shippedRecords(): KnownRecords {
  const useCases = exampleUseCases.map((record) => useCaseDocument.parse({ ...record, schemaVersion: 1 }));
  const shipped = {
    communes: shippedCommunes,
    communesOf: new Map(),
    synonyms: [],
    serviceHosts: new Set<string>(),
  };
  const { communes } = withExamples({ current: () => shipped }, exampleCommunes).current();
  return { useCases: byId(useCases), communes };
}

/** Those and what stands in the bot's store, with the operator's communes; while the bot does not run. */
export async function recordsOfStore(environment: Environment): Promise<KnownRecords> {
  const { useCases } = shippedRecords();
  const workbench = createWorkbench({ ...readSettings(environment), demoData: true, logLevel: 'silent' });
  try {
    await workbench.open();
    const stored = byId((await Array.fromAsync(workbench.deps.useCases.all())).map(({ value }) => value));
    return {
      useCases: new Map([...useCases, ...stored]),
      communes: workbench.deps.operator.current().communes,
    };
  } catch (error) {
    const isTaken = error instanceof Error && error.name === 'StoreLockedError';
    throw isTaken ? new CommandError('--store: the bot runs and uses the store', { cause: error }) : error;
  } finally {
    await workbench.close();
  }
}

function byId(useCases: readonly UseCase[]): ReadonlyMap<string, UseCase> {
  return new Map(useCases.map((useCase) => [useCase.id, useCase]));
}
