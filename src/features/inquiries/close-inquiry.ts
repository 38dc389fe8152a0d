import type { Deps } from '../../deps.ts';
import type { InquiryId } from '../../domain/ids.ts';
import { closeInquiry as toClosed, closeOverdue } from '../../domain/inquiry-steps.ts';
import type { Asker } from '../../domain/member.ts';
import { carryOutInTurn } from './carry-out-inquiry.ts';
import type { CarryOutDeps } from './carry-out-inquiry.ts';
import { forgetsAt } from '../../domain/inquiry.ts';
import type { Inquiry } from '../../domain/inquiry.ts';
import type { Instant } from '../../domain/instant.ts';
import { checkAsker, findShown } from './inquiry-results.ts';
import type { DeniedInquiry, GoneInquiry, InquiryDone } from './inquiry-results.ts';

export type CloseInquiryResult =
  | InquiryDone<'closed' | 'already'>
  | { readonly kind: 'not-responsible' }
  | GoneInquiry
  | DeniedInquiry;

/** "Danke, erledigt" of the asker, "Schließen" of an organiser. Closing it twice is once. */
export async function closeInquiry(
  deps: CarryOutDeps & Pick<Deps, 'operator'>,
  { asker, inquiryId }: { readonly asker: Asker; readonly inquiryId: InquiryId },
): Promise<CloseInquiryResult> {
  const permission = checkAsker(deps, asker);
  if (permission.kind === 'denied') {
    return permission;
  }
  const before = await findShown(deps, asker, inquiryId);
  if (before === undefined || before.inquiry.state.kind === 'draft') {
    return { kind: 'gone' };
  }
  const { isAsker, isOrganiser } = before.viewer;
  if (!isAsker && !isOrganiser) {
    deps.logger.warn('inquiry.denied', { because: 'not-responsible' });
    return { kind: 'not-responsible' };
  }
  const because = isAsker ? 'asker' : 'organiser';
  const closed = await deps.inquiries.change(inquiryId, ({ inquiry }) => {
    const outcome = toClosed(inquiry, because, deps.clock.now());
    return outcome.kind === 'closed' ? { inquiry: outcome.inquiry } : undefined;
  });
  if (closed !== undefined) {
    await carryOutInTurn(deps, inquiryId);
  }
  const shown = await findShown(deps, asker, inquiryId);
  return shown === undefined
    ? { kind: 'gone' }
    : { kind: closed === undefined ? 'already' : 'closed', shown };
}

/** Closes what nobody has answered for too long, and forgets what was closed long ago; returns how many it closed. */
export async function closeOverdueInquiries(deps: CarryOutDeps): Promise<number> {
  let closed = 0;
  for (const { id, state } of await deps.inquiries.overdue(deps.clock.now())) {
    if (state.kind === 'closed') {
      await deps.inquiries.removeThread(id, (inquiry) => isForgotten(inquiry, deps.clock.now()));
      continue;
    }
    const changed = await deps.inquiries.change(id, ({ inquiry }) => {
      const outcome = closeOverdue(inquiry, deps.clock.now());
      return outcome.kind === 'closed' ? { inquiry: outcome.inquiry } : undefined;
    });
    closed += Number(changed !== undefined);
    await carryOutInTurn(deps, id);
  }
  return closed;
}

function isForgotten(inquiry: Inquiry, now: Instant): boolean {
  const at = forgetsAt(inquiry);
  return at !== undefined && at <= now;
}
