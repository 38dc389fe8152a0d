import { describe, expect, it } from 'vitest';
import { announcementCommunesCard } from '../../src/cards/announcement-communes-card.ts';
import { CommuneCounter } from '../../src/domain/commune-counts.ts';
import { broadcastId, conversationId, memberId, tenantId } from '../../src/domain/ids.ts';
import type { CommuneId } from '../../src/domain/ids.ts';
import type { Recipient } from '../../src/domain/delivery.ts';
import { anAnnouncement, hemer, menden, olpe } from '../support/builders.ts';
import { wordsOf } from '../support/conversation.ts';
import { shippedCommunes } from '../support/shipped-communes.ts';

const tenant = tenantId('t');
const together = 'Manche Zahlen für „Gelesen“ stehen nur zusammen, damit niemand zu erkennen ist';
const withheld = 'Wie viele mit „Gelesen“ bestätigt haben, steht hier nicht';

interface Scene {
  readonly people: readonly (readonly [CommuneId | undefined, number])[];
  readonly channels?: number;
  readonly presses: readonly (readonly [CommuneId | undefined, number])[];
}

/** The card's words, when so many got the announcement and so many pressed the button. */
function wordsFor({ people, channels = 0, presses }: Scene): string {
  const counter = new CommuneCounter();
  const add = (recipient: Recipient, communeId?: CommuneId) =>
    counter.add({
      broadcastId: broadcastId('b'),
      tenantId: tenant,
      recipient,
      ...(communeId !== undefined && { communeId }),
      state: { kind: 'delivered', at: 1 },
      attempts: 1,
      expiresAt: 2,
      revision: 1,
    });
  for (const [commune, count] of people) {
    for (let index = 0; index < count; index += 1) {
      add({ kind: 'member', memberId: memberId(tenant, `${commune ?? 'none'}-${index}`) }, commune);
    }
  }
  for (let index = 0; index < channels; index += 1) {
    add({ kind: 'place', conversationId: conversationId(`19:${index}`) });
  }
  const content = { title: 'Titel', text: 'Text', acknowledgement: true };
  const announcement = anAnnouncement({ content });
  const table = counter.toTable(new Map(presses));
  const counted = { announcement, table, communes: shippedCommunes };
  return wordsOf(
    announcementCommunesCard(counted, 'https://bot.example.org/x', { shared: false, dialogs: true }),
  );
}

describe('the note below the counts per commune', () => {
  it('is true of a large commune, too, whose number protects a small one', () => {
    const words = wordsFor({
      people: [
        [menden, 20],
        [hemer, 1],
      ],
      presses: [
        [menden, 11],
        [hemer, 1],
      ],
    });

    expect(words).toContain(`${together}: 12.`);
    expect(words).not.toContain('weniger als drei Personen');
    expect(words).toContain('Menden (Sauerland)\n20 von 20 Empfängern zugestellt\n');
  });

  it('says, beside many channels, why no number is shown when so few people are meant', () => {
    expect(wordsFor({ people: [[menden, 2]], channels: 5, presses: [[menden, 1]] })).toContain(withheld);
  });

  it('is not there when every number is shown', () => {
    const words = wordsFor({ people: [[menden, 5]], channels: 5, presses: [[menden, 4]] });

    expect(words).not.toContain(together);
    expect(words).not.toContain(withheld);
  });
});

describe('who pressed in a channel and is no recipient', () => {
  const words = wordsFor({
    people: [[menden, 5]],
    channels: 1,
    presses: [
      [menden, 4],
      [olpe, 4],
      [hemer, 2],
      [undefined, 1],
    ],
  });

  it('has no empty row that would tell of them, and is in the sum', () => {
    expect(words).not.toContain('Ohne Kommune');
    expect(words).not.toContain('Hemer');
    expect(words).toContain(`${together}: 3.`);
  });

  it('is shown with a number where there are enough, and not taken for recipients', () => {
    expect(words).toMatch(/^Sie geht an eine Kommune\.\n/);
    expect(words).toContain('Olpe\n4 gelesen\n');
  });
});
