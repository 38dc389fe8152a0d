import type { Deps } from '../../deps.ts';
import type { Commune } from '../../domain/commune.ts';
import type { CommuneId } from '../../domain/ids.ts';
import type { Asker } from '../../domain/member.ts';
import { may } from '../../domain/permissions.ts';
import type { Submission } from '../../domain/submission.ts';
import { checkReviewer } from './check-reviewer.ts';
import type { DeniedReview } from './check-reviewer.ts';

export interface ListedSubmissions {
  readonly kind: 'listed';
  readonly rows: readonly Submission[];
  readonly total: number;
  /** From 1, and never behind the last one. */
  readonly page: number;
  readonly pages: number;
  readonly communes: ReadonlyMap<CommuneId, Commune>;
}

type ListDeps = Pick<Deps, 'submissions' | 'operator' | 'logger'>;

const rowsOnAPage = 5;

/** "Freigaben": what organisers have to look at, the oldest first. */
export async function listSubmissions(
  deps: ListDeps,
  request: { readonly asker: Asker; readonly page: number },
): Promise<ListedSubmissions | DeniedReview> {
  const permission = checkReviewer(deps, request.asker);
  return permission.kind === 'denied'
    ? permission
    : toPage(deps, await deps.submissions.open(), request.page);
}

/** "Meine Einreichungen": the asker's own, the latest first. */
export async function listOwnSubmissions(
  deps: ListDeps,
  { asker, page }: { readonly asker: Asker; readonly page: number },
): Promise<ListedSubmissions | DeniedReview> {
  const permission = may(asker, 'register-use-case');
  if (permission.kind === 'denied' || asker.memberId === undefined) {
    const isGuest = permission.kind === 'denied' && permission.because === 'guest';
    return { kind: 'denied', because: isGuest ? 'guest' : 'anonymous' };
  }
  const own = (await deps.submissions.ofMember(asker.memberId)).map(({ value }) => value);
  return toPage(
    deps,
    own.sort((one, other) => other.submittedAt - one.submittedAt),
    page,
  );
}

function toPage(
  { operator }: Pick<Deps, 'operator'>,
  all: readonly Submission[],
  wanted: number,
): ListedSubmissions {
  const pages = Math.max(1, Math.ceil(all.length / rowsOnAPage));
  const page = Math.min(wanted, pages);
  return {
    kind: 'listed',
    rows: all.slice((page - 1) * rowsOnAPage, page * rowsOnAPage),
    total: all.length,
    page,
    pages,
    communes: operator.current().communes,
  };
}
