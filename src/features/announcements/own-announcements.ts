import type { Deps } from '../../deps.ts';
import type { Announcement } from '../../domain/announcement.ts';
import type { AnnouncementId, MemberId } from '../../domain/ids.ts';
import type { PersonalDataSource } from '../members/personal-data.ts';
import { forgetAuthor } from './ask-for-confirmation.ts';

/** Those that others wrote and the member confirmed are looked for among so many. */
const mostSearched = 1000;

/**
 * The announcements that a member wrote or confirmed. What was sent, or is planned, stays as the community's, without a name; what
 * nobody else has seen goes.
 */
export function ownAnnouncementsSource(
  deps: Pick<Deps, 'announcements' | 'broadcasts' | 'clock'>,
): PersonalDataSource {
  return {
    kind: 'announcements',
    async read(id) {
      return (await findOwn(deps, id)).map(({ content, createdAt, state, by, shownIn }) => ({
        title: content.title,
        text: content.text,
        link: content.link,
        createdAt,
        announcementState: state.kind,
        announcementRole: by === id ? 'author' : 'confirmed',
        shownInMessage: shownIn?.memberId === id ? shownIn.activityId : undefined,
      }));
    },
    async erase(id) {
      const own = await findOwn(deps, id);
      for (const announcement of own) {
        await forgetAuthor(deps, announcement, id);
        await forget(deps, id, announcement.id);
      }
      return own.length;
    },
  };
}

async function findOwn(
  { announcements }: Pick<Deps, 'announcements'>,
  member: MemberId,
): Promise<readonly Announcement[]> {
  const written = (await announcements.ofMember(member)).map(({ value }) => value);
  const others = (await announcements.latest(mostSearched)).filter(
    ({ by, confirmedBy, shownIn }) =>
      by !== member && (confirmedBy === member || shownIn?.memberId === member),
  );
  return [...written, ...others];
}

async function forget(
  { announcements, clock }: Pick<Deps, 'announcements' | 'clock'>,
  member: MemberId,
  id: AnnouncementId,
): Promise<void> {
  for (;;) {
    const stored = await announcements.find(id);
    if (stored === undefined) {
      return;
    }
    const { value, etag } = stored;
    const isUnseen =
      value.by === member && (value.state.kind === 'draft' || value.state.kind === 'discarded');
    const nameless = withoutMember(value, member);
    const replaced = isUnseen
      ? await announcements.replace(withoutWords(nameless), etag, clock.now())
      : await announcements.replace(nameless, etag);
    if (replaced === 'replaced') {
      return;
    }
  }
}

function withoutMember(announcement: Announcement, member: MemberId): Announcement {
  const { by, confirmedBy, shownIn, ...rest } = announcement;
  return {
    ...rest,
    ...(by !== undefined && by !== member && { by }),
    ...(confirmedBy !== undefined && confirmedBy !== member && { confirmedBy }),
    ...(shownIn !== undefined && shownIn.memberId !== member && { shownIn }),
  };
}

/** Expired at once, and until it is gone from the store nothing is in it. */
function withoutWords(announcement: Announcement): Announcement {
  return { ...announcement, content: { title: '', text: '', acknowledgement: false } };
}
