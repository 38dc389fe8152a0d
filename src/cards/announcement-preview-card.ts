import type { DescribedAnnouncement } from '../features/announcements/describe-announcement.ts';
import { announcementTexts } from '../texts/announcement-texts.ts';
import { act } from './actions.ts';
import type { Surface } from './actions.ts';
import { announcementBody } from './announcement-card.ts';
import { audienceElements } from './announcement-parts.ts';
import { buttonRows, card, heading, section, smallText, text } from './card.ts';
import type { Button, Card, Element } from './card.ts';
import { problemText, textInput } from './inputs.ts';

const { preview } = announcementTexts;

/** Why the number of recipients is asked for again. */
export type CountProblem = 'missing' | 'wrong';

export interface PreviewState {
  readonly described: DescribedAnnouncement;
  readonly problem?: CountProblem | 'outdated';
}

/** A draft exactly as it will look, whom it reaches, and the ways on. */
export function announcementPreviewCard({ described, problem }: PreviewState, surface: Surface): Card {
  const { count, announcement } = described;
  const sentence = count.recipients === 0 ? preview.nobody : preview.heading(count);
  return card({
    fallbackText: `${sentence} ${announcement.content.title}`,
    body: [
      heading(sentence),
      ...(problem === 'outdated' ? [problemText(preview.outdated)] : []),
      ...lostTime(described),
      section(shownDraft(described)),
      ...audienceElements(described),
      ...(count.recipients === 0 ? [text(preview.nobodyMore)] : agreementElements(described, problem)),
      ...buttonRows(buttons(described, surface)),
    ],
  });
}

/** A change made it a draft again, and nothing goes out by itself any more. */
function lostTime({ announcement: { state } }: DescribedAnnouncement): readonly Element[] {
  return state.kind === 'draft' && state.wasPlannedFor !== undefined
    ? [text(preview.lostTime(state.wasPlannedFor))]
    : [];
}

/** The very elements that its recipients get. */
export function shownDraft({ announcement }: DescribedAnnouncement): readonly Element[] {
  return announcementBody({ ...announcement, acknowledge: 'preview' });
}

/** What is needed before it goes to so many. */
export function agreementElements(
  { agreement, announcement, confirmAbove, count }: DescribedAnnouncement,
  problem: PreviewState['problem'],
): readonly Element[] {
  if (agreement === 'none' || announcement.confirmedBy !== undefined) {
    return [];
  }
  if (agreement === 'second-organiser') {
    return [smallText(preview.secondOrganiser(confirmAbove))];
  }
  return [
    smallText(preview.countWhy(confirmAbove, count.recipients)),
    textInput('count', undefined, {
      label: preview.countQuestion,
      maxLength: 12,
      isRequired: true,
      errorMessage: preview.countError,
    }),
    ...(problem === 'missing' ? [problemText(preview.countMissing(count.recipients))] : []),
    ...(problem === 'wrong' ? [problemText(preview.countWrong(count.recipients))] : []),
  ];
}

function buttons(
  { announcement, agreement, count }: DescribedAnnouncement,
  surface: Surface,
): readonly Button[] {
  const { id, version } = announcement;
  const one = { announcementId: id };
  const seen = { ...one, version };
  const unchecked = { associatedInputs: 'none' };
  const send = agreement === 'second-organiser' ? preview.ask : preview.send;
  const change = act(surface, preview.change, 'announcement.offerChange', one, unchecked);
  const schedule = act(surface, preview.schedule, 'announcement.offerSchedule', seen, unchecked);
  return [
    ...(count.recipients > 0 ? [act(surface, send, 'announcement.send', seen, { style: 'positive' })] : []),
    change,
    ...(count.recipients > 0 ? [schedule] : []),
    act(surface, preview.discard, 'announcement.discard', one, unchecked),
    act(surface, preview.keepTemplate, 'announcement.keepTemplate', one, unchecked),
  ];
}
