import { allCollections } from '../../src/store/all-collections.ts';
import type { TestBot } from './conversation.ts';
import type { ModelReply } from './model-reply.ts';
import { sent } from './registrations.ts';
import { asBerta } from './user-groups.ts';

/** A message as colleagues write it. */
export const pasted = `Hallo zusammen,
seit März 2026 zählt bei uns im Stadtpark eine Kamera die Bienen. Wir sind noch im Pilotbetrieb.
Die Lizenz kostet 12.000 € pro Jahr. Fragen an Frau Kohlhaas, kohlhaas@rathaus.example.`;

/** What a model may say of it; Köln is invented. */
export const told = {
  title: 'Kamera im Stadtpark',
  summary: 'Im Stadtpark zählt eine Kamera die Bienen. Auch Köln macht das so.',
  stage: 'pilot',
  since: 'März 2026',
  costs: 'Lizenz: 12.000 € pro Jahr',
};

export function saying(answer: unknown, more: ModelReply = {}): ModelReply {
  return { text: JSON.stringify(answer), ...more };
}

/** Presses "Felder vorschlagen" with a text, as Berta. */
export function suggested(
  bot: TestBot,
  form: unknown,
  text: string,
  inputs: Readonly<Record<string, unknown>> = {},
) {
  return sent(bot, form, { suggestionText: text, ...inputs }, asBerta, 'Felder vorschlagen');
}

/** What a press itself leaves, and what the jobs note beside it. */
const traces = new Set(['claims', 'feed-cursors', 'leases', 'members', 'model-turns', 'model-use-days']);

/** Everything else that is stored. */
export async function everythingStored(bot: TestBot): Promise<unknown> {
  const names = allCollections.map(({ name }) => name).filter((name) => !traces.has(name));
  return Promise.all(names.map(async (name) => [name, await bot.storedDocuments(name)]));
}
