import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TopicRequestId } from '../../src/domain/ids.ts';
import type { Meeting } from '../../src/domain/meetings/meeting.ts';
import { buttonNamed, wordsOf } from '../support/conversation.ts';
import type { TestBot } from '../support/conversation.ts';
import { startAsking } from '../support/inquiries.ts';
import {
  aMeetingOnThursday,
  begun,
  isAt,
  phones,
  sendsResults,
  typedResults,
} from '../support/meeting-after.ts';
import { thursdayAtTen } from '../support/meeting-news.ts';
import { asBerta, pressed } from '../support/user-groups.ts';

let bot: TestBot;

beforeEach(async () => {
  bot = await startAsking();
});

afterEach(async () => {
  await bot.stop();
});

const { text } = typedResults;
const stateOf = async (id: TopicRequestId) => (await bot.app.deps.topicRequests.find(id))?.state;

describe('results that cannot be published', () => {
  it('name what is wrong, and keep what was typed', async () => {
    const meeting = await begun(bot);

    const form = await sendsResults(bot, meeting, {
      text: ' ',
      links: 'https://www.example.org/gut\nProtokoll **im** Ordner\njavascript:alert(1)',
      treated: 'roads',
    });

    const words = wordsOf(form);
    expect(words).toContain('Bitte schreiben Sie, was herausgekommen ist.');
    expect(words).toContain('„Protokoll **im** Ordner“ führt nicht ins Web.');
    expect(words).toContain('„javascript:alert(1)“ führt nicht ins Web.');
    expect(words).not.toContain('„https://www.example.org/gut“');
    expect(JSON.stringify(form)).toContain('"value":"roads"');
    expect(JSON.stringify(form)).toContain('Ordner\\njavascript:alert(1)"');
    expect(await stateOf(phones)).toEqual({ kind: 'open' });
  });

  it('that are too long say by how much', async () => {
    const meeting = await begun(bot);

    const words = wordsOf(await sendsResults(bot, meeting, { text: 'ü'.repeat(3001) }));

    expect(words).toContain('Das sind 3.001 Zeichen, höchstens 3.000 sind möglich.');
  });

  it('show what somebody else has written meanwhile, and are kept', async () => {
    const meeting = await begun(bot);
    const form = await bot.press(pressed('meeting.offerResults', { meetingId: meeting.id }));
    await sendsResults(bot, meeting);

    const mine = { text: 'Meine Fassung.', links: '', treated: '' };
    const refused = await bot.press(buttonNamed(form, 'Veröffentlichen'), 'personal', mine);

    expect(wordsOf(refused)).toContain('Inzwischen hat jemand anders die Ergebnisse geschrieben.');
    expect(wordsOf(refused)).toContain('So stehen die Ergebnisse jetzt da:\nMenden hat gezeigt');
    expect(JSON.stringify(refused)).toContain('"value":"Meine Fassung."');
    expect(await stateOf(phones)).toMatchObject({ kind: 'treated' });
    const answer = await bot.press(buttonNamed(refused, 'Speichern'), 'personal', mine);
    expect(wordsOf(answer)).toMatch(/^Die Ergebnisse sind geändert\.\n/);
    expect(await stateOf(phones)).toEqual({ kind: 'open' });
  });

  it('have to wait until it begins, and do not come where it falls out', async () => {
    const early = await aMeetingOnThursday(bot);
    const cancelled = await aMeetingOnThursday(bot, { state: { kind: 'cancelled', at: 0 } });
    const publish = async ({ id: meetingId }: Meeting) =>
      wordsOf(await bot.press(pressed('meeting.publishResults', { meetingId, text })));

    expect(await publish(early)).toMatch(/^Ergebnisse können Sie eintragen, sobald das Treffen begonnen/);
    isAt(bot, thursdayAtTen);
    expect(await publish(cancelled)).toMatch(/^Dieses Treffen fällt aus, es hat keine Ergebnisse\.\n/);
    expect(await bot.app.deps.meetings.find(cancelled.id)).not.toHaveProperty('results');
  });

  it('are nobody else\u2019s business, and not for everybody\u2019s eyes', async () => {
    const meeting = await begun(bot);
    const data = { meetingId: meeting.id };
    const byBerta = async (verb: string, more = {}) =>
      JSON.stringify(await bot.press(pressed(verb, { ...data, ...more }), 'personal', {}, asBerta));

    expect(await byBerta('meeting.offerResults')).toContain('Das kann nur das Organisationsteam.');
    expect(await byBerta('meeting.publishResults', { text })).toContain('Das kann nur das Organisationste');
    const inChannel = await bot.press(pressed('meeting.offerResults', data), 'channel');
    const refused = await bot.press(pressed('meeting.publishResults', data), 'channel');
    expect(JSON.stringify(inChannel)).toContain('Das zeige ich nur im Einzelchat');
    expect(JSON.stringify(refused)).toContain('Bitte schreiben Sie Ergebnisse im Einzelchat mit mir');
    expect(await bot.app.deps.meetings.find(meeting.id)).not.toHaveProperty('results');
  });
});
