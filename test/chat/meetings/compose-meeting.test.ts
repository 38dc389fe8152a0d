import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { composeMeeting } from '../../../src/chat/meetings/compose-meeting.ts';
import { conversationId, meetingId, memberId, tenantId } from '../../../src/domain/ids.ts';
import type { MemberId } from '../../../src/domain/ids.ts';
import type { Meeting } from '../../../src/domain/meetings/meeting.ts';
import type { Rsvp } from '../../../src/domain/meetings/rsvp.ts';
import { tenant, TestBot, wordsOf } from '../../support/conversation.ts';
import { anRsvp, longMeeting } from '../../support/meeting-details-cards.ts';
import { publishedMeeting } from '../../support/meetings.ts';

const id = meetingId('m1');
const guest = memberId(tenantId(tenant), '77777777-0000-4000-8000-000000000007');
const inChannel = { kind: 'place', conversationId: conversationId('c1') } as const;

let bot: TestBot;

beforeEach(async () => {
  bot = await TestBot.start({ ALLOWED_TENANTS: tenant });
  const now = bot.clock.now();
  const member = { id: guest, tenantId: tenantId(tenant), guest: true, firstSeenAt: now, rosterReadAt: now };
  await bot.app.deps.members.add(member);
});

afterEach(async () => {
  await bot.stop();
});

const toMember = (member: MemberId) => ({ kind: 'member', memberId: member }) as const;

async function planned(fields: Partial<Meeting> = {}, rsvp?: Partial<Rsvp>): Promise<void> {
  await publishedMeeting(bot, { id, ...fields }, { quietly: true });
  if (rsvp !== undefined) {
    await bot.app.deps.meetings.change(id, {}, bot.clock.now(), ({ meeting }) => ({
      meeting,
      rsvps: [anRsvp({ memberId: guest, ...rsvp })],
    }));
  }
}

function compose(
  kind: 'meeting' | 'meeting-own',
  recipient: Parameters<typeof composeMeeting>[2]['recipient'],
  short = false,
) {
  const subject = { kind, meetingId: id } as const;
  return composeMeeting(bot.app.deps, subject, { subject, recipient, short });
}

describe('what is sent about a meeting', () => {
  it('is what a guest answered, too', async () => {
    await planned({}, { answer: 'accepted', guests: 0 });

    const own = await compose('meeting-own', toMember(guest));

    expect(own?.summary).toBe('KI-Telefonservice: Sie sind dabei.');
    expect(wordsOf(own?.card)).toMatch(/^Sie sind dabei\.\n/);
  });

  it('says in its summary when the meeting is, or that it falls out', async () => {
    await planned();
    expect((await compose('meeting', inChannel))?.summary).toBe(
      'Einladung: KI-Telefonservice, So., 6.12.2026, 10:00 Uhr',
    );

    await bot.app.deps.meetings.change(id, {}, bot.clock.now(), ({ meeting }) => ({
      meeting: { ...meeting, state: { kind: 'cancelled', at: bot.clock.now() } },
    }));

    expect((await compose('meeting-own', toMember(guest)))?.summary).toBe(
      'Fällt aus: KI-Telefonservice, So., 6.12.2026, 10:00 Uhr',
    );
  });

  it('is nothing to those whose organisation is not allowed any more, or whose data was erased', async () => {
    await planned();
    const foreigner = memberId(tenantId('22222222-0000-4000-8000-000000000000'), 'x');

    expect(await compose('meeting', toMember(foreigner))).toBeUndefined();
    expect(await compose('meeting', { kind: 'erased' })).toBeUndefined();
    expect(await compose('meeting', toMember(guest))).toBeDefined();
  });

  it('is nothing of a draft, and nothing of what is gone', async () => {
    expect(await compose('meeting', inChannel)).toBeUndefined();

    await publishedMeeting(bot, { id, state: { kind: 'draft' } }, { by: guest, quietly: true });

    expect(await compose('meeting', toMember(guest))).toBeUndefined();
    expect(await compose('meeting', inChannel)).toBeUndefined();
  });

  it('invites nobody to what falls out or has begun', async () => {
    await planned({ startsAt: bot.clock.now(), endsAt: bot.clock.now() + 1000 });
    expect(await compose('meeting', inChannel)).toBeUndefined();
    expect(await compose('meeting', toMember(guest))).toBeUndefined();

    await bot.app.deps.meetings.change(id, {}, bot.clock.now(), ({ meeting }) => ({
      meeting: { ...meeting, startsAt: bot.clock.now() + 1, state: { kind: 'cancelled', at: 0 } },
    }));

    expect(await compose('meeting', inChannel)).toBeUndefined();
  });

  it('is at most 5 KB where the whole was refused as too big', async () => {
    const { title, description, place } = longMeeting().meeting;
    await planned(
      { title, place, ...(description !== undefined && { description }) },
      { answer: 'accepted' },
    );

    for (const recipient of [inChannel, toMember(guest)]) {
      const composed = await compose('meeting', recipient, true);
      expect(Buffer.byteLength(JSON.stringify(composed?.card))).toBeLessThan(5 * 1024);
    }
  });
});
