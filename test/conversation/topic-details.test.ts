import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { topicRequestId } from '../../src/domain/ids.ts';
import { asCarla, carla, startCommunity } from '../support/announcements.ts';
import { cardsIn } from '../support/card-breaches.ts';
import { anna, buttonNamed, buttonsOf, cardOf, wordsOf } from '../support/conversation.ts';
import type { Place, TestBot } from '../support/conversation.ts';
import { hemer, menden } from '../support/inquiries.ts';
import { memberOf, proposed } from '../support/topics.ts';
import { asBerta, berta, dialog, pressed } from '../support/user-groups.ts';

let bot: TestBot;

const id = topicRequestId('t1');
const about = { topicRequestId: id };
const from = { view: 'votes', page: 1 };
const titlesOf = (card: unknown) => buttonsOf(card).map(({ title }) => title);

/** Anna organises and proposed it; Berta works for Menden, Carla for Hemer. */
beforeEach(async () => {
  bot = await startCommunity();
  await bot.press(pressed('commune.choose', { commune: menden }), 'personal', {}, asBerta);
  await bot.press(pressed('commune.choose', { commune: hemer }), 'personal', {}, asCarla);
  await proposed(bot, { id, title: 'KI im Bauamt', question: 'Wer prüft Anträge mit KI?' });
});

afterEach(async () => {
  await bot.stop();
});

type Data = Readonly<Record<string, unknown>>;
type Who = Readonly<Record<string, unknown>>;

const press = (verb: string, data: Data = {}, who: Who = asBerta, place: Place = 'personal') =>
  bot.press(pressed(verb, { ...about, ...data }), place, {}, who);

async function stored() {
  const { topicRequests } = bot.app.deps;
  const [request, comments, followers] = await Promise.all([
    topicRequests.find(id),
    topicRequests.comments(id),
    topicRequests.followersOf(id),
  ]);
  return { request, comments, followers };
}

describe('the details of a topic', () => {
  it('replace the card in the 1:1 chat, and offer what this person may do', async () => {
    const forBerta = await press('topic.show', { from });
    const forAnna = await press('topic.show', { from }, {});

    expect(wordsOf(forBerta)).toMatch(/^KI im Bauamt\nOffen\nGanze Community\n1\nStimme\n/);
    expect(titlesOf(forBerta)).toEqual([
      'Dafür stimmen',
      'Kommentieren',
      'Benachrichtigen',
      'Ich kann dazu berichten',
      'Zurück',
    ]);
    expect(buttonNamed(forBerta, 'Zurück')).toMatchObject({ verb: 'topic.list', data: from });
    expect(wordsOf(forAnna)).toContain('Sie haben dafür gestimmt.');
    expect(titlesOf(forAnna)).toEqual([
      'Stimme zurückziehen',
      'Ändern',
      'Kommentieren',
      'Zurücknehmen',
      'Nicht mehr benachrichtigen',
      'Ich kann dazu berichten',
      'Organisieren',
      'Zurück',
    ]);
  });

  it('are a dialog of one’s own in a channel', async () => {
    const { answer } = await dialog(bot, 'task/fetch', { verb: 'topic.show', ...about }, 'channel', {
      from: berta,
    });

    expect(wordsOf(cardsIn(answer))).toContain('Wer prüft Anträge mit KI?');
    expect(titlesOf(answer)).toContain('Dafür stimmen');
  });

  it('are a message in the thread where a client has no dialogs, the same whoever asks', async () => {
    const before = bot.connector.messages.length;
    const inThread = () =>
      bot.connector.messages.slice(before).filter((one) => JSON.stringify(one).includes('KI im Bauamt'));

    await press('topic.show', {}, { from: anna }, 'channel');
    await bot.connector.until(() => inThread().length === 1);
    await press('topic.show', {}, { from: carla }, 'channel');
    await bot.connector.until(() => inThread().length === 2);
    const [forAnna, forCarla] = inThread().map((message) => cardOf(message));

    expect(forAnna).toEqual(forCarla);
    expect(wordsOf(forAnna)).not.toContain('Sie haben');
    expect(titlesOf(forAnna)).not.toContain('Organisieren');
  });

  it('stand below the news that told of it, which stays', async () => {
    const before = bot.connector.messages.length;

    const answer = await press('topic.showNews');
    await bot.connector.until(() => bot.connector.messages.length > before);

    expect(JSON.stringify(answer)).not.toContain('AdaptiveCard');
    expect(wordsOf(cardOf(bot.connector.messages.at(-1)))).toMatch(/^KI im Bauamt/);
  });

  it.each([
    ['topic.show', {}],
    ['topic.showNews', {}],
    ['topic.follow', {}],
    ['topic.unfollow', {}],
    ['topic.unfollow', { message: true }],
    ['topic.offerComment', {}],
    ['topic.comment', { text: 'Ja' }],
    ['topic.removeComment', { comment: 1 }],
    ['topic.listComments', { page: 1 }],
  ])('of one that is gone are a sentence: %s %j', async (verb, data) => {
    const before = bot.connector.messages.length;

    const answer = await press(verb, { topicRequestId: 'gone', ...data });

    const said = JSON.stringify([answer, bot.connector.messages.slice(before)]);
    expect(said).toContain('Dieses Thema gibt es nicht mehr.');
    expect(said).not.toContain('AdaptiveCard');
  });
});

describe('voting on the details', () => {
  it('is said once, and in the 1:1 chat with what follows from it', async () => {
    const voted = await press('topic.vote', { from });
    const lines = wordsOf(voted).split('\n');

    expect(lines.slice(0, 2)).toEqual([
      'Ihre Stimme ist eingetragen. Ich schreibe Ihnen, was aus dem Thema wird.',
      'KI im Bauamt',
    ]);
    expect(lines.filter((line) => /gestimmt|schreibe Ihnen/.test(line))).toHaveLength(1);
    expect(wordsOf(await press('topic.show'))).toContain('Sie haben dafür gestimmt.');
  });

  it('promises nothing where the bot may be unable to write to whoever votes', async () => {
    const vote = { verb: 'topic.vote', ...about };

    const { answer } = await dialog(bot, 'task/submit', vote, 'channel', { from: berta });

    expect(wordsOf(cardsIn(answer))).toMatch(/^Ihre Stimme ist eingetragen\.\nKI im Bauamt\n/);
  });
});

describe('following a topic', () => {
  it('is said on the details, and ended there', async () => {
    const followed = await press('topic.follow', { from });
    const again = await press('topic.follow', { from });
    const ended = await bot.press(
      buttonNamed(followed, 'Nicht mehr benachrichtigen'),
      'personal',
      {},
      asBerta,
    );

    expect(wordsOf(followed)).toMatch(/^Ich schreibe Ihnen, was aus dem Thema wird\.\nKI im Bauamt\n/);
    expect(wordsOf(followed)).not.toContain('fügen Sie mich als App hinzu');
    expect(wordsOf(again)).toMatch(/^Das gilt schon:/);
    expect(wordsOf(ended)).toMatch(/^Zu diesem Thema schreibe ich Ihnen nicht mehr\.\nKI im Bauamt\n/);
    expect(buttonNamed(ended, 'Zurück').data).toEqual(from);
    expect((await stored()).followers).toEqual([memberOf(anna)]);
  });

  it('is a sentence alone where everybody reads along', async () => {
    const answer = await press('topic.follow', {}, { from: berta }, 'channel');

    expect(answer).toMatchObject({
      type: 'application/vnd.microsoft.activity.message',
      value: expect.stringMatching(/^Ich schreibe Ihnen, was aus dem Thema wird\./),
    });
    expect((await stored()).followers).toContain(memberOf(berta));
  });

  it('ends on the news as a sentence, and the vote stays', async () => {
    const answer = await press('topic.unfollow', { message: true }, {});
    const list = await bot.press(pressed('follow.list', { page: 1 }));

    expect(JSON.stringify(answer)).toContain('nicht mehr. Ihre Stimme bleibt.');
    expect(JSON.stringify(answer)).not.toContain('AdaptiveCard');
    expect(await stored()).toMatchObject({ request: { votes: 1 }, followers: [] });
    expect(wordsOf(list)).toContain('Sie verfolgen noch nichts.');
  });

  it('stands among what somebody follows, with its state, and ends there', async () => {
    await press('topic.follow');

    const list = await bot.press(pressed('follow.list', { page: 1 }), 'personal', {}, asBerta);
    const details = await bot.press(buttonNamed(list, 'Details'), 'personal', {}, asBerta);
    await bot.press(buttonNamed(list, 'Nicht mehr benachrichtigen'), 'personal', {}, asBerta);
    const empty = await bot.press(pressed('follow.list', { page: 1 }), 'personal', {}, asBerta);

    expect(wordsOf(list)).toContain('Thema · offen\nKI im Bauamt');
    expect(wordsOf(details)).toContain('Wer prüft Anträge mit KI?');
    expect(wordsOf(empty)).toContain('Sie verfolgen noch nichts.');
  });

  it('is not for guests', async () => {
    const guest = { id: '29:gast', name: 'Gast', aadObjectId: 'dddddddd-0000-4000-8000-000000000004' };
    bot.connector.members.set(guest.id, { ...guest, userRole: 'guest', userPrincipalName: 'gast#EXT#@x' });
    const asGuest = { from: guest, conversation: { ...asBerta.conversation, id: 'a:personal-gast' } };

    const refused = await press('topic.follow', {}, asGuest);
    const details = await press('topic.show', {}, asGuest);

    expect(JSON.stringify(refused)).toContain('Das ist Mitgliedern vorbehalten.');
    expect(wordsOf(details)).toContain('Abstimmen und kommentieren können Mitglieder.');
    expect(titlesOf(details)).toEqual(['Themen']);
  });
});
