import { z } from 'zod';

import type { ModelUsage } from '../ports/language-model.ts';

/** What the endpoint counted is of interest, and no reason to do without an answer. */
const Usage = z
  .object({ prompt_tokens: z.int().nonnegative(), completion_tokens: z.int().nonnegative() })
  .nullish()
  .catch(undefined);

const Completion = z.object({
  choices: z
    .array(
      z.object({
        finish_reason: z.string().nullish(),
        message: z.object({ content: z.string().nullish() }),
      }),
    )
    .min(1),
  usage: Usage,
});

const Chunk = z.object({
  choices: z.array(
    z.object({
      finish_reason: z.string().nullish(),
      delta: z.object({ content: z.string().nullish() }).nullish(),
    }),
  ),
  usage: Usage,
});

/** What of a chat completion, or of a piece of one, is of use; calls of tools are none. */
export interface ChatAnswer {
  readonly text: string;
  /** Why it ended, where it did. */
  readonly finish?: string;
  readonly usage?: ModelUsage;
}

/** Undefined: this is no completion. */
export function readCompletion(body: unknown): ChatAnswer | undefined {
  const parsed = Completion.safeParse(body);
  const [choice] = parsed.data?.choices ?? [];
  return choice && toAnswer(choice.message.content, choice.finish_reason, parsed.data?.usage);
}

/** Undefined: this is no piece of a completion. */
export function readChunk(body: unknown): ChatAnswer | undefined {
  const parsed = Chunk.safeParse(body);
  const [choice] = parsed.data?.choices ?? [];
  return parsed.data && toAnswer(choice?.delta?.content, choice?.finish_reason, parsed.data.usage);
}

function toAnswer(
  text: string | null | undefined,
  finish: string | null | undefined,
  usage: z.output<typeof Usage>,
): ChatAnswer {
  return {
    text: text ?? '',
    // Some servers write an empty reason into every piece.
    ...(typeof finish === 'string' && finish !== '' && { finish }),
    ...(usage && { usage: { inputTokens: usage.prompt_tokens, outputTokens: usage.completion_tokens } }),
  };
}
