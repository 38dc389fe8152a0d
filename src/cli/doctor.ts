import { ConfigError, readConfig } from '../config.ts';
import { countEmbeddings } from '../features/ask/embedding-progress.ts';
import type { EmbeddingProgress } from '../features/ask/embedding-progress.ts';
import { countPlaces } from '../features/reach/count-places.ts';
import { doctorTexts } from '../texts/doctor-texts.ts';
import { technologyLabels } from '../texts/labels.ts';
import { reportModels } from './doctor/report-models.ts';
import { createWorkbench } from '../workbench.ts';

/** Runs one examination after the other; each is one line, and what follows a problem is not looked at. */
async function examine(): Promise<void> {
  const config = readConfig(process.env);
  reportGood(doctorTexts.settings(config.mode));
  const workbench = createWorkbench({ ...config, logLevel: 'silent' });
  const { communes, communesOf, synonyms, serviceHosts } = workbench.deps.operator.current();
  reportGood(doctorTexts.operatorData(communes.size, communesOf.size, synonyms.length, serviceHosts.size));
  let vectors: EmbeddingProgress;
  try {
    await workbench.open();
    const useCases = await Array.fromAsync(workbench.deps.useCases.all());
    reportGood(doctorTexts.store(config.store, useCases.length));
    reportGood(doctorTexts.reach(await countPlaces(workbench.deps)));
    vectors = await countEmbeddings(workbench.deps, technologyLabels);
  } finally {
    await workbench.close();
  }
  if (config.review && config.organisers.length === 0) {
    report('hint', doctorTexts.nobodyReviews);
  }
  if (workbench.probeModels === undefined) {
    reportGood(doctorTexts.withoutModel);
    return;
  }
  for (const { sign, words } of reportModels(await workbench.probeModels(), vectors)) {
    report(sign, words);
  }
}

function reportGood(line: string): void {
  report('good', line);
}

/** A problem makes the exit code 1, also where the bot runs all the same. */
function report(sign: 'good' | 'bad' | 'hint', line: string): void {
  console.log(`${doctorTexts[sign]} ${line}`);
  if (sign === 'bad') {
    process.exitCode = 1;
  }
}

/** One line for each problem; what it names in detail is worded as in the bot's log. */
function problemsOf(error: unknown): readonly string[] {
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof ConfigError) {
    return message.split('\n').map(doctorTexts.settingWrong);
  }
  // By name: the errors of the store belong to adapters, which only the app knows.
  switch (error instanceof Error ? error.name : '') {
    case 'OperatorDataError':
      return [doctorTexts.operatorDataWrong(message)];
    case 'StoreLockedError':
      return [doctorTexts.storeLocked];
    case 'StoreLocationError':
      return [doctorTexts.storeLocation(message)];
    case 'StoreUnavailableError':
      return [doctorTexts.storeUnavailable(message)];
    default:
      return [doctorTexts.stopped(message.replaceAll(/\s+/g, ' '))];
  }
}

try {
  await examine();
} catch (error) {
  for (const problem of problemsOf(error)) {
    console.log(`${doctorTexts.bad} ${problem}`);
  }
  process.exitCode = 1;
}
