import type { MeetingFormName } from '../../domain/meetings/meeting-form.ts';
import { readTypedDay } from '../../domain/meetings/meeting-form-when.ts';
import type { TopicRequestId, UserGroupId } from '../../domain/ids.ts';
import type { MeetingForm } from '../../features/meetings/meeting-form-results.ts';
import { meetingFormTexts as words } from '../../texts/meetings/meeting-form-texts.ts';
import { formatWeekday } from '../../texts/topic-texts.ts';
import { act, look } from '../actions.ts';
import type { Surface } from '../actions.ts';
import { card, heading, literal, text } from '../card.ts';
import type { Button, Card, Element } from '../card.ts';
import { drawToFit } from '../fit-card.ts';
import { problemText } from '../inputs.ts';
import { shortenText } from '../shorten-text.ts';
import { openFormCard } from '../user-group-form-card.ts';
import { toFromPayload } from './meeting-actions.ts';
import type { MeetingList } from './meeting-actions.ts';
import { meetingInputs } from './meeting-form-inputs.ts';
import type { ChoiceLimits } from './meeting-form-inputs.ts';
import { moreMeetingInputs } from './meeting-form-more.ts';

const limits: readonly [ChoiceLimits, ...ChoiceLimits[]] = [
  { groups: 22, channels: 25, topics: 25 },
  { groups: 22, channels: 12, topics: 10 },
  { groups: 8, channels: 0, topics: 0 },
];

const titles = { new: words.create, draft: words.changeDraft, published: words.change } as const;

/** The form in which a meeting is planned or changed: the same card in the 1:1 chat and in a dialog. */
export function meetingFormCard(
  form: MeetingForm,
  { surface, from }: { readonly surface: Surface; readonly from?: MeetingList },
): Card {
  const title = titles[form.of];
  return drawToFit(limits, (limit) =>
    card({
      fallbackText: title,
      body: [
        heading(title),
        ...refusedElements(form),
        ...currentElements(form),
        ...meetingInputs(form, limit),
        ...moreMeetingInputs(form, limit),
      ],
      actions: buttons(form, surface, from),
    }),
  );
}

/** "Formular öffnen": where everybody would see what is typed. */
export function openMeetingFormCard(
  surface: Surface,
  about: { readonly userGroupId?: UserGroupId; readonly topicRequestId?: TopicRequestId } = {},
): Card {
  const open = look(surface, words.open, 'meeting.offerForm', about);
  return openFormCard(words.create, open, words.forOrganisers);
}

const labels: readonly (readonly [MeetingFormName, string])[] = [
  ['title', words.title],
  ['date', words.date],
  ['startTime', words.startTime],
  ['endTime', words.endTime],
  ['endDate', words.endDate],
  ['address', words.address],
  ['link', words.link],
  ['capacity', words.capacity],
  ['seatsPerCommune', words.seatsPerCommune],
  ['mostGuests', words.mostGuests],
  ['respondBy', words.respondBy],
  ['description', words.description],
  ['question1', words.question(1)],
  ['question2', words.question(2)],
  ['question3', words.question(3)],
];

const shortValue = 200;

/** What is wrong may stand further down than a phone shows. */
function refusedElements({ problems }: MeetingForm): readonly Element[] {
  const wrong = problems.filter(({ kind }) => kind !== 'outdated').length;
  return wrong === 0 ? [] : [problemText(words.refused(wrong))];
}

/** What somebody else has written meanwhile, where it differs. */
function currentElements({ problems, current, fields }: MeetingForm): readonly Element[] {
  if (!problems.some(({ kind }) => kind === 'outdated')) {
    return [];
  }
  const other = labels.filter(([name]) => current !== undefined && current[name] !== fields[name]);
  return [
    problemText(String(words.problems.outdated)),
    ...(other.length === 0 ? [] : [text(words.currently, { spacing: 'Small' })]),
    ...other.map(([name, label]) =>
      literal([{ text: words.current(label, toShown(current?.[name] ?? '')) }], { spacing: 'Small' }),
    ),
  ];
}

/** A day as people write it. */
function toShown(value: string): string {
  return readTypedDay(value) === value ? formatWeekday(value) : shortenText(value, shortValue);
}

function buttons(
  { of, meetingId, edition }: MeetingForm,
  surface: Surface,
  from: MeetingList | undefined,
): readonly Button[] {
  const one = { meetingId };
  const seen = { ...one, ...(edition !== undefined && { edition }) };
  const positive = { style: 'positive' };
  // What stands in the fields does not matter, so it is not checked.
  const unchecked = { associatedInputs: 'none' };
  switch (of) {
    case 'new':
      return [
        act(surface, words.preview, 'meeting.draft', seen, positive),
        // A dialog has its own way to close it.
        ...(surface.shared
          ? []
          : [act(surface, words.cancel, 'meeting.list', { view: 'next', page: 1 }, unchecked)]),
      ];
    case 'draft':
      return [
        act(surface, words.preview, 'meeting.draft', seen, positive),
        act(surface, words.cancel, 'meeting.showDraft', one, unchecked),
      ];
    case 'published': {
      const about = toFromPayload(from);
      return [
        act(surface, words.save, 'meeting.change', { ...seen, ...about }, positive),
        act(surface, words.cancel, 'meeting.organise', { ...one, ...about }, unchecked),
      ];
    }
  }
}
