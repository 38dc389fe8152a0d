import { phaseOf } from '../../domain/meetings/meeting-phase.ts';
import type { MeetingPhase } from '../../domain/meetings/meeting-phase.ts';
import type { ShownMeeting } from '../../features/meetings/meeting-results.ts';
import { formatNumber } from '../../texts/format.ts';
import { formatDateTile, meetingCardTexts as texts } from '../../texts/meetings/meeting-card-texts.ts';
import { formatMeetingTime, meetingTexts } from '../../texts/meetings/meeting-texts.ts';
import { literal, section, smallText, text } from '../card.ts';
import type { Element } from '../card.ts';
import { shortenText } from '../shorten-text.ts';
import { toFromPayload } from './meeting-actions.ts';
import type { MeetingList } from './meeting-actions.ts';

/** A meeting as the buttons on it carry it. */
export function meetingPayload({ meeting }: Pick<ShownMeeting, 'meeting'>, from?: MeetingList) {
  return { meetingId: meeting.id, ...toFromPayload(from) };
}

export function phaseOfShown({ meeting, now }: Pick<ShownMeeting, 'meeting' | 'now'>): MeetingPhase {
  return phaseOf(meeting, now);
}

/** Makes sense alone. */
export function meetingSentence({ meeting, userGroup }: ShownMeeting): string {
  const group = userGroup?.name ?? meetingTexts.wholeCommunity;
  return texts.fallback(group, meeting.title, formatMeetingTime(meeting), meetingTexts.place(meeting.place));
}

/** The date large at the left; group, title, time and place beside it. */
export function meetingHead({ meeting, userGroup }: ShownMeeting): Element {
  const group = userGroup?.name ?? meetingTexts.wholeCommunity;
  const lines = [
    literal([{ text: group, size: 'Small', weight: 'Bolder', color: 'Accent' }]),
    literal([{ text: meeting.title, size: 'Large', weight: 'Bolder' }], { spacing: 'None' }),
    text(formatMeetingTime(meeting), { spacing: 'Small' }),
    literal([{ text: meetingTexts.place(meeting.place), isSubtle: true }], { spacing: 'None' }),
  ];
  return {
    type: 'ColumnSet',
    columns: [
      { type: 'Column', width: 'auto', items: [dateTile(meeting.startsAt)] },
      { type: 'Column', width: 'stretch', items: lines },
    ],
  };
}

/** "DEZ", "3", "Do", one below the other. */
export function dateTile(instant: number): Element {
  const { month, day, weekday } = formatDateTile(instant);
  return {
    type: 'Container',
    style: 'emphasis',
    items: [
      centred(month, { size: 'Small', weight: 'Bolder', color: 'Accent' }),
      centred(day, { size: 'ExtraLarge', weight: 'Bolder', spacing: 'None' }),
      centred(weekday, { size: 'Small', isSubtle: true, spacing: 'None' }),
    ],
  };
}

function centred(words: string, style: Readonly<Record<string, unknown>>): Element {
  return text(words, { horizontalAlignment: 'Center', ...style });
}

/** The agenda, each topic with its votes. */
export function agendaElements({ topics }: Pick<ShownMeeting, 'topics'>): readonly Element[] {
  if (topics.length === 0) {
    return [];
  }
  const rows = topics.map(({ title, votes }) =>
    literal(
      [
        { text: title },
        ...(votes === 0 ? [] : [{ text: `  ·  ${texts.votes(votes)}`, isSubtle: true, size: 'Small' }]),
      ],
      { spacing: 'Small' },
    ),
  );
  return [section([text(texts.topics, { weight: 'Bolder' }), ...rows])];
}

interface Count {
  readonly count: number;
  readonly word: string;
}

/** What everybody may know: how many come, from how many communes, and what room is left. */
export function countElements({ meeting }: Pick<ShownMeeting, 'meeting'>): Element {
  const { capacity, seats } = meeting;
  const { accepted, taken, tentative, waiting, takenByCommune } = seats;
  const communes = Object.keys(takenByCommune).length;
  return countRows([
    { count: accepted, word: texts.accepted(accepted, communes, taken - accepted) },
    ...(capacity === undefined
      ? []
      : [{ count: capacity - taken, word: texts.free(capacity - taken, capacity) }]),
    ...(tentative === 0 ? [] : [{ count: tentative, word: texts.tentative }]),
    ...(waiting === 0 ? [] : [{ count: waiting, word: texts.waiting }]),
  ]);
}

/** A phone has room for three beside each other. */
const mostBeside = 3;

/** Large, each with a small word below. */
export function countRows(counts: readonly Count[]): Element {
  const perRow = counts.length === mostBeside + 1 ? 2 : mostBeside;
  const rows: Element[] = [];
  for (let start = 0; start < counts.length; start += perRow) {
    const columns = counts.slice(start, start + perRow).map(countColumn);
    rows.push({ type: 'ColumnSet', columns });
  }
  return section(rows);
}

function countColumn({ count, word }: Count) {
  return {
    type: 'Column',
    width: 'stretch',
    items: [
      text(formatNumber(count), { size: 'ExtraLarge', weight: 'Bolder' }),
      smallText(word, { spacing: 'None' }),
    ],
  };
}

/** Until when, or that it is too late. */
export function answerByElements(shown: ShownMeeting): readonly Element[] {
  const { respondBy, reserved } = shown.meeting;
  switch (phaseOfShown(shown)) {
    case 'draft':
    case 'open':
      return [
        ...(respondBy === undefined ? [] : [smallText(texts.answerBy(respondBy))]),
        ...(reserved === undefined
          ? []
          : [smallText(texts.reserved(reserved.perCommune, reserved.communes, respondBy !== undefined))]),
      ];
    case 'closed':
      return [smallText(texts.answersEnded(respondBy))];
    case 'cancelled':
    case 'on':
    case 'over':
      return [];
  }
}

/** "Fällt aus", and why. */
export function cancelledElements({ meeting }: ShownMeeting): readonly Element[] {
  if (meeting.state.kind !== 'cancelled') {
    return [];
  }
  const first = text(texts.cancelledFirst, {
    size: 'Medium',
    weight: 'Bolder',
    color: 'Attention',
    style: 'heading',
  });
  return [first, ...reasonElements({ meeting })];
}

/** Why it falls out. */
export function reasonElements({ meeting: { state } }: Pick<ShownMeeting, 'meeting'>): readonly Element[] {
  const reason = state.kind === 'cancelled' ? state.reason : undefined;
  return reason === undefined
    ? []
    : [
        literal([{ text: texts.reason, weight: 'Bolder' }, { text: reason.replaceAll(/\n+/g, ' ') }], {
          spacing: 'None',
        }),
      ];
}

/** What came of it, shortly: the whole is on a card of its own. */
export function resultElements({ meeting: { results } }: ShownMeeting, atMost: number): readonly Element[] {
  if (results === undefined) {
    return [];
  }
  const words = shortenText(results.text.replaceAll(/\n+/g, ' '), atMost);
  return [
    section([text(texts.results, { weight: 'Bolder' }), literal([{ text: words }], { spacing: 'Small' })]),
  ];
}
