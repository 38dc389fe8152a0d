import type { SendTimeProblem } from '../domain/send-time.ts';
import type { DescribedAnnouncement } from '../features/announcements/describe-announcement.ts';
import { announcementTexts } from '../texts/announcement-texts.ts';
import { act } from './actions.ts';
import type { Surface } from './actions.ts';
import { agreementElements } from './announcement-preview-card.ts';
import type { CountProblem } from './announcement-preview-card.ts';
import { card, heading, literal, smallText, text } from './card.ts';
import type { Card, Element } from './card.ts';
import { problemText } from './inputs.ts';

const { schedule, recipients } = announcementTexts;

export interface ScheduleState {
  readonly described: DescribedAnnouncement;
  /** What was typed, or the time that holds now: `2026-11-22` and `14:30`. */
  readonly date?: string;
  readonly time?: string;
  readonly problem?: SendTimeProblem | CountProblem;
}

/** Asks for the day and the time at which an announcement goes out. */
export function announcementScheduleCard(state: ScheduleState, surface: Surface): Card {
  const { described, problem } = state;
  const { id, version, content } = described.announcement;
  const isCountProblem = problem === 'missing' || problem === 'wrong';
  const timeProblem = isCountProblem ? undefined : problem;
  return card({
    fallbackText: `${schedule.heading} ${content.title}`,
    body: [
      heading(schedule.heading),
      literal([{ text: content.title, weight: 'Bolder' }]),
      text(`${announcementTexts.audience.to}${recipients(described.count)}`, { spacing: 'None' }),
      dateInput(state.date),
      ...(isAbout('date', timeProblem) ? [problemText(schedule.problems[timeProblem])] : []),
      timeInput(state.time),
      ...(isAbout('time', timeProblem) ? [problemText(schedule.problems[timeProblem])] : []),
      smallText(schedule.zone),
      ...agreementElements(described, isCountProblem ? problem : undefined),
    ],
    actions: [
      act(
        surface,
        schedule.save,
        'announcement.schedule',
        { announcementId: id, version },
        { style: 'positive' },
      ),
      act(
        surface,
        schedule.back,
        'announcement.showDraft',
        { announcementId: id },
        { associatedInputs: 'none' },
      ),
    ],
  });
}

/** Below which field a problem stands. */
function isAbout(field: 'date' | 'time', problem: SendTimeProblem | undefined): problem is SendTimeProblem {
  return problem !== undefined && problem.startsWith('time') === (field === 'time');
}

function dateInput(value: string | undefined): Element {
  const isDate = value !== undefined && /^\d{4}-\d\d-\d\d$/.test(value);
  return {
    type: 'Input.Date',
    id: 'date',
    label: schedule.date,
    isRequired: true,
    errorMessage: schedule.dateError,
    ...(isDate && { value }),
  };
}

function timeInput(value: string | undefined): Element {
  const isTime = value !== undefined && /^\d\d:\d\d$/.test(value);
  return {
    type: 'Input.Time',
    id: 'time',
    label: schedule.time,
    isRequired: true,
    errorMessage: schedule.timeError,
    ...(isTime && { value }),
  };
}
