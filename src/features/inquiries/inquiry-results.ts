import type { Deps } from '../../deps.ts';
import type { Commune } from '../../domain/commune.ts';
import type { CommuneId, InquiryId, MemberId } from '../../domain/ids.ts';
import type { InquiryThread } from '../../domain/inquiry.ts';
import type { Asker } from '../../domain/member.ts';
import { may } from '../../domain/permissions.ts';

/** There is none, or it is somebody else's draft. */
export interface GoneInquiry {
  readonly kind: 'gone';
}

export interface DeniedInquiry {
  readonly kind: 'denied';
  readonly because: 'anonymous' | 'guest';
}

/** What happened to an inquiry, and how it is now. */
export interface InquiryDone<Kind extends string> {
  readonly kind: Kind;
  readonly shown: ShownInquiry;
}

/** An inquiry as one person sees it. */
export interface ShownInquiry extends InquiryThread {
  readonly communes: ReadonlyMap<CommuneId, Commune>;
  /** Who asks: never for a card that others see. */
  readonly viewer: {
    readonly memberId?: MemberId;
    readonly isAsker: boolean;
    readonly isOrganiser: boolean;
  };
}

/** Who may ask and answer, by their account; or why not, which is logged. */
export function checkAsker(
  { logger }: Pick<Deps, 'logger'>,
  asker: Asker,
): { readonly kind: 'allowed'; readonly memberId: MemberId } | DeniedInquiry {
  const permission = may(asker, 'ask-community');
  const { memberId } = asker;
  if (permission.kind === 'allowed' && memberId !== undefined) {
    return { kind: 'allowed', memberId };
  }
  const because =
    permission.kind === 'denied' && permission.because === 'guest' ? permission.because : 'anonymous';
  logger.warn('inquiry.denied', { because });
  return { kind: 'denied', because };
}

/** Organisers route inquiries and close those of others. */
export function organises(asker: Asker): boolean {
  return may(asker, 'organise-inquiries').kind === 'allowed';
}

export function toShown(
  { operator }: Pick<Deps, 'operator'>,
  asker: Asker,
  thread: InquiryThread,
): ShownInquiry {
  const { memberId } = asker;
  return {
    ...thread,
    communes: operator.current().communes,
    viewer: {
      ...(memberId !== undefined && { memberId }),
      isAsker: memberId !== undefined && thread.inquiry.by === memberId,
      isOrganiser: organises(asker),
    },
  };
}

/** Somebody else's draft is nobody's business. */
export async function findShown(
  deps: Pick<Deps, 'inquiries' | 'operator'>,
  asker: Asker,
  id: InquiryId,
): Promise<ShownInquiry | undefined> {
  const thread = await deps.inquiries.findThread(id);
  const shown = thread && toShown(deps, asker, thread);
  return shown?.inquiry.state.kind === 'draft' && !shown.viewer.isAsker ? undefined : shown;
}
