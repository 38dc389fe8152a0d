import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { ModelServer } from '../support/model-server.ts';
import type { ModelCall } from '../support/model-server.ts';
import { Playground } from '../support/playground.ts';

const title = 'Telefonassistent für das Bürgerbüro';
const composed = 'In der Musterstadt nimmt ein Telefonassistent die Anrufe an';

let server: ModelServer;
let playground: Playground;

beforeAll(async () => {
  server = await ModelServer.start();
  server.answer = (call) =>
    call.kind === 'stream' ? { text: composeFrom(call), pieceMs: 20 } : { text: '{}' };
  playground = await Playground.start({
    LLM_BASE_URL: server.baseUrl,
    LLM_MODEL: 'stand-in',
    EMBEDDING_MODEL: 'stand-in',
  });
});

afterAll(async () => {
  await playground.stop();
  await server.close();
});

const Material = z.object({ sources: z.array(z.object({ number: z.number(), text: z.string() })) });

/** Something that the record says, and something that it does not. */
function composeFrom({ material }: ModelCall): string {
  const { sources } = Material.parse(JSON.parse(material));
  const number = sources.find(({ text }) => text.startsWith(title))?.number ?? 0;
  return `${composed} [${number}]. Auch Köln macht das so [${number}].`;
}

it('an answer that a model composes stands above its card, as far as it is proven', async () => {
  await playground.enter('personal');

  const card = await playground.ask('Wer macht schon KI-Telefonassistenz?', 'Eine Kommune setzt das ein');
  await playground.page.getByText(composed).first().waitFor();
  await card.scrollIntoViewIfNeeded();
  await playground.picture('62-composed');

  const chat = await playground.page.innerText('body');
  expect(chat).toContain('Mehr lässt sich aus den Einträgen nicht belegen.');
  expect(chat).not.toContain('Köln');
  expect(await card.innerText()).toContain(title);
});
