import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hourMs } from '../../src/domain/instant.ts';
import { doWhatIsDue } from '../../src/features/meetings/do-what-is-due.ts';
import { asCarla, carlasChat, finished } from '../support/announcements.ts';
import { buttonNamed, buttonsOf, cardOf, wordsOf } from '../support/conversation.ts';
import type { TestBot } from '../support/conversation.ts';
import { postedTo } from '../support/followed.ts';
import { bertaInChannel, startAsking } from '../support/inquiries.ts';
import { answered, asMember, checksIn, ends, givesFeedback, isAt } from '../support/meeting-after.ts';
import { thursdayAtTen } from '../support/meeting-news.ts';
import { deliveryStates } from '../support/topic-news.ts';
import { memberOf } from '../support/topics.ts';
import { asBerta, berta, bertasChat, dialog, pressed } from '../support/user-groups.ts';

let bot: TestBot;

beforeEach(async () => {
  bot = await startAsking();
});

afterEach(async () => {
  await bot.stop();
});

const thanks = 'Vielen Dank. Ihre Rückmeldung ist ohne Ihren Namen gespeichert.';
const twice = 'Sie haben zu diesem Treffen schon Rückmeldung gegeben.';

const askedOf = (chat: { readonly id: string }) =>
  postedTo(bot, chat).filter(({ summary }) => summary?.startsWith('Wie war es?') === true);

describe('a meeting that is over', () => {
  it('asks those who had a seat how it was, once', async () => {
    await answered(bot);

    await ends(bot);
    await finished(bot);
    await doWhatIsDue(bot.app.deps);
    await finished(bot);

    const [toBerta, ...more] = askedOf(bertasChat);
    expect(more).toEqual([]);
    expect(toBerta?.summary).toBe('Wie war es? KI-Telefonservice');
    expect(wordsOf(cardOf(toBerta))).toMatch(/^Wie war dieses Treffen\?\nKI-Telefonservice\n/);
    expect(wordsOf(cardOf(toBerta))).toContain('Ihre Rückmeldung ist anonym');
    expect(askedOf(carlasChat)).toEqual([]);
  });

  it('asks nobody when it fell out', async () => {
    await answered(bot, { state: { kind: 'cancelled', at: 0 } });

    await ends(bot);

    expect(await bot.storedDocuments('broadcasts')).toEqual([]);
  });

  it('does not ask who has said it before the question reached them', async () => {
    const meeting = await answered(bot);
    const quiet = { memberId: memberOf(berta), frequencies: {}, quietHours: '18-8-weekend' as const };
    await bot.app.deps.subscriptions.change(memberOf(berta), () => quiet);
    // It ends on Thursday at noon; from the evening on nothing is sent until the next morning.
    isAt(bot, thursdayAtTen + 10 * hourMs);
    await doWhatIsDue(bot.app.deps);
    await expect.poll(() => deliveryStates(bot), { timeout: 20_000 }).toEqual(['waiting']);

    await givesFeedback(bot, meeting, asBerta, { rating: '5' });
    bot.clock.advance(14 * hourMs);
    await finished(bot);

    expect(askedOf(bertasChat)).toEqual([]);
  });
});

describe('feedback', () => {
  it('is given on the question, which becomes the meeting, and given once', async () => {
    await answered(bot);
    await ends(bot);
    await finished(bot);
    const send = buttonNamed(cardOf(askedOf(bertasChat)[0]), 'Absenden');
    const typed = { rating: '4', sentence: 'Mehr Zeit für Fragen.' };

    const first = await bot.press(send, 'personal', typed, asBerta);
    const again = await bot.press(send, 'personal', { ...typed, rating: '1' }, asBerta);

    expect(wordsOf(first)).toMatch(new RegExp(`^${thanks}\n`));
    expect(buttonsOf(first).map(({ title }) => title)).not.toContain('Rückmeldung geben');
    expect(wordsOf(again)).toMatch(new RegExp(`^${twice}`));
    const [{ feedback } = { feedback: undefined }] = await bot.app.deps.meetings.over(bot.clock.now(), 1);
    expect(feedback).toEqual({ ratings: [0, 0, 0, 1, 0], sentences: ['Mehr Zeit für Fragen.'] });
  });

  it('of ten presses at once counts once', async () => {
    const meeting = await answered(bot);
    await ends(bot);

    await Promise.all(
      Array.from({ length: 10 }, () => givesFeedback(bot, meeting, asBerta, { rating: '2' })),
    );

    expect(await bot.app.deps.meetings.find(meeting.id)).toMatchObject({
      feedback: { ratings: [0, 1, 0, 0, 0] },
    });
  });

  it('is opened from the own card by whoever may have come or was there', async () => {
    const meeting = await answered(bot);
    const asDora = asMember(bot, 'dora', 7);
    isAt(bot, thursdayAtTen);
    await checksIn(bot, meeting, asDora);
    await ends(bot);

    for (const who of [asCarla, asDora]) {
      const own = await bot.press(pressed('meeting.show', { meetingId: meeting.id }), 'personal', {}, who);
      const form = await bot.press(buttonNamed(own, 'Rückmeldung geben'), 'personal', {}, who);
      const answer = await bot.press(buttonNamed(form, 'Absenden'), 'personal', { rating: '3' }, who);
      expect(wordsOf(answer)).toContain(thanks);
    }
  });

  it('without a number, or with too long a sentence, comes back with what was typed', async () => {
    const meeting = await answered(bot);
    await ends(bot);

    const form = await givesFeedback(bot, meeting, asBerta, { sentence: 'ü'.repeat(301) });

    expect(wordsOf(form)).toContain('Bitte wählen Sie eine Zahl von 1 bis 5.');
    expect(wordsOf(form)).toContain('Das sind 301 Zeichen, höchstens 300 sind möglich.');
    expect(JSON.stringify(form)).toContain('ü'.repeat(301));
  });

  it('is for those who were there, when it is over', async () => {
    const meeting = await answered(bot);
    const asDora = asMember(bot, 'dora', 7);
    const early = wordsOf(await givesFeedback(bot, meeting, asBerta, { rating: '5' }));
    await ends(bot);

    const others = wordsOf(await givesFeedback(bot, meeting, asDora, { rating: '5' }));
    const { aadObjectId: _, ...nameless } = berta;
    const anonymous = await givesFeedback(bot, meeting, { ...asBerta, from: nameless }, { rating: '5' });

    expect(early).toMatch(/^Rückmeldung geben können Sie, sobald das Treffen vorbei ist\.\n/);
    expect(others).toMatch(
      /^Rückmeldung geben können alle, die da waren oder kommen wollten, bis ein halbes Jahr nach dem Treffen\.\n/,
    );
    expect(JSON.stringify(anonymous)).toContain('Dafür müssen Sie angemeldet sein.');
    expect(await bot.app.deps.meetings.find(meeting.id)).not.toHaveProperty('feedback');
  });

  it('is typed where nobody reads along', async () => {
    const meeting = await answered(bot);
    await ends(bot);
    const data = { meetingId: meeting.id };

    const inChannel = await bot.press(pressed('meeting.offerFeedback', data), 'channel', {}, bertaInChannel);
    const opened = await dialog(
      bot,
      'task/fetch',
      { verb: 'meeting.offerFeedback', ...data },
      'channel',
      bertaInChannel,
    );

    expect(JSON.stringify(inChannel)).toContain('Bitte geben Sie Ihre Rückmeldung im Einzelchat mit mir');
    expect(JSON.stringify(opened.answer)).toContain('Wie hilfreich war es für Sie?');
  });
});
