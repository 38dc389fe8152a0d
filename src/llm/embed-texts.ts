import { z } from 'zod';

import type { EmbedOutcome } from '../ports/language-model.ts';
import { Call } from './call.ts';
import type { CallParts } from './call.ts';
import { createGuardedFetch } from './guarded-fetch.ts';

/** For 8,192 numbers with all their digits; what else stands in an answer is little. */
const mostBytesPerText = 8192 * 26;
const mostBytesBeside = 64_000;

/** The numbers are looked at where they are copied: there are hundreds of thousands. */
const Embedded = z.object({
  data: z.array(
    z.object({
      index: z.int().nonnegative().optional(),
      embedding: z.custom<readonly unknown[]>((value) => Array.isArray(value)),
    }),
  ),
  usage: z.object({ prompt_tokens: z.int().nonnegative() }).nullish().catch(undefined),
});

export interface EmbedRequest {
  readonly model: string;
  readonly texts: readonly string[];
  readonly deadlineMs: number;
  readonly signal?: AbortSignal;
}

/** Asks for all at once, and once more where that helps. */
export async function embedTexts(parts: CallParts, request: EmbedRequest): Promise<EmbedOutcome> {
  const { model, texts } = request;
  if (texts.length === 0) {
    return { kind: 'embedded', vectors: [] };
  }
  const call = new Call(parts, 'embed', request);
  const { deadline } = call;
  const client = parts.client.withOptions({
    fetch: createGuardedFetch(mostBytesBeside + texts.length * mostBytesPerText),
  });
  try {
    for (;;) {
      try {
        const answer = await deadline.within(
          client.embeddings.create(
            // Nearly every server knows numbers, fewer know base64, which the client would ask for otherwise.
            { model, input: [...texts], encoding_format: 'float' },
            { signal: deadline.signal },
          ),
        );
        return readVectors(answer, texts.length) ?? call.fail({ because: 'unusable' }, 'no-vectors');
      } catch (error) {
        const trouble = call.explain(error);
        if (!(await call.tries.again(trouble))) {
          return call.fail(trouble);
        }
      }
    }
  } finally {
    call.close();
  }
}

/** Undefined: these are not so many vectors of one length. */
function readVectors(body: unknown, count: number): Extract<EmbedOutcome, { kind: 'embedded' }> | undefined {
  const { data } = Embedded.safeParse(body);
  const vectors = new Map<number, Float32Array>();
  for (const [place, { index = place, embedding }] of (data?.data ?? []).entries()) {
    const vector = toUnitVector(embedding);
    if (vector === undefined) {
      return undefined;
    }
    vectors.set(index, vector);
  }
  const inOrder = Array.from({ length: count }, (_, index) => vectors.get(index)).filter(
    (vector) => vector !== undefined,
  );
  const lengths = new Set(inOrder.map(({ length }) => length));
  if (data?.data.length !== count || inOrder.length !== count || lengths.size !== 1) {
    return undefined;
  }
  return {
    kind: 'embedded',
    vectors: inOrder,
    ...(data.usage && { inputTokens: data.usage.prompt_tokens }),
  };
}

/** Undefined: not all are numbers, or together they point nowhere. */
function toUnitVector(numbers: readonly unknown[]): Float32Array | undefined {
  const values = new Float64Array(numbers.length);
  let squares = 0;
  for (const [place, value] of numbers.entries()) {
    if (typeof value !== 'number') {
      return undefined;
    }
    values[place] = value;
    squares += value * value;
  }
  const length = Math.sqrt(squares);
  return Number.isFinite(length) && length > 0
    ? new Float32Array(values.map((value) => value / length))
    : undefined;
}
