import type { OpenAI } from 'openai';

import type { ModelPiece, ModelRequest } from '../ports/language-model.ts';
import { Call } from './call.ts';
import type { CallParts } from './call.ts';
import { rephrase } from './dialect.ts';
import type { Dialect, KnownDialect } from './dialect.ts';
import { readStream } from './read-stream.ts';

type Body = OpenAI.ChatCompletionCreateParamsStreaming;

/** Asks once, and again as long as nothing of an answer has come. */
export async function* streamText(
  parts: CallParts,
  model: { readonly name: string; readonly dialect: KnownDialect },
  request: ModelRequest,
): AsyncGenerator<ModelPiece, void, void> {
  const call = new Call(parts, 'stream', request);
  const { deadline } = call;
  const first = model.dialect.current;
  let dialect = first;
  let hasBegun = false;
  try {
    for (;;) {
      try {
        const body = toBody(model.name, request, dialect);
        const chunks = await deadline.within(
          parts.client.chat.completions.create(body, { signal: deadline.signal }),
        );
        const { mostTokens, usageInStream } = dialect;
        model.dialect.keep({ mostTokens, usageInStream });
        for await (const seen of readStream(chunks, deadline, parts.timer)) {
          if (seen.kind === 'unusable') {
            const because = deadline.isOver ? 'late' : 'unusable';
            yield call.fail({ because }, seen.seen);
            return;
          }
          hasBegun = true;
          yield seen;
        }
        return;
      } catch (error) {
        const trouble = call.explain(error);
        const other = rephrase(dialect, first, trouble.complaint ?? '');
        if (hasBegun || (other === undefined && !(await call.tries.again(trouble)))) {
          yield call.fail(trouble);
          return;
        }
        dialect = other ?? dialect;
      }
    }
  } finally {
    call.close();
  }
}

function toBody(model: string, request: ModelRequest, dialect: Dialect): Body {
  return {
    model,
    messages: [
      { role: 'system', content: request.instructions },
      { role: 'user', content: request.material },
    ],
    [dialect.mostTokens]: request.mostTokens,
    stream: true,
    ...(dialect.usageInStream && { stream_options: { include_usage: true } }),
  };
}
