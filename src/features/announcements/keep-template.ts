import type { Deps } from '../../deps.ts';
import type { AnnouncementTemplate } from '../../domain/announcement-template.ts';
import type { AnnouncementId } from '../../domain/ids.ts';
import type { Asker } from '../../domain/member.ts';
import type { DeniedAnnouncement, GoneAnnouncement } from './announcement-results.ts';
import { findAnnouncement } from './find-announcement.ts';
import type { FindAnnouncementDeps } from './find-announcement.ts';

export type KeepTemplateResult =
  | { readonly kind: 'kept' | 'renewed'; readonly template: AnnouncementTemplate }
  | GoneAnnouncement
  | DeniedAnnouncement;

/**
 * Keeps words and audience of a draft or a sent announcement for the next time. One announcement makes one template, however often this
 * is done; done again it takes over the words as they are now. Templates of the same name stand beside each other: nobody overwrites
 * somebody else's.
 */
export async function keepTemplate(
  deps: FindAnnouncementDeps & Pick<Deps, 'announcementTemplates' | 'clock'>,
  { asker, announcementId }: { readonly asker: Asker; readonly announcementId: AnnouncementId },
): Promise<KeepTemplateResult> {
  const found = await findAnnouncement(deps, asker, announcementId);
  if (found.kind !== 'found') {
    return found;
  }
  const { content, audience } = found.stored.value;
  const template: AnnouncementTemplate = {
    id: announcementId,
    content,
    audience,
    by: found.memberId,
    createdAt: deps.clock.now(),
  };
  if ((await deps.announcementTemplates.add(template)) === 'added') {
    return { kind: 'kept', template };
  }
  const renewed = await deps.announcementTemplates.change(template.id, (known) => ({
    ...known,
    content,
    audience,
  }));
  // Removed at the same moment by somebody else; so be it.
  return renewed === undefined ? { kind: 'gone' } : { kind: 'renewed', template: renewed };
}
