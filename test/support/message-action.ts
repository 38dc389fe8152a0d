import { z } from 'zod';
import type { Place, TestBot } from './conversation.ts';

const Answer = z.object({
  task: z.discriminatedUnion('type', [
    z.object({ type: z.literal('message'), value: z.string().min(1) }),
    z.object({
      type: z.literal('continue'),
      value: z.object({
        title: z.string().min(1),
        height: z.literal('large'),
        width: z.literal('large'),
        card: z.object({
          contentType: z.literal('application/vnd.microsoft.card.adaptive'),
          content: z.unknown(),
        }),
      }),
    }),
  ]),
});

/** What the dialog shows: a sentence, a card, or nothing, which closes it. */
export interface Dialog {
  readonly text?: string;
  readonly title?: string;
  readonly card?: unknown;
}

/** The value of the invoke when somebody chooses "Anwendungsfall eintragen" below the compose box. */
export const registerValue = {
  commandId: 'registerUseCase',
  commandContext: 'compose',
  context: { theme: 'default' },
};

/** The value of the invoke when somebody chooses "Als Anwendungsfall erfassen" in the menu of a message. */
export function captureValue(content: unknown, contentType: unknown = 'html') {
  return {
    commandId: 'captureUseCase',
    commandContext: 'message',
    messagePayload: {
      id: '1611060744833',
      subject: null,
      body: { contentType, content },
      from: { user: { id: 'eeeeeeee-0000-4000-8000-000000000005', displayName: 'Emil Erle' } },
      linkToMessage: 'https://teams.microsoft.com/l/message/19:x@thread.v2/1611060744833',
      attachments: [],
      mentions: [],
    },
    context: { theme: 'default' },
  };
}

/** Opens the dialog of a command; fields given here replace the usual ones of the activity. */
export async function openAction(
  bot: TestBot,
  value: unknown,
  place: Place = 'group',
  more: Readonly<Record<string, unknown>> = {},
): Promise<Dialog> {
  const response = await bot.post(
    { type: 'invoke', name: 'composeExtension/fetchTask', value, ...more },
    place,
  );
  return toDialog(response);
}

/** Presses an Action.Submit in the dialog: its data and what was typed arrive as one. */
export async function submitAction(
  bot: TestBot,
  data: unknown,
  place: Place = 'group',
  more: Readonly<Record<string, unknown>> = {},
): Promise<Dialog> {
  const value = { ...registerValue, data };
  const response = await bot.post(
    { type: 'invoke', name: 'composeExtension/submitAction', value, ...more },
    place,
  );
  return toDialog(response);
}

async function toDialog(response: Response): Promise<Dialog> {
  const body = await response.text();
  if (response.status !== 200) {
    throw new Error(`the bot answered ${response.status}`);
  }
  if (body === '') {
    return {};
  }
  const { task } = Answer.parse(JSON.parse(body));
  return task.type === 'message'
    ? { text: task.value }
    : { title: task.value.title, card: task.value.card.content };
}
