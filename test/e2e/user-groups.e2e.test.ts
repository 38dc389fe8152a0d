import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Playground } from '../support/playground.ts';

let playground: Playground;

beforeAll(async () => {
  playground = await Playground.start();
});

afterAll(async () => {
  await playground.stop();
});

async function fill(form: Locator, label: string, words: string): Promise<void> {
  await form.getByLabel(label).fill(words);
}

it('lets an organiser create a user group in the 1:1 chat, and everybody see it in a channel and set the channel up', async () => {
  await playground.enter('personal');
  const empty = await playground.ask('User Group anlegen', 'Wie soll sie heißen?');
  await fill(empty, 'Wie soll sie heißen?', 'Telefonie');
  await fill(empty, 'Worum geht es?', 'Wer Anrufe mit KI annimmt.');
  await playground.picture('17-user-group-form', empty);
  await playground.press(empty, 'Anlegen');
  const created = await playground.card('Angelegt. Mitglieder können jetzt beitreten.');
  await playground.picture('18-user-group', created);

  await playground.press(created, 'Verlassen');
  const left = await playground.card('Sie sind nicht mehr dabei.');
  await playground.press(left, 'Alle User Groups');
  const list = await playground.card('Es gibt eine User Group.');
  expect(await list.innerText()).not.toContain('Sie sind dabei');

  await playground.enter('channel');
  const shared = await playground.ask('User Groups', 'Es gibt eine User Group.');
  await playground.press(shared, 'Details zu Telefonie');
  const group = await playground.card('Wer Anrufe mit KI annimmt.');
  await playground.press(group, 'Beitreten');
  const offer = await playground.ask('Kanal einrichten', 'Ausfüllen kann es das Organisationsteam.');
  await playground.press(offer, 'Formular öffnen');
  const form = await playground.card('Zu welcher User Group gehört dieser Kanal?');
  await form.getByRole('combobox').click();
  await playground.page.getByRole('option', { name: 'Telefonie' }).click();
  await playground.press(form, 'Speichern');
  const done = await playground.card('Dieser Kanal gehört jetzt zu dieser Gruppe.');
  await playground.picture('19-user-group-channel', done);

  await playground.enter('personal');
  await playground.ask('Meine User Groups', 'Sie sind dabei.');
});
