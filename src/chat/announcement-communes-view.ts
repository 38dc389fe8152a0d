import { announcementCommunesCard } from '../cards/announcement-communes-card.ts';
import type { AnnouncementId } from '../domain/ids.ts';
import { showCommunes } from '../features/announcements/count-communes.ts';
import { announcementTexts } from '../texts/announcement-texts.ts';
import { communeCountsTexts as texts } from '../texts/commune-counts-texts.ts';
import { whyDenied } from './announcement-outcome.ts';
import type { ChatDeps, Turn } from './chat-deps.ts';
import type { View } from './personal-view.ts';

/** The recipients per commune, with a link to all of it as a file. */
export async function toCommunesView(
  deps: ChatDeps,
  { asker, surface }: Turn,
  announcementId: AnnouncementId,
): Promise<View> {
  const result = await showCommunes(deps, { asker, announcementId });
  switch (result.kind) {
    case 'denied':
      return whyDenied(result);
    case 'gone':
      return announcementTexts.gone;
    case 'empty':
      return texts.empty;
    case 'counted': {
      const url = new URL(result.path, deps.publicUrl).href;
      return { title: texts.title, card: announcementCommunesCard(result.counted, url, surface) };
    }
  }
}
