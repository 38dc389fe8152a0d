import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Playground } from '../support/playground.ts';

const title = 'Anrufbeantworter mit KI im Standesamt';
const summary =
  'Ein Telefonassistent nimmt Anrufe an, beantwortet häufige Fragen und verbindet sonst weiter.';
const advice = 'Vor dem Start eine Woche lang mithören.';

let playground: Playground;

beforeAll(async () => {
  playground = await Playground.start();
  // The whole form at once: the tool's own bars would cover parts of it in the pictures.
  await playground.page.setViewportSize({ width: 1280, height: 2600 });
});

afterAll(async () => {
  await playground.stop();
});

function field(form: Locator, label: string): Locator {
  return form.getByRole('textbox', { name: label });
}

async function choose(form: Locator, label: string, choice: string): Promise<void> {
  await form.getByRole('combobox', { name: label }).click();
  await playground.page.getByRole('option', { name: choice, exact: true }).click();
}

describe('entering a use case in the 1:1 chat', () => {
  it('keeps what was typed when something is missing, and says what', async () => {
    await playground.enter('personal');
    const commune = await playground.ask('Meine Kommune', 'Für welche Kommune arbeiten Sie?');
    await choose(commune, 'Kommune', 'Demotal (Beispiel)');
    await playground.press(commune, 'Speichern');
    await playground.card('Gemerkt: Sie arbeiten für Demotal (Beispiel).');

    const form = await playground.ask('Anwendungsfall eintragen', 'Mehr dazu');
    await playground.picture('40-registration-form', form);
    const closed = await field(form, 'Rat an andere').count();
    await playground.press(form, 'Erfahrungen öffnen oder schließen');
    await field(form, 'Rat an andere').fill(advice);
    await playground.press(form, 'Erfahrungen öffnen oder schließen');
    const closedAgain = await field(form, 'Rat an andere').count();
    await field(form, 'Kurzbeschreibung').fill(summary);
    await choose(form, 'Stand', 'Pilot');
    await playground.picture('41-registration-filled', form);
    await playground.press(form, 'Weiter');
    const refused = await playground.card('Bitte geben Sie einen Titel an');
    await playground.picture('42-registration-refused', refused);

    expect([closed, closedAgain]).toEqual([0, 0]);
    expect(await field(refused, 'Kurzbeschreibung').inputValue()).toBe(summary);
    expect(await refused.getByRole('combobox', { name: 'Stand' }).inputValue()).toBe('Pilot');
    expect(await field(refused, 'Rat an andere').inputValue()).toBe(advice);
  });

  it('shows what looks the same, enters it, and it is found by asking', async () => {
    const form = await playground.card('Bitte geben Sie einen Titel an');
    await field(form, 'Titel').fill(title);
    await playground.press(form, 'Weiter');
    const check = await playground.card('Bitte prüfen Sie Ihren Eintrag.');
    await playground.picture('43-registration-check', check);
    expect(await check.innerText()).toContain('Gibt es das schon?');
    expect(await check.innerText()).toContain('Telefonassistent für das Bürgerbüro');
    expect(await check.innerText()).toContain(advice);

    await playground.press(check, 'Eintragen');
    await playground.picture(
      '44-registered',
      await playground.card('Eingetragen. Ihr Anwendungsfall ist jetzt'),
    );
    const answer = await playground.ask('Wer macht schon Anrufbeantworter mit KI?', 'Gesucht: ');
    await playground.picture('45-registration-found', answer);

    expect(await answer.innerText()).toContain(title);
    expect(await answer.innerText()).toContain('Demotal');
  });

  it('lets the commune change its stage, and tells what happened', async () => {
    const answer = await playground.card('Gesucht: ');
    await playground.press(answer, `Details zu ${title}`);
    const details = await playground.card('Wer macht das?');
    await playground.picture('46-registration-details', details);
    await playground.press(details, 'Unseren Stand ändern');
    const form = await playground.card('Für Demotal (Beispiel)');
    await playground.picture('47-adoption-form', form);
    await choose(form, 'Wie weit sind Sie damit?', 'Im Einsatz');
    await playground.press(form, 'Speichern');
    const changed = await playground.card('Geändert.');
    await playground.picture('48-adoption-changed', changed);
    await playground.press(changed, 'Verlauf');
    const history = await playground.card('Demotal (Beispiel): Pilot → ');
    await playground.picture('49-history', history);

    expect(await history.innerText()).toMatch(/Demotal \(Beispiel\): Pilot → im Einsatz[^]*Eingetragen/);
  });
});
