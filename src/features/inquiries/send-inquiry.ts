import type { Deps } from '../../deps.ts';
import type { InquiryId, MemberId } from '../../domain/ids.ts';
import { beginSending, giveUpSending, sendInquiry as toSent } from '../../domain/inquiry-steps.ts';
import { mostOpenInquiries, takesRoom } from '../../domain/inquiry.ts';
import type { Inquiry } from '../../domain/inquiry.ts';
import type { Asker } from '../../domain/member.ts';
import { carryOutInTurn } from './carry-out-inquiry.ts';
import type { CarryOutDeps } from './carry-out-inquiry.ts';
import { checkAsker, findShown } from './inquiry-results.ts';
import type { DeniedInquiry, GoneInquiry, InquiryDone } from './inquiry-results.ts';
import { checkWay } from './offer-inquiry.ts';
import type { InquiryObstacle } from './offer-inquiry.ts';

export type SendInquiryResult = InquiryDone<'sent' | 'already'> | InquiryObstacle | GoneInquiry;

/** "Senden": the stored draft goes to the channels of the community. Sending it twice is once. */
export async function sendInquiry(
  deps: CarryOutDeps & Pick<Deps, 'logger' | 'operator'>,
  { asker, inquiryId }: { readonly asker: Asker; readonly inquiryId: InquiryId },
): Promise<SendInquiryResult> {
  const permission = checkAsker(deps, asker);
  if (permission.kind === 'denied') {
    return permission;
  }
  const before = await findShown(deps, asker, inquiryId);
  if (before === undefined || !before.viewer.isAsker) {
    return { kind: 'gone' };
  }
  if (before.inquiry.state.kind !== 'draft') {
    return { kind: 'already', shown: before };
  }
  const way = await checkWay(deps, asker);
  if (way.kind !== 'free') {
    return way;
  }
  if (!(await takeRoom(deps, permission.memberId, inquiryId))) {
    return { kind: 'too-many' };
  }
  const sent = await deps.inquiries.change(inquiryId, ({ inquiry }) => {
    const outcome = toSent(inquiry, deps.clock.now());
    return outcome.kind === 'sent' ? { inquiry: outcome.inquiry } : undefined;
  });
  if (sent !== undefined) {
    await carryOutInTurn(deps, inquiryId);
  }
  const shown = await findShown(deps, asker, inquiryId);
  return shown === undefined ? { kind: 'gone' } : { kind: sent === undefined ? 'already' : 'sent', shown };
}

/** Two at the same moment may both be refused at the limit; more than the limit are never sent. */
async function takeRoom(
  { clock, inquiries }: Pick<Deps, 'clock' | 'inquiries'>,
  asker: MemberId,
  id: InquiryId,
): Promise<boolean> {
  await inquiries.change(id, ({ inquiry }) => toChange(beginSending(inquiry, clock.now())));
  const others = (await inquiries.ofAsker(asker)).filter(
    (one) => one.id !== id && takesRoom(one, clock.now()),
  );
  if (others.length < mostOpenInquiries) {
    return true;
  }
  await inquiries.change(id, ({ inquiry }) => toChange(giveUpSending(inquiry)));
  return false;
}

function toChange(inquiry: Inquiry | undefined): { readonly inquiry: Inquiry } | undefined {
  return inquiry && { inquiry };
}

export type DiscardInquiryResult = { readonly kind: 'discarded' } | { readonly kind: 'sent' } | DeniedInquiry;

/** "Verwerfen", of a draft alone; what was sent is closed instead. Discarding twice is once. */
export async function discardInquiry(
  deps: Pick<Deps, 'inquiries' | 'logger'>,
  { asker, inquiryId }: { readonly asker: Asker; readonly inquiryId: InquiryId },
): Promise<DiscardInquiryResult> {
  const permission = checkAsker(deps, asker);
  if (permission.kind === 'denied') {
    return permission;
  }
  const { memberId } = permission;
  const outcome = await deps.inquiries.remove(
    inquiryId,
    ({ by, state }) => by === memberId && state.kind === 'draft',
  );
  const left = outcome === 'removed' ? undefined : await deps.inquiries.find(inquiryId);
  return left?.by === memberId ? { kind: 'sent' } : { kind: 'discarded' };
}
