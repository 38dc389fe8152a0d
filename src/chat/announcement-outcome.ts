import type { Surface } from '../cards/actions.ts';
import { announcementFormCard } from '../cards/announcement-form-card.ts';
import type { AnnouncementFormState } from '../cards/announcement-form-card.ts';
import { announcementPreviewCard } from '../cards/announcement-preview-card.ts';
import type { PreviewState } from '../cards/announcement-preview-card.ts';
import { announcementScheduleCard } from '../cards/announcement-schedule-card.ts';
import type { ScheduleState } from '../cards/announcement-schedule-card.ts';
import { announcementStateCard } from '../cards/announcement-state-card.ts';
import type { DeniedAnnouncement } from '../features/announcements/announcement-results.ts';
import type { DescribedAnnouncement } from '../features/announcements/describe-announcement.ts';
import { announcementTexts } from '../texts/announcement-texts.ts';
import { memberTexts } from '../texts/member-texts.ts';
import type { View } from './personal-view.ts';

/** Why not, in a sentence. */
export function whyDenied({ because }: DeniedAnnouncement): string {
  return because === 'not-organiser' ? announcementTexts['not-organiser'] : memberTexts[because];
}

export function toFormView(state: AnnouncementFormState, surface: Surface): View {
  const card = announcementFormCard(state, surface);
  return { title: card.fallbackText, card };
}

export function toPreviewView(state: PreviewState, surface: Surface): View {
  return { title: announcementTexts.form.preview, card: announcementPreviewCard(state, surface) };
}

export function toScheduleView(state: ScheduleState, surface: Surface): View {
  return { title: announcementTexts.preview.schedule, card: announcementScheduleCard(state, surface) };
}

/** A draft is shown as its preview, everything else with where it is on its way. */
export function toStateView(described: DescribedAnnouncement, surface: Surface, outcome?: string): View {
  return described.announcement.state.kind === 'draft'
    ? toPreviewView({ described }, surface)
    : {
        title: announcementTexts.kind,
        card: announcementStateCard(described, surface, outcome === undefined ? {} : { outcome }),
      };
}
