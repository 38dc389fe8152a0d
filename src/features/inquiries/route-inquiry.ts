import type { Deps } from '../../deps.ts';
import type { InquiryId, UserGroupId } from '../../domain/ids.ts';
import { routeInquiry as toRouted } from '../../domain/inquiry-steps.ts';
import { isOpen } from '../../domain/inquiry.ts';
import type { Asker } from '../../domain/member.ts';
import type { UserGroup } from '../../domain/user-group.ts';
import { carryOutInTurn } from './carry-out-inquiry.ts';
import type { CarryOutDeps } from './carry-out-inquiry.ts';
import { checkAsker, findShown, organises } from './inquiry-results.ts';
import type { DeniedInquiry, GoneInquiry, InquiryDone } from './inquiry-results.ts';

type RouteDeps = CarryOutDeps & Pick<Deps, 'operator' | 'userGroups'>;

interface RouteRequest {
  readonly asker: Asker;
  readonly inquiryId: InquiryId;
}

type NotRouted = InquiryDone<'closed'> | { readonly kind: 'not-organiser' } | GoneInquiry | DeniedInquiry;

export type OfferRouteResult =
  | (InquiryDone<'offered'> & {
      /** Open groups with channels that do not have it yet, by name. */
      readonly userGroups: readonly UserGroup[];
    })
  | NotRouted;

/** The user groups in whose channels it can be posted as well. */
export async function offerRoute(
  deps: Pick<Deps, 'inquiries' | 'logger' | 'operator' | 'userGroupChannels' | 'userGroups'>,
  { asker, inquiryId }: RouteRequest,
): Promise<OfferRouteResult> {
  const permission = checkAsker(deps, asker);
  if (permission.kind === 'denied') {
    return permission;
  }
  if (!organises(asker)) {
    deps.logger.warn('inquiry.denied', { because: 'not-organiser' });
    return { kind: 'not-organiser' };
  }
  const shown = await findShown(deps, asker, inquiryId);
  if (shown === undefined || shown.inquiry.state.kind === 'draft') {
    return { kind: 'gone' };
  }
  if (!isOpen(shown.inquiry)) {
    return { kind: 'closed', shown };
  }
  const posted = new Set(shown.inquiry.posts.map(({ to }) => to));
  const groups = (await deps.userGroups.all())
    .map(({ value }) => value)
    .filter(({ id, archivedAt }) => archivedAt === undefined && !posted.has(id));
  const withChannels = await Promise.all(
    groups.map(async (group) => ((await deps.userGroupChannels.ofGroup(group.id)).length > 0 ? [group] : [])),
  );
  const userGroups = withChannels.flat().sort((one, other) => one.name.localeCompare(other.name, 'de'));
  return { kind: 'offered', shown, userGroups };
}

export type RouteInquiryResult =
  | (InquiryDone<'routed' | 'already'> & { readonly userGroup: UserGroup })
  /** It was archived meanwhile, has no channel any more, or nothing was chosen. */
  | (OfferRouteResult & { readonly kind: 'offered' })
  | NotRouted;

/** "Weiterleiten": one more post, in the channels of a group; once to each. */
export async function routeInquiry(
  deps: RouteDeps,
  { asker, inquiryId, to }: RouteRequest & { readonly to: UserGroupId | undefined },
): Promise<RouteInquiryResult> {
  const offered = await offerRoute(deps, { asker, inquiryId });
  if (offered.kind !== 'offered') {
    return offered;
  }
  const userGroup = to === undefined ? undefined : (await deps.userGroups.find(to))?.value;
  const isPosted = offered.shown.inquiry.posts.some((post) => post.to === to);
  const isOffered = offered.userGroups.some(({ id }) => id === to);
  if (userGroup === undefined || (!isPosted && !isOffered)) {
    return offered;
  }
  const routed = await deps.inquiries.change(inquiryId, ({ inquiry }) => {
    const outcome = toRouted(inquiry, userGroup.id);
    return outcome.kind === 'routed' ? { inquiry: outcome.inquiry } : undefined;
  });
  if (routed !== undefined) {
    await carryOutInTurn(deps, inquiryId);
  }
  const shown = await findShown(deps, asker, inquiryId);
  if (shown === undefined) {
    return { kind: 'gone' };
  }
  const isNow = shown.inquiry.posts.some((post) => post.to === to);
  if (!isNow) {
    return { kind: 'closed', shown };
  }
  return { kind: routed === undefined ? 'already' : 'routed', shown, userGroup };
}
