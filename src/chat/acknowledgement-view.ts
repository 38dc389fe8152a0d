import type { CardAction } from '../cards/actions.ts';
import { announcementCard } from '../cards/announcement-card.ts';
import { acknowledgeAnnouncement } from '../features/announcements/acknowledge-announcement.ts';
import { announcementTexts } from '../texts/announcement-texts.ts';
import { acknowledgementTexts as texts } from '../texts/acknowledgement-texts.ts';
import { memberTexts } from '../texts/member-texts.ts';
import type { ChatDeps, Turn } from './chat-deps.ts';
import type { View } from './personal-view.ts';
import { toChannelPlace } from './user-group-channel-view.ts';

type AcknowledgeAction = CardAction & { readonly verb: 'announcement.acknowledge' };

/**
 * "Gelesen". In the 1:1 chat the announcement stays and says so; where everybody sees the card, and in the daily
 * collection, it stays as it is and the presser gets a sentence.
 */
export async function toAcknowledgementView(
  deps: ChatDeps,
  { asker, conversation, surface }: Turn,
  { announcementId }: AcknowledgeAction,
): Promise<View> {
  const place = surface.shared ? toChannelPlace(conversation).conversationId : undefined;
  const result = await acknowledgeAnnouncement(deps, {
    asker,
    announcementId,
    ...(place !== undefined && { place }),
  });
  switch (result.kind) {
    case 'denied':
      return memberTexts.anonymous;
    case 'gone':
      return announcementTexts.gone;
    case 'withdrawn':
      return announcementTexts.withdrawn;
    case 'not-recipient':
      return texts.notRecipient;
    case 'acknowledged':
    case 'already': {
      const { announcement, at, inCollection } = result;
      if (surface.shared || inCollection) {
        return result.kind === 'already' ? texts.already(at) : texts.thanks(announcement.content.title);
      }
      const said = texts.readAt(at);
      return {
        title: announcementTexts.kind,
        card: announcementCard({ ...announcement, acknowledge: { said } }),
      };
    }
  }
}
