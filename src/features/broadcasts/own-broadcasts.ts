import type { Deps } from '../../deps.ts';
import type { Broadcast, BroadcastSubject } from '../../domain/broadcast.ts';
import { storedMemberId } from '../../domain/ids.ts';
import type { MemberId } from '../../domain/ids.ts';
import type { PersonalDataSource } from '../members/personal-data.ts';

/** In the place of somebody whose data was erased: no id of a member is a word. */
const erased = storedMemberId('erased');

/**
 * What is or was sent because of the member: to them by name, or to others but not to them. Erased, nobody is named any more; what was
 * for them alone is not sent.
 */
export function ownBroadcastsSource(deps: Pick<Deps, 'broadcasts' | 'clock'>): PersonalDataSource {
  return {
    kind: 'broadcasts',
    async read(member) {
      const own = await Array.fromAsync(findOwn(deps, member));
      return own
        .sort((one, other) => other.createdAt - one.createdAt)
        .map(({ id, createdAt, except }) => ({
          broadcastId: id,
          createdAt,
          broadcastRole: except.includes(member) ? 'left-out' : 'meant',
        }));
    },
    async erase(member) {
      const own = await Array.fromAsync(findOwn(deps, member));
      for (const { id } of own) {
        await deps.broadcasts.change(id, (broadcast) =>
          names(broadcast, member) ? withoutMember(broadcast, member, deps.clock.now()) : undefined,
        );
      }
      return own.length;
    },
  };
}

async function* findOwn(
  { broadcasts }: Pick<Deps, 'broadcasts'>,
  member: MemberId,
): AsyncGenerator<Broadcast> {
  for await (const broadcast of broadcasts.all()) {
    if (names(broadcast, member)) {
      yield broadcast;
    }
  }
}

function names({ audience, except, subject }: Broadcast, member: MemberId): boolean {
  return (
    except.includes(member) ||
    audience.some((part) => part.kind === 'member' && part.memberId === member) ||
    ('memberId' in subject && subject.memberId === member)
  );
}

function withoutMember(broadcast: Broadcast, member: MemberId, now: number): Broadcast {
  const audience = broadcast.audience.filter((part) => part.kind !== 'member' || part.memberId !== member);
  const isPointless = audience.length === 0 && broadcast.cancelledAt === undefined;
  return {
    ...broadcast,
    audience,
    except: broadcast.except.filter((one) => one !== member),
    subject: withoutKeeper(broadcast.subject, member),
    ...(isPointless && { cancelledAt: now }),
  };
}

function withoutKeeper(subject: BroadcastSubject, member: MemberId): BroadcastSubject {
  return 'memberId' in subject && subject.memberId === member ? { ...subject, memberId: erased } : subject;
}
