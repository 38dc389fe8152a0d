import { afterAll, beforeAll, expect, it } from 'vitest';
import { ModelServer } from '../support/model-server.ts';
import { Playground } from '../support/playground.ts';

const text = `Hallo zusammen,
seit März 2026 nimmt bei uns im Bürgerbüro ein Telefonassistent die Anrufe an. Wir sind noch im Pilotbetrieb.
Die Lizenz kostet 12.000 € pro Jahr.
Viele Grüße
Anna Beispiel`;
const answer = {
  title: 'Telefonassistent im Bürgerbüro',
  summary: 'Ein Telefonassistent nimmt im Bürgerbüro die Anrufe an. Auch Köln macht das so.',
  stage: 'pilot',
  since: 'März 2026',
  costs: 'Lizenz: 12.000 € pro Jahr',
};

let server: ModelServer;
let playground: Playground;

beforeAll(async () => {
  server = await ModelServer.start();
  server.answer = () => ({ text: JSON.stringify(answer) });
  playground = await Playground.start({ LLM_BASE_URL: server.baseUrl, LLM_MODEL: 'stand-in' });
  // The whole form at once: the tool's own bars would cover parts of it in the pictures.
  await playground.page.setViewportSize({ width: 1280, height: 2600 });
});

afterAll(async () => {
  await playground.stop();
  await server.close();
});

it('a pasted text fills empty fields of the form, which say so, and what was typed stays', async () => {
  await playground.enter('personal');
  const commune = await playground.ask('Meine Kommune', 'Für welche Kommune arbeiten Sie?');
  await commune.getByRole('combobox', { name: 'Kommune' }).click();
  await playground.page.getByRole('option', { name: 'Demotal (Beispiel)', exact: true }).click();
  await playground.press(commune, 'Speichern');
  await playground.card('Gemerkt: Sie arbeiten für Demotal (Beispiel).');
  const form = await playground.ask('Anwendungsfall eintragen', 'Vorschlag aus Text');
  const closed = await form.getByRole('textbox', { name: 'Ihr Text' }).count();
  await playground.picture('70-suggestion-closed', form);

  await playground.press(form, 'Vorschlag aus Text öffnen oder schließen');
  await form.getByRole('textbox', { name: 'Ihr Text' }).fill(text);
  await form.getByRole('textbox', { name: 'Titel' }).fill('Unser Telefonassistent');
  await playground.picture('71-suggestion-open', form);
  await playground.press(form, 'Felder vorschlagen');

  const filled = await playground.card('aus Ihrem Text ausgefüllt');
  await playground.picture('72-suggestion-filled', filled);
  const valueOf = (name: string) => filled.getByRole('textbox', { name }).inputValue();
  expect(closed).toBe(0);
  expect(await valueOf('Titel')).toBe('Unser Telefonassistent');
  expect(await valueOf('Kurzbeschreibung (Vorschlag der KI, bitte prüfen)')).toBe(
    'Ein Telefonassistent nimmt im Bürgerbüro die Anrufe an.',
  );
  expect(await valueOf('Kosten (Vorschlag der KI, bitte prüfen)')).toBe('Lizenz: 12.000 € pro Jahr');
  expect(await filled.innerText()).not.toContain('Köln');

  await playground.press(filled, 'Weiter');
  await playground.picture('73-suggestion-check', await playground.card('Von der KI vorgeschlagen'));
});
