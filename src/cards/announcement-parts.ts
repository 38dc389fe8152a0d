import type { AudiencePart } from '../domain/audience.ts';
import type { AudienceCount } from '../features/announcements/count-audience.ts';
import type {
  AudienceNames,
  DescribedAnnouncement,
} from '../features/announcements/describe-announcement.ts';
import { formatNumber } from '../texts/format.ts';
import { announcementTexts } from '../texts/announcement-texts.ts';
import { literal, section, smallText } from './card.ts';
import type { Element } from './card.ts';

const { audience: words, numbers } = announcementTexts;

/** More names are not read; the rest is a number. */
const mostNames = 12;

/** Whom it is for in words, the large numbers, and why some get nothing. */
export function audienceElements({ announcement, names, count }: DescribedAnnouncement): readonly Element[] {
  const called = announcement.audience.map((part) => nameOf(part, names));
  const shown = called.slice(0, mostNames).join(', ');
  const hidden = called.length - mostNames;
  const lost = [...count.unreachable].filter(([, n]) => n > 0);
  const notes = [
    ...(lost.length > 0 || count.unreachableChannels > 0
      ? [announcementTexts.unreachable(lost, count.unreachableChannels)]
      : []),
    ...(count.guests > 0 ? [announcementTexts.guests(count.guests)] : []),
  ];
  return [
    section([
      literal([
        { text: words.to, isSubtle: true },
        { text: hidden > 0 ? `${shown} ${words.more(hidden)}` : shown },
      ]),
      numberColumns(count),
      ...notes.map((note) => smallText(note, { spacing: 'Small' })),
    ]),
  ];
}

/** A part as people call it. The names of groups are words that people typed. */
function nameOf(part: AudiencePart, { userGroups, communes }: AudienceNames): string {
  switch (part.kind) {
    case 'all-members':
      return words.all;
    case 'role':
      return part.role === 'organiser' ? words.organisers : words.members;
    case 'user-group':
    case 'user-group-channels': {
      const name = userGroups.get(part.userGroupId)?.name;
      if (name === undefined) {
        return words.goneGroup;
      }
      return part.kind === 'user-group' ? words.group(name) : words.channels(name);
    }
    case 'channel':
      return words.channel;
    case 'commune':
      return communes.get(part.communeId)?.name ?? part.communeId;
    case 'district': {
      const { districtKey } = part;
      const ofDistrict = [...communes.values()].filter((commune) => commune.districtKey === districtKey);
      const district = ofDistrict.find(({ kind }) => kind === 'kreis');
      return district?.name ?? ofDistrict[0]?.districtName ?? words.district(districtKey);
    }
  }
}

/** Large numbers, each with a small word below. */
function numberColumns({ people, channels, unreachable, unreachableChannels }: AudienceCount): Element {
  const lost = [...unreachable.values()].reduce((sum, n) => sum + n, unreachableChannels);
  const counts = [
    { count: people, word: numbers.people(people) },
    { count: channels, word: numbers.channels(channels) },
    { count: lost, word: numbers.unreachable },
  ];
  const columns = counts
    .filter(({ count }, index) => index === 0 || count > 0)
    .map(({ count, word }) => ({
      type: 'Column',
      width: 'stretch',
      items: [
        { type: 'TextBlock', text: formatNumber(count), size: 'ExtraLarge', weight: 'Bolder', wrap: true },
        smallText(word, { spacing: 'None' }),
      ],
    }));
  return { type: 'ColumnSet', columns };
}
