import type { ShownMeeting } from '../../features/meetings/meeting-results.ts';
import type { MeetingPreview } from '../../features/meetings/preview-meeting.ts';
import { meetingPlanningTexts } from '../../texts/meetings/meeting-planning-texts.ts';
import { act } from '../actions.ts';
import type { Surface } from '../actions.ts';
import { buttonRows, card, heading, section, smallText } from '../card.ts';
import type { Button, Card, Element } from '../card.ts';
import { drawToFit } from '../fit-card.ts';
import { problemText, textInput } from '../inputs.ts';
import { meetingCard, sharedMeetingCard } from './meeting-card.ts';

const { preview: words } = meetingPlanningTexts;

/** A draft as those who are invited will see it, how many these are, and the ways on. */
export function meetingPreviewCard(preview: MeetingPreview, surface: Surface): Card {
  const { shown, count, problem } = preview;
  const sentence = words.heading(count);
  return drawToFit([false, true], (short) =>
    card({
      fallbackText: `${sentence} ${shown.meeting.title}`,
      body: [
        heading(sentence),
        ...(problem === 'outdated' ? [problemText(words.outdated)] : []),
        section([...postedElements(preview, surface, short), smallText(words.buttons)]),
        ...(count.unreachable > 0 ? [smallText(words.unreachable(count.unreachable))] : []),
        ...countElements(preview),
        ...buttonRows(buttons(preview, surface)),
      ],
    }),
  );
}

/** The very elements that will be posted: what a member gets, or where only channels are told, what stands there. */
function postedElements({ shown }: MeetingPreview, surface: Surface, short: boolean): readonly Element[] {
  const invitation = asPublished(shown);
  const posted =
    shown.meeting.invited.people === 'nobody'
      ? sharedMeetingCard(invitation, surface, { short })
      : meetingCard(invitation, surface, { short });
  return posted.body.flatMap(withoutButtons);
}

/** As whoever is invited sees it first. */
function asPublished(shown: ShownMeeting): ShownMeeting {
  const { meeting, now, viewer } = shown;
  const { memberId } = viewer;
  return {
    ...shown,
    meeting: { ...meeting, state: { kind: 'published', at: now } },
    viewer: { mayAnswer: true, organises: false, ...(memberId !== undefined && { memberId }) },
  };
}

/** Nobody answers a draft. */
function withoutButtons(element: Element): readonly Element[] {
  if (element.type === 'ActionSet') {
    return [];
  }
  const { items } = element;
  if (!Array.isArray(items)) {
    return [element];
  }
  const kept = items.filter((item: unknown) => !isActionSet(item));
  return kept.length === 0 ? [] : [{ ...element, items: kept }];
}

function isActionSet(item: unknown): boolean {
  return typeof item === 'object' && item !== null && 'type' in item && item.type === 'ActionSet';
}

/** To many the number is typed. */
function countElements({ count, confirmAbove, problem }: MeetingPreview): readonly Element[] {
  const { people } = count;
  if (people <= confirmAbove) {
    return [];
  }
  return [
    smallText(words.countWhy(confirmAbove, people)),
    textInput('count', undefined, {
      label: words.countQuestion,
      maxLength: 12,
      isRequired: true,
      errorMessage: words.countError,
    }),
    ...(problem === 'count-missing' ? [problemText(words.countMissing(people))] : []),
    ...(problem === 'count-wrong' ? [problemText(words.countWrong(people))] : []),
  ];
}

function buttons({ shown }: MeetingPreview, surface: Surface): readonly Button[] {
  const { id: meetingId, edition } = shown.meeting;
  const unchecked = { associatedInputs: 'none' };
  return [
    act(surface, words.publish, 'meeting.publish', { meetingId, edition }, { style: 'positive' }),
    act(surface, words.change, 'meeting.offerDraftChange', { meetingId }, unchecked),
    act(surface, words.discard, 'meeting.discard', { meetingId }, unchecked),
  ];
}
