import { parseArgs } from 'node:util';
import {
  type ExportRequest,
  type FormatName,
  formatNames,
  readerships,
} from '../../features/exchange/export/export-use-cases.ts';
import { exportTexts } from '../../texts/export-texts.ts';
import { CommandError } from './command-error.ts';

export interface ExportCommand {
  readonly format: FormatName;
  readonly visibility: ExportRequest['visibility'];
  /** As typed; `-` is the standard output. */
  readonly out?: string;
  readonly force: boolean;
}

const options = {
  format: { type: 'string' },
  out: { type: 'string' },
  visibility: { type: 'string' },
  force: { type: 'boolean' },
} as const;

/** Throws `CommandError`. */
export function readExportCommand(args: readonly string[]): ExportCommand {
  const { values, positionals, tokens } = parseArgs({
    args: [...args],
    options,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const unknown = tokens.find((token) => token.kind === 'option' && !Object.hasOwn(options, token.name));
  if (unknown?.kind === 'option') {
    throw new CommandError(`${exportTexts.unknownOption(unknown.rawName)}\n${exportTexts.usage}`);
  }
  const [stray] = positionals;
  if (stray !== undefined) {
    throw new CommandError(`${exportTexts.unknownOption(stray)}\n${exportTexts.usage}`);
  }
  const { format, out, visibility = 'community', force } = values;
  if (format === undefined) {
    throw new CommandError(`${exportTexts.missingFormat}\n${exportTexts.usage}`);
  }
  return {
    format: choose('--format', format, formatNames),
    visibility: choose('--visibility', visibility, readerships),
    ...(out !== undefined && { out: chooseOut(out) }),
    force: force === true,
  };
}

/** An option that is named without a value comes as `true`. */
function choose<Choice extends string>(
  option: string,
  value: string | boolean,
  choices: readonly Choice[],
): Choice {
  const choice = choices.find((one) => one === value);
  if (choice === undefined) {
    const typed = typeof value === 'string' ? value : '';
    throw new CommandError(exportTexts.unknownChoice(option, typed, choices));
  }
  return choice;
}

function chooseOut(value: string | boolean): string {
  if (typeof value !== 'string' || value === '') {
    throw new CommandError(exportTexts.usage);
  }
  return value;
}
