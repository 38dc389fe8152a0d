import type { Deps } from '../../deps.ts';
import type { AnnouncementContent } from '../../domain/announcement.ts';
import { checkContent } from '../../domain/announcement-content.ts';
import type { ContentFields, ContentProblem, TypedAnnouncement } from '../../domain/announcement-content.ts';
import type { AudiencePart } from '../../domain/audience.ts';
import type { MemberId } from '../../domain/ids.ts';
import type { Asker } from '../../domain/member.ts';
import type { DeniedAnnouncement } from './announcement-results.ts';
import { findAudienceChoices, readAudience } from './audience-choices.ts';
import type { AudienceChoices } from './audience-choices.ts';
import { checkAnnouncer, mapUserGroups, ownOpenGroups } from './check-announcer.ts';

/** The form as it was sent; several choices are joined with commas. */
export interface TypedForm extends TypedAnnouncement {
  readonly audience?: string;
  readonly communes?: string;
}

/** What stands in the form. */
export interface FormFields extends ContentFields {
  readonly audience: readonly AudiencePart[];
}

export type FormProblem = ContentProblem | 'audience-missing' | 'audience-gone' | 'outdated';

export interface InvalidForm {
  readonly kind: 'invalid';
  readonly problems: readonly FormProblem[];
  /** What was typed, cleaned. */
  readonly fields: FormFields;
  readonly choices: AudienceChoices;
}

export type CheckFormResult =
  | {
      readonly kind: 'valid';
      readonly memberId: MemberId;
      readonly content: AnnouncementContent;
      readonly audience: readonly AudiencePart[];
      readonly fields: FormFields;
      readonly choices: AudienceChoices;
    }
  | InvalidForm
  | DeniedAnnouncement;

export type FormDeps = Pick<Deps, 'userGroups' | 'userGroupChannels' | 'operator' | 'logger'>;

/** Words and audience of a form, and whether the asker may announce to these. */
export async function checkForm(deps: FormDeps, asker: Asker, typed: TypedForm): Promise<CheckFormResult> {
  const groups = await mapUserGroups(deps);
  const { audience, hasUnknown } = readAudience(deps, toKeys(typed), groups);
  // Who organises a group and chose nobody yet is told so; who organises nothing is refused.
  const asked = audience.length > 0 ? audience : groupsOf(ownOpenGroups(asker, groups));
  const permission = checkAnnouncer(deps, asker, asked, groups);
  if (permission.kind === 'denied') {
    return permission;
  }
  const checked = checkContent(typed);
  const choices = await findAudienceChoices(deps, asker, groups);
  const fields = { ...checked.fields, audience };
  const problems: readonly FormProblem[] = [
    ...(checked.kind === 'invalid' ? checked.problems : []),
    ...(hasUnknown ? (['audience-gone'] as const) : []),
    ...(audience.length === 0 && !hasUnknown ? (['audience-missing'] as const) : []),
  ];
  return checked.kind === 'invalid' || problems.length > 0
    ? { kind: 'invalid', problems, fields, choices }
    : {
        kind: 'valid',
        memberId: permission.memberId,
        content: checked.content,
        audience,
        fields,
        choices,
      };
}

function groupsOf(groups: ReturnType<typeof ownOpenGroups>): readonly AudiencePart[] {
  return groups.map(({ id }) => ({ kind: 'user-group', userGroupId: id }));
}

/** At most as many as a form can have choices. */
const mostKeys = 500;

function toKeys({ audience = '', communes = '' }: TypedForm): readonly string[] {
  const keys = `${audience},${communes}`.split(',').map((key) => key.trim());
  return keys.filter((key) => key !== '').slice(0, mostKeys);
}
