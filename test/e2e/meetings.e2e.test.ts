import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Playground } from '../support/playground.ts';
import { pressAs } from '../support/playground-members.ts';

let playground: Playground;

beforeAll(async () => {
  playground = await Playground.start();
  // The form with everything that can be said is long.
  await playground.page.setViewportSize({ width: 1280, height: 2600 });
});

afterAll(async () => {
  await playground.stop();
});

/** A day two weeks from now, as a field for dates has it. */
const inTwoWeeks = new Date(Date.now() + 14 * 86_400_000).toISOString().slice(0, 10);

async function setUpChannel(): Promise<void> {
  await playground.enter('channel');
  const offer = await playground.ask('Kanal einrichten', 'Ausfüllen kann es das Organisationsteam.');
  await playground.press(offer, 'Formular öffnen');
  const form = await playground.card('Zu welcher User Group gehört dieser Kanal?');
  await choose(form.getByRole('combobox'), 'Ganze Community');
  await form.getByRole('textbox').fill('Austausch');
  await playground.press(form, 'Speichern');
  await playground.card('Dieser Kanal gehört jetzt');
}

async function proposeTopic(title: string): Promise<void> {
  const typed = await playground.ask(`Thema: ${title}`, title);
  await playground.press(typed, 'Vorschlagen');
  await playground.card('Stimme zurückziehen');
}

async function choose(list: Locator, option: string): Promise<void> {
  await list.click();
  await playground.page.getByRole('option', { name: option }).click();
}

/** Two seats, a topic, one question, guests. */
async function fillIn(form: Locator): Promise<void> {
  await form.getByLabel('Wie heißt das Treffen?').fill('KI-Telefonservice im Alltag');
  await choose(form.getByRole('combobox').first(), 'Ganze Community');
  await form.getByLabel('An welchem Tag?').fill(inTwoWeeks);
  await form.getByLabel('Beginn').fill('10:00');
  await form.getByLabel('Ende').first().fill('12:30');
  await form.getByLabel('Wo vor Ort?').fill('Rathaus Musterstadt, Raum 2');
  await form.getByText('Alle Mitglieder der Community').click();
  await form.getByText('Ganze Community: Austausch').click();
  await playground.press(form, 'Mehr angeben');
  await form.getByLabel('Wie viele Plätze gibt es?').fill('zwei');
  await form
    .getByLabel('Worum geht es?')
    .fill('Wir hören zwei Telefonassistenten zu.\nBringen Sie Fragen mit.');
  await form.getByText('Telefonassistenten im Vergleich').click();
}

/** Alex says yes on the card; what the button carries. */
async function accept(invitation: Locator): Promise<{ readonly meetingId: string }> {
  const sent = playground.page.waitForRequest((request) => carried(request.postData()) !== undefined);
  await playground.press(invitation, 'Zusagen');
  return { meetingId: carried((await sent).postData()) ?? '' };
}

function carried(sent: string | null): string | undefined {
  return /\bmeeting\.respond\b/.test(sent ?? '') ? /"meetingId":"([^"]+)"/.exec(sent ?? '')?.[1] : undefined;
}

it('lets an organiser plan a meeting and answer it, and everybody see how many come and who waits', async () => {
  await setUpChannel();
  await playground.enter('personal');
  await proposeTopic('Telefonassistenten im Vergleich');
  await playground.picture('50-meetings-none', await playground.ask('Termine', 'Treffen planen'));

  const form = await playground.ask('Treffen planen', 'Wie heißt das Treffen?');
  await playground.picture('51-meeting-form', form);
  await fillIn(form);
  await playground.picture('52-meeting-form-filled', form);
  await playground.press(form, 'Vorschau');
  const refused = await playground.card('Das ist keine Zahl von Plätzen.');
  await playground.picture('53-meeting-form-refused', refused);
  await refused.getByLabel('Wie viele Plätze gibt es?').fill('2');
  await playground.press(refused, 'Vorschau');

  const preview = await playground.card('So geht die Einladung');
  await playground.picture('54-meeting-preview', preview);
  expect(await preview.innerText()).toContain('an eine Person und in einen Kanal');
  await playground.press(preview, 'Veröffentlichen');
  await playground.card('Das Treffen ist veröffentlicht.');
  const invitation = await playground.card('Sind Sie dabei?');
  await playground.picture('55-meeting-invitation', invitation);
  const meeting = await accept(invitation);
  const accepted = await playground.card('Ihre Zusage ist eingetragen: Platz 1 von 2.');
  await playground.picture('56-meeting-accepted', accepted);

  await playground.enter('channel');
  const posted = await playground.card('freier Platz von 2');
  await playground.picture('57-meeting-in-channel', posted);
  const [bea, can, dana] = [
    await pressAs(playground, 'bea', 'meeting.respond', { ...meeting, answer: 'accepted' }),
    await pressAs(playground, 'can', 'meeting.respond', { ...meeting, answer: 'accepted' }),
    await pressAs(playground, 'dana', 'meeting.respond', { ...meeting, answer: 'tentative' }),
  ];
  expect(bea).toContain('Ihre Zusage ist eingetragen: Platz 2 von 2.');
  expect(can).toContain('Alle Plätze sind vergeben. Sie stehen auf Platz 1 der Warteliste');
  expect(dana).toContain('„Vielleicht“ ist eingetragen.');
  const full = await playground.card('auf der Warteliste');
  await playground.picture('58-meeting-full', full);
  expect(await full.innerText()).toMatch(
    /2\s*Zusagen[^]*0\s*freie Plätze von 2[^]*1\s*vielleicht[^]*1\s*auf der/,
  );
  expect(await full.innerText()).not.toContain('Sie sind dabei');

  await playground.enter('personal');
  const own = await playground.ask('Meine Termine', 'KI-Telefonservice im Alltag');
  await playground.picture('59-meetings-mine', own);
  await playground.press(own, 'Treffen „KI-Telefonservice im Alltag“ ansehen');
  const shown = await playground.card('Sie sind dabei.');
  await playground.press(shown, 'Absagen');
  const declined = await playground.card('Ihre Absage ist eingetragen.');
  await playground.picture('60-meeting-declined', declined);
  // Whoever was first on the waiting list has the seat in the same moment.
  expect(await declined.innerText()).toMatch(/2\s*Zusagen[^]*0\s*freie Plätze von 2/);
  expect(await declined.innerText()).not.toContain('Warteliste');

  await playground.press(declined, 'Organisieren');
  const organising = await playground.card('Teilnehmende');
  await playground.picture('61-meeting-organise', organising);
  await playground.press(organising, 'Teilnehmende');
  const participants = await playground.card('Nach Kommunen');
  await playground.picture('62-meeting-participants', participants);
});
