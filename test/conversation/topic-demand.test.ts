import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { topicRequestId, useCaseId } from '../../src/domain/ids.ts';
import { dayMs } from '../../src/domain/instant.ts';
import { startCommunity } from '../support/announcements.ts';
import { aUseCase } from '../support/builders.ts';
import { buttonNamed, buttonsOf, wordsOf } from '../support/conversation.ts';
import type { TestBot } from '../support/conversation.ts';
import { askedByTwo } from '../support/demand.ts';
import { entered } from '../support/followed.ts';
import { proposed } from '../support/topics.ts';
import { valueOf } from '../support/user-group-cards.ts';
import { asBerta, pressed } from '../support/user-groups.ts';

let bot: TestBot;

beforeEach(async () => {
  bot = await startCommunity();
});

afterEach(async () => {
  await bot.stop();
});

const list = async (page = 1) => valueOf(await bot.press(pressed('demand.list', { page })));

describe('"Bedarf"', () => {
  it('shows what several people asked in vain, in whatever words, without who they are', async () => {
    await askedByTwo(bot, 'Quantencomputer', 'Quantencomputern');
    bot.clock.advance(dayMs);
    await bot.say('Wer nutzt Quantencomputer im Kreis Olpe?', 'personal', asBerta);
    await bot.say('Wer nutzt eine Schwebebahn?');
    bot.clock.advance(dayMs);

    const shown = await list();

    expect(wordsOf(shown)).toBe(
      [
        'Eine Frage ohne Antwort. Das macht noch keine Kommune.',
        'Wählen Sie eine Frage, um ein Thema anzulegen oder die Community zu fragen. Gezählt wird, was mindestens zwei Personen gefragt haben; wer es war, wird nicht gezeigt.',
        'Quantencomputer',
        'Dreimal gefragt von zwei Personen, seit 22. November 2026, zuletzt gestern',
        'auch: „Quantencomputern“',
        '›',
      ].join('\n'),
    );
    expect(JSON.stringify(shown)).not.toMatch(/berta|carla|aaaaaaaa|bbbbbbbb/i);
  });

  it('says so when there is nothing, and leads to the topics that there are', async () => {
    const none = await list();

    expect(buttonNamed(none, 'Themen')).toMatchObject({
      verb: 'topic.list',
      data: { view: 'votes', page: 1 },
    });
    expect(wordsOf(none)).toBe(
      [
        'Zurzeit gibt es nichts, was mehrere vergeblich gesucht haben.',
        'Fragen ohne Antwort stehen hier, sobald mindestens zwei Personen sie gestellt haben.',
      ].join('\n'),
    );
  });

  it('counts a question without an account, but not as a person', async () => {
    const anonymous = { id: '29:anonymous', name: 'Gast' };
    await bot.say('Wer nutzt Quantencomputer?', 'channel', { from: anonymous });
    await bot.say('Wer nutzt Quantencomputer?', 'personal', asBerta);
    const byOne = await list();
    await bot.say('Wer nutzt Quantencomputer?');

    expect(wordsOf(byOne)).not.toContain('Quantencomputer');
    expect(wordsOf(await list())).toContain('Dreimal gefragt von mindestens zwei Personen, heute');
  });

  it('leaves out what is answered meanwhile as far as everybody may see it', async () => {
    await askedByTwo(bot, 'Quantencomputer');
    const own = aUseCase({
      id: useCaseId('quantum-own'),
      title: 'Quantencomputer',
      visibility: 'organisation',
    });
    await entered(bot, own);
    const unseen = await list();
    await entered(bot, { ...own, id: useCaseId('quantum'), visibility: 'community' });

    expect(wordsOf(unseen)).toContain('Quantencomputer');
    expect(wordsOf(await list())).not.toContain('Quantencomputer');
  });

  it('begins a topic, or a question to the community, with the words that were asked', async () => {
    await askedByTwo(bot, 'Quantencomputer', 'Quantencomputern');

    const shown = await list();
    const asking = await bot.press(buttonNamed(shown, 'Die Community fragen'));

    expect(buttonNamed(shown, 'Thema anlegen')).toMatchObject({
      verb: 'topic.offerForm',
      data: {
        title: 'Quantencomputer',
        text: 'In der Community wurde zweimal danach gefragt, auch so: „Quantencomputern“. Das macht noch keine Kommune.',
      },
    });
    expect(buttonNamed(shown, 'Die Community fragen').data).toEqual({
      asked: 'Wer macht schon Quantencomputer?',
    });
    expect(JSON.stringify(asking)).toMatch(/Noch ist kein Kanal für die Community eingerichtet/);
  });

  it('leads to the open or planned topic that there is for it', async () => {
    await askedByTwo(bot, 'Quantencomputer');
    await askedByTwo(bot, 'Schwebebahnen');
    const { id } = await proposed(bot, { title: 'Quantencomputer im Rathaus' });
    await proposed(bot, {
      id: topicRequestId('t2'),
      title: 'Schwebebahnen',
      state: { kind: 'treated', result: { text: 'Lohnt sich nicht.' } },
    });

    const shown = await list();

    expect(wordsOf(shown)).toContain('Dazu gibt es schon das Thema „Quantencomputer im Rathaus“.');
    expect(buttonNamed(shown, 'Thema ansehen')).toMatchObject({
      verb: 'topic.show',
      data: { topicRequestId: id },
    });
    expect(wordsOf(shown).match(/Dazu gibt es schon/g)).toHaveLength(1);
    expect(buttonNamed(shown, 'Thema anlegen').data).toMatchObject({ title: 'Schwebebahnen' });
  });

  it('stands five a page', async () => {
    for (const sought of ['Hyperloop', 'Zeppelin', 'Exoskelett', 'Holodeck', 'Schwebebahn', 'Raumlift']) {
      await askedByTwo(bot, sought);
    }

    const first = await list();
    const second = valueOf(await bot.press(buttonNamed(first, 'Weitere')));
    const beyond = await list(9);

    expect(buttonsOf(first).filter(({ title }) => title === 'Thema anlegen')).toHaveLength(5);
    expect(wordsOf(first)).toContain('Sechs Fragen ohne Antwort.');
    expect(wordsOf(second)).toContain('Seite 2 von 2');
    expect(buttonsOf(second).filter(({ title }) => title === 'Thema anlegen')).toHaveLength(1);
    expect(wordsOf(beyond)).toBe(wordsOf(second));
    expect(wordsOf(valueOf(await bot.press(buttonNamed(second, 'Vorherige'))))).toBe(wordsOf(first));
  });

  it('is for organisers alone, and where nobody reads along', async () => {
    await askedByTwo(bot, 'Quantencomputer');

    const byMember = await bot.press(pressed('demand.list', { page: 1 }), 'personal', {}, asBerta);
    const inGroup = await bot.press(pressed('demand.list', { page: 1 }), 'group');
    const inChannel = await bot.press(pressed('demand.list', { page: 1 }), 'channel');

    expect(JSON.stringify(byMember)).toContain('Das kann nur das Organisationsteam.');
    for (const answer of [inGroup, inChannel]) {
      expect(JSON.stringify(answer)).toContain('Das zeige ich nur im Einzelchat');
    }
    expect(JSON.stringify([byMember, inGroup, inChannel])).not.toContain('Quantencomputer');
  });
});

describe('what is kept of who asked', () => {
  it('is told with "Meine Daten" and goes with "Meine Daten löschen"; the question stays', async () => {
    await askedByTwo(bot, 'Quantencomputer');
    const told = await bot.press(pressed('myData.show'), 'personal', {}, asBerta);
    const before = await list();

    await bot.press(pressed('myData.erase'), 'personal', {}, asBerta);
    const again = await bot.press(pressed('myData.show'), 'personal', {}, asBerta);
    const [question] = await bot.app.deps.openQuestions.latest();

    expect(wordsOf(valueOf(told))).toMatch(/Fragen ohne Ergebnis\n(.*\n)*.*Quantencomputer/);
    expect(wordsOf(before)).toContain('Quantencomputer');
    expect(wordsOf(await list())).not.toContain('Quantencomputer');
    expect(question).toMatchObject({ timesAsked: 2, askers: [{ timesAsked: 1 }] });
    expect(JSON.stringify(again)).not.toContain('Fragen ohne Ergebnis');
  });
});
