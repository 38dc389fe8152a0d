import type { Deps } from '../../deps.ts';
import type { Announcement } from '../../domain/announcement.ts';
import { agreementFor } from '../../domain/announcement-agreement.ts';
import type { Agreement } from '../../domain/announcement-agreement.ts';
import { isUnderWay } from '../../domain/announcement-steps.ts';
import type { Commune } from '../../domain/commune.ts';
import { objectIdOf } from '../../domain/ids.ts';
import type { CommuneId, MemberId, UserGroupId } from '../../domain/ids.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Asker } from '../../domain/member.ts';
import { may } from '../../domain/permissions.ts';
import type { UserGroup } from '../../domain/user-group.ts';
import { gatherAudience } from '../user-groups/gather-audience.ts';
import { askedToConfirm } from './ask-for-confirmation.ts';
import { mapUserGroups } from './check-announcer.ts';
import { countAudience } from './count-audience.ts';
import type { AudienceCount, CountDeps } from './count-audience.ts';

/** An announcement that is not under way yet, as one organiser sees it. */
export interface DescribedAnnouncement {
  readonly announcement: Announcement;
  readonly count: AudienceCount;
  /** What is needed to send it to so many. */
  readonly agreement: Agreement;
  /** From which number on somebody else has to agree. */
  readonly confirmAbove: number;
  readonly names: AudienceNames;
  readonly isUnderWay: boolean;
  /** While a second organiser must confirm it: how many of them can be asked. */
  readonly asked?: number;
  readonly own: { readonly isAuthor: boolean; readonly mayConfirm: boolean };
  readonly now: Instant;
}

/** What the parts of an audience are called. */
export interface AudienceNames {
  readonly userGroups: ReadonlyMap<UserGroupId, UserGroup>;
  readonly communes: ReadonlyMap<CommuneId, Commune>;
}

export type DescribeAnnouncementDeps = CountDeps & Pick<Deps, 'userGroups' | 'rules' | 'operator' | 'clock'>;

/** Counts whom it reaches at this moment, and says what it is to the asker. */
export async function describeAnnouncement(
  deps: DescribeAnnouncementDeps,
  asker: Asker,
  announcement: Announcement,
): Promise<DescribedAnnouncement> {
  const isAuthor = asker.memberId !== undefined && announcement.by === asker.memberId;
  const mayConfirm = !isAuthor && may(asker, 'confirm-announcement').kind === 'allowed';
  return describe(deps, announcement, { isAuthor, mayConfirm });
}

/** The same for an organiser who is asked to confirm it. */
export async function describeForConfirmation(
  deps: DescribeAnnouncementDeps,
  organiser: MemberId,
  announcement: Announcement,
): Promise<DescribedAnnouncement> {
  const isAuthor = announcement.by === organiser;
  return describe(deps, announcement, { isAuthor, mayConfirm: !isAuthor });
}

async function describe(
  deps: DescribeAnnouncementDeps,
  announcement: Announcement,
  own: DescribedAnnouncement['own'],
): Promise<DescribedAnnouncement> {
  const [count, userGroups, asked] = await Promise.all([
    countAudience(deps, announcement.audience),
    mapUserGroups(deps),
    countAsked(deps, announcement),
  ]);
  const now = deps.clock.now();
  const { confirmAbove } = deps.rules;
  return {
    announcement,
    count,
    agreement: neededAgreement(deps, announcement, count),
    ...(asked !== undefined && { asked }),
    confirmAbove,
    names: { userGroups, communes: deps.operator.current().communes },
    isUnderWay: isUnderWay(announcement, now),
    own,
    now,
  };
}

/** Whose agreement is needed to send it to so many. */
export function neededAgreement(
  deps: Pick<Deps, 'rules'>,
  { by }: Announcement,
  { recipients }: AudienceCount,
): Agreement {
  const { confirmAbove } = deps.rules;
  return agreementFor(recipients, { confirmAbove, otherOrganisers: countOtherOrganisers(deps, by) });
}

/** How many organisers the question reaches whether it may go out; undefined when nobody is asked. */
export async function countAsked(deps: CountDeps, { by, state }: Announcement): Promise<number | undefined> {
  if (state.kind !== 'awaiting-confirmation') {
    return undefined;
  }
  const { recipients } = await gatherAudience(deps, askedToConfirm);
  return recipients.filter(({ memberId }) => memberId !== by).length;
}

/** Organisers of the community who did not write it. */
function countOtherOrganisers({ rules }: Pick<Deps, 'rules'>, author: MemberId | undefined): number {
  const own = author && objectIdOf(author);
  return [...rules.organisers].filter((objectId) => objectId !== own).length;
}
