import { z } from 'zod';
import type { Place, TestBot } from './conversation.ts';

const Answer = z.object({
  composeExtension: z.discriminatedUnion('type', [
    z.object({ type: z.literal('message'), text: z.string() }),
    z.object({
      type: z.literal('result'),
      attachmentLayout: z.literal('list'),
      attachments: z.array(
        z.object({
          contentType: z.literal('application/vnd.microsoft.card.adaptive'),
          content: z.unknown(),
          preview: z.object({
            contentType: z.literal('application/vnd.microsoft.card.thumbnail'),
            content: z.strictObject({ title: z.string(), text: z.string() }),
          }),
        }),
      ),
    }),
  ]),
});

/** What a person sees below the compose box: a sentence, or a list with the card behind each entry. */
export interface Composed {
  readonly text: string | undefined;
  readonly offers: readonly { readonly title: string; readonly line: string; readonly card: unknown }[];
}

/** The value of the invoke that Teams sends with every letter typed. */
export function queryValue(text: string, skip = 0) {
  return {
    commandId: 'useCases',
    parameters: [{ name: 'question', value: text }],
    queryOptions: { skip, count: 25 },
  };
}

/** The value of the invoke that Teams sends when the list opens. */
export const openedValue = { ...queryValue(''), parameters: [{ name: 'initialRun', value: 'true' }] };

/** Types into the compose box of a chat; fields given here replace the usual ones of the activity. */
export async function compose(
  bot: TestBot,
  text: string,
  place: Place = 'group',
  more: Readonly<Record<string, unknown>> = {},
): Promise<Composed> {
  const response = await bot.post(
    { type: 'invoke', name: 'composeExtension/query', value: queryValue(text), ...more },
    place,
  );
  if (response.status !== 200) {
    throw new Error(`the bot answered ${response.status}`);
  }
  const { composeExtension: shown } = Answer.parse(await response.json());
  return shown.type === 'message'
    ? { text: shown.text, offers: [] }
    : {
        text: undefined,
        offers: shown.attachments.map(({ content, preview }) => ({
          title: preview.content.title,
          line: preview.content.text,
          card: content,
        })),
      };
}
