import type { Deps } from '../../deps.ts';
import { secondMs } from '../../domain/instant.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Rsvp } from '../../domain/meetings/rsvp.ts';
import type { ComposeMessage } from '../../features/broadcasts/deliver.ts';
import { findInvitation } from '../../features/meetings/find-own-card.ts';
import { sendOwnCard } from '../../features/meetings/send-own-card.ts';
import { findWay } from '../../features/reach/find-way.ts';
import type { Messenger } from '../../ports/messenger.ts';
import type { Timer } from '../../ports/timer.ts';
import { updateCard } from '../update-card.ts';

/** How soon an answer is seen on another card of the same member. */
export const showEveryMs = secondMs;
/** What one look takes on; the rest is for the next one. */
const mostInALook = 100;
const atOnce = 8;
/** Longer than a call to Teams takes: until then nobody else shows the same. */
const claimMs = 10 * secondMs;
/** A card that is just being sent is there by then. */
const soonMs = 5 * secondMs;

type ShowDeps = Pick<
  Deps,
  'broadcasts' | 'claims' | 'clock' | 'deliveries' | 'isServiceAllowed' | 'logger' | 'meetings' | 'references'
>;

interface Parts {
  readonly messenger: Messenger;
  readonly timer: Timer;
  readonly compose: ComposeMessage;
}

/** What this instance knows of an answer that could not be shown yet. */
interface Later {
  /** How often in a row Teams did not take it. */
  readonly attempts: number;
  readonly notBefore: Instant;
}

type Outcome = 'shown' | 'taken' | Later;

/**
 * Brings answers that were given elsewhere than on it to the card in the member's own chat: the invitation, or a card that they get for that.
 * Each is shown by one instance; one that cannot be shown keeps no other from it.
 */
export function showOwnAnswers(deps: ShowDeps, parts: Parts): { stop(): Promise<void> } {
  let waiting = new Map<string, Later>();
  let cancel: (() => void) | undefined;
  const stopping = new AbortController();
  let running = Promise.resolve();

  async function look(): Promise<void> {
    try {
      const late = await deps.meetings.rsvpsShownLate();
      const keys = new Set(late.map(keyOf));
      waiting = new Map([...waiting].filter(([key]) => keys.has(key)));
      const now = deps.clock.now();
      const due = late.filter((rsvp) => (waiting.get(keyOf(rsvp))?.notBefore ?? 0) <= now);
      for (let start = 0; start < Math.min(due.length, mostInALook); start += atOnce) {
        if (!stopping.signal.aborted) {
          await Promise.all(due.slice(start, Math.min(start + atOnce, mostInALook)).map(showInTurn));
        }
      }
    } catch (error) {
      deps.logger.error('meeting.answers-not-shown', { error });
    }
    if (!stopping.signal.aborted) {
      plan();
    }
  }

  async function showInTurn(rsvp: Rsvp): Promise<void> {
    const key = keyOf(rsvp);
    try {
      const outcome = await show(deps, parts, rsvp, waiting.get(key)?.attempts ?? 0);
      if (outcome === 'shown') {
        await remember(deps, rsvp);
      } else if (outcome !== 'taken') {
        waiting.set(key, outcome);
      }
    } catch (error) {
      waiting.set(key, { attempts: 0, notBefore: deps.clock.now() + soonMs });
      deps.logger.error('meeting.answer-not-shown', { meetingId: rsvp.meetingId, error });
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
      stopping.abort();
      cancel?.();
      await running;
    },
  };
}

/** One answer; a later one of the same member is another. */
function keyOf({ meetingId, memberId, number }: Rsvp): string {
  return `${meetingId} ${memberId} ${number}`;
}

async function show(
  deps: ShowDeps,
  { messenger, compose }: Parts,
  rsvp: Rsvp,
  attempts: number,
): Promise<Outcome> {
  const { meetingId, memberId } = rsvp;
  const way = await findWay(deps, { memberId });
  if (way.kind !== 'open') {
    return 'shown';
  }
  const invitation = await findInvitation(deps, meetingId, memberId);
  switch (invitation.kind) {
    case 'planned':
      return 'shown';
    case 'on-its-way':
      return { attempts, notBefore: deps.clock.now() + soonMs };
    case 'none':
      await sendOwnCard(deps, rsvp);
      return 'shown';
    case 'posted': {
      const { reference } = way;
      const until = deps.clock.now() + claimMs;
      if (attempts === 0 && !(await deps.claims.claim(reference.conversationId, keyOf(rsvp), until))) {
        return 'taken';
      }
      const recipient = { kind: 'member', memberId } as const;
      const how = { short: false, repeated: false };
      const message = await compose([{ kind: 'meeting', meetingId }], recipient, how);
      if (message === undefined) {
        return 'shown';
      }
      const card = { reference, activityId: invitation.activityId, message };
      const outcome = await updateCard(deps, messenger, card, attempts);
      return outcome.kind === 'later' ? { attempts: attempts + 1, notBefore: outcome.until } : 'shown';
    }
  }
}

/** Unless they have said something else meanwhile, or that they are there: that is to be shown, too. */
async function remember({ clock, meetings }: ShowDeps, shown: Rsvp): Promise<void> {
  const { meetingId, memberId, number, checkedInAt } = shown;
  await meetings.change(meetingId, { member: memberId }, clock.now(), ({ meeting, rsvp }) => {
    if (rsvp?.isShownLate === undefined || rsvp.number !== number || rsvp.checkedInAt !== checkedInAt) {
      return undefined;
    }
    const { isShownLate: _, ...rest } = rsvp;
    return { meeting, rsvps: [rest] };
  });
}
