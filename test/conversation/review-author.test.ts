import { afterEach, describe, expect, it } from 'vitest';
import { useCaseId } from '../../src/domain/ids.ts';
import { asCarla, carlasChat, delivered } from '../support/announcements.ts';
import { buttonNamed, buttonsOf, cardOf, TestBot, wordsOf } from '../support/conversation.ts';
import {
  annasChat,
  bertasId,
  handedIn,
  postedTo,
  proposal,
  replacedIn,
  startWaiting,
  stateOfSubmission,
  summary,
} from '../support/reviews.ts';
import { contentOf } from '../support/submissions.ts';
import { asBerta, bertasChat, pressed } from '../support/user-groups.ts';

let bot: TestBot;

afterEach(async () => {
  await bot.stop();
});

/** Berta hands in, and both organisers have the card. */
async function waiting() {
  const scene = await startWaiting();
  ({ bot } = scene);
  return scene;
}

const stateOf = () => stateOfSubmission(bot);

const asked = (card: unknown, remark: string) =>
  bot.press(buttonNamed(card, 'Frage senden'), 'personal', { remark });

/** What stands in the fields of a form. */
function inputsOf(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) {
    return {};
  }
  const fields = new Map<string, unknown>(Object.entries(value));
  const isInput = String(fields.get('type')).startsWith('Input.') && fields.get('value') !== undefined;
  const own = isInput ? { [String(fields.get('id'))]: fields.get('value') } : {};
  return Object.assign({}, own, ...Object.values(value).map(inputsOf));
}

describe('asking back', () => {
  it('reaches the author with the question; what they hand in again comes back to all organisers', async () => {
    const { annas, carlas } = await waiting();
    const form = await bot.press(buttonNamed(annas, 'Nachfragen'));
    const empty = await asked(form, ' \u200B ');
    const done = await asked(empty, 'Läuft das **schon**?');
    await delivered(bot, 'Rückfrage: Drohnen zählen Kegelrobben', 1);
    await bot.connector.until(() => replacedIn(bot, carlasChat.id).length > 0);
    const [question] = postedTo(bot, bertasChat.id, 'Rückfrage: Drohnen zählen Kegelrobben');
    const seenByCarla = replacedIn(bot, carlasChat.id)[0];

    const { title } = proposal;
    await handedIn(bot, { typed: { title, summary: 'Ja, seit 2025.' }, content: contentOf(proposal) });
    await bot.connector.until(() => postedTo(bot, carlasChat.id, summary).length === 2);
    const old = await bot.press(buttonNamed(carlas, 'Veröffentlichen'), 'personal', {}, asCarla);
    const [, again] = postedTo(bot, carlasChat.id, summary);

    expect(wordsOf(empty)).toContain('Bitte schreiben Sie, was Sie wissen möchten.');
    expect(wordsOf(done)).toMatch(/^Die Frage ist gestellt\./);
    expect(wordsOf(question)).toContain('Frage: Läuft das **schon**?');
    expect(buttonsOf(question).map(({ title: name }) => name)).toEqual([
      'Überarbeiten',
      'Zurückziehen',
      'Meine Einreichungen',
    ]);
    expect(JSON.stringify(question)).not.toContain('Anna');
    expect(wordsOf(seenByCarla)).toContain('Nachgefragt, die Antwort steht noch aus: Läuft das **schon**?');
    expect(wordsOf(again)).toContain('Überarbeitet, 2. Fassung');
    expect(wordsOf(again)).toContain('Ja, seit 2025.');
    expect(wordsOf(old)).toMatch(/^Die Einreichung wurde inzwischen überarbeitet\./);
    expect(await stateOf()).toEqual({ kind: 'waiting' });
  });
});

it('"Überarbeiten" opens the form with what was typed, and sending it off again comes back to the organisers', async () => {
  const { annas } = await waiting();
  const form = await bot.press(buttonNamed(annas, 'Nachfragen'));
  await asked(form, 'Läuft das schon?');
  await delivered(bot, 'Rückfrage: Drohnen zählen Kegelrobben', 1);
  const [question] = postedTo(bot, bertasChat.id, 'Rückfrage: Drohnen zählen Kegelrobben');

  const opened = await bot.press(buttonNamed(question, 'Überarbeiten'), 'personal', {}, asBerta);
  const checked = await bot.press(
    buttonNamed(opened, 'Weiter'),
    'personal',
    {
      ...inputsOf(opened),
      stage: 'in_use',
      language: 'de',
      contact: 'mailbox',
      mailbox: 'ki@menden.example',
    },
    asBerta,
  );
  const sent = await bot.press(buttonNamed(checked, 'Eintragen'), 'personal', {}, asBerta);
  await bot.connector.until(() => postedTo(bot, annasChat, summary).length === 2);
  const [, again] = postedTo(bot, annasChat, summary);
  await bot.press(buttonNamed(again, 'Veröffentlichen'));

  expect(inputsOf(opened)).toMatchObject({
    title: proposal.title,
    summary: proposal.summary,
    stage: 'pilot',
  });
  expect(wordsOf(sent)).toContain('Organisationsteam');
  expect(wordsOf(again)).toContain('Überarbeitet, 2. Fassung');
  expect((await bot.app.deps.useCases.find(useCaseId('s1')))?.value).toMatchObject({
    title: proposal.title,
    contact: { email: 'ki@menden.example' },
    adopters: [{ stage: 'in_use' }],
  });
});

describe('giving back', () => {
  it('demands a reason, which the author reads', async () => {
    const { annas } = await waiting();
    const form = await bot.press(buttonNamed(annas, 'Zurückgeben'));
    const empty = await bot.press(buttonNamed(form, 'Zurückgeben'), 'personal', {});
    const stillWaiting = await stateOf();

    const done = await bot.press(buttonNamed(empty, 'Zurückgeben'), 'personal', { remark: 'Gibt es schon.' });
    const [told] = await delivered(bot, 'Zurückgegeben: Drohnen zählen Kegelrobben', 1);

    expect(wordsOf(empty)).toContain('Bitte nennen Sie einen Grund.');
    expect(stillWaiting).toEqual({ kind: 'waiting' });
    expect(wordsOf(done)).toBe('Zurückgegeben.\nDrohnen zählen Kegelrobben\nGrund: Gibt es schon.');
    expect(wordsOf(cardOf(told))).toContain('Grund: Gibt es schon.');
    expect(buttonsOf(cardOf(told)).map(({ title }) => title)).toEqual([
      'Überarbeiten',
      'Zurückziehen',
      'Meine Einreichungen',
    ]);
  });
});

it('after "Meine Daten löschen" nothing of it is left to publish, and posted cards say so', async () => {
  const { annas } = await waiting();

  await bot.press(pressed('myData.erase'), 'personal', {}, asBerta);
  await bot.connector.until(() => replacedIn(bot, carlasChat.id).length > 0);
  const answer = await bot.press(buttonNamed(annas, 'Veröffentlichen'));

  expect(wordsOf(replacedIn(bot, carlasChat.id)[0])).toMatch(/^Diese Einreichung gibt es nicht mehr\./);
  expect(JSON.stringify(answer)).toContain('Diese Einreichung gibt es nicht mehr.');
  expect(await bot.app.deps.useCases.find(useCaseId('s1'))).toBeUndefined();
  expect(JSON.stringify(await bot.storedDocuments('submissions', 'use-cases'))).not.toContain(bertasId);
});

it('where nobody organises, the author is told so calmly', async () => {
  bot = await TestBot.start();
  bot.connector.members.set(asBerta.from.id, {
    ...asBerta.from,
    tenantId: bertasChat.tenantId,
    userRole: 'user',
  });
  await handedIn(bot);

  const own = await bot.press(pressed('review.show', { submissionId: 's1' }), 'personal', {}, asBerta);

  expect(wordsOf(own)).toContain(
    'Zurzeit ist niemand für Freigaben eingetragen. Ihre Eingabe ist sicher gespeichert',
  );
});
