import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bertasGroup } from '../support/announcements.ts';
import { anna, buttonNamed, buttonsOf, wordsOf } from '../support/conversation.ts';
import type { TestBot } from '../support/conversation.ts';
import { startAsking } from '../support/inquiries.ts';
import {
  inputOf,
  meetingForm,
  previewed,
  storedMeeting,
  storedMeetings,
  typedIn,
  typedMeeting,
} from '../support/meeting-planning.ts';
import { memberOf } from '../support/topics.ts';
import { publishedMeeting } from '../support/meetings.ts';
import { valueOf } from '../support/user-group-cards.ts';
import { pressed } from '../support/user-groups.ts';

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
const press = async (button: Parameters<TestBot['press']>[0], inputs = {}) =>
  valueOf(await bot.press(button, 'personal', inputs));
const idOf = (card: unknown) => String(buttonNamed(card, 'Veröffentlichen').data?.['meetingId']);

describe('"Treffen planen"', () => {
  it('is one card, with what few need behind a button', async () => {
    await bertasGroup(bot);

    const form = await meetingForm(bot);

    expect(form).toMatchObject({ fallbackText: 'Treffen planen' });
    expect(wordsOf(form)).toMatch(/Wessen Treffen ist es\?[^]*An welchem Tag\?[^]*Mitglied/);
    expect(JSON.stringify(form)).toContain('"title":"Telefonie","value"');
    expect(JSON.stringify(form)).toContain('"title":"Ganze Community: Austausch"');
    expect(titlesOf(form)).toEqual(['Mehr angeben', 'Vorschau', 'Abbrechen']);
    expect(inputOf(form, 'date')['type']).toBe('Input.Date');
    expect(typedIn(form)).toMatchObject({ title: '', reminders: 'week,day', repetition: 'once' });
  });

  it('becomes a draft, a preview with how many get it, and a meeting with invitations', async () => {
    const form = await meetingForm(bot);
    const channel = JSON.stringify(form).match(/"value":"([0-9a-f]{32})"/)?.[1] ?? '';
    const fields = { channels: channel, capacity: '20', description: 'Wer Anrufe annimmt, berichtet.' };

    const preview = await press(buttonNamed(form, 'Vorschau'), { ...typedMeeting, ...fields });
    const draft = await storedMeeting(bot, idOf(preview));
    const done = await press(buttonNamed(preview, 'Veröffentlichen'));

    const meeting = await storedMeeting(bot, idOf(preview));
    expect(wordsOf(preview)).toMatch(/^So geht die Einladung an drei Personen und in einen Kanal\.\n/);
    expect(wordsOf(preview)).toContain('Sind Sie dabei?');
    expect(wordsOf(preview)).toContain('Donnerstag, 3. Dezember 2026, 10:00 bis 12:30 Uhr');
    expect(wordsOf(preview)).toContain('Wer Anrufe annimmt, berichtet.');
    expect(titlesOf(preview)).toEqual(['Veröffentlichen', 'Ändern', 'Verwerfen']);
    expect(draft).toMatchObject({
      state: { kind: 'draft' },
      edition: 1,
      by: memberOf(anna),
    });
    expect(wordsOf(done)).toMatch(/^Das Treffen ist veröffentlicht\. Die Einladungen gehen jetzt hinaus\.\n/);
    expect(titlesOf(done)).toContain('Organisieren');
    expect(meeting).toMatchObject({
      title: typedMeeting.title,
      startsAt: Date.UTC(2026, 11, 3, 9),
      capacity: 20,
      state: { kind: 'published', at: bot.clock.now() },
      undone: [],
    });
    const broadcasts = (await bot.storedDocuments('broadcasts')).map(({ id }) => id);
    expect(broadcasts.toSorted()).toEqual([`meeting.${meeting.id}.people`, `meeting.${meeting.id}.places`]);
  });

  it('says that nobody is invited where that is so', async () => {
    const preview = await previewed(bot, { people: 'nobody' });
    const done = await press(buttonNamed(preview, 'Veröffentlichen'));

    expect(wordsOf(preview)).toMatch(/^So steht das Treffen unter „Termine“\. Eingeladen wird niemand\.\n/);
    expect(wordsOf(done)).toMatch(/^Das Treffen ist veröffentlicht\. Es steht jetzt unter „Termine“\.\n/);
    expect(await bot.storedDocuments('broadcasts')).toEqual([]);
  });

  it('keeps a draft, changes it, and discards it', async () => {
    const preview = await previewed(bot, { capacity: '20', respondBy: '27.11.2026' });
    const again = valueOf(await bot.press(pressed('meeting.showDraft', { meetingId: idOf(preview) })));
    const form = await press(buttonNamed(again, 'Ändern'));
    const changed = await press(buttonNamed(form, 'Vorschau'), { ...typedIn(form), capacity: '30' });
    const stored = await storedMeeting(bot, idOf(preview));
    const gone = await press(buttonNamed(changed, 'Verwerfen'));

    expect(wordsOf(again)).toBe(wordsOf(preview));
    expect(form).toMatchObject({ fallbackText: 'Entwurf ändern' });
    expect(typedIn(form)).toMatchObject({ ...typedMeeting, capacity: '20', respondBy: '2026-11-27' });
    expect(titlesOf(form)).not.toContain('Mehr angeben');
    expect(stored).toMatchObject({ capacity: 30, edition: 2, state: { kind: 'draft' } });
    expect(wordsOf(gone)).toBe('Der Entwurf ist verworfen.');
    expect(await storedMeetings(bot)).toEqual([]);
  });

  it('is one draft when Teams sends the form twice, and one meeting when it sends the press twice', async () => {
    const form = await meetingForm(bot);
    const sends = () => press(buttonNamed(form, 'Vorschau'), typedMeeting);
    const [preview, other] = await Promise.all([sends(), sends()]);
    const publish = buttonNamed(preview, 'Veröffentlichen');

    const [first, second] = await Promise.all([press(publish), press(publish)]);
    const later = await press(publish);
    const late = await sends();

    const sentences = [first, second].map((card) => wordsOf(card).split('\n')[0]);
    expect(wordsOf(other)).toBe(wordsOf(preview));
    expect(new Set(sentences)).toEqual(
      new Set([
        'Das Treffen ist veröffentlicht. Die Einladungen gehen jetzt hinaus.',
        'Dieses Treffen war schon veröffentlicht.',
      ]),
    );
    expect(wordsOf(later)).toMatch(/^Dieses Treffen war schon veröffentlicht\.\n/);
    expect(wordsOf(late)).toMatch(/^Dieses Treffen ist schon veröffentlicht\. Ändern können Sie es/);
    expect(await storedMeetings(bot)).toHaveLength(1);
    expect(await bot.storedDocuments('broadcasts')).toHaveLength(1);
  });

  it('publishes nothing that the organiser has not seen', async () => {
    const preview = await previewed(bot);
    const form = await press(buttonNamed(preview, 'Ändern'));
    await press(buttonNamed(form, 'Vorschau'), { ...typedMeeting, title: 'KI am Telefon' });

    const outdated = await press(buttonNamed(preview, 'Veröffentlichen'));
    const kept = await storedMeeting(bot, idOf(preview));
    await press(buttonNamed(outdated, 'Veröffentlichen'));

    expect(wordsOf(outdated)).toContain('Der Entwurf wurde inzwischen geändert.');
    expect(wordsOf(outdated)).toContain('KI am Telefon');
    expect(kept.state.kind).toBe('draft');
    expect((await storedMeeting(bot, idOf(preview))).state.kind).toBe('published');
  });

  it('overwrites no draft that was changed elsewhere, and keeps what was typed', async () => {
    const preview = await previewed(bot);
    const here = await press(buttonNamed(preview, 'Ändern'));
    const there = await press(buttonNamed(preview, 'Ändern'));
    await press(buttonNamed(there, 'Vorschau'), {
      ...typedMeeting,
      title: 'KI am Telefon',
      date: '2026-12-04',
    });

    const outdated = await press(buttonNamed(here, 'Vorschau'), { ...typedMeeting, title: 'KI im Bauamt' });
    const kept = await storedMeeting(bot, idOf(preview));
    await press(buttonNamed(outdated, 'Vorschau'), typedIn(outdated));

    expect(wordsOf(outdated)).toContain('Inzwischen wurde das an anderer Stelle geändert.');
    expect(wordsOf(outdated)).toContain('Wie heißt das Treffen? KI am Telefon');
    expect(wordsOf(outdated)).toContain('An welchem Tag? Freitag, 4. Dezember 2026');
    expect(typedIn(outdated)).toMatchObject({ title: 'KI im Bauamt' });
    expect(kept.title).toBe('KI am Telefon');
    expect((await storedMeeting(bot, idOf(preview))).title).toBe('KI im Bauamt');
  });

  it('has the draft checked again when it is published late', async () => {
    const preview = await previewed(bot);
    bot.clock.advance(12 * 24 * 3_600_000);

    const refused = await press(buttonNamed(preview, 'Veröffentlichen'));

    expect(refused).toMatchObject({ fallbackText: 'Entwurf ändern' });
    expect(wordsOf(refused)).toContain('Dieser Beginn ist schon vorbei.');
    expect(typedIn(refused)).toMatchObject(typedMeeting);
    expect((await storedMeeting(bot, idOf(preview))).state.kind).toBe('draft');
  });

  it('goes into no channel that was taken away meanwhile', async () => {
    const form = await meetingForm(bot);
    const channels = JSON.stringify(form).match(/"value":"([0-9a-f]{32})"/)?.[1];
    const preview = await press(buttonNamed(form, 'Vorschau'), { ...typedMeeting, channels });
    const [channel] = await bot.app.deps.userGroupChannels.ofCommunity();
    if (channel !== undefined) {
      await bot.app.deps.userGroupChannels.set(channel.conversationId, undefined);
    }

    const refused = await press(buttonNamed(preview, 'Veröffentlichen'));

    expect(wordsOf(refused)).toContain('Einen Kanal davon können Sie nicht mehr wählen.');
    expect((await storedMeeting(bot, idOf(preview))).state.kind).toBe('draft');
  });

  it('takes no name that a series gives itself, so that nobody stops it', async () => {
    const { id } = await publishedMeeting(bot, { repetition: 'weekly' }, { quietly: true });

    const answer = await bot.press(pressed('meeting.draft', { ...typedMeeting, meetingId: `${id}-2` }));

    expect(valueOf(answer)).toContain('Dieses Treffen gibt es nicht mehr.');
    expect(await storedMeetings(bot)).toHaveLength(1);
  });

  it('leaves a published meeting as it is, whatever an old card of its draft wants', async () => {
    const preview = await previewed(bot);
    const form = await press(buttonNamed(preview, 'Ändern'));
    await press(buttonNamed(preview, 'Veröffentlichen'));

    const discarded = await press(buttonNamed(preview, 'Verwerfen'));
    const changed = await press(buttonNamed(form, 'Vorschau'), { ...typedMeeting, title: 'KI am Telefon' });
    const shown = valueOf(await bot.press(pressed('meeting.showDraft', { meetingId: idOf(preview) })));

    expect(wordsOf(discarded)).toMatch(/^Dieses Treffen ist schon veröffentlicht\./);
    expect(wordsOf(changed)).toMatch(/^Dieses Treffen ist schon veröffentlicht\./);
    expect(wordsOf(shown)).toMatch(/^Dieses Treffen war schon veröffentlicht\./);
    expect(await storedMeeting(bot, idOf(preview))).toMatchObject({
      title: typedMeeting.title,
      edition: 1,
      state: { kind: 'published' },
    });
  });

  it('asks for the number of people where they are many', async () => {
    await bot.stop();
    bot = await startAsking({ CONFIRM_ABOVE: '2' });
    await bot.say('Hallo');
    const preview = await previewed(bot);
    const publish = buttonNamed(preview, 'Veröffentlichen');

    const missing = await press(publish);
    const wrong = await press(publish, { count: '4' });
    const kept = await storedMeeting(bot, idOf(preview));
    const done = await press(publish, { count: ' 3 ' });

    expect(wordsOf(preview)).toContain('Wie viele Personen werden eingeladen?');
    expect(wordsOf(missing)).toContain('Bitte geben Sie die Zahl der Personen ein, hier 3.');
    expect(wordsOf(wrong)).toContain('Das ist nicht die Zahl der Personen. Es sind jetzt 3.');
    expect(kept.state.kind).toBe('draft');
    expect(wordsOf(done)).toMatch(/^Das Treffen ist veröffentlicht\./);
  });
});
