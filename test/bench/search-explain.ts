/**
 * Why a record is found, in numbers, over the shipped and the demo's records and with the engine that the product has:
 *
 *   npm run search:explain -- "Wer hat einen Telefonbot?"                     the three best records
 *   npm run search:explain -- "Wer hat einen Telefonbot?" example-voicebot    this record, found or not
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { understand } from '../../src/chat/understand/intents.ts';
import { readConfig } from '../../src/config.ts';
import { useCaseId } from '../../src/domain/ids.ts';
import type { UseCase } from '../../src/domain/use-case.ts';
import type { UseCaseCatalogue } from '../../src/features/ask/use-case-catalogue.ts';
import { fillStore } from '../../src/first-start.ts';
import { createWorkbench } from '../../src/workbench.ts';
import { explanationTable } from './explanation-table.ts';

const shownRecords = 3;

/** A record by its id, or by the key of the file it was shipped in. */
function findUseCase(catalogue: UseCaseCatalogue, key: string): UseCase | undefined {
  return (
    catalogue.find(useCaseId(key)) ??
    catalogue.select(({ provenance }) => provenance.externalIds.includes(key), 1)[0]
  );
}

function bestUseCases(catalogue: UseCaseCatalogue, sought: string): readonly UseCase[] {
  const { hits } = catalogue.search(sought, () => true, { limit: shownRecords });
  return hits.map(({ id }) => catalogue.find(useCaseId(id))).filter((useCase) => useCase !== undefined);
}

async function main([question, key]: readonly string[]): Promise<void> {
  if (question === undefined) {
    throw new Error('usage: npm run search:explain -- "Frage" [ID]');
  }
  const folder = mkdtempSync(join(tmpdir(), 'explain-'));
  const operatorData = join(folder, 'operator');
  const workbench = createWorkbench(
    readConfig({
      BOT_MODE: 'playground',
      STORE: 'memory',
      OPERATOR_DATA: operatorData,
      DEMO_DATA: 'on',
      LOG_LEVEL: 'silent',
    }),
  );
  try {
    await workbench.open();
    await fillStore(workbench.deps, workbench.imports, { withExamples: true });
    const { catalogue, useCases, operator } = workbench.deps;
    for (const { value } of (await useCases.changes()).written) {
      catalogue.put(value);
    }
    const { communes } = operator.current();
    const intent = understand(question, { communes, themes: catalogue.themesFor(() => true) });
    const sought = intent.kind === 'question' ? intent.question.sought : question;
    console.log(`"${sought}" in ${catalogue.size} records`);
    const found = key === undefined ? bestUseCases(catalogue, sought) : [findUseCase(catalogue, key)];
    for (const useCase of found) {
      const explanation = useCase && catalogue.explain(useCase, sought);
      const title = `${useCase?.title} (${useCase?.id})`;
      console.log(explanation ? `\n${explanationTable(title, explanation)}` : `no record ${key}`);
    }
  } finally {
    await workbench.close();
    rmSync(folder, { recursive: true });
  }
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
