import type { Deps } from '../../deps.ts';
import type { Announcement } from '../../domain/announcement.ts';
import { isUnderWay } from '../../domain/announcement-steps.ts';
import type { AnnouncementId, UserGroupId } from '../../domain/ids.ts';
import type { Asker } from '../../domain/member.ts';
import { may } from '../../domain/permissions.ts';
import type { DeniedAnnouncement, GoneAnnouncement } from './announcement-results.ts';
import { findAudienceChoices } from './audience-choices.ts';
import type { AudienceChoices } from './audience-choices.ts';
import { checkAnnouncer, mapUserGroups, ownOpenGroups } from './check-announcer.ts';
import type { FormDeps, FormFields } from './check-form.ts';
import { findAnnouncement } from './find-announcement.ts';
import { ownTemplates } from './list-templates.ts';

export type OfferAnnouncementFormResult =
  | {
      readonly kind: 'offered';
      readonly fields: FormFields;
      readonly choices: AudienceChoices;
      readonly hasTemplates: boolean;
    }
  | { readonly kind: 'template-gone' }
  | DeniedAnnouncement;

const empty: FormFields = { title: '', text: '', acknowledgement: false, audience: [] };

/** The form for a new announcement: empty, for a user group, or filled from a template whose audience the asker may announce to. */
export async function offerAnnouncementForm(
  deps: FormDeps & Pick<Deps, 'announcementTemplates'>,
  request: { readonly asker: Asker; readonly userGroupId?: UserGroupId; readonly templateId?: string },
): Promise<OfferAnnouncementFormResult> {
  const { asker, userGroupId, templateId } = request;
  const groups = await mapUserGroups(deps);
  const own = ownOpenGroups(asker, groups);
  const mayAll = may(asker, 'announce').kind === 'allowed';
  if (!mayAll && own.length === 0) {
    const permission = checkAnnouncer(deps, asker, [], groups);
    if (permission.kind === 'denied') {
      return permission;
    }
  }
  const [choices, templates] = await Promise.all([
    findAudienceChoices(deps, asker, groups),
    ownTemplates(deps, asker, groups),
  ]);
  const offered = { kind: 'offered', choices, hasTemplates: templates.length > 0 } as const;
  if (templateId !== undefined) {
    const template = templates.find(({ id }) => id === templateId);
    return template === undefined
      ? { kind: 'template-gone' }
      : { ...offered, fields: { ...template.content, audience: template.audience } };
  }
  const isOwn = userGroupId !== undefined && own.some(({ id }) => id === userGroupId);
  const [only] = own;
  const chosen = isOwn ? userGroupId : !mayAll && own.length === 1 ? only?.id : undefined;
  return {
    ...offered,
    fields:
      chosen === undefined ? empty : { ...empty, audience: [{ kind: 'user-group', userGroupId: chosen }] },
  };
}

export type OfferAnnouncementChangeResult =
  | {
      readonly kind: 'offered';
      readonly fields: FormFields;
      readonly choices: AudienceChoices;
      readonly announcement: Announcement;
    }
  | { readonly kind: 'under-way'; readonly announcement: Announcement }
  | GoneAnnouncement
  | DeniedAnnouncement;

/** The form with the words of an announcement that its author takes up again. */
export async function offerAnnouncementChange(
  deps: FormDeps & Pick<Deps, 'announcements' | 'clock'>,
  request: { readonly asker: Asker; readonly announcementId: AnnouncementId },
): Promise<OfferAnnouncementChangeResult> {
  const { asker } = request;
  const found = await findAnnouncement(deps, asker, request.announcementId);
  if (found.kind !== 'found') {
    return found;
  }
  const { value: announcement } = found.stored;
  if (announcement.by !== found.memberId) {
    return { kind: 'gone' };
  }
  if (isUnderWay(announcement, deps.clock.now())) {
    return { kind: 'under-way', announcement };
  }
  const choices = await findAudienceChoices(deps, asker, await mapUserGroups(deps));
  const { content, audience } = announcement;
  return { kind: 'offered', fields: { ...content, audience }, choices, announcement };
}
