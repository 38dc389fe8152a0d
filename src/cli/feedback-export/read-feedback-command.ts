import { parseArgs } from 'node:util';
import { beginOfDay } from '../../features/feedback/begin-of-day.ts';
import { exportTexts } from '../../texts/export-texts.ts';
import { feedbackExportTexts as texts } from '../../texts/feedback-export-texts.ts';
import { CommandError } from '../export/command-error.ts';

export interface FeedbackCommand {
  /** As typed; `-` is the standard output. */
  readonly to?: string;
  /** The beginning of a day in Berlin, in milliseconds since 1970. */
  readonly from?: number;
  readonly force: boolean;
}

const options = {
  to: { type: 'string' },
  from: { type: 'string' },
  force: { type: 'boolean' },
} as const;

/** Throws `CommandError`. */
export function readFeedbackCommand(args: readonly string[]): FeedbackCommand {
  const { values, positionals, tokens } = parseArgs({
    args: [...args],
    options,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const unknown = tokens.find((token) => token.kind === 'option' && !Object.hasOwn(options, token.name));
  const stray = unknown?.kind === 'option' ? unknown.rawName : positionals[0];
  if (stray !== undefined) {
    throw new CommandError(`${exportTexts.unknownOption(stray)}\n${texts.usage}`);
  }
  const { to, from, force } = values;
  return {
    ...(to !== undefined && { to: toTyped(to) }),
    ...(from !== undefined && { from: toDayBegin(toTyped(from)) }),
    force: force === true,
  };
}

/** An option that is named without a value comes as `true`. */
function toTyped(value: string | boolean): string {
  if (typeof value !== 'string' || value === '') {
    throw new CommandError(texts.usage);
  }
  return value;
}

function toDayBegin(typed: string): number {
  const midnight = beginOfDay(typed);
  if (midnight === undefined) {
    throw new CommandError(texts.wrongDay(typed));
  }
  return midnight;
}
