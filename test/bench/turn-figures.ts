import { toFigure } from './figures.ts';
import type { Compared, Figure } from './figures.ts';
import type { StartFigures } from './measure-start.ts';
import type { TurnFigures } from './measure-turns.ts';

export const manyRecords = 10_000;
export const fewRecords = 1_000;
const megabyte = 1024 ** 2;
const kilobyte = 1024;

/** Milliseconds of each start. */
export interface Starts {
  readonly floor: number[];
  readonly few: StartFigures;
  readonly many: StartFigures;
}

/** What the figures of turns and starts mean, and why they are measured like this, stands with each. */
export function toFigures(starts: Starts, ours: TurnFigures, floor: TurnFigures): readonly Figure[] {
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
