import type { Deps } from '../../deps.ts';
import type { BroadcastPart } from '../../domain/audience.ts';
import { broadcastId } from '../../domain/ids.ts';
import type { BroadcastId, InquiryId } from '../../domain/ids.ts';
import { carriedOut } from '../../domain/inquiry-steps.ts';
import { hasUndone } from '../../domain/inquiry.ts';
import type { Inquiry, InquiryPlace, InquiryThread, UntoldAnswer } from '../../domain/inquiry.ts';
import { dayMs } from '../../domain/instant.ts';
import { reviseBroadcast } from '../broadcasts/request-change.ts';
import { startBroadcast } from '../broadcasts/start-broadcast.ts';

export type CarryOutDeps = Pick<Deps, 'broadcasts' | 'clock' | 'inquiries' | 'logger' | 'userGroupChannels'>;

/** A channel where the bot is throttled, an asker's quiet weekend, and an app that stands still for a week are waited for. */
const lifeMs = 14 * dayMs;

/** Of what is posted in the community's channels, or in those of a group. */
function postId(inquiry: InquiryId, to: InquiryPlace): BroadcastId {
  return broadcastId(to === 'community' ? `inquiry.${inquiry}` : `inquiry.${inquiry}.${to}`);
}

/** Of what the asker is told about an answer. */
function toldId(inquiry: InquiryId, number: number): BroadcastId {
  return broadcastId(`inquiry-answer.${inquiry}.${number}`);
}

/**
 * Posts, shows and tells what is decided about an inquiry and stored with it. However often it is done, and wherever it is interrupted,
 * everything is begun once, as each broadcast has an id made of what it is about.
 */
export async function carryOut(deps: CarryOutDeps, id: InquiryId): Promise<void> {
  const thread = await deps.inquiries.findThread(id);
  if (thread === undefined || !hasUndone(thread.inquiry)) {
    return;
  }
  const { inquiry } = thread;
  // Where a closed one is not posted yet, it is not posted any more.
  const withdrawn = inquiry.state.kind === 'closed';
  for (const { to, begun } of inquiry.posts) {
    if (!begun) {
      await post(deps, inquiry, to);
    }
    // One that begins late begins with what is to be shown now.
    await reviseBroadcast(deps, postId(id, to), { revision: inquiry.revision, withdrawn });
  }
  for (const untold of inquiry.untold) {
    await tell(deps, thread, untold);
  }
  await deps.inquiries.change(id, (known) =>
    hasUndone(known.inquiry) ? { inquiry: carriedOut(known.inquiry, inquiry) } : undefined,
  );
}

/** The same where a failure stops nothing else: what is stored is accepted, whoever pressed is told so, and the job tries it again. */
export async function carryOutInTurn(deps: CarryOutDeps, id: InquiryId): Promise<void> {
  try {
    await carryOut(deps, id);
  } catch (error) {
    deps.logger.error('inquiry.not-carried-out', { inquiryId: id, error });
  }
}

/** The same for all that were interrupted. */
export async function carryOutInquiries(deps: CarryOutDeps): Promise<void> {
  for (const { id } of await deps.inquiries.undone()) {
    await carryOutInTurn(deps, id);
  }
}

async function post(deps: CarryOutDeps, { id }: Inquiry, to: InquiryPlace): Promise<void> {
  await startBroadcast(deps, {
    id: postId(id, to),
    subject: { kind: 'inquiry', inquiryId: id },
    audience: await toAudience(deps, to),
    lifeMs,
  });
}

async function toAudience(
  { userGroupChannels }: CarryOutDeps,
  to: InquiryPlace,
): Promise<readonly BroadcastPart[]> {
  if (to !== 'community') {
    return [{ kind: 'user-group-channels', userGroupId: to }];
  }
  const channels = await userGroupChannels.ofCommunity();
  return channels.map(({ conversationId }) => ({ kind: 'channel', conversationId }));
}

/** An answer is told once; what was told follows when its author changes it or takes it back. */
async function tell(
  deps: CarryOutDeps,
  { inquiry: { id, by }, answers }: InquiryThread,
  { number, version }: UntoldAnswer,
): Promise<void> {
  if (by === undefined) {
    return;
  }
  if (version > 1) {
    const withdrawn = !answers.some((answer) => answer.number === number);
    await reviseBroadcast(deps, toldId(id, number), { revision: version, withdrawn });
    return;
  }
  await startBroadcast(deps, {
    id: toldId(id, number),
    subject: { kind: 'inquiry-answer', inquiryId: id, answer: number },
    audience: [{ kind: 'member', memberId: by }],
    lifeMs,
  });
}
