/**
 * Our figures beside the floor's, both measured in the same run and by turns, so that whatever else the machine does meets both.
 * The floor (`floor-bot.ts`) is a bare echo bot on the same packages.
 *
 *   npm run bench                       about three minutes
 *   npm run bench -- --short            about one minute, less steady
 *   npm run bench -- --profile FOLDER   also writes a CPU profile of our bot there (which slows it)
 *
 * A missed target is shown and is no failure: the exit code is 0. It is 1 when something could not be measured at all, because
 * a bot did not start or left a message without a reply.
 *
 * What the figures mean, and why they are measured like this, stands with each in `toFigures` below.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { OperatorFolder } from '../../src/store/operator/operator-folder.ts';
import type { BotScript } from './bot-process.ts';
import { Connector } from './connector.ts';
import { Crowd } from './crowd.ts';
import { toFigure, toTable } from './figures.ts';
import type { Compared, Figure } from './figures.ts';
import { fillStoreFile } from './fill.ts';
import { measureIndex, toIndexTable } from './measure-index.ts';
import type { IndexFigures } from './measure-index.ts';
import { measureStart, StartFigures } from './measure-start.ts';
import { MeasuredBot } from './measure-turns.ts';
import type { TurnFigures, TurnSettings } from './measure-turns.ts';

const manyRecords = 10_000;
const fewRecords = 1_000;
const megabyte = 1024 ** 2;
const kilobyte = 1024;

const whole = { starts: 7, rounds: 7, warmUp: 1_500, oneByOne: 500, inParallel: 2_000, atOnce: 32 };
const short = { starts: 3, rounds: 3, warmUp: 800, oneByOne: 250, inParallel: 1_000, atOnce: 32 };

const floorScript: BotScript = {
  script: new URL('floor-bot.ts', import.meta.url),
  environment: {},
  answersWithCards: false,
};

const { values: given } = parseArgs({ options: { short: { type: 'boolean' }, profile: { type: 'string' } } });
const folder = mkdtempSync(join(tmpdir(), 'bench-'));
try {
  await run(given.short === true ? short : whole);
} finally {
  rmSync(folder, { recursive: true });
}

async function run(settings: TurnSettings & { readonly starts: number }): Promise<void> {
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

interface Starts {
  readonly floor: number[];
  readonly few: StartFigures;
  readonly many: StartFigures;
}

function toFigures(starts: Starts, ours: TurnFigures, floor: TurnFigures): readonly Figure[] {
  const both = (read: (figures: TurnFigures) => readonly number[]): Compared => ({
    ours: read(ours),
    floor: read(floor),
  });
  const perRecord = (read: (memory: TurnFigures['memory']) => number): Compared =>
    both(({ memory }) => [read(memory) / megabyte]);
  const memoryTarget = {
    words: `≤ floor + ${((manyRecords * 20 * kilobyte) / megabyte).toFixed(0)} MB (20 KB a record)`,
    isMet: ({ difference }: { difference: number }) => (difference * megabyte) / manyRecords <= 20 * kilobyte,
  };
  return [
    // From sending the HTTP request to the last byte of the first reply at the connector, one message after the other. What the
    // load generator and the connector themselves take is in both numbers, and so not in the difference.
    toFigure(
      {
        name: 'turn, one at a time, p50',
        unit: 'ms',
        target: { words: '≤ floor + 6 ms', isMet: ({ difference }) => difference <= 6 },
      },
      both(({ p50 }) => p50),
    ),
    toFigure(
      { name: 'turn, one at a time, p95', unit: 'ms' },
      both(({ p95 }) => p95),
    ),
    // What is typed in the compose box, a letter at a time: from sending the HTTP request to the last byte of its response, the list.
    toFigure(
      { name: 'compose query, one at a time, p50', unit: 'ms' },
      both(({ queryP50 }) => queryP50),
    ),
    toFigure(
      {
        name: 'compose query, one at a time, p95',
        unit: 'ms',
        target: { words: '≤ 100 ms', isMet: ({ ours: p95 }) => p95 <= 100 },
      },
      both(({ queryP95 }) => queryP95),
    ),
    // Messages a second when 32 are under way all the time. A turn is over when its reply has arrived and its HTTP request is answered.
    toFigure(
      {
        name: 'turns, 32 in parallel',
        unit: '/s',
        target: { words: '≥ 250 /s', isMet: ({ ours: perSecond }) => perSecond >= 250 },
      },
      both(({ turnsPerSecond }) => turnsPerSecond),
    ),
    // In parallel most of a turn is waiting for the others: about 32 divided by the turns a second.
    toFigure(
      { name: 'turn, 32 in parallel, p50', unit: 'ms' },
      both(({ p50InParallel }) => p50InParallel),
    ),
    toFigure(
      { name: 'turn, 32 in parallel, p95', unit: 'ms' },
      both(({ p95InParallel }) => p95InParallel),
    ),
    // What a turn costs the processors, garbage collection included: the steadiest figure on a machine with other work to do.
    toFigure(
      { name: 'processor time of a turn', unit: 'ms' },
      both(({ processorMs }) => processorMs),
    ),
    // From starting the process to the first reply; the first message goes out as soon as the port is open.
    toFigure(
      {
        name: `start to first answer, ${fewRecords} records`,
        unit: 'ms',
        target: { words: '≤ floor + 1000 ms', isMet: ({ difference }) => difference <= 1000 },
      },
      { ours: starts.few.built, floor: starts.floor },
    ),
    toFigure(
      { name: '  with the index from its file', unit: 'ms' },
      { ours: starts.few.loaded, floor: starts.floor },
    ),
    toFigure(
      { name: `start to first answer, ${manyRecords} records`, unit: 'ms' },
      { ours: starts.many.built, floor: starts.floor },
    ),
    toFigure(
      { name: '  with the index from its file', unit: 'ms' },
      { ours: starts.many.loaded, floor: starts.floor },
    ),
    // Resident memory: after one answer and a forced garbage collection, at the end of the load as it is, and collected again.
    // All that ours needs beyond the floor counts, its code and libraries included.
    toFigure(
      { name: 'memory, idle, collected', unit: 'MB', target: memoryTarget },
      perRecord(({ idle }) => idle),
    ),
    toFigure(
      { name: 'memory after the load', unit: 'MB', target: memoryTarget },
      perRecord(({ afterLoad }) => afterLoad),
    ),
    toFigure(
      { name: 'memory after the load, collected', unit: 'MB', target: memoryTarget },
      perRecord(({ settled }) => settled),
    ),
    // Shows that it is really cards that are measured.
    toFigure(
      { name: 'size of a reply', unit: 'KB' },
      both(({ replyBytes }) => replyBytes.map((bytes) => bytes / kilobyte)),
    ),
  ];
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
