import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Meeting } from '../../src/domain/meetings/meeting.ts';
import { asCarla } from '../support/announcements.ts';
import { buttonNamed, wordsOf } from '../support/conversation.ts';
import type { TestBot } from '../support/conversation.ts';
import { startAsking } from '../support/inquiries.ts';
import { answered, asMember, ends, givesFeedback } from '../support/meeting-after.ts';
import { answers } from '../support/meeting-news.ts';
import { memberOf } from '../support/topics.ts';
import { asBerta, berta, pressed } from '../support/user-groups.ts';

let bot: TestBot;

beforeEach(async () => {
  bot = await startAsking();
});

afterEach(async () => {
  await bot.stop();
});

const summaryFor = ({ id: meetingId }: Meeting, who = {}) =>
  bot.press(pressed('meeting.showFeedback', { meetingId }), 'personal', {}, who);

describe('what organisers see of it', () => {
  it('is the number alone below three, and everything without names from three on', async () => {
    const meeting = await answered(bot);
    const asDora = asMember(bot, 'dora', 7);
    await answers(bot, meeting, asDora, 'accepted');
    await ends(bot);
    await givesFeedback(bot, meeting, asBerta, { rating: '5', sentence: 'Zahlen waren [gut](https://x.y).' });
    await givesFeedback(bot, meeting, asCarla, { rating: '4' });

    const few = await summaryFor(meeting);
    await givesFeedback(bot, meeting, asDora, { rating: '2', sentence: 'Mehr Zeit.' });
    const organising = await bot.press(pressed('meeting.organise', { meetingId: meeting.id }));
    const all = await bot.press(buttonNamed(organising, 'Feedback'));

    expect(wordsOf(few)).toMatch(/^Bisher gibt es zwei Rückmeldungen\.\nKI-Telefonservice\nAb drei Rück/);
    expect(wordsOf(few)).not.toContain('Zahlen');
    expect(wordsOf(all)).toBe(
      [
        '3,7 von 5',
        'KI-Telefonservice',
        'Drei Rückmeldungen, alle anonym',
        '5 – sehr hilfreich\n1\n4 – hilfreich\n1\n3 – teils, teils\n0',
        '2 – wenig hilfreich\n1\n1 – nicht hilfreich\n0',
        'Was geschrieben wurde',
        '„Mehr Zeit.“',
        '„Zahlen waren [gut](https://x.y).“',
      ].join('\n'),
    );
  });

  it('is theirs alone, and not for everybody\u2019s eyes', async () => {
    const meeting = await answered(bot);

    expect(JSON.stringify(await summaryFor(meeting, asBerta))).toContain('Das kann nur das Organisations');
    const inChannel = await bot.press(pressed('meeting.showFeedback', { meetingId: meeting.id }), 'channel');
    expect(JSON.stringify(inChannel)).toContain('Das zeige ich nur im Einzelchat');
  });
});

describe('what is stored of feedback', () => {
  it('names nobody beside a sentence, nor anything that changes with it beside a name', async () => {
    const meeting = await answered(bot);
    await ends(bot);
    const rsvpOf = () => bot.app.deps.meetings.findRsvp(meeting.id, memberOf(berta));
    const before = await rsvpOf();
    bot.clock.advance(60_000);

    await givesFeedback(bot, meeting, asBerta, { rating: '1', sentence: 'Kanarienvogel.' });

    expect(await rsvpOf()).toEqual({ ...before, feedbackGiven: true });
    const stored = (await bot.storedDocuments('meetings')).map(({ body }) => JSON.stringify(body));
    const withSentence = stored.filter((body) => body.includes('Kanarienvogel'));
    expect(withSentence).toHaveLength(1);
    expect(withSentence[0]).not.toContain(berta.aadObjectId);
  });

  it('stays when the person erases their data', async () => {
    const meeting = await answered(bot);
    await ends(bot);
    await givesFeedback(bot, meeting, asBerta, { rating: '1', sentence: 'Zu kurz.' });

    await bot.press(pressed('myData.erase'), 'personal', {}, asBerta);

    const after = await bot.app.deps.meetings.find(meeting.id);
    expect(after?.feedback).toEqual({ ratings: [1, 0, 0, 0, 0], sentences: ['Zu kurz.'] });
    expect(await bot.app.deps.meetings.findRsvp(meeting.id, memberOf(berta))).toBeUndefined();
  });
});
