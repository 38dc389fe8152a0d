import type { Announcement } from '../domain/announcement.ts';
import { digestTexts } from '../texts/digest-texts.ts';
import { announcementBody } from './announcement-card.ts';
import { card, heading, literal, section, smallText } from './card.ts';
import type { Card, Element } from './card.ts';
import { newsSection, newsSummary } from './news-card.ts';
import type { NewsItem } from './news-card.ts';
import { shortenText } from './shorten-text.ts';
import { topicNewsSection, topicNewsSummary } from './topic-news-card.ts';
import type { TopicNewsItem } from './topic-news-card.ts';
import { meetingDigestSection, meetingDigestSummary } from './meetings/meeting-digest.ts';
import type { MeetingDigestItem } from './meetings/meeting-digest.ts';

/** One thing of the daily collection. What its sender took back has no words any more. */
export type DigestItem =
  | ({ readonly kind: 'announcement' } & Pick<Announcement, 'id' | 'content' | 'correctedAt'>)
  | NewsItem
  | TopicNewsItem
  | MeetingDigestItem
  | { readonly kind: 'withdrawn' };

type Shown = Exclude<DigestItem, { readonly kind: 'withdrawn' }>;

/** Bytes of a card; below the 25 KB that every card keeps to, and what is tried after the whole card was refused as too big. */
const mostBytes = { whole: 24_000, short: 5_000 } as const;
/** Characters of each text, until the card is small enough. */
const textLengths = [Infinity, 1000, 500, 200, 80];
const shortestText = 80;
/** Further ones are named by their titles. */
const mostTitles = 10;
const longestFallback = 300;

export function toDigestItem({ id, content, correctedAt, withdrawnAt }: Announcement): DigestItem {
  return withdrawnAt === undefined
    ? { kind: 'announcement', id, content, ...(correctedAt !== undefined && { correctedAt }) }
    : { kind: 'withdrawn' };
}

/** What somebody gets once a day, one section each, in the order given. Texts are cut visibly, all alike, before any is left out. */
export function digestCard(
  items: readonly DigestItem[],
  { short = false }: { readonly short?: boolean } = {},
): Card {
  const shown = items.filter((item) => item.kind !== 'withdrawn');
  const withdrawn = items.length - shown.length;
  const most = short ? mostBytes.short : mostBytes.whole;
  for (const textLength of textLengths) {
    const drawn = draw(shown, shown.length, { textLength, withdrawn });
    if (bytesOf(drawn) <= most) {
      return drawn;
    }
  }
  let sections = shown.length - 1;
  let drawn = draw(shown, sections, { textLength: shortestText, withdrawn });
  while (sections > 0 && bytesOf(drawn) > most) {
    sections -= 1;
    drawn = draw(shown, sections, { textLength: shortestText, withdrawn });
  }
  return drawn;
}

function draw(
  shown: readonly Shown[],
  sections: number,
  { textLength, withdrawn }: { readonly textLength: number; readonly withdrawn: number },
): Card {
  const gone = withdrawn === 0 ? [] : [smallText(digestTexts.withdrawn(withdrawn), { spacing: 'Medium' })];
  const titles = shown.map(digestTitle);
  if (shown.length === 0) {
    return card({ fallbackText: digestTexts.withdrawn(withdrawn), body: gone });
  }
  return card({
    fallbackText: shortenText(digestTexts.fallback(titles), longestFallback),
    body: [
      heading(digestTexts.title),
      smallText(digestTexts.why, { spacing: 'None' }),
      ...shown.slice(0, sections).map((item) => section(itemSection(item, textLength))),
      ...titleLines(titles.slice(sections)),
      ...gone,
    ],
  });
}

/** What the item is called where there is room for nothing else. */
export function digestTitle(item: Shown): string {
  switch (item.kind) {
    case 'announcement':
      return item.content.title;
    case 'use-case-news':
    case 'question-news':
      return newsSummary(item);
    case 'topic-news':
    case 'topic-deadline':
      return topicNewsSummary(item);
    case 'meeting':
    case 'meeting-reminder':
    case 'meeting-results':
    case 'meeting-feedback':
      return meetingDigestSummary(item);
  }
}

function itemSection(item: Shown, textLength: number): readonly Element[] {
  const cut = { short: textLength < Infinity };
  switch (item.kind) {
    case 'announcement':
      return announcementSection(item, textLength);
    case 'use-case-news':
    case 'question-news':
      return newsSection(item, cut);
    case 'topic-news':
    case 'topic-deadline':
      return topicNewsSection(item, cut);
    case 'meeting':
    case 'meeting-reminder':
    case 'meeting-results':
    case 'meeting-feedback':
      return meetingDigestSection(item, cut);
  }
}

function announcementSection(
  { id, content, correctedAt }: Shown & { readonly kind: 'announcement' },
  textLength: number,
): readonly Element[] {
  const short = content.text.length > textLength;
  return announcementBody({
    id,
    content: short ? { ...content, text: shortenText(content.text, textLength) } : content,
    ...(correctedAt !== undefined && { correctedAt }),
    acknowledge: 'button',
    short,
  });
}

function titleLines(titles: readonly string[]): readonly Element[] {
  if (titles.length === 0) {
    return [];
  }
  const hidden = titles.length - mostTitles;
  return [
    section([
      smallText(digestTexts.titlesOnly),
      ...titles.slice(0, mostTitles).map((title) => literal([{ text: title }], { spacing: 'Small' })),
      ...(hidden > 0 ? [smallText(digestTexts.more(hidden), { spacing: 'Small' })] : []),
    ]),
  ];
}

function bytesOf(drawn: Card): number {
  return new TextEncoder().encode(JSON.stringify(drawn)).length;
}
