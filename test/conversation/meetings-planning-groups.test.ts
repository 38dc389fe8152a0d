import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { topicRequestId, userGroupId } from '../../src/domain/ids.ts';
import { asCarla, bertasGroup, carla } from '../support/announcements.ts';
import { buttonNamed, buttonsOf, wordsOf } from '../support/conversation.ts';
import type { TestBot } from '../support/conversation.ts';
import { setUpChannel, startAsking } from '../support/inquiries.ts';
import {
  inputOf,
  meetingForm,
  previewed,
  published,
  storedMeeting,
  storedMeetings,
  typedIn,
  typedMeeting,
} from '../support/meeting-planning.ts';
import { votesFor } from '../support/topic-news.ts';
import { proposed } from '../support/topics.ts';
import { valueOf } from '../support/user-group-cards.ts';
import { asBerta, pressed } from '../support/user-groups.ts';

let bot: TestBot;

/** Anna organises; Berta and Carla can be reached, and the channel is the whole community's. */
beforeEach(async () => {
  bot = await startAsking();
  await bot.say('Hallo');
});

afterEach(async () => {
  await bot.stop();
});

const titlesOf = (card: unknown) => buttonsOf(card).map(({ title }) => title);
const idOf = (card: unknown) => String(buttonNamed(card, 'Veröffentlichen').data?.['meetingId']);

describe('the agenda', () => {
  const [phones, roads] = [topicRequestId('phones'), topicRequestId('roads')];

  beforeEach(async () => {
    await proposed(bot, { id: roads, title: 'KI auf Straßen' });
    await proposed(bot, { id: phones, title: 'KI am Telefon' });
    await votesFor(bot, phones, carla);
  });

  it('is chosen from the open topics, those with the most votes first', async () => {
    await proposed(bot, {
      title: 'Planung',
      id: topicRequestId('planned'),
      state: { kind: 'planned', plan: {} },
    });

    const form = await meetingForm(bot);
    const meeting = await published(bot, { topics: 'roads,phones' });

    expect(JSON.stringify(inputOf(form, 'topics')['choices'])).toBe(
      JSON.stringify([
        { title: 'KI am Telefon (2 Stimmen)', value: 'phones' },
        { title: 'KI auf Straßen (1 Stimme)', value: 'roads' },
      ]),
    );
    expect(meeting.topics).toEqual([roads, phones]);
    expect((await bot.app.deps.topicRequests.find(phones))?.state).toMatchObject({
      kind: 'planned',
      plan: { meetingId: meeting.id },
    });
  });

  it('has the topic on it from which the form was opened', async () => {
    const form = await meetingForm(bot, { topicRequestId: 'roads' });

    expect(inputOf(form, 'topics')['value']).toBe('roads');
    expect(titlesOf(form)).not.toContain('Mehr angeben');
  });

  it('takes no topic that is gone, and says so', async () => {
    const refused = await previewed(bot, { topics: 'roads,gone' });

    expect(wordsOf(refused)).toContain('Ein Thema davon kann nicht mehr auf die Tagesordnung.');
    expect(inputOf(refused, 'topics')['value']).toBe('roads');
  });
});

it('a form that is opened from a group has it chosen, with its channels', async () => {
  const group = await bertasGroup(bot);
  await setUpChannel(bot, group);

  const form = await meetingForm(bot, { userGroupId: group });

  const { userGroup, channels, people } = typedIn(form);
  const [own] = await bot.app.deps.userGroupChannels.ofGroup(userGroupId(group));
  expect({ userGroup, people }).toEqual({ userGroup: group, people: 'group' });
  expect(channels).toMatch(/^[0-9a-f]{32}$/);
  expect(own?.name).toBe('Austausch');
  expect(JSON.stringify(form)).toContain(`{"title":"Telefonie: Austausch","value":"${String(channels)}"}`);
});

describe('who organises a group alone', () => {
  let group: string;

  beforeEach(async () => {
    group = await bertasGroup(bot);
  });

  it('plans for it, invites its members and nobody else', async () => {
    const form = await meetingForm(bot, {}, asBerta);
    const own = { ...typedMeeting, userGroup: group, people: 'group' };
    const preview = valueOf(await bot.press(buttonNamed(form, 'Vorschau'), 'personal', own, asBerta));
    const done = valueOf(await bot.press(buttonNamed(preview, 'Veröffentlichen'), 'personal', {}, asBerta));

    expect(typedIn(form)).toMatchObject({ userGroup: group, people: 'group' });
    expect(JSON.stringify(form)).not.toContain('Ganze Community');
    expect(JSON.stringify(form)).not.toContain('Alle Mitglieder');
    expect(wordsOf(preview)).toMatch(/^So geht die Einladung an zwei Personen\.\n/);
    expect(wordsOf(done)).toMatch(/^Das Treffen ist veröffentlicht\./);
    expect(await storedMeetings(bot)).toMatchObject([{ userGroupId: group, invited: { people: 'group' } }]);
  });

  it('is told so where everybody is invited', async () => {
    const refused = await previewed(bot, { userGroup: group, people: 'everybody' }, asBerta);

    expect(wordsOf(refused)).toContain('Alle einladen kann nur das Organisationsteam');
    expect(await storedMeetings(bot)).toEqual([]);
  });

  it('does not plan for the whole community', async () => {
    const answer = await bot.press(
      pressed('meeting.draft', { meetingId: 'forged', ...typedMeeting }),
      'personal',
      {},
      asBerta,
    );

    expect(answer).toMatchObject({ value: expect.stringContaining('Das kann nur das Organisationsteam.') });
    expect(await storedMeetings(bot)).toEqual([]);
  });

  it('sees no topics of other groups, and puts none on the agenda', async () => {
    await proposed(bot, { id: topicRequestId('own'), title: 'Anrufe', userGroupId: userGroupId(group) });
    await proposed(bot, { id: topicRequestId('all'), title: 'Für alle' });
    await bertasGroup(bot, 'Bauen');
    const other = await bertasGroup(bot, 'Straßen');
    const stored = (await bot.app.deps.userGroups.all()).find(({ value }) => value.id === other);
    if (stored !== undefined) {
      await bot.app.deps.userGroups.replace({ ...stored.value, organisers: [] }, stored);
      await proposed(bot, { id: topicRequestId('other'), title: 'Straßen', userGroupId: stored.value.id });
    }

    const form = await meetingForm(bot, {}, asBerta);
    const refused = await previewed(
      bot,
      { userGroup: group, people: 'group', topics: 'own,all,other' },
      asBerta,
    );

    expect(JSON.stringify(inputOf(form, 'topics')['choices'])).not.toContain('Straßen');
    expect(inputOf(refused, 'topics')['value']).toBe('own,all');
    expect(wordsOf(refused)).toContain('Ein Thema davon kann nicht mehr auf die Tagesordnung.');
  });

  it('neither finds, changes nor publishes the draft of somebody else', async () => {
    const preview = await previewed(bot, { userGroup: group });
    const meetingId = idOf(preview);
    const asked = async (verb: string, data = {}) =>
      bot.press(pressed(verb, { meetingId, ...data }), 'personal', {}, asBerta);

    const answers = await Promise.all([
      asked('meeting.showDraft'),
      asked('meeting.offerDraftChange'),
      asked('meeting.publish', { edition: 1 }),
      asked('meeting.discard'),
      asked('meeting.draft', { userGroup: group, edition: 1 }),
      asked('meeting.draft', { ...typedMeeting, userGroup: group, people: 'group', edition: 1 }),
    ]);

    expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toHaveProperty('size', 1);
    expect(JSON.stringify(answers[0])).toContain('Dieses Treffen gibt es nicht mehr.');
    expect(await storedMeeting(bot, meetingId)).toMatchObject({ edition: 1, state: { kind: 'draft' } });
  });
});

it('is refused to members, guests and people without an account (faults 40, 42)', async () => {
  const guest = { id: '29:dora', name: 'Dora', aadObjectId: 'dddddddd-0000-4000-8000-000000000004' };
  bot.connector.members.set(guest.id, { ...guest, tenantId: '', userRole: 'guest' });
  const asGuest = { from: guest, conversation: { ...asBerta.conversation, id: 'a:personal-dora' } };
  const asNobody = {
    from: { id: '29:nobody', name: 'X' },
    conversation: { ...asBerta.conversation, id: 'a:x' },
  };
  const verbs = ['meeting.offerForm', 'meeting.draft'];

  const answers = await Promise.all(
    [asBerta, asCarla, asGuest, asNobody].flatMap((who) =>
      verbs.map((verb) =>
        bot.press(pressed(verb, { meetingId: 'm1', ...typedMeeting }), 'personal', {}, who),
      ),
    ),
  );

  const sentences = answers.map((answer) => String(valueOf(answer)));
  expect(sentences.slice(0, 4)).toEqual(
    Array(4).fill(expect.stringContaining('Das kann nur das Organisationsteam.')),
  );
  expect(sentences.slice(4, 6)).toEqual(
    Array(2).fill(expect.stringContaining('Als Gast sehen Sie mit „Termine“ alle Treffen')),
  );
  expect(sentences.slice(6)).toEqual(Array(2).fill(expect.stringContaining('müssen Sie angemeldet sein')));
  expect(await storedMeetings(bot)).toEqual([]);
});
