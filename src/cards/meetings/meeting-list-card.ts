import { takesAnswers } from '../../domain/meetings/meeting-times.ts';
import { meetingViews } from '../../domain/meetings/meeting-view.ts';
import { isWaiting } from '../../domain/meetings/rsvp.ts';
import type { ListedMeeting, ListMeetingsResult } from '../../features/meetings/list-meetings.ts';
import { meetingListTexts as texts } from '../../texts/meetings/meeting-list-texts.ts';
import { meetingTexts } from '../../texts/meetings/meeting-texts.ts';
import { look } from '../actions.ts';
import type { Surface } from '../actions.ts';
import { buttonRows, card, heading, literal, section, smallText, text } from '../card.ts';
import type { Button, Card, Element } from '../card.ts';
import { fillButtonRows } from '../fill-button-rows.ts';
import { drawToFit } from '../fit-card.ts';
import { shortenText } from '../shorten-text.ts';
import type { MeetingList } from './meeting-actions.ts';
import { planMeetingButton } from './meeting-entries.ts';
import { dateTile } from './meeting-parts.ts';
import { groupChoice } from '../group-choice.ts';

interface Amount {
  readonly groups: number;
  /** Characters of a group's name where it is chosen. */
  readonly name: number;
}

const amounts: readonly [Amount, ...Amount[]] = [
  { groups: 60, name: 100 },
  { groups: 60, name: 40 },
  { groups: 40, name: 40 },
  { groups: 20, name: 40 },
];

/** Characters of the results below a meeting that is over. */
const mostOfResults = 160;

/** A page of meetings. On a card that everybody sees nothing is said of who opened it. */
export function meetingListCard(result: ListMeetingsResult, surface: Surface): Card {
  return drawToFit(amounts, (amount) => draw(result, surface, amount));
}

function draw(result: ListMeetingsResult, surface: Surface, amount: Amount): Card {
  const { view, rows, total, userGroup, page, pages, next, now } = result;
  const sentence = texts.heading(view, total, next, now);
  return card({
    fallbackText: texts.fallback(
      sentence,
      rows.map(({ meeting }) => meeting.title),
    ),
    body: [
      heading(sentence),
      ...(userGroup === undefined
        ? []
        : [
            literal([{ text: texts.ofGroup, isSubtle: true }, { text: userGroup.name }], { spacing: 'None' }),
          ]),
      ...(total > 1 && (view === 'next' || view === 'mine')
        ? [smallText(texts.count(total), { spacing: 'None' })]
        : []),
      ...(rows.length === 0 ? hints(result) : []),
      ...rows.map((row) => meetingRow(row, result, surface)),
      ...(pages > 1 ? [smallText(meetingTexts.page(page, pages), { separator: true })] : []),
      ...buttonRows(pageButtons(result, surface)),
      ...fillButtonRows([
        ...viewButtons(result, surface),
        look(surface, texts.calendar, 'meeting.showFeed', groupPayload(result)),
      ]),
      ...groupChoice(
        {
          groups: result.groups,
          userGroup: result.userGroup,
          amount: amount,
          show: look(surface, texts.show, 'meeting.chooseList', { view: result.view }),
        },
        texts,
      ),
    ],
    actions: result.mayPlan ? [planMeetingButton(surface, groupPayload(result))] : [],
  });
}

function hints({ view, mayPlan }: ListMeetingsResult): readonly Element[] {
  switch (view) {
    case 'mine':
      return [text(texts.hints.mine)];
    case 'next':
    case 'drafts':
      return [text(mayPlan ? texts.hints.plan : texts.hints.propose)];
    case 'past':
      return [];
  }
}

/** Left the day, beside it the meeting; the whole row opens it. */
function meetingRow(row: ListedMeeting, result: ListMeetingsResult, surface: Surface): Element {
  const { meeting } = row;
  const { title, state, startsAt } = meeting;
  const isCancelled = state.kind === 'cancelled';
  const columns = [
    { type: 'Column', width: 'auto', verticalContentAlignment: 'Center', items: [dateTile(startsAt)] },
    {
      type: 'Column',
      width: 'stretch',
      verticalContentAlignment: 'Center',
      items: [
        literal([
          ...(isCancelled ? [{ text: texts.cancelled, weight: 'Bolder', color: 'Attention' }] : []),
          { text: title, weight: 'Bolder' },
        ]),
        ...factLines(row, result).map((words) =>
          literal([{ text: words, isSubtle: true, size: 'Small' }], { spacing: 'None' }),
        ),
        ...ownLine(row, result),
      ],
    },
    {
      type: 'Column',
      width: 'auto',
      verticalContentAlignment: 'Center',
      items: [{ type: 'TextBlock', text: '›', size: 'ExtraLarge', isSubtle: true }],
    },
  ];
  return section([{ type: 'ColumnSet', columns }], { selectAction: openButton(row, result, surface) });
}

function openButton({ meeting }: ListedMeeting, result: ListMeetingsResult, surface: Surface): Button {
  const { id: meetingId, title, state } = meeting;
  return state.kind === 'draft'
    ? look(surface, texts.openDraft(title), 'meeting.showDraft', { meetingId })
    : look(surface, texts.open(title), 'meeting.show', { meetingId, from: listOf(result) });
}

/** When and whose, then where and how many seats; of one that is over what came of it. */
function factLines(
  { meeting, userGroup }: ListedMeeting,
  { view, now }: ListMeetingsResult,
): readonly string[] {
  const { capacity, place, results, seats, state } = meeting;
  const group = userGroup?.name ?? meetingTexts.wholeCommunity;
  const first = [texts.when(meeting, now), group].join(' · ');
  if (view === 'past') {
    const communes = Object.keys(seats.takenByCommune).length;
    const words = results === undefined ? '' : results.text.replaceAll(/\n+/g, ' ');
    return [
      first,
      texts.acceptances(seats.accepted, communes),
      ...(words === '' ? [] : [texts.results + shortenText(words, mostOfResults)]),
    ];
  }
  const isOpen = capacity !== undefined && state.kind === 'published';
  return [
    first,
    [texts.placeKind(place), ...(isOpen ? [texts.free(capacity - seats.taken)] : [])].join(' · '),
  ];
}

/** What the asker said, and that they have not. */
function ownLine(row: ListedMeeting, result: ListMeetingsResult): readonly Element[] {
  const words = result.isOwn ? ownWords(row, result) : undefined;
  return words === undefined
    ? []
    : [text(words, { spacing: 'None', size: 'Small', weight: 'Bolder', color: 'Accent' })];
}

function ownWords({ meeting, own }: ListedMeeting, { view, now }: ListMeetingsResult): string | undefined {
  const { rsvp, waitingPlace } = own ?? {};
  if (rsvp?.checkedInAt !== undefined) {
    return view === 'past' ? texts.wasThere : texts.isThere;
  }
  if (view === 'past' || meeting.state.kind !== 'published') {
    return undefined;
  }
  if (rsvp?.answer === undefined) {
    return takesAnswers(meeting, now) ? texts.notAnswered : undefined;
  }
  return isWaiting(rsvp) && waitingPlace !== undefined
    ? texts.waitingPlace(waitingPlace)
    : texts.own(rsvp.answer);
}

/** The list as its buttons carry it. */
export function listOf({ view, userGroup, page }: ListMeetingsResult): MeetingList {
  return { view, page, ...(userGroup !== undefined && { userGroupId: userGroup.id }) };
}

function groupPayload({ userGroup }: ListMeetingsResult) {
  return userGroup === undefined ? {} : { userGroupId: userGroup.id };
}

function pageButtons(result: ListMeetingsResult, surface: Surface): readonly Button[] {
  const { page, pages } = result;
  const toPage = (title: string, number: number) =>
    look(surface, title, 'meeting.list', { ...listOf(result), page: number });
  return [
    ...(page > 1 ? [toPage(meetingTexts.previous, page - 1)] : []),
    ...(page < pages ? [toPage(meetingTexts.next, page + 1)] : []),
  ];
}

/** One's own are for oneself alone, drafts for those who plan. */
function viewButtons(result: ListMeetingsResult, surface: Surface): readonly Button[] {
  const { isOwn, mayPlan } = result;
  const offered = { next: true, mine: isOwn, past: true, drafts: mayPlan };
  return meetingViews
    .filter((view) => view !== result.view && offered[view])
    .map((view) =>
      look(surface, texts.views[view], 'meeting.list', { view, page: 1, ...groupPayload(result) }),
    );
}
