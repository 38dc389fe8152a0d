import { afterEach, describe, expect, it } from 'vitest';
import { meetingId } from '../../src/domain/ids.ts';
import { dayMs } from '../../src/domain/instant.ts';
import type { Meeting } from '../../src/domain/meetings/meeting.ts';
import { asCarla } from '../support/announcements.ts';
import { buttonNamed, buttonsOf, wordsOf } from '../support/conversation.ts';
import type { TestBot } from '../support/conversation.ts';
import { bertaId, carlaId } from '../support/followed.ts';
import { bertaInChannel, carlaInChannel } from '../support/inquiries.ts';
import {
  answers,
  countsOf,
  firstLine,
  guest,
  presses,
  startAnswering,
} from '../support/meeting-answering.ts';
import { publishedMeeting } from '../support/meetings.ts';
import { asBerta, pressed } from '../support/user-groups.ts';

let bot: TestBot;

async function start(fields: Partial<Meeting> = {}): Promise<void> {
  bot = await startAnswering(fields);
}

afterEach(async () => {
  await bot.stop();
});

describe('an answer in the own chat', () => {
  it('is shown at once on the card, which offers the other ones', async () => {
    await start({ capacity: 20 });

    const card = await answers(bot, 'accepted');

    expect(wordsOf(card)).toMatch(/^Ihre Zusage ist eingetragen: Platz 1 von 20\.\n/);
    expect(wordsOf(card)).toMatch(/1\nZusage aus einer Kommune\n19\nfreie Plätze von 20/);
    const titles = buttonsOf(card).map(({ title }) => title);
    expect(titles).toEqual(expect.arrayContaining(['Vielleicht', 'Absagen']));
    expect(titles).not.toContain('Zusagen');
  });

  it('can be changed, and pressed again says that it was there already', async () => {
    await start();

    const lines = [
      await firstLine(answers(bot, 'accepted')),
      await firstLine(answers(bot, 'accepted')),
      await firstLine(answers(bot, 'tentative')),
      await firstLine(answers(bot, 'tentative')),
      await firstLine(answers(bot, 'declined')),
      await firstLine(answers(bot, 'declined')),
    ];

    expect(lines).toEqual([
      'Ihre Zusage ist eingetragen.',
      'Ihre Zusage war schon eingetragen.',
      '„Vielleicht“ ist eingetragen.',
      '„Vielleicht“ war schon eingetragen.',
      'Ihre Absage ist eingetragen.',
      'Ihre Absage war schon eingetragen.',
    ]);
    expect(await countsOf(bot)).toEqual({ accepted: 0, taken: 0, tentative: 0, declined: 1, waiting: 0 });
  });

  it('keeps the way back to the list that the meeting was opened from', async () => {
    await start();
    const from = { view: 'next', page: 2 };

    const card = await presses(bot, 'meeting.respond', { answer: 'accepted', from });

    expect(buttonNamed(card, 'Zurück')).toMatchObject({ verb: 'meeting.list', data: from });
  });

  it('gets a place on the waiting list when all seats are taken, and the first place when it is asked again', async () => {
    await start({ capacity: 1 });
    await answers(bot, 'accepted', asCarla);

    const waits = await answers(bot, 'accepted');

    expect(wordsOf(waits)).toMatch(
      /^Alle Plätze sind vergeben\. Sie stehen auf Platz 1 der Warteliste; wenn ein Platz frei wird, sage ich es Ihnen\.\n/,
    );
    expect(await firstLine(answers(bot, 'accepted'))).toBe(
      'Ihre Zusage war schon eingetragen. Sie stehen auf Platz 1 der Warteliste.',
    );
    expect(await countsOf(bot)).toEqual({ accepted: 1, taken: 1, tentative: 0, declined: 0, waiting: 1 });
  });

  it('says so when the free seats are kept for other communes', async () => {
    await start({ capacity: 2, reserved: { perCommune: 1, communes: 2 }, respondBy: '2026-12-01' });
    await answers(bot, 'accepted', asCarla);
    await bot.press(pressed('commune.choose', { commune: '05962016' }), 'personal', {}, asBerta);

    expect(await firstLine(answers(bot, 'accepted'))).toMatch(
      /^Die freien Plätze sind noch für andere Kommunen reserviert\. Sie stehen auf Platz 1 /,
    );
  });
});

describe('an answer in a channel', () => {
  it('is a sentence for whoever pressed, and nothing of it is on a card that others see', async () => {
    await start({ capacity: 1, mostGuests: 2 });
    const before = bot.connector.messages.length;

    const first = await answers(bot, 'accepted', bertaInChannel);
    const second = await answers(bot, 'accepted', carlaInChannel);

    expect(first).toBe(
      'Ihre Zusage ist eingetragen: Platz 1 von 1. Gäste tragen Sie bei mir im Einzelchat ein: „Termine“ zeigt Ihnen das Treffen.',
    );
    expect(second).toMatch(/^Alle Plätze sind vergeben\. Sie stehen auf Platz 1 der Warteliste; wenn ein/);
    const posts = bot.connector.calls
      .slice(before)
      .filter(({ conversationId }) => conversationId.startsWith('19:'));
    expect(JSON.stringify(posts)).not.toMatch(/Ihre Zusage|Sie stehen|Sie sind dabei/);
  });

  it('tells whom the bot cannot write to how it could', async () => {
    await start({ capacity: 1 });
    await answers(bot, 'accepted', asCarla);
    await bot.app.deps.references.eraseOf(bertaId);

    expect(await answers(bot, 'accepted', bertaInChannel)).toBe(
      'Alle Plätze sind vergeben. Sie stehen auf Platz 1 der Warteliste. Schreiben Sie mir einmal im Einzelchat: Dann kann ich es Ihnen sagen, wenn ein Platz frei wird.',
    );
  });
});

describe('who may answer', () => {
  it('guests may, too (fault 42)', async () => {
    await start();
    const asGuest = { from: guest };

    expect(await firstLine(answers(bot, 'accepted', asGuest))).toBe('Ihre Zusage ist eingetragen.');
    expect((await countsOf(bot)).accepted).toBe(1);
  });

  it('somebody without an account may not, and is told so', async () => {
    await start();
    const anonymous = { from: { id: '29:anonymous', name: 'Anonym' } };

    const answer = JSON.stringify(await answers(bot, 'accepted', anonymous));

    expect(answer).not.toContain('eingetragen');
    expect(await countsOf(bot)).toEqual({ accepted: 0, taken: 0, tentative: 0, declined: 0, waiting: 0 });
  });

  it('nobody answers for somebody else, whatever the button says (fault 38)', async () => {
    await start();

    await presses(bot, 'meeting.respond', {
      answer: 'accepted',
      memberId: carlaId,
      userId: carlaId,
      communeId: '05962016',
    });

    const { meetings } = bot.app.deps;
    expect(await meetings.findRsvp(meetingId('m1'), carlaId)).toBeUndefined();
    expect(await meetings.findRsvp(meetingId('m1'), bertaId)).toMatchObject({ communeId: '05962040' });
  });

  it('an answer that there is not changes nothing (fault 39)', async () => {
    await start();

    const answer = JSON.stringify(await answers(bot, 'maybe'));

    expect(answer).toContain('Diese Karte ist veraltet.');
    expect(await bot.app.deps.meetings.findRsvp(meetingId('m1'), bertaId)).toBeUndefined();
  });
});

describe('when nothing can be answered (fault 37)', () => {
  it('says until when it was possible, and lets whoever said yes say no', async () => {
    await start({ respondBy: '2026-11-27' });
    await answers(bot, 'accepted');
    bot.clock.advance(6 * dayMs);

    const late = await answers(bot, 'accepted', asCarla);
    const changed = await answers(bot, 'tentative');
    const declined = await answers(bot, 'declined');

    expect(await firstLine(late)).toBe('Antworten waren bis Freitag, 27. November 2026 möglich.');
    expect(await firstLine(changed)).toBe(
      'Antworten waren bis Freitag, 27. November 2026 möglich. Absagen können Sie noch, bis das Treffen beginnt.',
    );
    expect(buttonsOf(changed).map(({ title }) => title)).toContain('Absagen');
    expect(await firstLine(declined)).toBe('Ihre Absage ist eingetragen.');
    expect(await countsOf(bot)).toEqual({ accepted: 0, taken: 0, tentative: 0, declined: 1, waiting: 0 });
  });

  it.each([
    [{ state: { kind: 'cancelled', at: 0 } }, 0, 'Dieses Treffen fällt aus.'],
    [{}, 14 * dayMs, 'Dieses Treffen hat schon begonnen. Antworten sind nicht mehr möglich.'],
    [{}, 15 * dayMs, 'Dieses Treffen ist vorbei.'],
  ] as const)('says why: %j after %d ms', async (fields, ms, sentence) => {
    await start(fields);
    bot.clock.advance(ms);

    expect(await firstLine(answers(bot, 'accepted'))).toBe(sentence);
    expect(await answers(bot, 'accepted', bertaInChannel)).toBe(sentence);
    expect((await countsOf(bot)).accepted).toBe(0);
  });

  it('says of a draft of somebody else, and of one that is gone, that there is none', async () => {
    await start();
    await publishedMeeting(bot, { id: meetingId('d1'), state: { kind: 'draft' } }, { quietly: true });
    const sentence = 'Dieses Treffen gibt es nicht mehr. Mit „Termine“ sehen Sie die nächsten.';

    for (const id of ['d1', 'gone']) {
      expect(await presses(bot, 'meeting.respond', { meetingId: id, answer: 'accepted' })).toMatchObject({
        value: sentence,
      });
      const details = [
        await presses(bot, 'meeting.offerDetails', { meetingId: id }),
        await presses(bot, 'meeting.saveDetails', { meetingId: id, guests: '1' }),
      ];
      expect(details).toMatchObject([{ value: sentence }, { value: sentence }]);
    }
  });

  it('tells whoever plans it that the preview takes no answers', async () => {
    await start({ state: { kind: 'draft' } });

    expect(await firstLine(answers(bot, 'accepted', {}))).toBe(
      'Das ist die Vorschau. Antworten können alle, sobald das Treffen veröffentlicht ist.',
    );
    expect((await countsOf(bot)).accepted).toBe(0);
  });
});
