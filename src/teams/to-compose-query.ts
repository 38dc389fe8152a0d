import { z } from 'zod';

import type { ComposeQuery } from '../chat/incoming.ts';
import { cleanText } from './clean-text.ts';

/** https://learn.microsoft.com/microsoftteams/platform/messaging-extensions/how-to/search-commands/respond-to-search */
const QueryValue = z.object({
  commandId: z.string().max(64).nullish(),
  parameters: z
    .array(z.object({ name: z.string().nullish(), value: z.union([z.string(), z.boolean()]).nullish() }))
    .max(5)
    .nullish(),
  queryOptions: z
    .object({
      skip: z.int().nonnegative().nullish().catch(undefined),
      count: z.int().positive().nullish().catch(undefined),
    })
    .nullish(),
});

/** Teams asks for as many at a time, and four times at most. */
const largestPage = 25;
/** Stands in the place of what was typed when the list opens with an empty box. */
const initialRun = 'initialRun';

/** What somebody typed in the compose box; undefined when it cannot be read. */
export function toComposeQuery(value: unknown): ComposeQuery | undefined {
  const query = QueryValue.safeParse(value).data;
  if (query === undefined) {
    return undefined;
  }
  const { commandId, parameters, queryOptions } = query;
  const typed = parameters?.find(({ name }) => name !== initialRun)?.value;
  return {
    ...(typeof commandId === 'string' && commandId !== '' && { command: commandId }),
    text: typeof typed === 'string' ? cleanText(typed) : '',
    skip: queryOptions?.skip ?? 0,
    count: Math.min(queryOptions?.count ?? largestPage, largestPage),
  };
}
