import { describe, expect, it } from 'vitest';
import type { Surface } from '../../src/cards/actions.ts';
import { inquiryAnswerFormCard } from '../../src/cards/inquiry-answer-form-card.ts';
import { inquiryCard } from '../../src/cards/inquiry-card.ts';
import { inquiryDetailsCard } from '../../src/cards/inquiry-details-card.ts';
import { inquiryFormCard } from '../../src/cards/inquiry-form-card.ts';
import { inquiryListCard } from '../../src/cards/inquiry-list-card.ts';
import { inquiryPreviewCard } from '../../src/cards/inquiry-preview-card.ts';
import { inquiryRouteCard } from '../../src/cards/inquiry-route-card.ts';
import { inquiryToldCard } from '../../src/cards/inquiry-told-card.ts';
import { conversationId, inquiryId, storedMemberId, tenantId, userGroupId } from '../../src/domain/ids.ts';
import type { Inquiry, InquiryAnswer } from '../../src/domain/inquiry.ts';
import type { ShownInquiry } from '../../src/features/inquiries/inquiry-results.ts';
import { aUserGroup, hemer, menden } from '../support/builders.ts';
import { buttonsOf, wordsOf } from '../support/conversation.ts';
import { shippedCommunes } from '../support/shipped-communes.ts';

const carla = storedMemberId('t.carla');

function anInquiry(fields: Partial<Inquiry> = {}): Inquiry {
  return {
    id: inquiryId('i1'),
    question: 'Wer nutzt Drohnen?',
    named: true,
    communeId: menden,
    by: storedMemberId('t.berta'),
    createdAt: 1,
    sentAt: Date.UTC(2026, 10, 22, 9),
    state: { kind: 'answered' },
    answers: 1,
    numbered: 1,
    revision: 2,
    shown: 2,
    posts: [{ to: 'community', begun: true }],
    untold: [],
    ...fields,
  };
}

function anAnswer(fields: Partial<InquiryAnswer> = {}): InquiryAnswer {
  return {
    number: 1,
    kind: 'doing',
    stage: 'in_use',
    text: 'Seit 2024.',
    by: carla,
    communeId: hemer,
    at: 1,
    version: 1,
    ...fields,
  };
}

function shown(
  inquiry: Inquiry,
  answers: readonly InquiryAnswer[],
  viewer: Partial<ShownInquiry['viewer']> = {},
): ShownInquiry {
  return {
    inquiry,
    answers,
    communes: shippedCommunes,
    viewer: { isAsker: false, isOrganiser: false, ...viewer },
  };
}

const personal: Surface = { shared: false, dialogs: true };
const channel: Surface = { shared: true, dialogs: true };
const inDialog: Surface = { shared: true, dialogs: true, inDialog: true };

function elementsOf(value: unknown): Readonly<Record<string, unknown>>[] {
  if (Array.isArray(value)) {
    return value.flatMap(elementsOf);
  }
  if (typeof value !== 'object' || value === null) {
    return [];
  }
  return [Object.fromEntries(Object.entries(value)), ...Object.values(value).flatMap(elementsOf)];
}

/** Every card that shows what people typed. */
function cardsWith(words: string, long = words) {
  const inquiry = anInquiry({ question: words, more: long });
  const answers = Array.from({ length: 12 }, (_, index) => anAnswer({ number: index + 1, text: long }));
  const all = { memberId: carla, isAsker: true, isOrganiser: true };
  const one = shown(inquiry, answers, all);
  const sought = { sought: words, filters: [] };
  const group = { ...aUserGroup(), name: words.slice(0, 60) };
  const groups = Array.from({ length: 300 }, (_, index) => ({
    ...group,
    id: userGroupId(String(index).padStart(36, 'x')),
  }));
  const place = { conversationId: conversationId('19:x'), tenantId: tenantId('t'), name: words };
  const rows = Array.from({ length: 5 }, () => ({ inquiry, own: 'asked' as const }));
  return [
    ['in the channel', inquiryCard(one, shippedCommunes, channel)],
    ['in the channel, short', inquiryCard(one, shippedCommunes, channel, { short: true })],
    ['preview', inquiryPreviewCard(one, [place], personal)],
    ['details', inquiryDetailsCard(one, personal, words)],
    ['details in a dialog', inquiryDetailsCard(one, inDialog)],
    ['told', inquiryToldCard(one, { answer: anAnswer({ text: long, version: 2 }), sought }, personal)],
    [
      'told, short',
      inquiryToldCard(one, { answer: anAnswer({ text: long }), sought }, personal, { short: true }),
    ],
    [
      'list',
      inquiryListCard({ kind: 'listed', of: 'member', rows, total: 5, open: 5, page: 2, pages: 3 }, personal),
    ],
    ['route', inquiryRouteCard({ kind: 'offered', shown: one, userGroups: groups }, personal, 'x')],
    [
      'form for an answer',
      inquiryAnswerFormCard(
        { shown: one, kind: 'doing', commune: words, known: anAnswer({ text: long }) },
        inDialog,
      ),
    ],
    [
      'form',
      inquiryFormCard(
        { inquiryId: inquiry.id, fields: { question: words, more: long, named: true }, commune: 'Menden' },
        personal,
      ),
    ],
  ] as const;
}

describe('what people typed', () => {
  const naughty =
    '[Klick](https://evil.example) **fett** ![x](https://evil.example/x.png) <at>alle</at> &#64;x';

  it.each(cardsWith(naughty))(
    'stands on the card "%s" as it was typed, and never where markdown is live',
    (_, card) => {
      const blocks = elementsOf(card).filter(({ type }) => type === 'TextBlock');

      expect(JSON.stringify(card)).toContain('Klick');
      expect(JSON.stringify(blocks)).not.toContain('Klick');
    },
  );

  it('never makes a card too big, and its buttons fit on a phone', () => {
    const tooBig = cardsWith('ä'.repeat(300), 'Ü\n'.repeat(500)).filter(
      ([, card]) => Buffer.byteLength(JSON.stringify(card)) >= 25_000,
    );
    const rows = cardsWith('x').flatMap(([, card]) =>
      elementsOf(card).map(({ actions }) => buttonsOf(actions).map(({ title }) => title)),
    );

    expect(tooBig.map(([name]) => name)).toEqual([]);
    expect(rows.filter((row) => row.length > 3 || (row.length > 1 && row.join('').length > 26))).toEqual([]);
  });

  it('comes back in a form without making it too big, however long it is', () => {
    const form = inquiryFormCard(
      {
        inquiryId: inquiryId('i1'),
        fields: { question: 'ä'.repeat(2000), more: 'ü'.repeat(9000), named: true },
        problems: ['question-too-long', 'more-too-long'],
      },
      personal,
    );

    expect(Buffer.byteLength(JSON.stringify(form))).toBeLessThan(25_000);
  });
});

describe('the card in the channels', () => {
  it('shows the latest three answers, each cut, and how many there are', () => {
    const answers = [1, 2, 3, 4, 5].map((number) =>
      anAnswer({ number, text: `Nummer ${number} ${'Wort '.repeat(100)}` }),
    );

    const card = inquiryCard({ inquiry: anInquiry(), answers }, shippedCommunes, channel);

    const words = wordsOf(card);
    expect(words).toContain('Die letzten 3 von 5 Antworten:');
    expect(words.match(/Nummer \d/g)).toEqual(['Nummer 5', 'Nummer 4', 'Nummer 3']);
    expect(words).toContain('Wort …');
    expect(Math.max(...words.split('\n').map((line) => line.length))).toBeLessThanOrEqual(202);
  });

  it('names nobody, whatever is known of the asker and of those who answered', () => {
    const card = inquiryCard({ inquiry: anInquiry(), answers: [anAnswer()] }, shippedCommunes, channel);

    expect(JSON.stringify(card)).not.toMatch(/berta|carla/);
  });

  it('opens dialogs from its buttons, and has none for answers any more when it is closed', () => {
    const open = inquiryCard({ inquiry: anInquiry(), answers: [anAnswer()] }, shippedCommunes, channel);
    const state = { kind: 'closed', at: 1, because: 'asker' } as const;
    const closed = inquiryCard(
      { inquiry: anInquiry({ state }), answers: [anAnswer()] },
      shippedCommunes,
      channel,
    );

    expect(buttonsOf(open).map(({ title, data }) => [title, data?.['msteams']])).toEqual(
      ['Wir machen das', 'Antworten', 'Ich kenne jemanden', 'Alle Antworten'].map((title) => [
        title,
        { type: 'task/fetch' },
      ]),
    );
    expect(buttonsOf(closed).map(({ title }) => title)).toEqual(['Alle Antworten']);
  });
});
