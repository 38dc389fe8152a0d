import type { ListedUserGroup, ListUserGroupsResult } from '../features/user-groups/list-user-groups.ts';
import { userGroupTexts } from '../texts/user-group-texts.ts';
import { act, look } from './actions.ts';
import type { Surface } from './actions.ts';
import { buttonRows, card, heading, literal, pressableRow, smallText, text } from './card.ts';
import type { Button, Card, Element } from './card.ts';
import { shortenText } from './shorten-text.ts';

/** Characters, two lines on a phone. */
const longestDescription = 120;

/** The open user groups, five a page. On a card that everybody sees nothing is said of the asker: the result knows nothing of them. */
export function userGroupListCard(result: ListUserGroupsResult, surface: Surface): Card {
  const { rows, counts, joined, page, pages, mayCreate } = result;
  const sentence = userGroupTexts.listed(counts, joined);
  const isPersonal = !surface.shared || surface.inDialog === true;
  return card({
    fallbackText: userGroupTexts.fallback(
      sentence,
      rows.map(({ userGroup }) => userGroup.name),
    ),
    body: [
      heading(sentence),
      ...(rows.length === 0 && !mayCreate ? [text(userGroupTexts.noneYet)] : []),
      ...rows.map((row) => userGroupRow(row, surface)),
      ...(pages > 1 ? [smallText(userGroupTexts.page(page, pages), { separator: true })] : []),
      ...buttonRows(pageButtons(result, surface)),
    ],
    actions:
      isPersonal && mayCreate
        ? [act(surface, userGroupTexts.create, 'userGroup.offerForm', { kind: 'user-group' })]
        : [],
  });
}

function userGroupRow({ userGroup, joined }: ListedUserGroup, surface: Surface): Element {
  const { id, kind, name, description } = userGroup;
  const line = [userGroupTexts.kinds[kind], ...(joined ? [userGroupTexts.youAreIn] : [])].join(' · ');
  const action = look(surface, userGroupTexts.detailsOf(name), 'userGroup.show', { userGroupId: id });
  return pressableRow(
    [
      literal([{ text: name, weight: 'Bolder' }]),
      smallText(line, { spacing: 'None' }),
      literal([{ text: shortenText(description.replaceAll('\n', ' '), longestDescription) }], {
        spacing: 'Small',
      }),
    ],
    action,
  );
}

function pageButtons({ page, pages }: ListUserGroupsResult, surface: Surface): readonly Button[] {
  return [
    ...(page > 1 ? [look(surface, userGroupTexts.previous, 'userGroup.list', { page: page - 1 })] : []),
    ...(page < pages ? [look(surface, userGroupTexts.next, 'userGroup.list', { page: page + 1 })] : []),
  ];
}
