import type { UserGroup } from '../domain/user-group.ts';
import { noUserGroup } from './actions.ts';
import { buttonRows, section, smallText } from './card.ts';
import type { Button, Element } from './card.ts';
import { choiceInput } from './inputs.ts';
import { shortenText } from './shorten-text.ts';

/** What the field says, in the words of the list that it is on. */
export interface GroupChoiceWords {
  readonly allGroups: string;
  readonly group: string;
  readonly groupError: string;
  readonly moreGroups: (n: number) => string;
}

export interface GroupChoice {
  readonly groups: readonly UserGroup[];
  readonly userGroup: UserGroup | undefined;
  /** How many are offered, and how many letters of each name. */
  readonly amount: { readonly groups: number; readonly name: number };
  readonly show: Button;
}

/** Of which group a list shows something: as many as there is room for, the chosen one always among them. */
export function groupChoice(
  { groups, userGroup, amount, show }: GroupChoice,
  words: GroupChoiceWords,
): readonly Element[] {
  if (groups.length === 0) {
    return [];
  }
  const toChoice = ({ id, name }: UserGroup) => ({ title: shortenText(name, amount.name), value: id });
  const shown = groups.filter(({ id }, index) => index < amount.groups || id === userGroup?.id);
  const hidden = groups.length - shown.length;
  const choices = [{ title: words.allGroups, value: noUserGroup }, ...shown.map(toChoice)];
  return [
    section([
      choiceInput('userGroup', userGroup?.id ?? noUserGroup, choices, {
        label: words.group,
        errorMessage: words.groupError,
      }),
      ...(hidden > 0 ? [smallText(words.moreGroups(hidden), { spacing: 'Small' })] : []),
      ...buttonRows([show]),
    ]),
  ];
}
