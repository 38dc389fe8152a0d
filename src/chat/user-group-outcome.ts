import type { Surface } from '../cards/actions.ts';
import type { Card } from '../cards/card.ts';
import { userGroupCard } from '../cards/user-group-card.ts';
import { userGroupFormCard } from '../cards/user-group-form-card.ts';
import type { FormState } from '../cards/user-group-form-card.ts';
import type { DescribedUserGroup } from '../features/user-groups/describe-user-group.ts';
import type { DeniedUserGroup, Done, Gone } from '../features/user-groups/user-group-results.ts';
import { memberTexts } from '../texts/member-texts.ts';
import { userGroupTexts } from '../texts/user-group-texts.ts';
import type { View } from './personal-view.ts';

/** What the person sees, and what is posted for everybody in a shared place. */
export interface UserGroupAnswer {
  readonly view: View;
  readonly post?: Card;
}

/** Why not, in a sentence. */
export function whyDenied({ because }: DeniedUserGroup): string {
  return because === 'not-organiser' ? userGroupTexts['not-organiser'] : memberTexts[because];
}

/** Whether everybody sees what comes back; a dialog is for the presser alone. */
export function isSeenByAll({ shared, inDialog }: Surface): boolean {
  return shared && inDialog !== true;
}

type Outcome =
  | 'shown'
  | 'joined'
  | 'already-in'
  | 'left'
  | 'not-in'
  | 'created'
  | 'changed'
  | 'organises'
  | 'stopped';

/** The group with what just happened; where everybody would see that, a sentence for the presser instead. */
export function toOutcomeView(result: Done<Outcome> | Gone | DeniedUserGroup, surface: Surface): View {
  switch (result.kind) {
    case 'gone':
      return userGroupTexts.gone;
    case 'denied':
      return whyDenied(result);
    case 'shown':
      return toGroupView(result.described, surface);
    case 'joined':
    case 'already-in':
    case 'left':
    case 'not-in':
    case 'created':
    case 'changed':
    case 'organises':
    case 'stopped': {
      const sentence = userGroupTexts[result.kind];
      return isSeenByAll(surface)
        ? userGroupTexts.note(result.described.userGroup.name, sentence)
        : toGroupView(result.described, surface, sentence);
    }
  }
}

function toGroupView(described: DescribedUserGroup, surface: Surface, outcome?: string): View {
  const title = userGroupTexts.kinds[described.userGroup.kind];
  return { title, card: userGroupCard(described, surface, outcome) };
}

export function toFormView(state: FormState, surface: Surface): View {
  const card = userGroupFormCard(state, surface);
  return { title: card.fallbackText, card };
}
