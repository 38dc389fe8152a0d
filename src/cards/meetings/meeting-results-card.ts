import { hostOf } from '../../domain/announcement-content.ts';
import type { CommunesPresent } from '../../domain/meetings/check-in.ts';
import type { MeetingResults } from '../../domain/meetings/meeting.ts';
import type { ShownMeeting } from '../../features/meetings/meeting-results.ts';
import { meetingResultsTexts as texts } from '../../texts/meetings/meeting-results-texts.ts';
import { formatMeetingTime, meetingTexts } from '../../texts/meetings/meeting-texts.ts';
import { act, look, press } from '../actions.ts';
import type { Surface } from '../actions.ts';
import { card, literal, openUrl, section, smallText, text } from '../card.ts';
import type { Button, Card, Element } from '../card.ts';
import { fillButtonRows } from '../fill-button-rows.ts';
import { shortenText } from '../shorten-text.ts';
import type { MeetingList } from './meeting-actions.ts';
import { meetingPayload } from './meeting-parts.ts';

/** What came of a meeting, as everybody may read it. */
export interface ShownResults {
  readonly shown: ShownMeeting;
  readonly results: MeetingResults;
  readonly present: CommunesPresent;
}

export interface ResultsOptions {
  readonly short?: boolean;
  /** From the meeting, which the way back leads to. */
  readonly opened?: { readonly from: MeetingList | undefined };
}

/** Lines of the text, each a paragraph of its own; whatever follows stands in the last one. */
const mostLines = 60;
/** Characters of the text where the whole card was refused as too big, and of the words for a notification. */
const longest = { short: 600, fallback: 300, button: 22 } as const;

/** Nothing of anybody's own is on it, so that it can stand anywhere. */
export function meetingResultsCard(
  { shown, results, present }: ShownResults,
  surface: Surface,
  { short = false, opened }: ResultsOptions = {},
): Card {
  const { meeting, userGroup, topics } = shown;
  const group = userGroup?.name ?? meetingTexts.wholeCommunity;
  const treated = topics.filter(({ id }) => results.treated.includes(id));
  return card({
    fallbackText: shortenText(
      `${meetingResultsSummary(shown, results)}. ${toLine(results.text)}`,
      longest.fallback,
    ),
    body: [
      literal([{ text: group, size: 'Small', weight: 'Bolder', color: 'Accent' }]),
      literal([{ text: meetingResultsSummary(shown, results), weight: 'Bolder', size: 'Medium' }], {
        spacing: 'None',
      }),
      smallText(formatMeetingTime(meeting), { spacing: 'None' }),
      ...(present.communes === 0
        ? []
        : [smallText(texts.communes(present.communes, present.isExpected), { spacing: 'None' })]),
      ...textLines(short ? shortenText(toLine(results.text), longest.short) : results.text),
      ...(short ? [] : [...fillButtonRows(linkButtons(results.links)), ...topicElements(treated)]),
      ...(opened === undefined ? [section(fillButtonRows([showButton(shown, surface)]))] : []),
    ],
    actions:
      opened === undefined || (surface.shared && surface.inDialog !== true)
        ? []
        : [act(surface, meetingTexts.back, 'meeting.show', meetingPayload(shown, opened.from))],
  });
}

/** What a notification shows of it. */
export function meetingResultsSummary({ meeting }: ShownMeeting, { edition }: MeetingResults): string {
  return edition === 1 ? texts.title(meeting.title) : texts.changedTitle(meeting.title);
}

function textLines(words: string): readonly Element[] {
  const lines = words.split('\n').filter((line) => line !== '');
  const last = lines.slice(mostLines - 1).join(' ');
  const shown = [...lines.slice(0, mostLines - 1), ...(last === '' ? [] : [last])];
  return shown.map((line, index) => literal([{ text: line }], { spacing: index === 0 ? 'Medium' : 'Small' }));
}

function topicElements(treated: ShownMeeting['topics']): readonly Element[] {
  return treated.length === 0
    ? []
    : [
        section([
          text(texts.topics, { weight: 'Bolder' }),
          ...treated.map(({ title }) => literal([{ text: title }], { spacing: 'Small' })),
        ]),
      ];
}

/** Each says where it leads to; those to the same host are numbered. */
function linkButtons(links: readonly string[]): readonly Button[] {
  const hosts = links.map(hostOf);
  return links.map((link, index) => {
    const host = hostOf(link);
    const isOnly = hosts.indexOf(host) === hosts.lastIndexOf(host);
    const number = hosts.slice(0, index + 1).filter((one) => one === host).length;
    // The end of a name says whose it is.
    const title = host.length > longest.button ? `…${host.slice(1 - longest.button)}` : host;
    return openUrl(isOnly ? title : texts.numbered(title, number), link, texts.linkLeadsTo(host));
  });
}

/** The message itself stays as it is. */
function showButton({ meeting }: ShownMeeting, surface: Surface): Button {
  const data = { meetingId: meeting.id };
  return surface.shared
    ? look(surface, texts.show, 'meeting.show', data)
    : press(texts.show, 'meeting.showNews', data);
}

function toLine(words: string): string {
  return words.replaceAll(/\n+/g, ' ');
}
