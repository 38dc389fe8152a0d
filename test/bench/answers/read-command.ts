import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { CommandError } from '../search/command-error.ts';

const usage =
  'usage: npm run answers:eval -- [--cases FILE] [--stand-in | --answers] [--only ID …] [--repeat N] [--as-understood] [--store] [--show] [--markdown]';
const shippedCases = fileURLToPath(new URL('cases.jsonl', import.meta.url));
const mostRepetitions = 100;

/** What is to be measured. */
export interface Command {
  readonly cases: string;
  /** Which model answers: the environment's, one that copies lines of the records, or one that says the answer that stands with each case. */
  readonly model: 'configured' | 'extracting' | 'saying-answers';
  /** Ids of cases; empty: all of them. */
  readonly only: readonly string[];
  readonly repeat: number;
  /** Whether the model gets what the bot understands to be sought, instead of the question as it stands. */
  readonly asUnderstood: boolean;
  /** Whether records may be named by their ids in the store of the environment. */
  readonly store: boolean;
  readonly show: boolean;
  readonly markdown: boolean;
}

/** Throws a CommandError with the usage when the arguments make no command. `folder`: where paths were typed. */
export function readCommand(args: readonly string[], folder: string): Command {
  const given = readArguments(args);
  const repeat = Number(given.repeat ?? '1');
  const asksTwoModels = given['stand-in'] === true && given.answers === true;
  if (asksTwoModels || !Number.isInteger(repeat) || repeat < 1 || repeat > mostRepetitions) {
    throw new CommandError(usage);
  }
  return {
    cases: given.cases === undefined ? shippedCases : resolve(folder, given.cases),
    model:
      given.answers === true ? 'saying-answers' : given['stand-in'] === true ? 'extracting' : 'configured',
    only: given.only ?? [],
    repeat,
    asUnderstood: given['as-understood'] === true,
    store: given.store === true,
    show: given.show === true,
    markdown: given.markdown === true,
  };
}

function readArguments(args: readonly string[]) {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean' } as const;
  try {
    return parseArgs({
      args: [...args],
      options: {
        cases: text,
        repeat: text,
        only: { type: 'string', multiple: true },
        'stand-in': flag,
        answers: flag,
        'as-understood': flag,
        store: flag,
        show: flag,
        markdown: flag,
      },
    }).values;
  } catch (error) {
    throw new CommandError(usage, { cause: error });
  }
}
