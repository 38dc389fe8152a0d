import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buttonNamed, buttonsOf, wordsOf } from '../support/conversation.ts';
import type { TestBot } from '../support/conversation.ts';
import { startAsking } from '../support/inquiries.ts';
import { storedMeetings, typedIn, typedMeeting } from '../support/meeting-planning.ts';
import { berta, dialog, pressed, said } from '../support/user-groups.ts';

let bot: TestBot;

beforeEach(async () => {
  bot = await startAsking();
  await bot.say('Hallo');
});

afterEach(async () => {
  await bot.stop();
});

type Data = Readonly<Record<string, unknown>>;

const submit = (card: unknown, title: string, inputs: Data = {}) =>
  dialog(bot, 'task/submit', { ...buttonNamed(card, title).data, ...inputs }, 'channel');
const everyVerb = [
  'offerForm',
  'draft',
  'offerDraftChange',
  'showDraft',
  'publish',
  'discard',
  'offerChange',
  'change',
  'askToCancel',
  'cancel',
  'endSeries',
];

describe('a meeting planned in a channel', () => {
  it('goes on in a dialog, from the form to the published meeting', async () => {
    const open = buttonNamed(await said(bot, 'Treffen planen', 'channel'), 'Formular öffnen');
    const before = bot.connector.messages.length;

    const form = await dialog(bot, 'task/fetch', { verb: open.verb, ...open.data }, 'channel');
    const refused = await submit(form.answer, 'Vorschau', { ...typedMeeting, date: '31.02.2027' });
    const fixed = { ...typedIn(refused.answer), date: '3.12.2026', people: 'nobody' };
    const preview = await submit(refused.answer, 'Vorschau', fixed);
    const again = await submit(preview.answer, 'Ändern');
    const changed = await submit(again.answer, 'Vorschau', { ...typedIn(again.answer), capacity: '20' });
    const done = await submit(changed.answer, 'Veröffentlichen');

    expect(open).toMatchObject({ verb: 'meeting.offerForm' });
    expect(buttonsOf(form.answer).map(({ title }) => title)).toEqual(['Mehr angeben', 'Vorschau']);
    expect(wordsOfDialog(refused.answer)).toContain('Diesen Tag gibt es nicht.');
    expect(wordsOfDialog(preview.answer)).toContain('Donnerstag, 3. Dezember 2026');
    expect(wordsOfDialog(done.answer)).toContain('Das Treffen ist veröffentlicht.');
    expect(await storedMeetings(bot)).toMatchObject([
      { title: typedMeeting.title, capacity: 20, state: { kind: 'published' } },
    ]);
    expect(bot.connector.messages.slice(before)).toEqual([]);
  });

  it.each(everyVerb)('shows nothing of it where everybody reads along: %s', async (verb) => {
    const data = { meetingId: 'm1', edition: 1, ...typedMeeting };

    const answer = await bot.press(pressed(`meeting.${verb}`, data), 'channel');

    expect(JSON.stringify(answer)).toContain('Das zeige ich nur im Einzelchat');
    expect(await storedMeetings(bot)).toEqual([]);
  });

  it('is refused to a member in a dialog, too', async () => {
    const form = await dialog(bot, 'task/fetch', { verb: 'meeting.offerForm' }, 'channel', { from: berta });

    expect(JSON.stringify(form.answer)).toContain('Das kann nur das Organisationsteam.');
  });
});

/** What stands on the card of a dialog. */
function wordsOfDialog(answer: unknown): string {
  const card: unknown = Object(answer).task?.value?.card?.content;
  return wordsOf(card);
}
