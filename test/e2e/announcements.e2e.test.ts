import { afterAll, beforeAll, expect, it } from 'vitest';
import { Playground } from '../support/playground.ts';

let playground: Playground;

beforeAll(async () => {
  playground = await Playground.start();
});

afterAll(async () => {
  await playground.stop();
});

it('lets an organiser announce something, follow how it goes, correct it and take it back', async () => {
  await playground.enter('personal');
  const form = await playground.ask('Ankündigung senden', 'Wie lautet der Titel?');
  await playground.picture('20-announcement-form', form);
  await form.getByLabel('Wie lautet der Titel?').fill('Treffen zur KI-Telefonie');
  await form
    .getByLabel('Was möchten Sie mitteilen?')
    .fill('Am 3. Dezember 2026 sprechen wir über Telefonassistenten.\n\nBitte bringen Sie Ihre Fragen mit.');
  await form.getByText('Alle Mitglieder').first().click();
  await playground.press(form, 'Vorschau');

  const preview = await playground.card('So geht es an');
  await playground.picture('21-announcement-preview', preview);
  await playground.press(preview, 'Jetzt senden');

  const delivered = await playground.card('Abgeschlossen');
  await playground.picture('22-announcement-report', delivered);
  expect(await delivered.innerText()).toContain('1');
  await playground.card('Bitte bringen Sie Ihre Fragen mit.');
  await playground.pictureOfChat('23-announcement-chat');

  await playground.press(delivered, 'Korrigieren');
  const correction = await playground.card('Was möchten Sie mitteilen?');
  await correction.getByLabel('Wie lautet der Titel?').fill('Treffen zur KI-Telefonie am 4. Dezember');
  await playground.picture('24-announcement-correction', correction);
  await correction.getByRole('button').first().click();
  await playground.card('Korrigiert am');
  await playground.pictureOfChat('25-announcement-corrected');

  const report = await playground.ask('Ankündigungen', 'Treffen zur KI-Telefonie am 4. Dezember');
  await playground.picture('26-announcement-list', report);
});
