/**
 * Our figures beside the floor's, both measured in the same run and by turns, so that whatever else the machine does meets both.
 * The floor (`floor-bot.ts`) is a bare echo bot on the same packages.
 *
 *   npm run bench                         about ten minutes
 *   npm run bench -- --short              about six minutes, less steady
 *   npm run bench -- --broadcast 25000    sending alone, in the size that is promised: twelve minutes
 *   npm run bench -- --invokes            presses on cards, and kept questions, alone: three minutes
 *   npm run bench -- --topics             listing topics and voting on them, alone: two minutes
 *   npm run bench -- --meetings           answers to meetings, alone: two minutes
 *   npm run bench -- --cafe                table plans of World Cafés, alone: ten seconds
 *   npm run bench -- --models              what we add to a language model, and vectors, alone: three minutes
 *   npm run bench -- --profile FOLDER     also writes a CPU profile of our bot there (which slows it)
 *
 * A missed target is shown and is no failure: the exit code is 0. It is 1 when something could not be measured at all, because
 * a bot did not start or left a message without a reply.
 *
 * What the figures mean, and why they are measured like this, stands with each in `turn-figures.ts`; sending has a floor of its own, a
 * bare loop (`sending-floor.ts`).
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { OperatorFolder } from '../../src/store/operator/operator-folder.ts';
import type { BotScript } from './bot-process.ts';
import { Connector } from './connector.ts';
import { Crowd } from './crowd.ts';
import { toTable } from './figures.ts';
import type { Figure } from './figures.ts';
import { fillStoreFile } from './fill.ts';
import { measureCafe } from './measure-cafe.ts';
import { measureIndex, toIndexTable } from './measure-index.ts';
import type { IndexFigures } from './measure-index.ts';
import { measureInvokes } from './measure-invokes.ts';
import { measureKeepers } from './measure-keepers.ts';
import { measureMeetings } from './measure-meetings.ts';
import { measureModels } from './measure-models.ts';
import { measureStart, StartFigures } from './measure-start.ts';
import { measureTopics } from './measure-topics.ts';
import { MeasuredBot } from './measure-turns.ts';
import type { TurnSettings } from './measure-turns.ts';
import type { InvokeSettings } from './pressed-bot.ts';
import { measureSending, toSendingTable } from './sending.ts';
import { fewRecords, manyRecords, toFigures } from './turn-figures.ts';
import type { Starts } from './turn-figures.ts';

const whole = {
  starts: 7,
  rounds: 7,
  warmUp: 1_500,
  oneByOne: 500,
  inParallel: 2_000,
  atOnce: 32,
  people: 1_500,
  invokes: { rounds: 3, warmUp: 200, oneByOne: 150, inParallel: 300, atOnce: 8 },
};
const short = {
  starts: 3,
  rounds: 3,
  warmUp: 800,
  oneByOne: 250,
  inParallel: 1_000,
  atOnce: 32,
  people: 500,
  invokes: { rounds: 3, warmUp: 100, oneByOne: 60, inParallel: 120, atOnce: 8 },
};

const floorScript: BotScript = {
  script: new URL('floor-bot.ts', import.meta.url),
  environment: {},
  answersWithCards: false,
};

const { values: given } = parseArgs({
  options: {
    short: { type: 'boolean' },
    invokes: { type: 'boolean' },
    topics: { type: 'boolean' },
    meetings: { type: 'boolean' },
    cafe: { type: 'boolean' },
    models: { type: 'boolean' },
    profile: { type: 'string' },
    broadcast: { type: 'string' },
  },
});
const folder = mkdtempSync(join(tmpdir(), 'bench-'));
try {
  const settings = given.short === true ? short : whole;
  if (given.broadcast !== undefined) {
    await runBroadcasts(Number(given.broadcast));
  } else if (given.invokes === true) {
    await runInvokes(settings.invokes);
  } else if (given.topics === true) {
    await runTopics();
  } else if (given.meetings === true) {
    await runMeetings();
  } else if (given.models === true) {
    await runModels();
  } else if (given.cafe === true) {
    await runCafe();
  } else {
    await runTurns(settings);
    await runInvokes(settings.invokes);
    await runTopics();
    await runMeetings();
    await runCafe();
    await runModels();
    await runBroadcasts(settings.people);
  }
} finally {
  rmSync(folder, { recursive: true });
}

async function runBroadcasts(people: number): Promise<void> {
  const figures = await measureSending(folder, people, tell);
  console.log(`${toSendingTable(figures)}\n`);
}

async function runInvokes(settings: InvokeSettings): Promise<void> {
  const operatorData = join(folder, 'operator');
  const communes = [...new OperatorFolder(operatorData).current().communes.values()];
  const path = join(folder, 'invokes.sqlite');
  tell(`writing ${manyRecords} records to press on`);
  await fillStoreFile(path, manyRecords, communes);
  const environment = {
    ...ourScript(manyRecords, operatorData).environment,
    SQLITE_PATH: path,
    REVIEW: 'off',
  };
  const ours = { ...ourScript(manyRecords, operatorData), environment };
  const table = await measureInvokes(
    { ours, floor: floorScript },
    { communes, records: manyRecords },
    settings,
    { tell, nodeOptions: profileOptions() },
  );
  console.log(`${table}\n`);
  const keepers = await measureKeepers(ours, { communes, records: manyRecords }, tell);
  console.log(`${keepers}\n`);
}

async function runTopics(): Promise<void> {
  await runBeside('topics.sqlite', measureTopics);
}

async function runMeetings(): Promise<void> {
  await runBeside('meetings.sqlite', measureMeetings);
}

async function runCafe(): Promise<void> {
  console.log(`${await measureCafe({ tell })}\n`);
}

async function runModels(): Promise<void> {
  console.log(`${await measureModels({ tell })}\n`);
}

/** Our bot on a store of its own, beside the floor. */
async function runBeside(file: string, measure: typeof measureTopics): Promise<void> {
  const { environment, ...script } = ourScript(fewRecords, join(folder, 'operator'));
  const path = join(folder, file);
  const ours = { ...script, environment: { ...environment, SQLITE_PATH: path } };
  const table = await measure(path, { ours, floor: floorScript }, { tell, nodeOptions: profileOptions() });
  console.log(`${table}\n`);
}

async function runTurns(settings: TurnSettings & { readonly starts: number }): Promise<void> {
  const operatorData = join(folder, 'operator');
  const communes = [...new OperatorFolder(operatorData).current().communes.values()];
  const connector = await Connector.start();
  const crowd = new Crowd(1, communes, connector.url);
  const [few, many] = [ourScript(fewRecords, operatorData), ourScript(manyRecords, operatorData)];
  tell(`writing ${fewRecords} and ${manyRecords} records`);
  await fillStoreFile(storePath(fewRecords), fewRecords, communes);
  await fillStoreFile(storePath(manyRecords), manyRecords, communes);

  tell('building, saving and loading the index');
  const index = await measureIndex(join(folder, 'index'), communes, {
    documents: manyRecords,
    rounds: settings.rounds,
  });
  const starts: Starts = {
    floor: [],
    few: new StartFigures(few, storePath(fewRecords)),
    many: new StartFigures(many, storePath(manyRecords)),
  };
  for (let round = 1; round <= settings.starts; round += 1) {
    tell(`start ${round} of ${settings.starts}`);
    starts.floor.push(await measureStart(floorScript, connector, crowd));
    await starts.few.measure(connector, crowd);
    await starts.many.measure(connector, crowd);
  }

  const floor = await MeasuredBot.start(floorScript, connector, communes);
  const ours = await MeasuredBot.start(many, connector, communes, profileOptions());
  try {
    tell('warming up');
    await floor.warmUp(settings);
    await ours.warmUp(settings);
    for (let round = 1; round <= settings.rounds; round += 1) {
      tell(`round ${round} of ${settings.rounds}`);
      await floor.measureOneByOne(settings);
      await ours.measureOneByOne(settings);
      await floor.measureTyping(settings);
      await ours.measureTyping(settings);
      await floor.measureInParallel(settings);
      await ours.measureInParallel(settings);
    }
    await floor.measureMemory();
    await ours.measureMemory();
  } finally {
    await floor.stop();
    await ours.stop();
    await connector.close();
  }
  report(toFigures(starts, ours.figures, floor.figures), index, settings);
}

function report(figures: readonly Figure[], index: IndexFigures, { rounds }: TurnSettings): void {
  const [processor] = cpus();
  console.log(
    `\nNode ${process.version}, ${cpus().length} x ${processor?.model}; ${manyRecords} records, ${rounds} rounds, medians`,
  );
  console.log(`${toTable(figures)}\n`);
  console.log(`${toIndexTable(index)}\n`);
}

function ourScript(records: number, operatorData: string): BotScript {
  return {
    script: new URL('../../src/index.ts', import.meta.url),
    answersWithCards: true,
    environment: {
      BOT_MODE: 'playground',
      STORE: 'sqlite',
      SQLITE_PATH: storePath(records),
      OPERATOR_DATA: operatorData,
      LOG_LEVEL: 'warn',
    },
  };
}

function storePath(records: number): string {
  return join(folder, `${records}.sqlite`);
}

function profileOptions(): readonly string[] {
  return given.profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${given.profile}`];
}

function tell(what: string): void {
  console.error(what);
}
