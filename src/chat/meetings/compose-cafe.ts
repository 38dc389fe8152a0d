import { cafeTablesMessage } from '../../cards/meetings/cafe-tables-card.ts';
import { cafeTimerCard, timerSentence } from '../../cards/meetings/cafe-timer-card.ts';
import type { BroadcastSubject } from '../../domain/broadcast.ts';
import { objectIdOf, tenantOf } from '../../domain/ids.ts';
import { endOfRound } from '../../domain/meetings/world-cafe/cafe-timer.ts';
import { recogniseAsker } from '../../features/members/identify-asker.ts';
import { nameTopics } from '../../features/meetings/world-cafe/cafe-results.ts';
import { findOwnTables } from '../../features/meetings/world-cafe/find-own-tables.ts';
import { cafeTexts } from '../../texts/meetings/cafe-texts.ts';
import type { ChatDeps } from '../chat-deps.ts';
import type { ComposedMessage, ComposeRequest } from '../compose-message.ts';

type CafeSubject = BroadcastSubject & { readonly kind: 'cafe-plan' | 'cafe-timer' };

/** What is sent about a World Café: to each their tables, and in channels what the clock of the rounds says. */
export async function composeCafe(
  deps: ChatDeps,
  subject: CafeSubject,
  request: ComposeRequest,
): Promise<ComposedMessage | undefined> {
  return subject.kind === 'cafe-plan'
    ? composeTables(deps, subject, request)
    : composeSignal(deps, subject, request);
}

/** Nothing for those who have no table, and nothing when another plan was told meanwhile. */
async function composeTables(
  deps: ChatDeps,
  { meetingId, plan }: CafeSubject & { readonly kind: 'cafe-plan' },
  { recipient }: ComposeRequest,
): Promise<ComposedMessage | undefined> {
  if (recipient.kind !== 'member') {
    return undefined;
  }
  const { memberId } = recipient;
  const reader = await recogniseAsker(deps, { tenantId: tenantOf(memberId), objectId: objectIdOf(memberId) });
  if (reader.kind !== 'known') {
    return undefined;
  }
  const result = await findOwnTables(deps, { asker: reader.asker, meetingId });
  if (result.kind !== 'found' || result.own.number !== plan) {
    return undefined;
  }
  const { meeting } = result.own.shown;
  return meeting.state.kind === 'published'
    ? {
        card: cafeTablesMessage(result.own, { shared: false, dialogs: deps.dialogs }),
        summary: cafeTexts.own.summary(meeting.title),
      }
    : undefined;
}

/** Nothing of a round that was stopped, or in whose place another one was started. */
async function composeSignal(
  deps: ChatDeps,
  { meetingId, run, signal }: CafeSubject & { readonly kind: 'cafe-timer' },
  { recipient }: ComposeRequest,
): Promise<ComposedMessage | undefined> {
  const meeting = await deps.meetings.find(meetingId);
  const cafe = await deps.worldCafes.find(meetingId);
  const timer = cafe?.timer;
  const isOn = timer?.run === run && timer.isStopped === undefined;
  if (cafe === undefined || timer === undefined || !isOn || meeting?.state.kind !== 'published') {
    return undefined;
  }
  const { round, rounds, minutes } = timer;
  const { topics } = (cafe.told ?? cafe).settings;
  const message = {
    meeting,
    signal,
    times: { round, rounds, minutes, endsAt: endOfRound(timer) },
    topics: await nameTopics(deps, topics),
    isTold: cafe.told !== undefined,
  };
  const surface = { shared: recipient.kind === 'place', dialogs: deps.dialogs };
  return {
    card: cafeTimerCard(message, surface),
    summary: cafeTexts.timerSummary(meeting.title, timerSentence(message)),
  };
}
