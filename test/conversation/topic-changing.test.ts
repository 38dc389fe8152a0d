import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { topicRequestId, userGroupId } from '../../src/domain/ids.ts';
import type { TopicRequest } from '../../src/domain/topic-request.ts';
import { asCarla, carla } from '../support/announcements.ts';
import { buttonNamed, wordsOf } from '../support/conversation.ts';
import type { TestBot } from '../support/conversation.ts';
import { groupsOn, sentOff, startProposing, storedTopics } from '../support/topic-proposing.ts';
import { memberOf, proposed } from '../support/topics.ts';
import { asBerta, berta, created, dialog, pressed } from '../support/user-groups.ts';
import { valueOf } from '../support/user-group-cards.ts';

let bot: TestBot;
let request: TopicRequest;

const id = topicRequestId('t1');
const title = 'KI im Bauamt';
const asAnna = {};
const notTheirs = /^Ändern und zurücknehmen können Sie ein Thema, solange noch niemand sonst/;

beforeEach(async () => {
  bot = await startProposing();
  request = await proposed(bot, { id, title, question: 'Wer?', tags: ['Bauen'] }, memberOf(berta));
});

afterEach(async () => {
  await bot.stop();
});

type Who = Readonly<Record<string, unknown>>;

const press = (verb: string, data: Readonly<Record<string, unknown>> = {}, who: Who = asBerta) =>
  bot.press(pressed(verb, { topicRequestId: id, ...data }), 'personal', {}, who);

/** Carla follows it: somebody else has to do with it. */
async function carlaFollows(): Promise<void> {
  await press('topic.follow', {}, asCarla);
}

const isStored = async () => (await bot.app.deps.topicRequests.find(id)) !== undefined;

describe('changing the words of a topic', () => {
  it('begins with what they are, and is seen at once', async () => {
    const form = await press('topic.offerChange');
    const save = buttonNamed(form, 'Speichern');
    const changed = await bot.press(
      save,
      'personal',
      { title: 'KI in der Bauverwaltung', question: '', userGroup: 'none', tags: 'Bauen, Recht' },
      asBerta,
    );

    expect(wordsOf(form)).toMatch(/^Thema ändern\nKI im Bauamt\n/);
    expect(JSON.stringify(form)).toContain('"value":"Bauen"');
    expect(wordsOf(form)).not.toContain('berichten');
    expect(wordsOf(changed)).toMatch(/^Geändert\.\nKI in der Bauverwaltung\n/);
    const [stored] = await storedTopics(bot);
    expect(stored).toMatchObject({ title: 'KI in der Bauverwaltung', tags: ['Bauen', 'Recht'], edition: 2 });
    expect(stored).not.toHaveProperty('question');
    expect(bot.app.deps.topicCatalogue.find(id)?.title).toBe('KI in der Bauverwaltung');
  });

  it('leads back where the details were opened from', async () => {
    const from = { view: 'mine', page: 2 };
    const form = await press('topic.offerChange', { from });

    const fields = { title: 'Anders', userGroup: 'none' };
    const changed = await bot.press(buttonNamed(form, 'Speichern'), 'personal', fields, asBerta);
    const cancelled = await bot.press(buttonNamed(form, 'Abbrechen'), 'personal', {}, asBerta);

    expect(buttonNamed(changed, 'Zurück').data).toMatchObject(from);
    expect(buttonNamed(cancelled, 'Zurück').data).toMatchObject(from);
  });

  it('keeps what was typed when it is refused, and says that nothing was changed when nothing was', async () => {
    const refused = await press('topic.change', { edition: 1, title: 'ä'.repeat(101), tags: 'Neu' });
    const same = await press('topic.change', {
      edition: 1,
      title,
      question: 'Wer?',
      userGroup: 'none',
      tags: 'Bauen',
    });

    expect(JSON.stringify(refused)).toContain(`"value":"${'ä'.repeat(101)}"`);
    expect(JSON.stringify(refused)).toContain('"value":"Neu"');
    expect(wordsOf(refused)).toContain('Das Thema hat 101 Zeichen');
    expect(wordsOf(same)).toMatch(/^Das Thema stand schon so da\./);
    expect(await storedTopics(bot)).toEqual([request]);
  });

  it('overwrites nothing that somebody else has written meanwhile, and shows it', async () => {
    await press('topic.change', { edition: 1, title: 'Von Anna', userGroup: 'none' }, asAnna);

    const late = await press('topic.change', { edition: 1, title: 'Von Berta', userGroup: 'none' });
    const again = await bot.press(
      buttonNamed(late, 'Speichern'),
      'personal',
      { title: 'Von Berta', userGroup: 'none' },
      asBerta,
    );

    expect(wordsOf(late)).toContain('Jemand anderes hat das Thema gerade geändert.');
    expect(wordsOf(late)).toContain('\nVon Anna\n');
    expect(JSON.stringify(late)).toContain('"value":"Von Berta"');
    expect(wordsOf(again)).toMatch(/^Geändert\.\nVon Berta\n/);
  });

  it('is for organisers as soon as somebody else has to do with it', async () => {
    await carlaFollows();
    const change = { edition: 1, title: 'Anders', userGroup: 'none' };

    const offered = await press('topic.offerChange');
    const byAuthor = await press('topic.change', change);
    const byOther = await press('topic.change', change, asCarla);
    const before = await storedTopics(bot);
    const byOrganiser = await press('topic.change', change, asAnna);

    expect(valueOf(offered)).toMatch(notTheirs);
    expect(valueOf(byAuthor)).toMatch(notTheirs);
    expect(valueOf(byOther)).toMatch(/^Das kann nur das Organisationsteam\./);
    expect(before).toMatchObject([{ title }]);
    expect(wordsOf(byOrganiser)).toMatch(/^Geändert\.\nAnders\n/);
  });

  it('of one that is gone is a clear sentence', async () => {
    const gone = { topicRequestId: 'other' };

    for (const [verb, data] of [
      ['topic.offerChange', {}],
      ['topic.change', { edition: 1, title }],
      ['topic.askToRemove', {}],
      ['topic.remove', {}],
    ] as const) {
      expect(valueOf(await press(verb, { ...data, ...gone }))).toMatch(/^Dieses Thema gibt es nicht mehr\./);
    }
  });

  it('moves its author’s vote into another user group where there is one left, and says so where there is none', async () => {
    const group = await created(bot);
    await bot.press(pressed('topicCollection.set', { userGroupId: group, until: '', votes: '1' }));

    const moved = await press('topic.change', { edition: 1, title, userGroup: group });
    await sentOff(bot, { title: 'Drohnen', userGroup: 'none' });
    const second = (await storedTopics(bot)).find((one) => one.title === 'Drohnen');
    const change = { topicRequestId: second?.id, edition: 1, title: 'Drohnen', userGroup: group };
    const without = await press('topic.change', change);

    expect(wordsOf(moved)).toMatch(/^Geändert\.\n/);
    expect(wordsOf(without)).toMatch(
      /^Geändert, jetzt ohne Ihre Stimme: In dieser User Group ist Ihre Stimme vergeben\./,
    );
    const stored = await storedTopics(bot);
    expect(stored.map((one) => [one.title, one.userGroupId, one.votes])).toEqual([
      [title, group, 1],
      ['Drohnen', group, 0],
    ]);
    const part = await bot.app.deps.topicRequests.findParticipation(
      topicRequestId(String(second?.id)),
      memberOf(berta),
    );
    expect(part).toMatchObject({ followsSince: bot.clock.now() });
    expect(part).not.toHaveProperty('votedAt');
  });

  it('chooses the whole community where the group is archived meanwhile', async () => {
    const group = await created(bot);
    await press('topic.change', { edition: 1, title, userGroup: group });
    await bot.press(pressed('userGroup.archive', { userGroupId: group }));

    expect(groupsOn(await press('topic.offerChange')).chosen).toBe('none');
    expect((await storedTopics(bot))[0]?.userGroupId).toBe(userGroupId(group));
  });
});

describe('taking a topic back', () => {
  it('is asked first, and leaves nothing', async () => {
    const question = await press('topic.askToRemove');
    const kept = await bot.press(buttonNamed(question, 'Behalten'), 'personal', {}, asBerta);
    const before = await isStored();

    const removed = await bot.press(buttonNamed(question, 'Zurücknehmen'), 'personal', {}, asBerta);
    const again = await bot.press(buttonNamed(question, 'Zurücknehmen'), 'personal', {}, asBerta);

    expect(wordsOf(question)).toContain(`Möchten Sie dieses Thema zurücknehmen?\n${title}`);
    expect(wordsOf(kept)).toMatch(/^KI im Bauamt/);
    expect(before).toBe(true);
    expect(wordsOf(removed)).toBe('Zurückgenommen. Das Thema steht nicht mehr auf der Liste.');
    expect(buttonNamed(removed, 'Themen')).toMatchObject({ verb: 'topic.list' });
    expect(valueOf(again)).toMatch(/^Dieses Thema gibt es nicht mehr\./);
    expect(await isStored()).toBe(false);
    expect(bot.app.deps.topicCatalogue.find(id)).toBeUndefined();
  });

  it('is not possible for others, nor once somebody else has to do with it', async () => {
    const byCarla = await press('topic.remove', {}, asCarla);
    const byOrganiser = await press('topic.remove', {}, asAnna);
    await carlaFollows();
    const late = await press('topic.remove');

    for (const answer of [byCarla, byOrganiser]) {
      expect(valueOf(answer)).toMatch(/^Zurücknehmen kann ein Thema nur, wer es vorgeschlagen hat\./);
    }
    expect(valueOf(late)).toMatch(notTheirs);
    expect(await isStored()).toBe(true);
    const follows = await bot.app.deps.topicRequests.findParticipation(id, memberOf(carla));
    expect(follows?.followsSince).toBe(bot.clock.now());
  });

  it('is a dialog in a channel', async () => {
    const ask = { verb: 'topic.askToRemove', topicRequestId: id };
    const { answer } = await dialog(bot, 'task/fetch', ask, 'channel', { from: berta });

    const remove = { ...buttonNamed(answer, 'Zurücknehmen').data };
    const done = await dialog(bot, 'task/submit', remove, 'channel', { from: berta });

    expect(JSON.stringify(done.answer)).toContain('Zurückgenommen.');
    expect(await isStored()).toBe(false);
  });
});
