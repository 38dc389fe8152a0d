import { fold } from '../../search/german/fold.ts';
import { tokenize } from '../../search/tokenize.ts';
import type { Meeting } from '../../domain/meetings/meeting.ts';
import type { UserGroup } from '../../domain/user-group.ts';
import { listOpenGroups } from '../user-groups/list-open-groups.ts';
import { findShownMeeting } from './meeting-results.ts';
import type { ShowMeetingDeps, ShownMeeting } from './meeting-results.ts';

/** Enough to choose from: the list is for other things as well. */
const mostOffered = 5;
/** Letters from which on a word may stand within another one: "service" in "Telefonservice". */
const telling = 4;

/**
 * The next meetings to choose from while words are typed, as everybody sees them: those whose title or group has all of the words, the last
 * of which may be half typed. Without words simply the next ones. Writes nothing.
 */
export async function offerMeetings(
  deps: ShowMeetingDeps,
  { words, most = mostOffered }: { readonly words: string; readonly most?: number },
): Promise<readonly ShownMeeting[]> {
  const [all, groups] = await Promise.all([deps.meetings.notOver(deps.clock.now()), listOpenGroups(deps)]);
  const sought = toParts(words);
  const found = all
    .filter((one) => one.state.kind === 'published')
    .filter((one) => hasAll(one, groups, sought))
    .toSorted((one, other) => one.startsAt - other.startsAt)
    .slice(0, most);
  const shown = await Promise.all(found.map(({ id }) => findShownMeeting(deps, undefined, id)));
  return shown.filter((one) => one !== undefined);
}

function toParts(words: string): readonly string[] {
  return tokenize(words).map(({ text }) => fold(text));
}

function hasAll(meeting: Meeting, groups: readonly UserGroup[], sought: readonly string[]): boolean {
  const group = groups.find(({ id }) => id === meeting.userGroupId);
  const parts = toParts(`${meeting.title} ${group?.name ?? ''}`);
  return sought.every((word) =>
    parts.some((part) => part.startsWith(word) || (word.length >= telling && part.includes(word))),
  );
}
