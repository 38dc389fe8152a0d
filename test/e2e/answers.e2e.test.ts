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

/** Presses a thumb below the latest answer and sends off the form, which is the playground's own. */
async function rate(thumb: 'Like' | 'Dislike', words: string, picture: string): Promise<void> {
  const { page } = playground;
  await page.getByRole('button', { name: thumb, exact: true }).last().click();
  await page.getByPlaceholder('Give as much detail as you can').fill(words);
  await playground.picture(picture);
  await page.getByRole('button', { name: 'Submit' }).click();
  await page.getByText('We appreciate your feedback.').waitFor();
}

it('an answer has thumbs, and what is said of it is taken', async () => {
  const { page } = playground;
  await playground.enter('personal');
  await playground.ask('Wer macht schon KI-Telefonassistenz?', 'Eine Kommune setzt das ein');

  await rate('Dislike', 'Das gilt nicht mehr.', '63-feedback');
  await page.getByRole('button', { name: 'Close' }).last().click();
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await page.getByText('Danke für Ihre Rückmeldung.').first().waitFor();
  await playground.picture('64-feedback-taken');

  const thanks = page.getByText('Danke für Ihre Rückmeldung.', { exact: true });
  expect(await thanks.count()).toBeGreaterThan(0);
});

it('what was said of answers, and what the model used, stands in the figures of organisers', async () => {
  await playground.enter('personal');

  const card = await playground.ask('Kennzahlen', 'Rückmeldungen zu Antworten');
  await card.scrollIntoViewIfNeeded();
  await playground.picture('65-figures');

  const words = await card.innerText();
  expect(words).toContain('0 hilfreich, 1 nicht hilfreich');
  expect(words).toMatch(/Dieser Monat: .* Tokens/);
  expect(words).toMatch(/Ähnlichkeitssuche: (?:Alle \d+|\d+ von \d+) Anwendungsfälle/);
});

it('an answer in a channel has thumbs as well, and nobody there reads what somebody says of it', async () => {
  const { page } = playground;
  await playground.enter('channel');
  await playground.ask('Wer macht schon KI-Telefonassistenz?', 'Eine Kommune setzt das ein');

  // The tool's log has what was said in the test before.
  const thanked = async () => (await page.innerText('body')).split('Danke für Ihre Rückmeldung').length;
  const before = await thanked();

  await rate('Like', 'Genau das.', '65-feedback-channel');

  expect(await thanked()).toBe(before);
  expect(await page.innerText('body')).not.toContain('Genau das');
});
