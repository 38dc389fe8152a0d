import type { Deps } from '../../deps.ts';
import { isOpen } from '../../domain/inquiry.ts';
import type { Inquiry } from '../../domain/inquiry.ts';
import type { Asker } from '../../domain/member.ts';
import { checkAsker, organises } from './inquiry-results.ts';
import type { DeniedInquiry } from './inquiry-results.ts';

export interface ListedInquiry {
  readonly inquiry: Inquiry;
  /** Whether it is one's own question, or one that one has answered. */
  readonly own?: 'asked' | 'answered';
}

export interface ListedInquiries {
  readonly kind: 'listed';
  readonly of: 'community' | 'member';
  readonly rows: readonly ListedInquiry[];
  readonly total: number;
  readonly open: number;
  /** From 1, and never behind the last one. */
  readonly page: number;
  readonly pages: number;
}

export type ListInquiriesResult = ListedInquiries | { readonly kind: 'not-organiser' } | DeniedInquiry;

const rowsOnAPage = 5;
/** Older ones are not listed any more. */
const mostListed = 200;

/** Every inquiry for organisers: open ones first, then the newest. */
export async function listInquiries(
  deps: Pick<Deps, 'inquiries' | 'logger'>,
  { asker, page }: { readonly asker: Asker; readonly page: number },
): Promise<ListInquiriesResult> {
  const permission = checkAsker(deps, asker);
  if (permission.kind === 'denied') {
    return permission;
  }
  if (!organises(asker)) {
    return { kind: 'not-organiser' };
  }
  const all = await deps.inquiries.latest(mostListed);
  return toPage(
    'community',
    all.map((inquiry) => ({ inquiry })),
    page,
  );
}

/** What the asker asked, drafts included, and what they answered. */
export async function listOwnInquiries(
  deps: Pick<Deps, 'inquiries' | 'logger'>,
  { asker, page }: { readonly asker: Asker; readonly page: number },
): Promise<ListInquiriesResult> {
  const permission = checkAsker(deps, asker);
  if (permission.kind === 'denied') {
    return permission;
  }
  const { memberId } = permission;
  const asked = await deps.inquiries.ofAsker(memberId);
  const ids = new Set((await deps.inquiries.answersOf(memberId)).map(({ inquiryId }) => inquiryId));
  const answered = await Promise.all([...ids].map((id) => deps.inquiries.find(id)));
  const rows: readonly ListedInquiry[] = [
    ...asked.map((inquiry) => ({ inquiry, own: 'asked' as const })),
    ...answered
      .filter((inquiry) => inquiry !== undefined)
      .map((inquiry) => ({ inquiry, own: 'answered' as const })),
  ];
  return toPage('member', rows, page);
}

function toPage(of: ListedInquiries['of'], found: readonly ListedInquiry[], wanted: number): ListedInquiries {
  const sorted = found.toSorted(
    (one, other) => rank(one.inquiry) - rank(other.inquiry) || timeOf(other.inquiry) - timeOf(one.inquiry),
  );
  const pages = Math.max(1, Math.ceil(sorted.length / rowsOnAPage));
  const page = Math.min(wanted, pages);
  return {
    kind: 'listed',
    of,
    rows: sorted.slice((page - 1) * rowsOnAPage, page * rowsOnAPage),
    total: sorted.length,
    open: sorted.filter(({ inquiry }) => isOpen(inquiry)).length,
    page,
    pages,
  };
}

/** Those that wait for an answer first. */
function rank({ state }: Inquiry): number {
  switch (state.kind) {
    case 'draft':
      return 0;
    case 'open':
      return 1;
    case 'answered':
      return 2;
    case 'closed':
      return 3;
  }
}

function timeOf({ sentAt, createdAt }: Inquiry): number {
  return sentAt ?? createdAt;
}
