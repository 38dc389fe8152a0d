import type { OpenAI } from 'openai';

import type { JsonAnswer, JsonSchema, ModelRequest } from '../ports/language-model.ts';
import { Call } from './call.ts';
import type { CallParts } from './call.ts';
import { readCompletion } from './chat-answer.ts';
import { lowerJson, rephrase } from './dialect.ts';
import type { Dialect, KnownDialect } from './dialect.ts';
import { readFirstJson } from './first-json.ts';

type JsonRequest = ModelRequest & { readonly schema: JsonSchema };
type Body = OpenAI.ChatCompletionCreateParamsNonStreaming;

/** Asks once for JSON, and again in other words where the endpoint does not understand the first ones. */
export async function answerInJson(
  parts: CallParts,
  model: { readonly name: string; readonly dialect: KnownDialect },
  request: JsonRequest,
): Promise<JsonAnswer> {
  const call = new Call(parts, 'json', request);
  const { deadline } = call;
  const first = model.dialect.current;
  let dialect = first;
  try {
    for (;;) {
      try {
        const body = toBody(model.name, request, dialect);
        const answer = readCompletion(
          await deadline.within(parts.client.chat.completions.create(body, { signal: deadline.signal })),
        );
        const { mostTokens, json } = dialect;
        model.dialect.keep({ mostTokens });
        if (answer === undefined || (answer.finish ?? 'stop') !== 'stop') {
          return call.fail({ because: 'unusable' }, answer === undefined ? 'no-completion' : 'cut-off');
        }
        const value = readFirstJson(answer.text);
        if (value !== undefined) {
          model.dialect.keep({ json });
          return { kind: 'answered', value, ...(answer.usage && { usage: answer.usage }) };
        }
        // A server that passes over the schema in silence is told it in words, unless it has shown that it knows it.
        const lower = model.dialect.knowsJson ? undefined : lowerJson(dialect);
        if (lower === undefined || !(await call.tries.again({ because: 'unusable', retryInMs: 0 }))) {
          return call.fail({ because: 'unusable' }, 'no-json');
        }
        dialect = lower;
      } catch (error) {
        const trouble = call.explain(error);
        const other = rephrase(dialect, first, trouble.complaint ?? '');
        if (other === undefined && !(await call.tries.again(trouble))) {
          return call.fail(trouble);
        }
        dialect = other ?? dialect;
      }
    }
  } finally {
    call.close();
  }
}

function toBody(model: string, request: JsonRequest, dialect: Dialect): Body {
  const { instructions, material, mostTokens, schema } = request;
  const told =
    dialect.json === 'schema'
      ? instructions
      : `${instructions}\n\nAnswer with one JSON object and nothing else. It keeps to this JSON schema:\n${JSON.stringify(schema)}`;
  return {
    model,
    messages: [
      { role: 'system', content: told },
      { role: 'user', content: material },
    ],
    [dialect.mostTokens]: mostTokens,
    ...toFormat(dialect, schema),
  };
}

function toFormat({ json }: Dialect, schema: JsonSchema): Pick<Body, 'response_format'> {
  switch (json) {
    case 'schema':
      return {
        response_format: { type: 'json_schema', json_schema: { name: 'answer', strict: true, schema } },
      };
    case 'object':
      return { response_format: { type: 'json_object' } };
    case 'text':
      return {};
  }
}
