import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dayMs } from '../../src/domain/instant.ts';
import { buttonNamed, buttonsOf, cardOf, wordsOf } from '../support/conversation.ts';
import type { TestBot } from '../support/conversation.ts';
import {
  asBerta,
  berta,
  created,
  dialog,
  form,
  pressed,
  startWithOrganiser,
} from '../support/user-groups.ts';

let bot: TestBot;
let userGroupId: string;

beforeEach(async () => {
  bot = await startWithOrganiser();
  userGroupId = await created(bot);
});

afterEach(async () => {
  await bot.stop();
});

const titles = (card: unknown) => buttonsOf(card).map(({ title }) => title);
const shown = (more: Readonly<Record<string, unknown>> = {}) =>
  bot.press(pressed('userGroup.show', { userGroupId }), 'personal', {}, more);
const saved = (inputs: Readonly<Record<string, unknown>>) =>
  bot.press(pressed('topicCollection.set', { userGroupId }), 'personal', inputs);

describe('in the 1:1 chat', () => {
  it('an organiser sets until when topics are collected and how many votes everybody has, and members read it', async () => {
    const opened = await bot.press(buttonNamed(await shown(), 'Themen sammeln'));
    const answer = await bot.press(buttonNamed(opened, 'Speichern'), 'personal', {
      until: '2026-12-04',
      votes: '3',
    });
    const forMembers = await shown(asBerta);

    expect(wordsOf(opened)).toMatch(/^Themen sammeln\nTelefonie\n/);
    expect(wordsOf(answer)).toMatch(/^Gespeichert\.\nTelefonie\n/);
    for (const card of [answer, forMembers]) {
      expect(wordsOf(card)).toContain(
        'Themen werden bis Freitag, 4. Dezember gesammelt.\nJedes Mitglied hat drei Stimmen.',
      );
    }
    expect(titles(forMembers)).toContain('Themen');
    expect(titles(forMembers)).not.toContain('Themen sammeln');
  });

  it('the form shows what holds, and what is cleared ends', async () => {
    await saved({ until: '4.12.2026', votes: '3' });

    const opened = await bot.press(buttonNamed(await shown(), 'Themen sammeln'));
    const withoutDay = await bot.press(buttonNamed(opened, 'Speichern'), 'personal', { votes: '1' });
    const ended = await bot.press(buttonNamed(opened, 'Speichern'), 'personal', { until: '', votes: ' ' });

    expect(JSON.stringify(opened)).toContain('"value":"2026-12-04"');
    expect(JSON.stringify(opened)).toContain('"value":"3"');
    expect(wordsOf(withoutDay)).toContain('Jedes Mitglied hat eine Stimme.');
    expect(wordsOf(withoutDay)).not.toContain('gesammelt');
    expect(wordsOf(ended)).not.toMatch(/gesammelt|Jedes Mitglied/);
  });

  it('after the last day the group says that proposals wait, and its votes can still be changed', async () => {
    await saved({ until: '2026-12-04', votes: '3' });
    bot.clock.advance(13 * dayMs);

    const group = await shown();
    const opened = await bot.press(buttonNamed(group, 'Themen sammeln'));
    const answer = await bot.press(buttonNamed(opened, 'Speichern'), 'personal', {
      until: '2026-12-04',
      votes: '4',
    });

    expect(wordsOf(group)).toContain(
      'Die Themensammlung ist seit Freitag, 4. Dezember 2026, beendet; neue Vorschläge warten auf das nächste Treffen.',
    );
    expect(wordsOf(answer)).toContain('Jedes Mitglied hat vier Stimmen.');
  });

  it.each([
    ['31.02.2027', 'Dieses Datum kenne ich nicht.', '31.02.2027'],
    ['morgen halb drei', 'zum Beispiel „05.12.2026“', 'morgen halb drei'],
    ['2026-11-21', 'Dieser Tag ist schon vorbei.', '"value":"2026-11-21"'],
    ['1.12.2027', 'Das ist mehr als ein Jahr hin.', '"value":"2027-12-01"'],
    ['[x](https://evil.example)', 'Dieses Datum kenne ich nicht.', '[x](https://evil.example)'],
  ])(
    '%s is no last day: the form comes back with it and with what was right',
    async (until, sentence, kept) => {
      await saved({ votes: '2' });

      const refused = await saved({ until, votes: '5' });
      const group = await shown();

      expect(wordsOf(refused)).toContain(sentence);
      expect(JSON.stringify(refused)).toContain(kept);
      expect(JSON.stringify(refused)).toContain('"value":"5"');
      expect(wordsOf(group)).toContain('Jedes Mitglied hat zwei Stimmen.');
    },
  );

  it.each(['zwei', '0', '51', '2,5'])('%s is no number of votes', async (votes) => {
    const refused = await saved({ until: '4.12.2026', votes });

    expect(wordsOf(refused)).toContain('Bitte eine ganze Zahl von 1 bis 50, zum Beispiel „3“.');
    expect(JSON.stringify(refused)).toContain(`"value":"${votes}"`);
    expect(JSON.stringify(refused)).toContain('"value":"2026-12-04"');
    expect(wordsOf(await shown())).not.toContain('gesammelt');
  });

  it('"Abbrechen" leads back to the group', async () => {
    const opened = await bot.press(buttonNamed(await shown(), 'Themen sammeln'));

    const group = await bot.press(buttonNamed(opened, 'Abbrechen'));

    expect(wordsOf(group)).toMatch(/^Telefonie\n/);
  });

  it('a member cannot, and a group that was archived cannot either', async () => {
    const set = pressed('topicCollection.set', { userGroupId });

    const offered = await bot.press(
      pressed('topicCollection.offer', { userGroupId }),
      'personal',
      {},
      asBerta,
    );
    const denied = await bot.press(set, 'personal', { votes: '3' }, asBerta);
    const before = await shown();
    await bot.press(pressed('userGroup.archive', { userGroupId }));
    const gone = await bot.press(set, 'personal', { votes: '3' });

    expect([offered, denied]).toMatchObject([
      { value: 'Das kann nur das Organisationsteam.' },
      { value: 'Das kann nur das Organisationsteam.' },
    ]);
    expect(wordsOf(before)).not.toContain('Jedes Mitglied');
    expect(gone).toMatchObject({ value: expect.stringContaining('Diese Gruppe gibt es nicht mehr.') });
  });

  it('a form that was open meanwhile saves the words of the group and keeps the collection', async () => {
    const change = await bot.press(buttonNamed(await shown(), 'Ändern'));
    await saved({ until: '2026-12-04', votes: '3' });

    const answer = await bot.press(buttonNamed(change, 'Speichern'), 'personal', {
      ...form,
      description: 'Etwas anderes.',
    });

    expect(wordsOf(answer)).toMatch(/^Gespeichert\.\nTelefonie\n/);
    expect(wordsOf(answer)).toMatch(/Etwas anderes\.[^]*bis Freitag, 4\. Dezember gesammelt\./);
  });
});

describe.each(['group', 'channel'] as const)('in a shared place (%s)', (place) => {
  it('everybody reads on the group until when topics are collected, and opens its topics', async () => {
    await saved({ until: '2026-12-04', votes: '3' });
    const before = bot.connector.messages.length;

    await bot.press(pressed('userGroup.show', { userGroupId }), place, {}, { from: berta });
    await bot.connector.until(() => bot.connector.messages.length > before);
    const posted = cardOf(bot.connector.messages[before]);

    expect(wordsOf(posted)).toContain('Themen werden bis Freitag, 4. Dezember gesammelt.');
    expect(buttonNamed(posted, 'Themen')).toMatchObject({
      verb: 'topic.list',
      data: { view: 'votes', userGroupId, page: 1 },
    });
    expect(titles(posted)).not.toContain('Themen sammeln');
  });

  it('an organiser sets it in a dialog, where wrong words stay', async () => {
    const { answer: group } = await dialog(bot, 'task/fetch', { verb: 'userGroup.show', userGroupId }, place);
    const offer = buttonNamed(group, 'Themen sammeln');

    const opened = await dialog(bot, 'task/submit', offer.data ?? {}, place);
    const save = buttonNamed(opened.answer, 'Speichern').data ?? {};
    const refused = await dialog(bot, 'task/submit', { ...save, until: '2026-12-04', votes: 'zwei' }, place);
    const done = await dialog(bot, 'task/submit', { ...save, until: '2026-12-04', votes: '2' }, place);

    expect(JSON.stringify(refused.answer)).toContain('Bitte eine ganze Zahl von 1 bis 50');
    expect(JSON.stringify(refused.answer)).toContain('"value":"zwei"');
    expect(JSON.stringify(done.answer)).toContain('Themen werden bis Freitag, 4. Dezember gesammelt.');
    expect(done.sent()).toEqual([]);
  });

  it('pressed where everybody would see it, the answer is for the presser alone', async () => {
    const before = bot.connector.messages.length;

    const answer = await bot.press(pressed('topicCollection.set', { userGroupId }), place, { votes: '2' });
    const denied = await bot.press(
      pressed('topicCollection.set', { userGroupId }),
      place,
      { votes: '9' },
      { from: berta },
    );

    expect(answer).toMatchObject({ value: '„Telefonie“: Gespeichert.' });
    expect(denied).toMatchObject({ value: 'Das kann nur das Organisationsteam.' });
    expect(bot.connector.messages.slice(before)).toEqual([]);
  });
});
