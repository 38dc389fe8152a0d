import type { AnnouncementContent } from '../domain/announcement.ts';
import { hostOf } from '../domain/announcement-content.ts';
import type { AnnouncementId } from '../domain/ids.ts';
import type { Instant } from '../domain/instant.ts';
import { announcementTexts } from '../texts/announcement-texts.ts';
import { press } from './actions.ts';
import { buttonRows, card, literal, openUrl, smallText } from './card.ts';
import type { Button, Card, Element } from './card.ts';
import { shortenText } from './shorten-text.ts';

/** An announcement as its recipients see it. */
export interface ShownAnnouncement {
  readonly id: AnnouncementId;
  readonly content: AnnouncementContent;
  readonly correctedAt?: Instant;
  /** The recipient may have it already. */
  readonly repeated?: boolean;
  /** The whole card was too big: title and the beginning of the text are enough. */
  readonly short?: boolean;
  /** What stands where "Gelesen" is asked for: the button, its description in a preview, or what became of it. */
  readonly acknowledge: 'button' | 'preview' | { readonly said: string };
}

/** Lines of a text, each a paragraph of its own; whatever follows stands in the last one. */
const mostLines = 60;
/** Characters of the text in a short card. */
const longestShortText = 500;

/** The card that everybody gets. */
export function announcementCard(shown: ShownAnnouncement): Card {
  const { title, text } = shown.content;
  return card({
    fallbackText: `${announcementTexts.summary(title)}. ${shortenText(text.replaceAll(/\n+/g, ' '), 200)}`,
    body: announcementBody(shown),
  });
}

/** What stands in the place of an announcement that its sender took back; nothing of its words is left. */
export function withdrawnCard(): Card {
  const { kind, withdrawn } = announcementTexts;
  return card({ fallbackText: withdrawn, body: [kindLine(kind), literal([{ text: withdrawn }])] });
}

/** The announcement itself: the whole card of the recipients, and the upper part of its preview. */
export function announcementBody(shown: ShownAnnouncement): readonly Element[] {
  const { content, acknowledge } = shown;
  const { title, text, link } = content;
  const asks = content.acknowledgement;
  return [
    kindLine(announcementTexts.kind),
    literal([{ text: title, weight: 'Bolder', size: 'Large' }], { spacing: 'None' }),
    ...(shown.short === true
      ? [literal([{ text: shortenText(text.replaceAll(/\n+/g, ' '), longestShortText) }])]
      : textLines(text)),
    ...(link === undefined
      ? []
      : [literal([{ text: announcementTexts.link(hostOf(link)), size: 'Small' }], { spacing: 'Small' })]),
    ...notes(shown),
    ...(asks && acknowledge === 'button' ? [smallText(announcementTexts.acknowledgeHint)] : []),
    ...(asks && acknowledge === 'preview' ? [smallText(announcementTexts.preview.acknowledge)] : []),
    ...(asks && typeof acknowledge === 'object' ? [smallText(acknowledge.said)] : []),
    ...buttonRows(buttons(shown)),
  ];
}

function kindLine(words: string): Element {
  return smallText(words, { weight: 'Bolder', color: 'Accent', isSubtle: false });
}

function notes({ correctedAt, repeated, short }: ShownAnnouncement): readonly Element[] {
  return [
    ...(short === true ? [smallText(announcementTexts.shortened)] : []),
    ...(correctedAt === undefined ? [] : [smallText(announcementTexts.corrected(correctedAt))]),
    ...(repeated === true ? [smallText(announcementTexts.repeated)] : []),
  ];
}

function buttons({ id, content, acknowledge }: ShownAnnouncement): readonly Button[] {
  const { link, acknowledgement } = content;
  return [
    ...(link === undefined ? [] : [openUrl(announcementTexts.openLink, link, hostOf(link))]),
    ...(acknowledgement && acknowledge === 'button'
      ? [press(announcementTexts.acknowledge, 'announcement.acknowledge', { announcementId: id })]
      : []),
  ];
}

/** Every line stands by itself; an empty one is a little room before the next. */
function textLines(text: string): readonly Element[] {
  const lines: { words: string; first: boolean }[] = [];
  for (const paragraph of text.split(/\n{2,}/)) {
    for (const [index, words] of paragraph.split('\n').entries()) {
      lines.push({ words, first: index === 0 });
    }
  }
  const rest = lines.slice(mostLines - 1);
  const [last] = rest;
  const shown = [
    ...lines.slice(0, mostLines - 1),
    ...(last === undefined ? [] : [{ ...last, words: rest.map(({ words }) => words).join(' ') }]),
  ];
  return shown.map(({ words, first }) => literal([{ text: words }], first ? {} : { spacing: 'None' }));
}
