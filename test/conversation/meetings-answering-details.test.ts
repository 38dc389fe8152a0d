import { afterEach, describe, expect, it } from 'vitest';
import { meetingId } from '../../src/domain/ids.ts';
import type { Meeting } from '../../src/domain/meetings/meeting.ts';
import { asCarla } from '../support/announcements.ts';
import { buttonNamed, buttonsOf, wordsOf } from '../support/conversation.ts';
import type { TestBot } from '../support/conversation.ts';
import { bertaId, carlaId } from '../support/followed.ts';
import { bertaInChannel } from '../support/inquiries.ts';
import { answers, countsOf, firstLine, m1, presses, startAnswering } from '../support/meeting-answering.ts';
import { valueOf } from '../support/user-group-cards.ts';
import { asBerta, dialog } from '../support/user-groups.ts';

let bot: TestBot;

const asked = { mostGuests: 3, questions: ['Was bringen Sie mit?', 'Wie kommen Sie?'] };

async function start(fields: Partial<Meeting> = {}): Promise<void> {
  bot = await startAnswering({ ...asked, ...fields });
}

afterEach(async () => {
  await bot.stop();
});

const saves = (data: Readonly<Record<string, unknown>>, who = asBerta) =>
  presses(bot, 'meeting.saveDetails', data, who);
const rsvpOf = (member = bertaId) => bot.app.deps.meetings.findRsvp(meetingId('m1'), member);

/** What stands in the fields of a form. */
function fieldsOf(form: unknown): Readonly<Record<string, unknown>> {
  const inputs = [...JSON.stringify(form).matchAll(/\{"type":"Input\.Text"[^{}]*\}/g)].map(
    ([json]): unknown => JSON.parse(json),
  );
  return Object.fromEntries(inputs.map((input) => [Object(input).id, Object(input).value]));
}

describe('"Angaben ergänzen"', () => {
  it('is offered after a yes, asks what the organisers ask, and keeps what is saved', async () => {
    await start({ capacity: 20 });
    const accepted = await answers(bot, 'accepted');

    const form = valueOf(await bot.press(buttonNamed(accepted, 'Angaben ergänzen'), 'personal', {}, asBerta));
    const typed = { guests: '2', name: 'Berta B.', answer1: 'Kuchen', answer2: '' };
    const saved = valueOf(await bot.press(buttonNamed(form, 'Speichern'), 'personal', typed, asBerta));

    expect(fieldsOf(form)).toEqual({
      guests: undefined,
      answer1: undefined,
      answer2: undefined,
      name: 'Berta',
    });
    expect(wordsOf(form)).toContain('Höchstens drei Gäste. Gerade sind noch 19 Plätze frei.');
    expect(wordsOf(saved)).toMatch(/^Ihre Angaben sind gespeichert\.\n/);
    expect(await rsvpOf()).toMatchObject({
      guests: 2,
      name: 'Berta B.',
      details: [{ question: 'Was bringen Sie mit?', text: 'Kuchen' }],
    });
    expect((await countsOf(bot)).taken).toBe(3);
  });

  it('keeps no name that is not saved, and gives none anew that was taken out', async () => {
    await start();
    await answers(bot, 'accepted');
    await presses(bot, 'meeting.offerDetails');
    const before = await rsvpOf();

    await saves({ guests: '1', name: '' });
    const again = valueOf(await presses(bot, 'meeting.offerDetails'));

    expect(before).not.toHaveProperty('name');
    expect(await rsvpOf()).not.toHaveProperty('name');
    expect(fieldsOf(again)).toMatchObject({ guests: '1', name: undefined });
  });

  it('says that it was saved so before', async () => {
    await start();
    await answers(bot, 'accepted');
    await saves({ guests: '1', answer1: 'Kuchen' });

    expect(await firstLine(valueOf(await saves({ guests: '1', answer1: ' Kuchen ' })))).toBe(
      'Ihre Angaben waren schon so gespeichert.',
    );
  });

  it.each([
    ['zwei', /als ganze Zahl, zum Beispiel 2/],
    ['-1', /als ganze Zahl/],
    ['2.5', /als ganze Zahl/],
    ['4', /Sie können höchstens drei Gäste mitbringen\./],
  ])('refuses %s guests with a sentence at the field, and keeps what was typed', async (guests, sentence) => {
    await start({ capacity: 20 });
    await answers(bot, 'accepted');

    const form = valueOf(await saves({ guests, name: 'Berta B.', answer1: 'Kuchen' }));

    expect(wordsOf(form)).toMatch(sentence);
    expect(fieldsOf(form)).toEqual({ guests, name: 'Berta B.', answer1: 'Kuchen', answer2: undefined });
    expect(await rsvpOf()).toMatchObject({ guests: 0, details: [] });
  });

  it('refuses more guests than there are seats, with the number that is free; the own seat stays', async () => {
    await start({ capacity: 3 });
    await answers(bot, 'accepted', asCarla);
    await answers(bot, 'accepted');

    const form = valueOf(await saves({ guests: '2', answer1: 'Kuchen' }));

    expect(wordsOf(form)).toContain(
      'Es ist nur noch ein Platz frei: Sie können höchstens einen Gast mitbringen. Ihr eigener Platz bleibt Ihnen.',
    );
    expect(fieldsOf(form)).toMatchObject({ guests: '2', answer1: 'Kuchen' });
    expect(await countsOf(bot)).toMatchObject({ accepted: 2, taken: 2 });
  });

  it('leaves whoever waits in their place, and gives them a seat when fewer come', async () => {
    await start({ capacity: 2 });
    await answers(bot, 'tentative');
    await saves({ guests: '1' });
    await answers(bot, 'accepted', asCarla);
    const waits = await answers(bot, 'accepted');

    const same = valueOf(await saves({ guests: '1', answer1: 'Kuchen' }));
    const alone = valueOf(await saves({ guests: '0', answer1: 'Kuchen' }));

    expect(await firstLine(waits)).toMatch(
      /^Für Sie mit einem Gast sind nicht genug Plätze frei\. Sie stehen auf Platz 1 der Warteliste/,
    );
    expect(await firstLine(same)).toBe(
      'Ihre Angaben sind gespeichert. Sie stehen auf Platz 1 der Warteliste.',
    );
    expect(await firstLine(alone)).toBe('Ihre Angaben sind gespeichert, und jetzt haben Sie einen Platz.');
  });

  it('gives seats of guests who do not come to whoever waits', async () => {
    await start({ capacity: 3 });
    await answers(bot, 'accepted');
    await saves({ guests: '2' });
    await answers(bot, 'accepted', asCarla);

    await saves({ guests: '1' });

    expect(await rsvpOf(carlaId)).not.toHaveProperty('waitingNumber');
    expect(await countsOf(bot)).toEqual({ accepted: 2, taken: 3, tentative: 0, declined: 0, waiting: 0 });
  });

  it('is for those who come, and closed with the answers', async () => {
    await start({ respondBy: '2026-11-27' });
    const before = [await presses(bot, 'meeting.offerDetails'), await saves({ guests: '1' })];
    await answers(bot, 'accepted');
    bot.clock.advance(6 * 24 * 60 * 60 * 1000);

    const after = [await presses(bot, 'meeting.offerDetails'), await saves({ guests: '1' })];

    for (const answer of before) {
      expect(await firstLine(valueOf(answer))).toMatch(/^Angaben ergänzen können Sie, wenn Sie zusagen/);
    }
    for (const answer of after) {
      expect(await firstLine(valueOf(answer))).toMatch(/^Antworten waren bis Freitag, 27\. November/);
    }
    expect(await rsvpOf()).toMatchObject({ guests: 0 });
  });
});

describe('from a channel', () => {
  it('opens in a dialog for whoever pressed, with everything that happens there', async () => {
    await start({ capacity: 20 });
    const fetch = (data: Readonly<Record<string, unknown>>) =>
      dialog(bot, 'task/fetch', data, 'channel', bertaInChannel);
    const submit = (data: Readonly<Record<string, unknown>>) =>
      dialog(bot, 'task/submit', data, 'channel', bertaInChannel);
    const { answer: shown } = await fetch({ verb: 'meeting.show', ...m1 });

    const { answer: accepted } = await submit(buttonNamed(shown, 'Zusagen').data ?? {});
    const { answer: form } = await submit(buttonNamed(accepted, 'Angaben ergänzen').data ?? {});
    const save = buttonNamed(form, 'Speichern').data ?? {};
    const { answer: refused } = await submit({ ...save, guests: 'zwei' });
    const { answer: saved, sent } = await submit({ ...save, guests: '2' });

    expect(JSON.stringify(accepted)).toContain('Ihre Zusage ist eingetragen: Platz 1 von 20.');
    expect(buttonsOf(form).map(({ title }) => title)).toEqual(['Speichern']);
    expect(fieldsOf(refused)).toMatchObject({ guests: 'zwei' });
    expect(JSON.stringify(refused)).toContain('als ganze Zahl');
    expect(JSON.stringify(saved)).toContain('Ihre Angaben sind gespeichert.');
    expect(sent().filter(({ type }) => type === 'message')).toEqual([]);
    expect(await rsvpOf()).toMatchObject({ guests: 2 });
  });

  it('is shown to nobody else where there are no dialogs', async () => {
    await start();
    await answers(bot, 'accepted', bertaInChannel);

    const offered = await presses(bot, 'meeting.offerDetails', {}, bertaInChannel);
    const refused = await presses(bot, 'meeting.saveDetails', { guests: 'zwei' }, bertaInChannel);

    expect(typeof valueOf(offered)).toBe('string');
    expect(valueOf(refused)).toMatch(/^So kann ich das nicht speichern\./);
  });
});
