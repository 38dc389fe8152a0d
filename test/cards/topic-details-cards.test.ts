import { describe, expect, it } from 'vitest';
import type { Surface } from '../../src/cards/actions.ts';
import type { Card } from '../../src/cards/card.ts';
import { topicCommentFormCard } from '../../src/cards/topic-comment-form-card.ts';
import { topicCommentsCard } from '../../src/cards/topic-comments-card.ts';
import { topicDetailsCard } from '../../src/cards/topic-details-card.ts';
import { topicRequestId } from '../../src/domain/ids.ts';
import type { TopicState } from '../../src/domain/topic-request.ts';
import type { ShownTopic } from '../../src/features/topics/topic-results.ts';
import { aUserGroup, menden } from '../support/builders.ts';
import { breachesOf, cardsIn } from '../support/card-breaches.ts';
import { buttonNamed, buttonsOf, wordsOf } from '../support/conversation.ts';
import { aComment, anOffer, aShownTopic, aViewer } from '../support/topic-details-cards.ts';
import { aTopicRequest } from '../support/topics.ts';

const personal: Surface = { shared: false, dialogs: true };
const from = { view: 'mine', page: 3 } as const;

const titlesOf = (card: unknown) => buttonsOf(card).map(({ title }) => title);
const linesOf = (card: unknown) => wordsOf(card).split('\n');

function inState(state: TopicState, fields: Partial<ShownTopic> = {}): ShownTopic {
  return aShownTopic({ request: aTopicRequest({ state, votes: 3 }), ...fields });
}

function draw(shown: ShownTopic, surface: Surface = personal): Card {
  return topicDetailsCard(shown, { surface });
}

describe('the details of a topic', () => {
  it('say everything in one order: what happened, the title, how it stands, whose it is, and how many want it', () => {
    const shown = aShownTopic({
      request: aTopicRequest({ votes: 3, comments: 1, question: 'Wer prüft Anträge?', tags: ['Bau', 'KI'] }),
      userGroup: aUserGroup({ name: 'Bauen' }),
      waits: true,
      comments: [aComment({ text: 'Das brauchen wir.' })],
      offers: [anOffer({ text: 'Seit 2025.' })],
    });

    const card = topicDetailsCard(shown, { surface: personal, outcome: 'Ihre Stimme zählt.' });

    expect(wordsOf(card)).toBe(
      [
        'Ihre Stimme zählt.',
        'KI im Bauamt',
        'Offen',
        'Wartet auf ein späteres Treffen',
        'Bauen · Bau · KI',
        '3',
        'Stimmen',
        '1',
        'Kommentar',
        'Vorgeschlagen am 1. Januar 1970',
        'Die Frage dahinter',
        'Wer prüft Anträge?',
        'Kann dazu berichten: Hemer',
        'Seit 2025.',
        'Zuletzt geschrieben',
        'Menden (Sauerland) · 22. November 2026',
        'Das brauchen wir.',
      ].join('\n'),
    );
    expect(card.fallbackText).toBe('Ihre Stimme zählt. Thema: KI im Bauamt. 3 Stimmen.');
  });

  it.each<readonly [TopicState, string]>([
    [
      { kind: 'planned', plan: { date: '2026-12-03', reference: 'Treffen in Olpe' } },
      'Geplant für Donnerstag, 3. Dezember 2026 · Treffen in Olpe',
    ],
    [{ kind: 'planned', plan: { date: '2026-12-03' } }, 'Geplant für Donnerstag, 3. Dezember 2026'],
    [{ kind: 'planned', plan: { reference: 'Treffen in Olpe' } }, 'Geplant · Treffen in Olpe'],
    [{ kind: 'treated', result: { text: 'Gut.' } }, 'Behandelt'],
    [{ kind: 'declined', reason: 'Zu klein.' }, 'Abgelehnt'],
  ])('say of %j: %s', (state, line) => {
    const card = draw(inState(state));

    expect(linesOf(card)[1]).toBe(line);
    expect(titlesOf(card)).not.toContain('Dafür stimmen');
  });

  it('show what came of it, with a link whose host can be read', () => {
    const link = 'https://example.org/protokoll?x=1';

    const card = draw(inState({ kind: 'treated', result: { text: 'Zwei haben berichtet.', link } }));

    expect(wordsOf(card)).toContain('Das kam dabei heraus\nZwei haben berichtet.');
    expect(buttonNamed(card, 'Öffnen: example.org')).toMatchObject({ type: 'Action.OpenUrl', url: link });
  });

  it('show why it was declined, and take no comments any more', () => {
    const card = draw(inState({ kind: 'declined', reason: 'Zu klein.' }));

    expect(wordsOf(card)).toContain('Begründung\nZu klein.');
    expect(titlesOf(card)).toEqual(['Benachrichtigen', 'Themen']);
  });

  it('lead from a merged one to where its votes count, and back to the same list', () => {
    const into = aTopicRequest({ id: topicRequestId('t2'), title: 'Bauanträge prüfen' });
    const shown = inState({ kind: 'merged', into: into.id, reason: 'Dasselbe.' }, { into });

    const card = topicDetailsCard(shown, { surface: personal, from });

    expect(linesOf(card)[1]).toBe('Zusammengeführt mit „Bauanträge prüfen“');
    expect(wordsOf(card)).toContain('Begründung\nDasselbe.');
    expect(wordsOf(card)).not.toContain('3\nStimmen');
    expect(buttonNamed(card, 'Zum anderen Thema')).toMatchObject({
      verb: 'topic.show',
      data: { topicRequestId: 't2', from },
    });
    expect(titlesOf({ ...card, actions: [] })).toEqual(['Zum anderen Thema', 'Benachrichtigen']);
    const viewer = { ...aViewer, isAuthor: true, organises: true, mayEdit: true };
    expect(titlesOf(draw({ ...shown, viewer }))).not.toContain('Ändern');
  });

  it('say so where the one it was merged into is gone', () => {
    const card = draw(inState({ kind: 'merged', into: topicRequestId('t2') }));

    expect(linesOf(card)[1]).toBe('Zusammengeführt mit einem Thema, das es nicht mehr gibt.');
    expect(titlesOf(card)).not.toContain('Zum anderen Thema');
  });

  it('name communes that can report once, and count members without one', () => {
    const offers = [anOffer(), anOffer(), anOffer({ communeId: menden })];
    const { communeId: _, ...nameless } = anOffer({ text: 'Fragen Sie mich.' });

    const named = wordsOf(draw(aShownTopic({ offers })));
    const mixed = wordsOf(draw(aShownTopic({ offers: [...offers, nameless, nameless] })));
    const none = wordsOf(draw(aShownTopic({ offers: [nameless] })));

    expect(named).toContain('Kann dazu berichten: Hemer, Menden (Sauerland)');
    expect(mixed).toContain('Kann dazu berichten: Hemer, Menden (Sauerland) und zwei weitere Mitglieder');
    expect(none).toContain('Kann dazu berichten: ein Mitglied\nFragen Sie mich.');
    expect(mixed).toContain('\nEin Mitglied: Fragen Sie mich.');
  });

  it('show the last three comments, the latest first, and a way to all of them', () => {
    const comments = [1, 2, 3, 4].map((number) => aComment({ number, text: `Nummer ${number}` }));

    const card = topicDetailsCard(aShownTopic({ comments }), { surface: personal, from });
    const few = draw(aShownTopic({ comments: comments.slice(1) }));

    expect(linesOf(card).filter((line) => line.startsWith('Nummer'))).toEqual([
      'Nummer 4',
      'Nummer 3',
      'Nummer 2',
    ]);
    expect(buttonNamed(card, 'Alle Kommentare (4)').data).toMatchObject({ page: 1, from });
    expect(titlesOf(few).some((title) => title.startsWith('Alle Kommentare'))).toBe(false);
  });
});

describe('words that people typed about a topic', () => {
  const naughty = '[Klick](https://evil.example) **fett** <at>alle</at> &#64;x';
  const states: readonly TopicState[] = [
    { kind: 'planned', plan: { reference: naughty } },
    { kind: 'treated', result: { text: naughty } },
    { kind: 'declined', reason: naughty },
    { kind: 'merged', into: topicRequestId('t2'), reason: naughty },
  ];

  it.each(states)('stand there as they were typed, and never where markdown is live: $kind', (state) => {
    const shown = inState(state, {
      request: aTopicRequest({ state, title: naughty, question: naughty, tags: [naughty] }),
      into: aTopicRequest({ title: naughty }),
      userGroup: aUserGroup({ name: naughty }),
      comments: [aComment({ text: naughty })],
      offers: [anOffer({ text: naughty })],
    });

    const card = topicDetailsCard(shown, { surface: personal, outcome: naughty });
    const list = topicCommentsCard(shown, 1, { surface: personal });
    const form = topicCommentFormCard({ shown, commune: 'Hemer' }, personal, undefined);

    expect(wordsOf(card).split(naughty).length - 1).toBeGreaterThanOrEqual(8);
    for (const one of [card, list, form]) {
      expect(JSON.stringify(textBlocksOf(one))).not.toContain('Klick');
    }
  });
});

describe('a topic with everything at its longest', () => {
  const long = (letters: number) => '"ß\n'.repeat(letters).slice(0, letters);
  const wide = (letters: number) => '漢'.repeat(letters);

  it.each([
    ['many lines', long],
    ['wide letters', wide],
  ])('stays below 25 KB: %s', (_, words) => {
    const communes = [...aShownTopic().communes.keys()];
    const at = (index: number) => ({ communeId: communes[index % communes.length] ?? menden });
    const states: readonly TopicState[] = [
      { kind: 'treated', result: { text: words(1000), link: `https://example.org/${'x'.repeat(470)}` } },
      { kind: 'merged', into: topicRequestId('t2'), reason: words(500) },
    ];
    const big = {
      into: aTopicRequest({ title: words(100) }),
      userGroup: aUserGroup({ name: words(60) }),
      waits: true,
      comments: Array.from({ length: 40 }, (_one, index) => aComment({ text: words(500), ...at(index) })),
      offers: Array.from({ length: 60 }, (_one, index) => anOffer({ text: words(300), ...at(index) })),
      viewer: {
        ...aViewer,
        voted: true,
        follows: true,
        offers: true,
        organises: true,
        mayEdit: true,
        mayRemove: true,
      },
    };
    const tags = [1, 2, 3, 4, 5].map(() => words(30));
    const requests = states.map((state) =>
      aTopicRequest({
        id: topicRequestId('x'.repeat(64)),
        state,
        title: words(100),
        question: words(600),
        tags,
      }),
    );
    const list = { view: 'planned', page: 100 } as const;

    for (const request of requests) {
      const shown = aShownTopic({ ...big, request });
      const card = topicDetailsCard(shown, { surface: personal, from: list, outcome: words(300) });
      const comments = topicCommentsCard(shown, 1, { surface: personal, from: list });
      const form = topicCommentFormCard(
        { shown, commune: 'Hemer', text: words(5000), problem: 'too-long' },
        personal,
        list,
      );

      expect(cardsIn([card, comments, form]).flatMap((one) => breachesOf(one))).toEqual([]);
    }
  });
});

function textBlocksOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) {
    return value.flatMap(textBlocksOf);
  }
  if (typeof value !== 'object' || value === null) {
    return [];
  }
  const own = 'type' in value && value.type === 'TextBlock' ? [value] : [];
  return [...own, ...Object.values(value).flatMap(textBlocksOf)];
}
