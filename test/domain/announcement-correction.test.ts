import { describe, expect, it } from 'vitest';
import {
  correctAnnouncement,
  reopenReport,
  revisionAsked,
  withdrawAnnouncement,
} from '../../src/domain/announcement-correction.ts';
import { eraseRecipient } from '../../src/domain/erased-delivery.ts';
import type { DeliveryState } from '../../src/domain/delivery.ts';
import { broadcastId, memberId, tenantId } from '../../src/domain/ids.ts';
import { anAnnouncement, menden } from '../support/builders.ts';

const now = Date.UTC(2026, 10, 22, 9);
const words = { title: 'Einladung', text: 'Wir treffen uns am Freitag.', acknowledgement: true };
const draft = anAnnouncement({ state: { kind: 'draft' } });
const sent = anAnnouncement({ state: { kind: 'started', at: now }, version: 3, reportShown: true });

describe('correcting what was sent', () => {
  it('takes over the words, counts a version up and says when; whether it asks for "Gelesen" stays', () => {
    const outcome = correctAnnouncement(sent, words, { version: 3, now, shown: 1 });

    const { reportShown: _, ...rest } = sent;
    expect(outcome).toEqual({
      kind: 'corrected',
      announcement: {
        ...rest,
        content: { ...words, acknowledgement: false },
        version: 4,
        correctedAt: now,
        revisionWanted: 2,
      },
    });
  });

  it('is refused before it was sent, after it was taken back, and over words that were not seen', () => {
    const withdrawn = { ...sent, withdrawnAt: now };

    expect([
      correctAnnouncement(draft, words, { version: 1, now, shown: 1 }).kind,
      correctAnnouncement(withdrawn, words, { version: 3, now, shown: 1 }).kind,
      correctAnnouncement(sent, words, { version: 2, now, shown: 1 }).kind,
    ]).toEqual(['not-sent', 'withdrawn', 'outdated']);
  });

  it('tells a press that came twice from a form in which nothing was changed', () => {
    const first = correctAnnouncement(sent, words, { version: 3, now, shown: 1 });
    const corrected = first.kind === 'corrected' ? first.announcement : sent;

    expect([
      correctAnnouncement(corrected, words, { version: 3, now, shown: 1 }).kind,
      correctAnnouncement(corrected, words, { version: 4, now, shown: 1 }).kind,
      correctAnnouncement(sent, sent.content, { version: 3, now, shown: 1 }).kind,
    ]).toEqual(['repeated', 'unchanged', 'unchanged']);
  });
});

describe('taking back what was sent', () => {
  it('happens once: the first date stays', () => {
    const first = withdrawAnnouncement(sent, { now, shown: 1 });
    const again =
      first.kind === 'withdrawn'
        ? withdrawAnnouncement(first.announcement, { now: now + 1, shown: 1 })
        : first;

    expect(first).toMatchObject({ kind: 'withdrawn', announcement: { withdrawnAt: now } });
    expect(again).toEqual({ kind: 'already' });
    expect(withdrawAnnouncement(draft, { now, shown: 1 })).toEqual({ kind: 'not-sent' });
  });
});

describe('what is still to be asked of the broadcast', () => {
  const pending = { ...sent, revisionWanted: 5 };

  it('is a revision that neither its messages show nor an interrupted correction asked for', () => {
    const wanted = (announcement: typeof sent, shown: number) => {
      const outcomes = [
        correctAnnouncement(announcement, words, { version: 3, now, shown }),
        withdrawAnnouncement(announcement, { now, shown }),
      ];
      return outcomes.map((one) => 'announcement' in one && one.announcement.revisionWanted);
    };

    expect([wanted(sent, 4), wanted(pending, 4), wanted(pending, 7)]).toEqual([
      [5, 5],
      [6, 6],
      [8, 8],
    ]);
  });

  it('is forgotten once it is asked, and the card of the author follows', () => {
    const { reportShown: _, ...rest } = sent;

    expect(revisionAsked(pending)).toEqual(rest);
  });
});

describe('the card of the author', () => {
  it('is kept up to date again when something more happens', () => {
    expect(reopenReport(sent)).not.toHaveProperty('reportShown');
    expect(reopenReport(draft)).toBeUndefined();
  });
});

describe('a delivery whose recipient is erased', () => {
  const tenant = tenantId('t');
  const delivery = {
    broadcastId: broadcastId('b'),
    tenantId: tenant,
    recipient: { kind: 'member', memberId: memberId(tenant, 'canary') },
    communeId: menden,
    attempts: 1,
    expiresAt: 9,
    postponed: { until: 5, because: 'daily' },
    revision: 1,
  } as const;

  it.each<[DeliveryState, DeliveryState]>([
    [{ kind: 'planned' }, { kind: 'cancelled' }],
    [{ kind: 'claimed', epoch: 1 }, { kind: 'cancelled' }],
    [{ kind: 'waiting', until: 1, because: 'daily' }, { kind: 'cancelled' }],
    [
      { kind: 'sending', epoch: 1, since: 2 },
      { kind: 'unclear', epoch: 1, since: 2 },
    ],
    [
      { kind: 'delivered', at: 1, activityId: 'canary' },
      { kind: 'delivered', at: 1 },
    ],
    [{ kind: 'expired' }, { kind: 'expired' }],
  ])('%o stays for the sums as %o, without the person', (state, left) => {
    const erased = eraseRecipient({ ...delivery, state });

    expect(erased.state).toEqual(left);
    expect(erased.recipient).toEqual({ kind: 'erased' });
    expect(JSON.stringify(erased)).not.toMatch(/canary|0596/);
  });
});
