import { noGroup, toChoices } from '../../domain/meetings/meeting-form.ts';
import { meetingLimits } from '../../domain/meetings/meeting.ts';
import type { MeetingForm } from '../../features/meetings/meeting-form-results.ts';
import { meetingFormTexts as words } from '../../texts/meetings/meeting-form-texts.ts';
import { meetingTexts } from '../../texts/meetings/meeting-texts.ts';
import { smallText } from '../card.ts';
import type { Element } from '../card.ts';
import { choiceInput, textInput } from '../inputs.ts';
import { dateInput, limitChoices, problemElements, timeInput, toChoice } from './meeting-form-parts.ts';

/** How much there is to choose from; less where the card would be too big. */
export interface ChoiceLimits {
  readonly groups: number;
  readonly channels: number;
  readonly topics: number;
}

/** What every meeting needs: what, when, where, and who is invited. */
export function meetingInputs(form: MeetingForm, limits: ChoiceLimits): readonly Element[] {
  const { fields, problems } = form;
  return [
    textInput('title', fields.title, {
      label: words.title,
      maxLength: meetingLimits.title,
      placeholder: words.titlePlaceholder,
      isRequired: true,
      errorMessage: words.titleError,
    }),
    ...problemElements('title', problems),
    ...(form.of === 'published' ? [] : groupInputs(form, limits)),
    ...whenInputs(form),
    ...placeInputs(form),
    ...(form.of === 'published' ? [smallText(words.invitedStay)] : invitedInputs(form, limits)),
  ];
}

function groupInputs({ fields, problems, choices }: MeetingForm, limits: ChoiceLimits): readonly Element[] {
  const { everybody, userGroups } = choices;
  const shown = limitChoices(userGroups, ({ id }) => id === fields.userGroup, limits.groups);
  const all = [
    ...(everybody ? [toChoice(meetingTexts.wholeCommunity, noGroup)] : []),
    ...shown.map(({ id, name }) => toChoice(name, id)),
  ];
  const hidden = userGroups.length - shown.length;
  return [
    choiceInput('userGroup', fields.userGroup, all, {
      label: words.userGroup,
      placeholder: words.userGroupPlaceholder,
      isRequired: true,
      errorMessage: words.userGroupError,
    }),
    ...problemElements('userGroup', problems),
    ...(hidden > 0 ? [smallText(words.moreGroups(hidden))] : []),
  ];
}

function whenInputs({ fields, problems }: MeetingForm): readonly Element[] {
  return [
    dateInput('date', fields.date, {
      label: words.date,
      placeholder: words.datePlaceholder,
      isRequired: true,
      errorMessage: words.dateError,
    }),
    ...problemElements('date', problems),
    {
      type: 'ColumnSet',
      columns: [
        column([
          timeInput('startTime', fields.startTime, {
            label: words.startTime,
            isRequired: true,
            errorMessage: words.startTimeError,
          }),
        ]),
        column([
          timeInput('endTime', fields.endTime, {
            label: words.endTime,
            isRequired: true,
            errorMessage: words.endTimeError,
          }),
        ]),
      ],
    },
    ...problemElements('startTime', problems),
    ...problemElements('endTime', problems),
  ];
}

function column(items: readonly Element[]) {
  return { type: 'Column', width: 'stretch', items };
}

function placeInputs({ fields, problems }: MeetingForm): readonly Element[] {
  return [
    textInput('address', fields.address, {
      label: words.address,
      maxLength: meetingLimits.address,
      placeholder: words.addressPlaceholder,
      errorMessage: words.addressError,
    }),
    ...problemElements('address', problems),
    textInput('link', fields.link, {
      label: words.link,
      maxLength: meetingLimits.link,
      placeholder: words.linkPlaceholder,
      style: 'Url',
      errorMessage: words.linkError,
    }),
    ...problemElements('link', problems),
    smallText(words.placeHint),
  ];
}

function invitedInputs({ fields, problems, choices }: MeetingForm, limits: ChoiceLimits): readonly Element[] {
  const people = [
    ...(choices.userGroups.length > 0 ? [toChoice(words.group, 'group')] : []),
    ...(choices.everybody ? [toChoice(words.everybody, 'everybody')] : []),
    toChoice(words.nobody, 'nobody'),
  ];
  const chosen = new Set(toChoices(fields.channels));
  const channels = limitChoices(choices.channels, ({ key }) => chosen.has(key), limits.channels);
  return [
    choiceInput('people', fields.people, people, {
      label: words.people,
      style: 'expanded',
      isRequired: true,
      errorMessage: words.peopleError,
    }),
    ...problemElements('people', problems),
    ...(channels.length === 0
      ? [smallText(words.noChannels)]
      : [
          choiceInput(
            'channels',
            fields.channels,
            channels.map(({ key, name, userGroup }) =>
              toChoice(words.channel(userGroup?.name ?? meetingTexts.wholeCommunity, name), key),
            ),
            {
              label: words.channels,
              isMultiSelect: true,
              style: channels.length <= mostExpanded ? 'expanded' : 'compact',
              wrap: true,
              errorMessage: words.channelsError,
            },
          ),
        ]),
    ...problemElements('channels', problems),
  ];
}

/** Below each other up to here, then as a list that opens. */
const mostExpanded = 8;
