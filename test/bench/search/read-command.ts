import { parseArgs } from 'node:util';
import { CommandError } from './command-error.ts';

export const usage =
  'usage: npm run search:eval -- (--docs D.jsonl --queries Q.jsonl [--out R.jsonl] | ' +
  '(--set FOLDER … | --sets FOLDER) [--references] [--embeddings] [--ablate] [--out R.jsonl] | --scale 1000,10000 [--references]) [--markdown]';

export interface Options {
  /** Whether the reference engines are measured too. */
  readonly references: boolean;
  /** Whether vectors alone, and fused with words, are measured too. */
  readonly embeddings: boolean;
  readonly ablate: boolean;
  readonly markdown: boolean;
  /** Where the rankings of the one set go. */
  readonly out: string | undefined;
}

/** What is to be measured. */
export type Command = Options &
  (
    | { readonly kind: 'files'; readonly docs: string; readonly queries: string }
    | { readonly kind: 'sets'; readonly folders: readonly string[] }
    | { readonly kind: 'folder of sets'; readonly folder: string }
    | { readonly kind: 'scale'; readonly sizes: readonly number[] }
  );

/** Throws a CommandError with the usage when the arguments make no command. */
export function readCommand(args: readonly string[]): Command {
  const { docs, queries, set, sets, scale, out, ...flags } = readArguments(args);
  const options = {
    references: flags.references === true,
    embeddings: flags.embeddings === true,
    ablate: flags.ablate === true,
    markdown: flags.markdown === true,
    out,
  };
  const sources = [docs ?? queries, set, sets, scale].filter((source) => source !== undefined);
  if (
    sources.length !== 1 ||
    ((options.ablate || options.embeddings) && set === undefined && sets === undefined)
  ) {
    throw new CommandError(usage);
  }
  if (docs !== undefined && queries !== undefined) {
    return { ...options, kind: 'files', docs, queries };
  }
  if (set !== undefined && (out === undefined || set.length === 1)) {
    return { ...options, kind: 'sets', folders: set };
  }
  if (sets !== undefined && out === undefined) {
    return { ...options, kind: 'folder of sets', folder: sets };
  }
  if (scale !== undefined && out === undefined) {
    return { ...options, kind: 'scale', sizes: readSizes(scale) };
  }
  throw new CommandError(usage);
}

function readArguments(args: readonly string[]) {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean' } as const;
  try {
    return parseArgs({
      args: [...args],
      options: {
        docs: text,
        queries: text,
        set: { type: 'string', multiple: true },
        sets: text,
        scale: text,
        out: text,
        references: flag,
        embeddings: flag,
        ablate: flag,
        markdown: flag,
      },
    }).values;
  } catch (error) {
    throw new CommandError(usage, { cause: error });
  }
}

function readSizes(text: string): number[] {
  const sizes = text.split(',').map(Number);
  if (sizes.some((size) => !Number.isInteger(size) || size < 1)) {
    throw new CommandError(usage);
  }
  return sizes;
}
