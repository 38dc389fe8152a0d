import type { CardAction } from '../cards/actions.ts';
import { inquiryDetailsCard } from '../cards/inquiry-details-card.ts';
import { inquiryListCard } from '../cards/inquiry-list-card.ts';
import { inquiryPreviewCard } from '../cards/inquiry-preview-card.ts';
import { inquiryRouteCard } from '../cards/inquiry-route-card.ts';
import { closeInquiry } from '../features/inquiries/close-inquiry.ts';
import { listInquiries, listOwnInquiries } from '../features/inquiries/list-inquiries.ts';
import { offerRoute, routeInquiry } from '../features/inquiries/route-inquiry.ts';
import type { OfferRouteResult } from '../features/inquiries/route-inquiry.ts';
import { showInquiry } from '../features/inquiries/show-inquiry.ts';
import { inquiryTexts as texts } from '../texts/inquiry-texts.ts';
import { memberTexts } from '../texts/member-texts.ts';
import type { ChatDeps, Turn } from './chat-deps.ts';
import type { View } from './personal-view.ts';
import { isSeenByAll } from './user-group-outcome.ts';

type ListVerb = 'show' | 'list' | 'listOwn' | 'close' | 'offerRoute' | 'route';
type ListAction = Extract<CardAction, { verb: `inquiry.${ListVerb}` }>;
type Action<Verb extends ListAction['verb']> = ListAction & { readonly verb: Verb };

const { title } = texts;

/** Lists, details, closing and routing. Only the details of what is posted anyway are shown where others read along. */
export async function toInquiryView(deps: ChatDeps, turn: Turn, action: ListAction): Promise<View> {
  if (action.verb !== 'inquiry.show' && isSeenByAll(turn.surface)) {
    return memberTexts.personalOnly;
  }
  switch (action.verb) {
    case 'inquiry.show':
      return show(deps, turn, action);
    case 'inquiry.list':
    case 'inquiry.listOwn':
      return list(deps, turn, action);
    case 'inquiry.close':
      return close(deps, turn, action);
    case 'inquiry.offerRoute':
    case 'inquiry.route':
      return route(deps, turn, action);
  }
}

async function show(
  deps: ChatDeps,
  { asker, surface }: Turn,
  { inquiryId }: Action<'inquiry.show'>,
): Promise<View> {
  const result = await showInquiry(deps, { asker, inquiryId });
  switch (result.kind) {
    case 'shown': {
      const { shown } = result;
      if (shown.inquiry.state.kind !== 'draft') {
        return { title, card: inquiryDetailsCard(shown, surface) };
      }
      const channels = await deps.userGroupChannels.ofCommunity();
      return isSeenByAll(surface)
        ? memberTexts.personalOnly
        : { title, card: inquiryPreviewCard(shown, channels, surface) };
    }
    case 'gone':
      return texts.gone;
    case 'denied':
      return memberTexts[result.because];
  }
}

/** "Anfragen" is for organisers; everybody else gets their own. */
async function list(
  deps: ChatDeps,
  { asker, surface }: Turn,
  { verb, page }: Action<'inquiry.list' | 'inquiry.listOwn'>,
): Promise<View> {
  const all = verb === 'inquiry.list' ? await listInquiries(deps, { asker, page }) : undefined;
  const result =
    all === undefined || all.kind === 'not-organiser' ? await listOwnInquiries(deps, { asker, page }) : all;
  switch (result.kind) {
    case 'listed':
      return {
        title: result.of === 'community' ? texts.list.all : texts.list.own,
        card: inquiryListCard(result, surface),
      };
    case 'not-organiser':
      return texts['not-organiser'];
    case 'denied':
      return memberTexts[result.because];
  }
}

async function close(
  deps: ChatDeps,
  { asker, surface }: Turn,
  { inquiryId }: Action<'inquiry.close'>,
): Promise<View> {
  const result = await closeInquiry(deps, { asker, inquiryId });
  switch (result.kind) {
    case 'closed':
      return { title, card: inquiryDetailsCard(result.shown, surface, texts.closedNow) };
    case 'already':
      return { title, card: inquiryDetailsCard(result.shown, surface, texts.closedBefore) };
    case 'not-responsible':
      return texts.notResponsible;
    case 'gone':
      return texts.gone;
    case 'denied':
      return memberTexts[result.because];
  }
}

async function route(
  deps: ChatDeps,
  { asker, surface }: Turn,
  action: Action<'inquiry.offerRoute' | 'inquiry.route'>,
): Promise<View> {
  const { inquiryId } = action;
  if (action.verb === 'inquiry.offerRoute') {
    return toRouteView(await offerRoute(deps, { asker, inquiryId }), surface);
  }
  const result = await routeInquiry(deps, { asker, inquiryId, to: action.userGroup });
  switch (result.kind) {
    case 'routed':
    case 'already': {
      const sentence = texts.route[result.kind === 'routed' ? 'done' : 'already'](result.userGroup.name);
      return { title, card: inquiryDetailsCard(result.shown, surface, sentence) };
    }
    case 'offered':
    case 'closed':
    case 'not-organiser':
    case 'gone':
    case 'denied':
      return toRouteView(result, surface, texts.route.missing);
  }
}

function toRouteView(result: OfferRouteResult, surface: Turn['surface'], problem?: string): View {
  switch (result.kind) {
    case 'offered':
      return result.userGroups.length === 0
        ? texts.route.none
        : { title: texts.route.heading, card: inquiryRouteCard(result, surface, problem) };
    case 'closed':
      return { title, card: inquiryDetailsCard(result.shown, surface, texts.closedBefore) };
    case 'not-organiser':
      return texts['not-organiser'];
    case 'gone':
      return texts.gone;
    case 'denied':
      return memberTexts[result.because];
  }
}
