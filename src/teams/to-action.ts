import { z } from 'zod';

import type { IncomingContent } from '../chat/incoming.ts';
import { beginningOf, toPlainText } from '../domain/typed-words.ts';
import { cleanText } from './clean-text.ts';

function maybe<Schema extends z.ZodType>(schema: Schema) {
  return schema.nullish().catch(undefined);
}

/** https://learn.microsoft.com/microsoftteams/platform/messaging-extensions/how-to/action-commands/create-task-module */
const ActionValue = z.object({
  commandId: z.string().max(64).nullish(),
  /** The message whose menu the command was chosen in; what is broken in it is left out. */
  messagePayload: maybe(
    z.object({
      /** The title of a post in a channel. */
      subject: maybe(z.string()),
      body: maybe(z.object({ contentType: maybe(z.string()), content: maybe(z.string()) })),
    }),
  ),
});

type MessagePayload = z.output<typeof ActionValue>['messagePayload'];

/** Teams allows a message about 28 KB, its markup included. */
const maxMessageLength = 20_000;

/** What somebody chose below the compose box, in the command box or in the menu of a message. */
export function toAction(value: unknown): IncomingContent & { kind: 'action' } {
  const action = ActionValue.safeParse(value).data;
  if (action === undefined) {
    return { kind: 'action', command: '' };
  }
  const { commandId, messagePayload } = action;
  return {
    kind: 'action',
    ...(typeof commandId === 'string' && commandId !== '' && { command: commandId }),
    ...(messagePayload && { message: { text: wordsOf(messagePayload) } }),
  };
}

function wordsOf({ subject, body }: NonNullable<MessagePayload>): string {
  const content = body?.content ?? '';
  const text =
    body?.contentType === 'text' ? plainWords(content) : cleanText(content, { atMost: maxMessageLength });
  const title = plainWords(subject ?? '');
  return beginningOf(title === '' ? text : `${title}\n${text}`.trim(), maxMessageLength);
}

/** What is no markup keeps its brackets. */
function plainWords(text: string): string {
  return toPlainText(beginningOf(text, 2 * maxMessageLength).toWellFormed());
}
