import type { Deps } from '../../deps.ts';
import type { AnnouncementTemplate } from '../../domain/announcement-template.ts';
import type { PersonalDataSource } from '../members/personal-data.ts';

/** Where the member pressed "Gelesen". */
export function ownAcknowledgementsSource({
  acknowledgements,
  announcements,
}: Pick<Deps, 'acknowledgements' | 'announcements'>): PersonalDataSource {
  return {
    kind: 'acknowledgements',
    async read(member) {
      const found = await acknowledgements.ofMember(member);
      return Promise.all(
        found.map(async ({ announcementId, communeId, at }) => ({
          announcementId,
          announcement: (await announcements.find(announcementId))?.value.content.title,
          readAt: at,
          communeId,
        })),
      );
    },
    erase: (member) => acknowledgements.eraseOf(member),
  };
}

/** The templates that the member kept. Erased, they stay for the others, without a name. */
export function ownTemplatesSource({
  announcementTemplates,
}: Pick<Deps, 'announcementTemplates'>): PersonalDataSource {
  return {
    kind: 'announcement-templates',
    async read(member) {
      const all = await announcementTemplates.all();
      return all
        .filter(({ by }) => by === member)
        .map(({ id, content, createdAt }) => ({ templateId: id, title: content.title, createdAt }));
    },
    async erase(member) {
      const own = (await announcementTemplates.all()).filter(({ by }) => by === member);
      for (const { id } of own) {
        await announcementTemplates.change(id, withoutAuthor);
      }
      return own.length;
    },
  };
}

function withoutAuthor(template: AnnouncementTemplate): AnnouncementTemplate {
  const { by: _, ...rest } = template;
  return rest;
}
