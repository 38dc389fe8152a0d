import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { announcementId, conversationId } from '../../src/domain/ids.ts';
import type { Delivery } from '../../src/domain/delivery.ts';
import { asCarla, carla, delivered, startCommunity } from '../support/announcements.ts';
import { anna, buttonNamed, buttonsOf, cardOf, wordsOf } from '../support/conversation.ts';
import type { TestBot } from '../support/conversation.ts';
import { annas, reportOf, sent, storeSent, to } from '../support/sent-announcement.ts';
import { valueOf } from '../support/user-group-cards.ts';
import { asBerta, berta, pressed } from '../support/user-groups.ts';

const acknowledge = pressed('announcement.acknowledge', { announcementId: 'a1' });
const titlesOf = (card: unknown) => buttonsOf(card).map(({ title }) => title);

let bot: TestBot;

beforeEach(async () => {
  bot = await startCommunity();
});

afterEach(async () => {
  await bot.stop();
});

describe('"Gelesen"', () => {
  it('in the 1:1 chat: the card says when, twice is once, and the organiser sees the number alone', async () => {
    const { id } = await sent(bot);
    const [message] = await delivered(bot, 'Ankündigung: Einladung zum Treffen', 3);
    const button = buttonNamed(cardOf(message), 'Gelesen');

    const read = await bot.press(button, 'personal', {}, asBerta);
    bot.clock.advance(60_000);
    const again = await bot.press(button, 'personal', {}, asBerta);
    const report = await reportOf(bot, id);

    expect(wordsOf(read)).toContain('Gelesen am 22. November 2026 um 10:00 Uhr');
    expect(titlesOf(read)).not.toContain('Gelesen');
    expect(wordsOf(again)).toBe(wordsOf(read));
    expect(wordsOf(report)).toContain('Mit „Gelesen“ bestätigt: eine Person.');
  });

  it('in a channel: a sentence for the presser, and nothing on the card that all see', async () => {
    const channel = conversationId('19:channel@thread.tacv2');
    const place: Partial<Delivery> = { recipient: { kind: 'place', conversationId: channel } };
    await storeSent(bot.app.deps, annas(bot), { deliveries: [place] });
    const before = bot.connector.messages.length;

    const answer = await bot.press(acknowledge, 'channel', {}, { from: berta });
    const again = await bot.press(acknowledge, 'channel', {}, { from: berta });

    expect(valueOf(answer)).toBe('Danke, „Einladung“ ist als gelesen bestätigt.');
    expect(valueOf(again)).toBe('Das haben Sie schon bestätigt, am 22. November 2026 um 10:00 Uhr.');
    expect(bot.connector.messages.length).toBe(before);
  });

  it('on a forwarded card and after a withdrawal each get their sentence (fault 40)', async () => {
    await storeSent(bot.app.deps, annas(bot), { deliveries: [to(carla.aadObjectId)] });
    const forwarded = await bot.press(acknowledge, 'personal', {}, asBerta);
    const stored = await bot.app.deps.announcements.find(announcementId('a1'));
    if (stored !== undefined) {
      await bot.app.deps.announcements.replace({ ...stored.value, withdrawnAt: 1 }, stored.etag);
    }
    const withdrawn = await bot.press(acknowledge, 'personal', {}, asCarla);

    expect(valueOf(forwarded)).toContain('Bestätigen kann hier nur, wer diese Ankündigung bekommen hat.');
    expect(valueOf(withdrawn)).toBe('Diese Ankündigung wurde zurückgezogen.');
  });

  it('in the daily collection: the card stays, for it holds other announcements, too', async () => {
    const postponed = { until: 1, because: 'daily' } as const;
    for (const id of ['a1', 'a2']) {
      await storeSent(bot.app.deps, annas(bot, id), { deliveries: [to(berta.aadObjectId, { postponed })] });
    }

    const answer = await bot.press(acknowledge, 'personal', {}, asBerta);

    expect(valueOf(answer)).toBe('Danke, „Einladung“ ist als gelesen bestätigt.');
  });
});

describe('what is kept about people', () => {
  it('is told, and after the erasure only numbers are left', async () => {
    const { id } = await sent(bot);
    await bot.press(pressed('announcement.acknowledge', { announcementId: id }), 'personal', {}, asBerta);

    const data = await bot.press(pressed('myData.show'), 'personal', {}, asBerta);
    await bot.press(pressed('myData.erase'), 'personal', {}, asBerta);
    const report = await reportOf(bot, id);

    expect(wordsOf(data)).toContain('Zustellung: zugestellt');
    expect(wordsOf(data)).toContain('Ankündigung: Einladung zum Treffen');
    expect(wordsOf(data)).toContain('Gelesen: 22. November 2026 um 10:00 Uhr');
    const left = JSON.stringify(await bot.storedDocuments('deliveries', 'acknowledgements'));
    expect(left).not.toContain(berta.aadObjectId);
    expect(wordsOf(report)).toMatch(/^Abgeschlossen: alle 3 zugestellt\./);
    expect(wordsOf(report)).toContain('Mit „Gelesen“ bestätigt hat noch niemand.');
  });

  it('of an organiser who kept a template: the template stays, without a name', async () => {
    const { id } = await sent(bot);
    await bot.press(pressed('announcement.keepTemplate', { announcementId: id }));

    const data = await bot.press(pressed('myData.show'));
    await bot.press(pressed('myData.erase'));

    const templates = JSON.stringify(await bot.storedDocuments('announcement-templates'));
    expect(wordsOf(data)).toContain('Vorlagen');
    expect(templates).toContain('Einladung zum Treffen');
    expect(templates).not.toContain(anna.aadObjectId);
  });
});
