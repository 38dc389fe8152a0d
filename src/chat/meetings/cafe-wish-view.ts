import type { CardAction } from '../../cards/actions.ts';
import { cafeWishCard, noWish } from '../../cards/meetings/cafe-wish-card.ts';
import { offerWishes, wishForTopics } from '../../features/meetings/world-cafe/wish-topics.ts';
import { memberTexts } from '../../texts/member-texts.ts';
import { cafeTexts } from '../../texts/meetings/cafe-texts.ts';
import type { ChatDeps, Turn } from '../chat-deps.ts';
import type { View } from '../personal-view.ts';
import { isSeenByAll } from '../user-group-outcome.ts';
import { whyRefused } from './show-cafe.ts';
import { showMeeting } from './show-meeting.ts';

type Action = Extract<CardAction, { verb: `cafe.${'offerWishes' | 'wish'}` }>;

const { wishes: words } = cafeTexts;

/** "Themen wählen": the form, and what became of it. */
export async function toCafeWishView(deps: ChatDeps, turn: Turn, action: Action): Promise<View> {
  const { surface, asker } = turn;
  const { meetingId, from } = action;
  const isShared = isSeenByAll(surface);
  if (action.verb === 'cafe.offerWishes' && isShared) {
    return memberTexts.personalOnly;
  }
  const result =
    action.verb === 'cafe.offerWishes'
      ? await offerWishes(deps, { asker, meetingId })
      : await wishForTopics(deps, { asker, meetingId, chosen: toChosen(action) });
  switch (result.kind) {
    case 'offered':
      return { title: cafeTexts.title, card: cafeWishCard(result.form, surface, from) };
    case 'invalid':
      return isShared
        ? words.invalidHere
        : { title: cafeTexts.title, card: cafeWishCard(result.form, surface, from) };
    case 'saved': {
      const titles = result.topics.map(({ title }) => title ?? cafeTexts.goneTopic);
      const saved = titles.length === 0 ? words.removed : words.saved(titles);
      const sentence = result.isSeated ? `${saved} ${words.seated}` : saved;
      return isShared
        ? words.savedHere
        : showMeeting(deps, turn, { meetingId, ...(from && { from }) }, sentence);
    }
    case 'no-seat':
      return cafeTexts.noSeat;
    case 'gone':
    case 'denied':
    case 'closed':
    case 'no-cafe':
      return whyRefused(result);
  }
}

function toChosen({ first, second, third }: Action & { readonly verb: 'cafe.wish' }) {
  return [first, second, third].map((topic) => (topic === noWish ? undefined : topic));
}
