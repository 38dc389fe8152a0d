import type { CardAction } from '../../cards/actions.ts';
import { cafeFormCard } from '../../cards/meetings/cafe-form-card.ts';
import { offerCafe, setCafe } from '../../features/meetings/world-cafe/set-cafe.ts';
import { assignCafe } from '../../features/meetings/world-cafe/assign-cafe.ts';
import type { AssignCafeResult } from '../../features/meetings/world-cafe/assign-cafe.ts';
import { startRound, stopRound } from '../../features/meetings/world-cafe/run-rounds.ts';
import type { StartRoundResult } from '../../features/meetings/world-cafe/run-rounds.ts';
import { tellTables } from '../../features/meetings/world-cafe/tell-tables.ts';
import { memberTexts } from '../../texts/member-texts.ts';
import { cafeOrganisingTexts } from '../../texts/meetings/cafe-organising-texts.ts';
import { cafeTexts } from '../../texts/meetings/cafe-texts.ts';
import type { ChatDeps, Turn } from '../chat-deps.ts';
import type { View } from '../personal-view.ts';
import { isSeenByAll } from '../user-group-outcome.ts';
import { showCafeDone, whyRefused } from './show-cafe.ts';
import { toCafeTablesView } from './cafe-tables-view.ts';
import { toCafeWishView } from './cafe-wish-view.ts';

type Action = Extract<CardAction, { verb: `cafe.${string}` }>;
type OrganiserAction = Extract<
  Action,
  { verb: `cafe.${'offer' | 'set' | 'assign' | 'tell' | 'startTimer' | 'stopTimer'}` }
>;

const { done, refused } = cafeOrganisingTexts;

/** World Café: set up and run by organisers, with wishes and tables for those who take part. */
export async function toWorldCafeView(deps: ChatDeps, turn: Turn, action: Action): Promise<View> {
  switch (action.verb) {
    case 'cafe.offerWishes':
    case 'cafe.wish':
      return toCafeWishView(deps, turn, action);
    case 'cafe.showPlan':
      return toCafeTablesView(deps, turn, action);
    case 'cafe.offer':
    case 'cafe.set':
    case 'cafe.assign':
    case 'cafe.tell':
    case 'cafe.startTimer':
    case 'cafe.stopTimer':
      return organise(deps, turn, action);
  }
}

async function organise(deps: ChatDeps, turn: Turn, action: OrganiserAction): Promise<View> {
  const { meetingId } = action;
  const asked = { asker: turn.asker, meetingId };
  switch (action.verb) {
    case 'cafe.offer':
    case 'cafe.set':
      return setUp(deps, turn, action);
    case 'cafe.assign':
      return toAssigned(deps, turn, action, await assignCafe(deps, asked));
    case 'cafe.tell': {
      const result = await tellTables(deps, { ...asked, plan: action.plan });
      switch (result.kind) {
        case 'told':
          return showCafeDone(deps, turn, action, done.told);
        case 'already':
          return showCafeDone(deps, turn, action, done.toldAlready);
        case 'outdated':
          return showCafeDone(deps, turn, action, done.outdated);
        case 'no-cafe':
        case 'gone':
        case 'denied':
        case 'closed':
          return whyRefused(result);
      }
    }
    case 'cafe.startTimer':
      return toStarted(deps, turn, action, await startRound(deps, { ...asked, round: action.round }));
    case 'cafe.stopTimer': {
      const result = await stopRound(deps, asked);
      switch (result.kind) {
        case 'stopped':
          return showCafeDone(deps, turn, action, done.stopped);
        case 'not-running':
          return showCafeDone(deps, turn, action, done.notRunning);
        case 'no-cafe':
        case 'gone':
        case 'denied':
          return whyRefused(result);
      }
    }
  }
}

async function setUp(
  deps: ChatDeps,
  turn: Turn,
  action: OrganiserAction & { readonly verb: 'cafe.offer' | 'cafe.set' },
): Promise<View> {
  const { meetingId, from } = action;
  const asked = { asker: turn.asker, meetingId };
  if (action.verb === 'cafe.offer' && isSeenByAll(turn.surface)) {
    return memberTexts.personalOnly;
  }
  const result =
    action.verb === 'cafe.offer'
      ? await offerCafe(deps, asked)
      : await setCafe(deps, { ...asked, typed: action });
  switch (result.kind) {
    case 'offered':
      return { title: cafeTexts.title, card: cafeFormCard(result.form, turn.surface, from) };
    case 'invalid':
      return isSeenByAll(turn.surface)
        ? refused.invalidHere
        : { title: cafeTexts.title, card: cafeFormCard(result.form, turn.surface, from) };
    case 'set':
    case 'unchanged':
      return showCafeDone(deps, turn, action, done[result.kind]);
    case 'gone':
    case 'denied':
    case 'closed':
      return whyRefused(result);
  }
}

async function toAssigned(
  deps: ChatDeps,
  turn: Turn,
  action: OrganiserAction,
  result: AssignCafeResult,
): Promise<View> {
  switch (result.kind) {
    case 'planned':
      return showCafeDone(deps, turn, action, done.planned);
    case 'unchanged':
      return showCafeDone(deps, turn, action, done.samePlan);
    case 'nobody':
      return showCafeDone(deps, turn, action, refused.nobody);
    case 'too-few-seats':
      return showCafeDone(deps, turn, action, refused.tooFewSeats(result.missing));
    case 'groups-do-not-fit':
      return showCafeDone(deps, turn, action, refused.groupsDoNotFit);
    case 'no-cafe':
    case 'gone':
    case 'denied':
    case 'closed':
      return whyRefused(result);
  }
}

async function toStarted(
  deps: ChatDeps,
  turn: Turn,
  action: OrganiserAction,
  result: StartRoundResult,
): Promise<View> {
  switch (result.kind) {
    case 'started':
      return showCafeDone(deps, turn, action, done.started(result.isHeard));
    case 'already':
      return showCafeDone(deps, turn, action, done.startedAlready);
    case 'no-such-round':
      return showCafeDone(deps, turn, action, refused.noSuchRound);
    case 'not-now':
      return showCafeDone(deps, turn, action, refused.notNow);
    case 'no-cafe':
    case 'gone':
    case 'denied':
    case 'closed':
      return whyRefused(result);
  }
}
