import type { UserGroup } from '../domain/user-group.ts';
import { userGroupTexts } from '../texts/user-group-texts.ts';
import { act } from './actions.ts';
import type { Surface } from './actions.ts';
import { buttonRows, card, heading, literal, text } from './card.ts';
import type { Card } from './card.ts';

/** Asks whether a group is to be archived, and says what that means. */
export function askToArchiveCard({ id, name }: UserGroup, members: number, surface: Surface): Card {
  const data = { userGroupId: id };
  return card({
    fallbackText: `${userGroupTexts.archiveQuestion} ${name}`,
    body: [
      heading(userGroupTexts.archiveQuestion),
      literal([{ text: name, weight: 'Bolder' }]),
      text(userGroupTexts.archiveMore(members)),
      ...buttonRows([
        act(surface, userGroupTexts.archiveNow, 'userGroup.archive', data),
        act(surface, userGroupTexts.form.cancel, 'userGroup.show', data),
      ]),
    ],
  });
}
