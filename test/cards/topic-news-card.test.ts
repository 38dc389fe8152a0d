import { describe, expect, it } from 'vitest';
import { digestCard } from '../../src/cards/digest-card.ts';
import { topicNewsCard, topicNewsSummary } from '../../src/cards/topic-news-card.ts';
import { topicRequestId } from '../../src/domain/ids.ts';
import { topicLimits } from '../../src/domain/topic-request.ts';
import type { TopicState } from '../../src/domain/topic-request.ts';
import type { TopicNews } from '../../src/features/topics/describe-topic-news.ts';
import { buttonsOf, wordsOf } from '../support/conversation.ts';
import { breachesOf } from '../support/card-breaches.ts';
import { states, topicDeadline, topicNews } from '../support/topic-news-cards.ts';
import { aTopicRequest } from '../support/topics.ts';

const linesOf = (news: TopicNews) => wordsOf(topicNewsCard(news)).split('\n');
const again = (state: TopicState) => topicNews(state, { change: { number: 2, at: 0, state, again: true } });
const buttons = (card: unknown) =>
  buttonsOf(card).map(({ title, verb, data, url }) => [title, verb ?? url, data]);
const bytesOf = (card: unknown) => Buffer.byteLength(JSON.stringify(card));

describe('news of a topic', () => {
  it.each<[TopicNews['role'], string]>([
    ['author', 'Ihr Thema ist geplant.'],
    ['voter', 'Ein Thema, für das Sie gestimmt haben, ist geplant.'],
    ['counted', 'Ein Thema, für das Ihre Stimme zählt, ist geplant.'],
    ['follower', 'Ein Thema, das Sie verfolgen, ist geplant.'],
  ])('says to the %s in its first line what happened', (role, heading) => {
    expect(linesOf(topicNews(states.planned, { role }))).toEqual([
      heading,
      'KI im Bauamt',
      'Donnerstag, 3. Dezember 2026 · Treffen in Olpe',
    ]);
  });

  it.each<[string, TopicNews, string, string]>([
    [
      'planned',
      topicNews(states.planned),
      'ist geplant',
      'geplant für Donnerstag, 3. Dezember 2026 · Treffen in Olpe',
    ],
    [
      'planned anew',
      again(states.planned),
      'ist neu geplant',
      'neu geplant für Donnerstag, 3. Dezember 2026 · Treffen in Olpe',
    ],
    ['treated', topicNews(states.treated), 'wurde behandelt', 'behandelt'],
    ['treated anew', again(states.treated), 'hat ein neues Ergebnis', 'neues Ergebnis'],
    ['declined', topicNews(states.declined), 'wurde abgelehnt', 'abgelehnt'],
    ['merged', topicNews(states.merged), 'wurde mit einem anderen zusammengeführt', 'zusammengeführt'],
    ['open again', topicNews(states.open), 'ist wieder offen', 'wieder offen'],
  ])(
    'says that it is %s, and the notification says it behind the title',
    (_name, news, happened, summary) => {
      expect(linesOf(news)[0]).toBe(`Ein Thema, für das Sie gestimmt haben, ${happened}.`);
      expect(topicNewsSummary(news)).toBe(`KI im Bauamt: ${summary}`);
    },
  );

  it('shows the result, and opens its link with the host named', () => {
    const card = topicNewsCard(topicNews(states.treated));

    expect(wordsOf(card).split('\n').slice(2)).toEqual([
      'Hemer hat gezeigt, wie der Assistent Bauanträge vorprüft.',
      'Die Folien stehen im Netz.',
      'Link: www.example.org',
    ]);
    expect(buttons(card)).toEqual([
      ['Details', 'topic.showNews', { topicRequestId: 't1' }],
      ['Link öffnen', 'https://www.example.org/folien', undefined],
      ['Nicht mehr benachrichtigen', 'topic.unfollow', { topicRequestId: 't1', message: true }],
    ]);
  });

  it('gives the reason why it was declined', () => {
    expect(linesOf(topicNews(states.declined)).at(-1)).toBe(
      'Grund: Dazu gab es im Oktober ein eigenes Treffen.',
    );
  });

  it('says of a merged one where the vote counts now, and ends there what is told', () => {
    const card = topicNewsCard(topicNews(states.merged));

    expect(wordsOf(card).split('\n').slice(2)).toEqual([
      'Das andere Thema: „KI und digitale Bauakten“',
      'Grund: Beide fragen dasselbe.',
      'Ihre Stimme zählt jetzt dort, und Sie erfahren, was daraus wird.',
    ]);
    expect(buttons(card)).toEqual([
      ['Details', 'topic.showNews', { topicRequestId: 't1' }],
      ['Nicht mehr benachrichtigen', 'topic.unfollow', { topicRequestId: 't2', message: true }],
    ]);
  });

  it('says of a merged one to who did not vote that they go on being told', () => {
    expect(linesOf(topicNews(states.merged, { role: 'follower', voted: false })).at(-1)).toBe(
      'Sie erfahren jetzt, was daraus wird.',
    );
  });

  it('says when what it was merged into is gone, and promises nothing then', () => {
    const { into: _, ...news } = topicNews(states.merged);

    expect(linesOf(news).slice(2)).toEqual([
      'Das andere Thema gibt es nicht mehr.',
      'Grund: Beide fragen dasselbe.',
    ]);
  });

  it('says of one that is open again whether the own vote counts', () => {
    expect(linesOf(topicNews(states.open)).at(-1)).toBe('Ihre Stimme zählt wieder.');
    expect(linesOf(topicNews(states.open, { voted: false })).at(-1)).toBe('Sie können wieder dafür stimmen.');
  });

  it.each<[string, TopicState, TopicState, string]>([
    ['open again', states.planned, states.open, 'wieder offen'],
    ['planned', states.open, states.planned, 'geplant für Donnerstag, 3. Dezember 2026 · Treffen in Olpe'],
    [
      'planned for another day',
      states.planned,
      { kind: 'planned', plan: { date: '2026-12-10' } },
      'neu geplant für Donnerstag, 10. Dezember 2026',
    ],
    ['treated', states.planned, states.treated, 'behandelt'],
    ['treated in other words', states.treated, states.treated, 'neues Ergebnis'],
    ['declined', states.planned, states.declined, 'abgelehnt'],
  ])('says in one line that it is %s by now, and nothing that no longer holds', (_name, told, now, words) => {
    const lines = linesOf(topicNews(told, { meanwhile: { state: now } }));

    expect(lines.at(-1)).toBe(`Inzwischen: ${words}`);
    expect(lines.filter((line) => line.startsWith('Inzwischen'))).toHaveLength(1);
    expect(lines.join('\n')).not.toMatch(/zählt|wieder dafür/);
  });

  it('names what it was merged into by now; and of a merged one that is open again, ends what is told of itself', () => {
    const { into } = topicNews(states.merged);
    const meanwhile = { state: states.merged, ...(into !== undefined && { into }) };
    const reopened = topicNewsCard(topicNews(states.merged, { meanwhile: { state: states.open } }));

    expect(linesOf(topicNews(states.planned, { meanwhile })).at(-1)).toBe(
      'Inzwischen: zusammengeführt mit „KI und digitale Bauakten“',
    );
    expect(wordsOf(reopened)).not.toContain('zählt jetzt dort');
    expect(buttonsOf(reopened).at(-1)?.data).toMatchObject({ topicRequestId: 't1' });
  });

  it('says with which request a vote came', () => {
    const source = aTopicRequest({ id: topicRequestId('t9'), title: 'Bauanträge mit KI' });

    expect(linesOf(topicNews(states.planned, { role: 'counted', source })).at(-1)).toBe(
      'Ihre Stimme kam mit „Bauanträge mit KI“ dazu.',
    );
  });
});

describe('the reminder of the last day', () => {
  it('says until when, how many open topics there are, and which have the most votes', () => {
    const card = topicNewsCard(topicDeadline());

    expect(
      wordsOf(card)
        .split('\n')
        .filter((line) => line !== '›'),
    ).toEqual([
      'Noch bis Freitag, 4. Dezember: Themen für „Telefonie“ vorschlagen und abstimmen.',
      'Zwölf offene Themen, die meisten Stimmen zuerst:',
      'Sprachassistent für das Bürgerbüro',
      '9 Stimmen',
      'KI und digitale Bauakten',
      '7 Stimmen',
      'KI im Bauamt',
      'Eine Stimme',
      'und neun weitere',
    ]);
    expect(buttons(card)).toEqual([
      ['Details zu Sprachassistent für das Bürgerbüro', 'topic.showNews', { topicRequestId: 't3' }],
      ['Details zu KI und digitale Bauakten', 'topic.showNews', { topicRequestId: 't2' }],
      ['Details zu KI im Bauamt', 'topic.showNews', { topicRequestId: 't1' }],
      ['Themen ansehen', 'topic.list', { view: 'votes', userGroupId: 'g1', page: 1, message: true }],
      ['Thema vorschlagen', 'topic.offerForm', { userGroupId: 'g1', message: true }],
    ]);
  });

  it.each([
    [0, 'Noch hat niemand ein Thema vorgeschlagen.'],
    [1, 'Ein offenes Thema:'],
    [2, 'Zwei offene Themen:'],
  ])('counts %i in words', (open, line) => {
    const first = topicDeadline().first.slice(0, open);

    const words = wordsOf(topicNewsCard(topicDeadline({ open, first })));
    expect(words).toContain(line);
    expect(words).not.toContain('weitere');
  });

  it('has only buttons in the daily collection that leave it as it is', () => {
    const card = digestCard([topicDeadline(), topicNews(states.planned)]);

    const replacing = buttonsOf(card).filter(
      ({ verb, data }) => verb !== 'topic.showNews' && data?.['message'] !== true,
    );
    expect(buttonsOf(card).map(({ verb }) => verb)).toContain('topic.list');
    expect(replacing).toEqual([]);
  });
});

describe('what people typed about a topic', () => {
  const naughty = '[Klick](https://evil.example) **fett** <at>alle</at> &#64;x';
  const request = aTopicRequest({ title: naughty });
  const ofNaughty: readonly TopicState[] = [
    { kind: 'planned', plan: { reference: naughty } },
    { kind: 'treated', result: { text: naughty } },
    { kind: 'declined', reason: naughty },
    { kind: 'merged', into: request.id, reason: naughty },
  ];

  it('is shown as it was typed, and never where markdown is live', () => {
    const { userGroup } = topicDeadline();
    const items = [
      ...ofNaughty.map((state) =>
        topicNews(state, {
          request,
          into: request,
          role: 'counted',
          source: request,
          meanwhile: { state: { kind: 'planned', plan: { reference: naughty } } },
        }),
      ),
      topicDeadline({ userGroup: { ...userGroup, name: naughty }, first: [request] }),
    ];
    const cards = [...items.map((item) => topicNewsCard(item)), digestCard(items)];

    for (const card of cards) {
      expect(wordsOf(card)).toContain(naughty);
      expect(textBlocksOf(card)).not.toContain('Klick');
    }
  });

  it('is cut visibly where there is little room, and a reminder is then but its first line', () => {
    const text = 'Wort '.repeat(60).trim();
    const news = topicNews({ kind: 'treated', result: { text } });
    const [whole, cut] = [false, true].map((short) => wordsOf(topicNewsCard(news, { short })));
    const items = [topicDeadline(), ...Array.from({ length: 60 }, () => news)];

    expect(whole).toContain(text);
    expect(cut).toMatch(/(?:Wort ){30,39}…$/);
    expect(wordsOf(digestCard(items))).toContain('Noch bis Freitag, 4. Dezember');
    expect(wordsOf(digestCard(items))).not.toContain('Zwölf offene Themen');
  });

  it('keeps a message below 25 KB at its longest, and below 5 KB where that was too big', () => {
    const title = 'Ü'.repeat(topicLimits.title);
    const text = 'ä\n'.repeat(topicLimits.result / 2);
    const link = `https://www.example.org/${'x'.repeat(topicLimits.link - 30)}`;
    const news = topicNews(
      { kind: 'treated', result: { text, link } },
      { request: aTopicRequest({ title }), meanwhile: { state: states.planned } },
    );

    expect(breachesOf({ ...topicNewsCard(news) })).toEqual([]);
    expect(bytesOf(topicNewsCard(news, { short: true }))).toBeLessThan(5000);
    expect(bytesOf(digestCard(Array.from({ length: 40 }, () => news)))).toBeLessThan(25_000);
    expect(
      bytesOf(
        digestCard(
          Array.from({ length: 40 }, () => news),
          { short: true },
        ),
      ),
    ).toBeLessThan(5001);
  });
});

function textBlocksOf(value: unknown): string {
  if (Array.isArray(value)) {
    return value.map(textBlocksOf).join('\n');
  }
  if (typeof value !== 'object' || value === null) {
    return '';
  }
  const fields = new Map<string, unknown>(Object.entries(value));
  return fields.get('type') === 'TextBlock' ? String(fields.get('text')) : textBlocksOf(Object.values(value));
}
