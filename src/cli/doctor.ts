import { createWorkbench } from '../workbench.ts';
import { ConfigError, readConfig } from '../config.ts';
import { doctorTexts } from '../texts/doctor-texts.ts';

/** Runs one examination after the other; each is one line, and what follows a problem is not looked at. */
async function examine(): Promise<boolean> {
  try {
    const config = readConfig(process.env);
    report(true, doctorTexts.settings(config.mode));
    const workbench = createWorkbench({ ...config, logLevel: 'silent' });
    const { communes, communesOf, synonyms, serviceHosts } = workbench.deps.operator.current();
    report(
      true,
      doctorTexts.operatorData(communes.size, communesOf.size, synonyms.length, serviceHosts.size),
    );
    await workbench.open();
    const useCases = await Array.fromAsync(workbench.deps.useCases.all());
    await workbench.close();
    report(true, doctorTexts.store(config.store, useCases.length));
    report(true, doctorTexts.withoutModel);
    return true;
  } catch (error) {
    const isSettings = error instanceof ConfigError;
    report(false, isSettings ? doctorTexts.settingsWrong : doctorTexts.stopped);
    console.log(error instanceof Error ? error.message : String(error));
    return false;
  }
}

function report(good: boolean, line: string): void {
  console.log(`${good ? doctorTexts.good : doctorTexts.bad} ${line}`);
}

process.exitCode = (await examine()) ? 0 : 1;
