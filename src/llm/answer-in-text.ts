import type { ModelFailure, ModelRequest } from '../ports/language-model.ts';
import { Call } from './call.ts';
import type { CallParts } from './call.ts';
import { readCompletion } from './chat-answer.ts';
import { rephrase } from './dialect.ts';
import type { KnownDialect } from './dialect.ts';

export type TextAnswer = { readonly kind: 'answered'; readonly text: string } | ModelFailure;

/** Asks once for words in one piece, and once more where that helps. */
export async function answerInText(
  parts: CallParts,
  model: { readonly name: string; readonly dialect: KnownDialect },
  request: ModelRequest,
): Promise<TextAnswer> {
  const call = new Call(parts, 'chat', request);
  const { deadline } = call;
  const first = model.dialect.current;
  let dialect = first;
  try {
    for (;;) {
      try {
        const body = {
          model: model.name,
          messages: [
            { role: 'system' as const, content: request.instructions },
            { role: 'user' as const, content: request.material },
          ],
          [dialect.mostTokens]: request.mostTokens,
        };
        const answer = readCompletion(
          await deadline.within(parts.client.chat.completions.create(body, { signal: deadline.signal })),
        );
        model.dialect.keep({ mostTokens: dialect.mostTokens });
        return answer === undefined || answer.text === ''
          ? call.fail({ because: 'unusable' }, 'empty')
          : { kind: 'answered', text: answer.text };
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
