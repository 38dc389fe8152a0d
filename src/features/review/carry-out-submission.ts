import type { Deps } from '../../deps.ts';
import { broadcastId } from '../../domain/ids.ts';
import type { BroadcastId, SubmissionId } from '../../domain/ids.ts';
import { dayMs } from '../../domain/instant.ts';
import type { Instant } from '../../domain/instant.ts';
import { isOpen, toNotPublished, toPublished } from '../../domain/submission.ts';
import type { Submission } from '../../domain/submission.ts';
import { reviseBroadcast } from '../broadcasts/request-change.ts';
import { startBroadcast } from '../broadcasts/start-broadcast.ts';
import { publishSubmission } from './publish-submission.ts';

export type CarryOutDeps = Pick<Deps, 'clock' | 'submissions' | 'useCases' | 'broadcasts'>;

/** Organisers, and the author, may be away for two weeks. */
const lifeMs = 14 * dayMs;

/** How long it can be seen what became of it: as long as posted cards follow. Open ones are kept until somebody decides. */
const keptMs = 180 * dayMs;

/** When a submission is forgotten. */
export function expiryOf(submission: Submission, now: Instant): Instant | undefined {
  return isOpen(submission) || submission.state.kind === 'publishing' ? undefined : now + keptMs;
}

/**
 * Does what is left to do after a step, from wherever a crash interrupted it: publishes what is to be published, and tells organisers
 * and the author. Harmless when done twice. Returns the submission as it is then.
 */
export async function carryOut(deps: CarryOutDeps, id: SubmissionId): Promise<Submission | undefined> {
  for (;;) {
    const stored = await deps.submissions.find(id);
    if (stored === undefined || !stored.value.untold) {
      return stored?.value;
    }
    const { value: submission, etag } = stored;
    const { state } = submission;
    if (state.kind === 'publishing') {
      const result = await publishSubmission(deps, submission, {
        at: state.at,
        ...(state.by !== undefined && { reviewedBy: state.by }),
      });
      const next =
        result.kind === 'published'
          ? toPublished(submission, result.useCaseId, result.version)
          : toNotPublished(submission);
      await deps.submissions.replace(next, etag, expiryOf(next, deps.clock.now()));
      continue;
    }
    await tell(deps, submission);
    const told = { ...submission, untold: false };
    if ((await deps.submissions.replace(told, etag, expiryOf(told, deps.clock.now()))) === 'replaced') {
      return told;
    }
  }
}

/** The same for all that a crash or a failing store interrupted. */
export async function carryOutInterrupted(deps: CarryOutDeps): Promise<void> {
  for (const { id } of await deps.submissions.untold()) {
    await carryOut(deps, id);
  }
}

/** New cards to whom it concerns now, and posted ones follow: once for each step, however often it is asked for. */
async function tell(deps: CarryOutDeps, submission: Submission): Promise<void> {
  const { id, by, round, version, state } = submission;
  const earlier = state.kind === 'waiting' ? round - 1 : round;
  await reviseBroadcast(deps, reviewId(id, earlier), { withdrawn: true, revision: version });
  if (state.kind === 'waiting') {
    await askOrganisers(deps, submission);
  }
  if (state.kind === 'asked' || state.kind === 'returned' || state.kind === 'published') {
    await startBroadcast(deps, {
      id: outcomeId(id, version),
      subject: { kind: 'review-outcome', submissionId: id, round },
      audience: [{ kind: 'member', memberId: by }],
      lifeMs,
    });
  }
  await reviseOutcomes(deps, id, version - 1, version);
}

async function askOrganisers(deps: CarryOutDeps, { id, by, round, version }: Submission): Promise<void> {
  const started = await startBroadcast(deps, {
    id: reviewId(id, round),
    subject: { kind: 'review', submissionId: id, round },
    audience: [{ kind: 'role', role: 'organiser' }],
    except: [by],
    lifeMs,
  });
  if (started === 'exists') {
    // It was decided, and could not be published.
    await reviseBroadcast(deps, reviewId(id, round), { revision: version });
  }
}

/** What the author was told before is no longer all. The first step tells them nothing. */
async function reviseOutcomes(
  deps: Pick<Deps, 'broadcasts' | 'clock'>,
  id: SubmissionId,
  upTo: number,
  revision: number,
): Promise<void> {
  for (let version = 2; version <= upTo; version += 1) {
    await reviseBroadcast(deps, outcomeId(id, version), { withdrawn: true, revision });
  }
}

/** Posted cards of a submission that is no longer there say so. */
export async function tellGone(
  deps: Pick<Deps, 'broadcasts' | 'clock'>,
  { id, round, version }: Submission,
): Promise<void> {
  const revision = version + 1;
  for (let each = 1; each <= round; each += 1) {
    await reviseBroadcast(deps, reviewId(id, each), { withdrawn: true, revision });
  }
  await reviseOutcomes(deps, id, version, revision);
}

function reviewId(id: SubmissionId, round: number): BroadcastId {
  return broadcastId(`review.${id}.${round}`);
}

function outcomeId(id: SubmissionId, version: number): BroadcastId {
  return broadcastId(`review-outcome.${id}.${version}`);
}
