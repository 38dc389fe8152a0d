import type { CardAction } from '../cards/actions.ts';
import { announcementTemplateCard } from '../cards/announcement-template-card.ts';
import type { AnnouncementId } from '../domain/ids.ts';
import type { Asker } from '../domain/member.ts';
import { keepTemplate } from '../features/announcements/keep-template.ts';
import { listTemplates, removeTemplate } from '../features/announcements/list-templates.ts';
import { announcementTemplateTexts as texts } from '../texts/announcement-template-texts.ts';
import { announcementTexts } from '../texts/announcement-texts.ts';
import { whyDenied } from './announcement-outcome.ts';
import type { ChatDeps, Turn } from './chat-deps.ts';
import type { View } from './personal-view.ts';

type TemplateVerb = 'keepTemplate' | 'listTemplates' | 'removeTemplate';
export type TemplateAction = Extract<CardAction, { verb: `announcement.${TemplateVerb}` }>;

/** Announcements that organisers use again. Keeping one leaves its card as it is. */
export async function toTemplateView(
  deps: ChatDeps,
  { asker, surface }: Turn,
  action: TemplateAction,
): Promise<View> {
  switch (action.verb) {
    case 'announcement.keepTemplate':
      return keep(deps, asker, action.announcementId);
    case 'announcement.listTemplates':
    case 'announcement.removeTemplate': {
      const result =
        action.verb === 'announcement.listTemplates'
          ? await listTemplates(deps, { asker })
          : await removeTemplate(deps, { asker, templateId: action.templateId });
      if (result.kind === 'denied') {
        const isAsked = action.verb === 'announcement.listTemplates' && result.because === 'not-organiser';
        return isAsked ? texts.forMembers : whyDenied(result);
      }
      return { title: texts.title, card: announcementTemplateCard(result, surface) };
    }
  }
}

async function keep(deps: ChatDeps, asker: Asker, announcementId: AnnouncementId): Promise<View> {
  const result = await keepTemplate(deps, { asker, announcementId });
  switch (result.kind) {
    case 'denied':
      return whyDenied(result);
    case 'gone':
      return announcementTexts.gone;
    case 'kept':
    case 'renewed':
      return texts[result.kind](result.template.content.title);
  }
}
