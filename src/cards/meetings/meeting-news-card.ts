import { isMoved } from '../../domain/meetings/meeting-changes.ts';
import type { MeetingChange, ToldState } from '../../domain/meetings/meeting-changes.ts';
import type { ShownMeeting } from '../../features/meetings/meeting-results.ts';
import { meetingCardTexts } from '../../texts/meetings/meeting-card-texts.ts';
import { meetingNewsTexts as texts } from '../../texts/meetings/meeting-news-texts.ts';
import type { ChangedLine } from '../../texts/meetings/meeting-news-texts.ts';
import { formatMeetingTime, meetingTexts } from '../../texts/meetings/meeting-texts.ts';
import { look, press } from '../actions.ts';
import type { Surface } from '../actions.ts';
import { card, literal, section, smallText, text } from '../card.ts';
import type { Card, Element } from '../card.ts';
import { fillButtonRows } from '../fill-button-rows.ts';
import { meetingNewsButtons } from './meeting-news-buttons.ts';
import { meetingHead, meetingPayload, meetingSentence } from './meeting-parts.ts';

/** What changed, old and new beside each other, and how the meeting is now. */
export function meetingChangedCard(
  shown: ShownMeeting,
  change: MeetingChange,
  surface: Surface,
  { short = false }: { readonly short?: boolean } = {},
): Card {
  const first = texts.changed(change.before.title, isMoved(change));
  return card({
    fallbackText: `${first} ${texts.now} ${meetingSentence(shown)}`,
    body: [
      firstLine(first),
      ...changedLines(change),
      ...(short
        ? []
        : [section([smallText(change.isOutdated ? texts.meanwhile : texts.now), meetingHead(shown)])]),
      section(meetingNewsButtons(shown, surface)),
    ],
  });
}

export function meetingChangedSummary({ meeting }: ShownMeeting, change: MeetingChange): string {
  return texts.changedSummary(meeting.title, meeting.startsAt, isMoved(change));
}

/** "Fällt aus", and why. */
export function meetingCancelledCard(shown: ShownMeeting, surface: Surface): Card {
  const { title, startsAt, state } = shown.meeting;
  const first = texts.cancelled(title, startsAt);
  const reason = state.kind === 'cancelled' ? state.reason : undefined;
  return card({
    fallbackText: first,
    body: [
      firstLine(first),
      ...(reason === undefined
        ? []
        : [
            literal([
              { text: meetingCardTexts.reason, weight: 'Bolder' },
              { text: reason.replaceAll(/\n+/g, ' ') },
            ]),
          ]),
      ...fillButtonRows([
        press(meetingCardTexts.show, 'meeting.showNews', meetingPayload(shown)),
        look(surface, texts.outOfCalendar, 'meeting.offerCalendar', meetingPayload(shown)),
      ]),
    ],
  });
}

export function meetingCancelledSummary({ meeting }: ShownMeeting): string {
  return meetingCardTexts.cancelledSummary(meeting.title, meeting.startsAt);
}

/** The title is of people's words. */
function firstLine(sentence: string): Element {
  return literal([{ text: sentence, weight: 'Bolder', size: 'Medium' }]);
}

function changedLines({ fields, before, after }: MeetingChange): readonly Element[] {
  const names = new Set(fields.map((field) => (field === 'startsAt' || field === 'endsAt' ? 'time' : field)));
  const lines: Element[] = [];
  for (const name of names) {
    const [old, now] = [wordsOf(name, before), wordsOf(name, after)];
    if (old !== now) {
      lines.push(...oldAndNew(name, old, now));
    }
  }
  return hasNewLink(before, after) ? [...lines, text(texts.newLink, { spacing: 'Small' })] : lines;
}

function wordsOf(line: ChangedLine, state: ToldState): string {
  switch (line) {
    case 'title':
      return state.title;
    case 'time':
      return formatMeetingTime(state);
    case 'place':
      return meetingTexts.place(state.place);
    case 'respondBy':
      return texts.answerBy(state.respondBy);
  }
}

function oldAndNew(name: ChangedLine, old: string, now: string): readonly Element[] {
  return [
    text(texts.label(name), { weight: 'Bolder' }),
    literal(
      [
        { text: texts.before, isSubtle: true },
        { text: old, isSubtle: true, strikethrough: true },
      ],
      {
        spacing: 'None',
      },
    ),
    literal([{ text: texts.after }, { text: now, weight: 'Bolder' }], { spacing: 'None' }),
  ];
}

/** Where there was another one: people may have kept it. */
function hasNewLink({ place: old }: ToldState, { place: now }: ToldState): boolean {
  return old.link !== undefined && now.link !== undefined && old.link !== now.link;
}
