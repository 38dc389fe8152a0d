import type { Deps } from '../deps.ts';
import type { Announcement } from '../domain/announcement.ts';
import { forgetAt } from '../domain/announcement-steps.ts';
import { broadcastId } from '../domain/ids.ts';
import type { AnnouncementId } from '../domain/ids.ts';
import { secondMs } from '../domain/instant.ts';
import type { Instant } from '../domain/instant.ts';
import { findWay } from '../features/reach/find-way.ts';
import type { Message, Messenger } from '../ports/messenger.ts';
import type { Timer } from '../ports/timer.ts';
import { updateCard } from './update-card.ts';

/** A card changes at most this often. */
export const showEveryMs = 3 * secondMs;
/**
 * Every instance draws the same; the first one to claim what is new shows it, and the others have looked by the time the claim ends: the
 * same card may be right again later. How it ended is shown by each, to be sure.
 */
const claimMs = 1.5 * showEveryMs;

type ShowDeps = Pick<
  Deps,
  'announcements' | 'broadcasts' | 'claims' | 'clock' | 'isServiceAllowed' | 'logger' | 'references'
>;
type Live = Awaited<ReturnType<ShowDeps['announcements']['withLiveReport']>>[number];

interface Parts {
  readonly messenger: Messenger;
  readonly timer: Timer;
  /** How the author's card looks at this moment; undefined when there is nothing to show any more. */
  readonly drawReport: (id: AnnouncementId) => Promise<Message | undefined>;
}

/** What this instance knows of one card. */
interface Known {
  /** The card as it was shown last. */
  readonly drawn?: string;
  /** How often in a row Teams did not take what is to be shown. */
  readonly attempts: number;
  /** Teams wants to be left alone until then. */
  readonly notBefore: Instant;
}

/**
 * Keeps the card of each announcement's author up to date while it is being sent, and shows how it ended, after a restart too: the
 * announcement itself remembers that this is still to be shown. A card that is gone is left alone.
 */
export function showProgress(deps: ShowDeps, parts: Parts): { stop(): Promise<void> } {
  const known = new Map<string, Known>();
  let cancel: (() => void) | undefined;
  let isStopped = false;
  let running = Promise.resolve();

  async function look(): Promise<void> {
    try {
      const live = await deps.announcements.withLiveReport();
      const keys = new Set(live.map(({ value }) => keyOf(value)));
      for (const key of known.keys()) {
        if (!keys.has(key)) {
          known.delete(key);
        }
      }
      await Promise.all(live.map(showOne));
    } catch (error) {
      deps.logger.error('report.not-shown', { error });
    }
    if (!isStopped) {
      plan();
    }
  }

  async function showOne(stored: Live): Promise<void> {
    const key = keyOf(stored.value);
    const before = known.get(key) ?? { attempts: 0, notBefore: settledAt(stored.value) };
    if (deps.clock.now() < before.notBefore) {
      known.set(key, before);
      return;
    }
    const next = await show(deps, parts, stored, before);
    if (next === 'over') {
      known.delete(key);
    } else {
      known.set(key, next);
    }
  }

  function plan(): void {
    cancel = parts.timer.after(showEveryMs, () => {
      running = look();
    });
  }

  plan();
  return {
    async stop() {
      isStopped = true;
      cancel?.();
      await running;
    },
  };
}

/** The card as the press left it stands for a moment first: Teams may still be drawing it. */
function settledAt({ state }: Announcement): Instant {
  return 'at' in state ? state.at + showEveryMs : 0;
}

function keyOf({ id, shownIn }: Announcement): string {
  return `${id} ${shownIn?.activityId ?? ''}`;
}

/** `over`: nothing is left to show. */
async function show(
  deps: ShowDeps,
  { messenger, drawReport }: Parts,
  stored: Live,
  before: Known,
): Promise<Known | 'over'> {
  const { id, shownIn } = stored.value;
  // Read before it is drawn: what is drawn shows at least this.
  const isOver = await isFinal(deps, id);
  const message = await drawReport(id);
  const way = shownIn && (await findWay(deps, { memberId: shownIn.memberId }));
  if (message === undefined || shownIn === undefined || way?.kind !== 'open') {
    return remember(deps, stored);
  }
  const drawn = JSON.stringify(message.card);
  const { conversationId } = way.reference;
  const isMine = async () => {
    return deps.claims.claim(conversationId, `${id} ${drawn}`, deps.clock.now() + claimMs);
  };
  if (drawn !== before.drawn && (isOver || before.attempts > 0 || (await isMine()))) {
    const card = { ...way, activityId: shownIn.activityId, message };
    const outcome = await updateCard(deps, messenger, card, before.attempts);
    if (outcome.kind === 'later') {
      return { ...before, attempts: before.attempts + 1, notBefore: outcome.until };
    }
    if (outcome.kind === 'gone') {
      deps.logger.warn('report.card-gone', { announcementId: id });
      return remember(deps, stored);
    }
  }
  return isOver ? remember(deps, stored) : { drawn, attempts: 0, notBefore: 0 };
}

/** Nothing more will change by itself. Without a broadcast it was missed, or forgotten. */
async function isFinal({ broadcasts }: ShowDeps, id: AnnouncementId): Promise<boolean> {
  const broadcast = (await broadcasts.find(broadcastId(id)))?.value;
  return broadcast === undefined || broadcast.phase === 'finished';
}

/** Where somebody has asked for more meanwhile this changes nothing, and the next look shows what follows. */
async function remember(deps: ShowDeps, { value, etag }: Live): Promise<'over'> {
  await deps.announcements.replace({ ...value, reportShown: true }, etag, forgetAt(value));
  return 'over';
}
