import { z } from 'zod';

const Chunk = z.object({
  choices: z.array(z.object({ delta: z.object({ content: z.string().default('') }) })),
});

/**
 * The least that can stand between a model and a chat: reads the stream with `fetch` and posts the words when the first sentence and when all of
 * it is there. No package, no checks, no card.
 */
export async function composeBare(modelUrl: string, chatUrl: string): Promise<void> {
  const response = await fetch(`${modelUrl}/chat/completions`, { method: 'POST', body: '{}' });
  let [text, rest, isShown] = ['', '', false];
  for await (const bytes of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
    const lines = `${rest}${bytes}`.split('\n\n');
    rest = lines.pop() ?? '';
    for (const line of lines.filter((one) => !one.endsWith('[DONE]'))) {
      text += Chunk.parse(JSON.parse(line.slice('data: '.length))).choices[0]?.delta.content ?? '';
    }
    if (!isShown && /\]\. \S/.test(text)) {
      isShown = true;
      await post(chatUrl, 'streaming', text);
    }
  }
  await post(chatUrl, 'final', text);
}

async function post(chatUrl: string, streamType: string, text: string): Promise<void> {
  const body = JSON.stringify({ type: 'message', text, channelData: { streamType } });
  const headers = { 'content-type': 'application/json' };
  await (await fetch(chatUrl, { method: 'POST', headers, body })).text();
}
