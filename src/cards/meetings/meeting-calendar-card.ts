import type { ShownFeed } from '../../features/meetings/calendar-feed.ts';
import type { OfferedCalendar } from '../../features/meetings/offer-calendar.ts';
import { calendarEntryTexts, calendarTexts as texts } from '../../texts/meetings/meeting-calendar-texts.ts';
import { formatMeetingTime, meetingTexts } from '../../texts/meetings/meeting-texts.ts';
import { act, look } from '../actions.ts';
import type { Surface } from '../actions.ts';
import { buttonRows, card, heading, literal, openUrl, section, smallText, text } from '../card.ts';
import type { Button, Card, Element } from '../card.ts';
import { toFromPayload } from './meeting-actions.ts';
import type { MeetingList } from './meeting-actions.ts';
import { toOutlookFeedUrl, toOutlookUrl } from './meeting-calendar-link.ts';

interface Place {
  readonly surface: Surface;
  /** The bot's own address. */
  readonly home: string;
}

/** "In Kalender": the file, Outlook's form, and the calendar to subscribe to. */
export function meetingCalendarCard(
  { entry, userGroup, path }: OfferedCalendar,
  { surface, home }: Place,
  from: MeetingList | undefined,
): Card {
  const { meeting } = entry;
  const isCancelled = meeting.state.kind === 'cancelled';
  const sentence = isCancelled ? meetingTexts.cancelled : texts.offered;
  const group = userGroup === undefined ? {} : { userGroupId: userGroup.id };
  return card({
    fallbackText: `${sentence} ${meeting.title}`,
    body: [
      heading(sentence),
      literal([{ text: meeting.title, weight: 'Bolder' }]),
      text(formatMeetingTime(meeting), { spacing: 'None' }),
      ...buttonRows([
        openUrl(texts.file, new URL(path, home).href, texts.fileMore),
        ...(isCancelled ? [] : [openUrl(texts.outlook, toOutlookUrl(entry, home), texts.outlookMore)]),
        look(surface, texts.subscribe, 'meeting.showFeed', group),
      ]),
      ...(isCancelled
        ? [smallText(texts.cancelledHint)]
        : [
            smallText(`${texts.fileHint} ${texts.outlookHint}`),
            ...(meeting.place.link === undefined ? [] : [smallText(texts.withLink)]),
          ]),
    ],
    actions: [
      look(surface, meetingTexts.back, 'meeting.show', { meetingId: meeting.id, ...toFromPayload(from) }),
    ],
  });
}

/** "Kalender abonnieren": the address of a group's calendar, or of everybody's. */
export function calendarFeedCard(feed: ShownFeed, { surface, home }: Place): Card {
  const { userGroup, path } = feed;
  const address = new URL(path, home).href;
  const whose = userGroup?.name ?? texts.feed.ofAll;
  const sentence = texts.feed[feed.kind];
  const group = userGroup === undefined ? {} : { userGroupId: userGroup.id };
  const outlook = toOutlookFeedUrl(address, calendarEntryTexts.feed(userGroup?.name));
  return card({
    fallbackText: `${sentence} ${whose}`,
    body: [
      heading(sentence),
      literal([{ text: whose, weight: 'Bolder' }]),
      text(feed.kind === 'renewed' ? texts.feed.renewedHint : texts.feed.hint),
      ...buttonRows([openUrl(texts.feed.outlook, outlook, texts.feed.outlookMore)]),
      ...addressElements(texts.feed.address, address),
      // As text: Teams opens no address of this kind from a button.
      ...addressElements(texts.feed.addressOfApple, address.replace(/^https?:/, 'webcal:')),
      smallText(texts.feed.secret, { separator: true, spacing: 'Medium' }),
      ...(feed.organises && feed.kind === 'shown' ? renewElements(surface, group) : []),
    ],
    actions: [look(surface, texts.feed.meetings, 'meeting.list', { view: 'next', ...group, page: 1 })],
  });
}

function addressElements(label: string, address: string): readonly Element[] {
  // Nobody typed any of it; and a text block breaks it where it must, so that it can be copied from a phone.
  return [smallText(label), text(address, { size: 'Small', spacing: 'None' })];
}

/** Closed until it is asked for: the press cuts everybody off. */
function renewElements(surface: Surface, group: Readonly<Record<string, unknown>>): readonly Element[] {
  const id = 'renew';
  const toggle: Button = {
    type: 'Action.ToggleVisibility',
    title: texts.feed.askToRenew,
    tooltip: texts.feed.askMore,
    targetElements: [id],
  };
  return [
    ...buttonRows([toggle]),
    section(
      [
        text(texts.feed.renewHint),
        ...buttonRows([act(surface, texts.feed.renew, 'meeting.renewFeed', group)]),
      ],
      { id, isVisible: false },
    ),
  ];
}
