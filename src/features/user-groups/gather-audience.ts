import type { Deps } from '../../deps.ts';
import { resolveAudience } from '../../domain/audience.ts';
import type { Audience, AudiencePart } from '../../domain/audience.ts';
import type { MemberId } from '../../domain/ids.ts';
import type { Reference } from '../../domain/reach.ts';

/** Who is meant by an audience at this moment. `references` are all that are kept, in any order; what is lost is sorted out here. */
export async function gatherAudience(
  deps: Pick<Deps, 'members' | 'subscriptions' | 'userGroupChannels' | 'operator' | 'rules'>,
  parts: readonly AudiencePart[],
  references: Iterable<Reference> | AsyncIterable<Reference>,
): Promise<Audience> {
  const groups = new Set(parts.flatMap((part) => (part.kind === 'user-group' ? [part.userGroupId] : [])));
  const withChannels = new Set(
    parts.flatMap((part) => (part.kind === 'user-group-channels' ? [part.userGroupId] : [])),
  );
  const [subscriptions, channels, members, known] = await Promise.all([
    Promise.all([...groups].map((group) => deps.subscriptions.ofGroup(group))),
    Promise.all([...withChannels].map((group) => deps.userGroupChannels.ofGroup(group))),
    parts.some(meansMembers) ? collect(deps.members.all()) : [],
    collect(references),
  ]);
  return resolveAudience(parts, {
    members,
    subscriptions: subscriptions.flat(),
    channels: channels.flat(),
    references: known,
    communes: deps.operator.current().communes,
    isOrganiser: (member) => deps.rules.organisers.has(objectIdOf(member)),
  });
}

/** Whether everybody must be looked through to find who is meant. */
function meansMembers({ kind }: AudiencePart): boolean {
  return kind === 'all-members' || kind === 'role' || kind === 'district' || kind === 'commune';
}

async function collect<Item>(items: Iterable<Item> | AsyncIterable<Item>): Promise<readonly Item[]> {
  const all: Item[] = [];
  for await (const item of items) {
    all.push(item);
  }
  return all;
}

/** The Entra object id; see `memberId`. */
function objectIdOf(member: MemberId): string {
  return member.slice(member.indexOf('.') + 1);
}
