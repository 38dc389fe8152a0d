import type { Deps } from '../../deps.ts';
import type { AnnouncementTemplate } from '../../domain/announcement-template.ts';
import type { UserGroupId } from '../../domain/ids.ts';
import type { Asker } from '../../domain/member.ts';
import { mayAnnounceTo } from '../../domain/permissions.ts';
import type { UserGroup } from '../../domain/user-group.ts';
import type { DeniedAnnouncement } from './announcement-results.ts';
import { checkAnnouncer, mapUserGroups, ownOpenGroups } from './check-announcer.ts';

export type ListTemplatesResult =
  | {
      readonly kind: 'listed';
      /** By name, the newest of the same name first. */
      readonly templates: readonly AnnouncementTemplate[];
      /** What was just removed. */
      readonly removed?: AnnouncementTemplate;
    }
  | DeniedAnnouncement;

type TemplateDeps = Pick<Deps, 'announcementTemplates' | 'logger' | 'userGroups'>;
type Groups = ReadonlyMap<UserGroupId, UserGroup>;

/** The templates whose audience the asker may announce to. */
export async function listTemplates(
  deps: TemplateDeps,
  { asker }: { readonly asker: Asker },
): Promise<ListTemplatesResult> {
  const groups = await mapUserGroups(deps);
  const denied = whyDenied(deps, asker, groups);
  return denied ?? { kind: 'listed', templates: await ownTemplates(deps, asker, groups) };
}

/** Removes a template for everybody, and lists the rest. One that is gone is no mistake: somebody else was faster. */
export async function removeTemplate(
  deps: TemplateDeps,
  { asker, templateId }: { readonly asker: Asker; readonly templateId: string },
): Promise<ListTemplatesResult> {
  const groups = await mapUserGroups(deps);
  const denied = whyDenied(deps, asker, groups);
  if (denied !== undefined) {
    return denied;
  }
  const template = await deps.announcementTemplates.find(templateId);
  const permission = template && checkAnnouncer(deps, asker, template.audience, groups);
  if (permission?.kind === 'denied') {
    return permission;
  }
  const removed = await deps.announcementTemplates.remove(templateId);
  const templates = await ownTemplates(deps, asker, groups);
  return { kind: 'listed', templates, ...(removed !== undefined && { removed }) };
}

/** Who organises nothing has no templates. */
function whyDenied(deps: TemplateDeps, asker: Asker, groups: Groups): DeniedAnnouncement | undefined {
  if (ownOpenGroups(asker, groups).length > 0) {
    return undefined;
  }
  const permission = checkAnnouncer(deps, asker, [], groups);
  return permission.kind === 'denied' ? permission : undefined;
}

/** Those that the asker may send to all of their audience, by name. */
export async function ownTemplates(
  { announcementTemplates }: Pick<Deps, 'announcementTemplates'>,
  asker: Asker,
  groups: Groups,
): Promise<readonly AnnouncementTemplate[]> {
  const all = await announcementTemplates.all();
  return all
    .filter(({ audience }) => mayAnnounceTo(asker, audience, groups).kind === 'allowed')
    .sort(
      (one, other) =>
        one.content.title.localeCompare(other.content.title, 'de') || other.createdAt - one.createdAt,
    );
}
