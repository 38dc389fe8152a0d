import type { DescribedPlan } from '../../features/meetings/world-cafe/describe-plan.ts';
import type { ShownCafe } from '../../features/meetings/world-cafe/show-cafe.ts';
import { cafeOrganisingTexts as texts } from '../../texts/meetings/cafe-organising-texts.ts';
import { cafeTexts } from '../../texts/meetings/cafe-texts.ts';
import { namePlannedPeople } from '../../texts/meetings/name-planned-people.ts';
import { literal, smallText, text } from '../card.ts';
import type { Button, Element } from '../card.ts';
import { fillButtonRows } from '../fill-button-rows.ts';

interface Options {
  /** Whether it says who sits where. */
  readonly withLists: boolean;
  readonly picture: string | undefined;
}

/** A plan for organisers: whether people know it and what changed since, how good it is, its picture, and the same in words. */
export function planElements(
  { shown, cafe }: ShownCafe,
  described: DescribedPlan,
  { withLists, picture }: Options,
): readonly Element[] {
  const { plan, added, gone, quality } = described;
  const hasOtherSettings = JSON.stringify(plan.settings) !== JSON.stringify(cafe.settings);
  return [
    text(toldSentence(cafe.told?.number, plan.number), { spacing: 'Small' }),
    ...(added + gone > 0 ? [text(texts.changed(added, gone), { color: 'Attention', spacing: 'Small' })] : []),
    ...(hasOtherSettings ? [text(texts.otherSettings, { color: 'Attention', spacing: 'Small' })] : []),
    smallText(texts.quality(quality), { spacing: 'Small' }),
    ...(picture === undefined ? [] : [pictureElement(described, picture)]),
    ...(withLists ? listElements(described, shown.communes) : []),
  ];
}

function toldSentence(told: number | undefined, number: number): string {
  if (told === number) {
    return texts.told;
  }
  return told === undefined ? texts.notTold : texts.olderTold(told);
}

function pictureElement(described: DescribedPlan, url: string): Element {
  return {
    type: 'Image',
    url,
    altText: toAltText(described),
    size: 'Stretch',
  };
}

function toAltText({ plan, people, persons }: DescribedPlan): string {
  const { topics, rounds } = plan.settings;
  const sizes = Array.from({ length: rounds }, (_, round) =>
    texts.sizes(
      round + 1,
      topics.map((_topic, index) =>
        people.filter(({ tables }) => tables[round] === index + 1).reduce((sum, one) => sum + one.persons, 0),
      ),
    ),
  );
  return texts.altText({ persons, tables: topics.length, rounds, sizes });
}

/** Of each round a list that opens. */
function listElements(
  described: DescribedPlan,
  communes: ShownCafe['shown']['communes'],
): readonly Element[] {
  const { plan, people } = described;
  const labels = namePlannedPeople(people, communes);
  const lists = Array.from({ length: plan.settings.rounds }, (_, round) => ({
    type: 'Container',
    id: listId(round),
    isVisible: false,
    items: [
      text(texts.round(round + 1), { weight: 'Bolder' }),
      ...described.topics.flatMap(({ title }, index) =>
        tableElements(
          title ?? cafeTexts.goneTopic,
          index + 1,
          people.filter(({ tables }) => tables[round] === index + 1),
          labels,
        ),
      ),
    ],
  }));
  const buttons = lists.map(({ id }, round): Button => ({
    type: 'Action.ToggleVisibility',
    title: texts.round(round + 1),
    tooltip: texts.list(round + 1),
    targetElements: [id],
  }));
  return [smallText(texts.lists, { spacing: 'Small' }), ...fillButtonRows(buttons), ...lists];
}

function tableElements(
  title: string,
  table: number,
  people: DescribedPlan['people'],
  labels: ReadonlyMap<string, string>,
): readonly Element[] {
  const persons = people.reduce((sum, one) => sum + one.persons, 0);
  const names = people
    .map(({ person }) => labels.get(person) ?? '')
    .sort((one, other) => one.localeCompare(other, 'de', { numeric: true }));
  return [
    literal([{ text: texts.table(table, title, persons), weight: 'Bolder', size: 'Small' }]),
    literal([{ text: names.length === 0 ? texts.nobody : names.join(' · '), size: 'Small' }], {
      spacing: 'None',
    }),
  ];
}

function listId(round: number): string {
  return `round-${round + 1}`;
}
