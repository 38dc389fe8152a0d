import type { Commune } from '../domain/commune.ts';
import type { AudienceChoices } from '../features/announcements/audience-choices.ts';
import { announcementTexts } from '../texts/announcement-texts.ts';
import { smallText } from './card.ts';
import type { Element } from './card.ts';

const { form, audience: names } = announcementTexts;

/** More choices do not fit into 25 KB; those that are chosen are always among them. */
const mostGroups = 22;
const mostCommunes = 110;
/** Below each other up to here, then as a list that opens. */
const mostExpanded = 8;

type OfferedGroup = AudienceChoices['userGroups'][number];

interface Choice {
  readonly title: string;
  readonly value: string;
}

/**
 * Whom it is for. No style "filtered": it goes with one choice only (https://github.com/microsoft/AdaptiveCards/pull/5994).
 * Required only where no communes can be chosen instead.
 */
export function audienceInputs(choices: AudienceChoices, chosen: readonly string[]): readonly Element[] {
  const { shown, hidden } = shownGroups(choices, chosen);
  const all: readonly Choice[] = [
    ...(choices.everybody
      ? [
          { title: names.all, value: 'all' },
          { title: names.organisers, value: 'organisers' },
        ]
      : []),
    ...shown.flatMap(toChoices),
    ...choices.districts.map(({ districtKey, name, kind, districtName }) => ({
      title: kind === 'kreis' ? name : districtName,
      value: `district:${districtKey}`,
    })),
  ];
  return [
    multiSelect('audience', all, chosen, {
      label: form.audience,
      errorMessage: form.audienceError,
      ...(choices.communes.length === 0 && { isRequired: true }),
    }),
    ...(hidden > 0 ? [smallText(form.moreGroups(hidden))] : []),
  ];
}

function toChoices({ userGroup: { id, name }, hasChannels }: OfferedGroup): readonly Choice[] {
  const people = { title: names.group(name), value: `group:${id}` };
  return hasChannels ? [people, { title: names.channels(name), value: `channels:${id}` }] : [people];
}

export function communesInput({ communes }: AudienceChoices, chosen: readonly string[]): Element {
  const first = communes.filter(({ id }) => chosen.includes(id));
  const others = communes.filter(({ id }) => !chosen.includes(id)).slice(0, mostCommunes - first.length);
  const shown = [...first, ...others].sort((one, other) => one.name.localeCompare(other.name, 'de'));
  return multiSelect(
    'communes',
    shown.map(({ id, name }: Commune) => ({ title: name, value: id })),
    chosen,
    { label: form.communes, errorMessage: form.communesError },
  );
}

function multiSelect(
  id: string,
  choices: readonly Choice[],
  chosen: readonly string[],
  rest: Readonly<Record<string, unknown>>,
): Element {
  const values = chosen.filter((key) => choices.some(({ value }) => value === key));
  return {
    type: 'Input.ChoiceSet',
    id,
    isMultiSelect: true,
    style: choices.length <= mostExpanded ? 'expanded' : 'compact',
    wrap: true,
    placeholder: form.audiencePlaceholder,
    choices,
    ...(values.length > 0 && { value: values.join(',') }),
    ...rest,
  };
}

function shownGroups({ userGroups }: AudienceChoices, chosen: readonly string[]) {
  const isChosen = ({ userGroup: { id } }: OfferedGroup) =>
    chosen.includes(`group:${id}`) || chosen.includes(`channels:${id}`);
  const first = userGroups.filter(isChosen);
  const others = userGroups.filter((one) => !isChosen(one)).slice(0, Math.max(0, mostGroups - first.length));
  const kept = new Set([...first, ...others]);
  return { shown: userGroups.filter((one) => kept.has(one)), hidden: userGroups.length - kept.size };
}
