import { digestCard, toDigestItem } from '../cards/digest-card.ts';
import type { DigestItem } from '../cards/digest-card.ts';
import type { Deps } from '../deps.ts';
import type { BroadcastSubject } from '../domain/broadcast.ts';
import type { Recipient } from '../domain/delivery.ts';
import { digestTexts } from '../texts/digest-texts.ts';
import type { ComposedMessage } from './compose-message.ts';

/**
 * The daily collection of a member as it is at this moment, in the order given. Undefined when there is nothing to say to them any
 * more. `short`: the whole card was refused as too big.
 */
export async function composeDigest(
  deps: Pick<Deps, 'announcements'>,
  subjects: readonly BroadcastSubject[],
  recipient: Recipient,
  { short = false }: { readonly short?: boolean } = {},
): Promise<ComposedMessage | undefined> {
  if (recipient.kind !== 'member') {
    return undefined;
  }
  const found = await Promise.all(subjects.map((subject) => findItem(deps, subject)));
  const items = found.filter((item) => item !== undefined);
  if (items.length === 0) {
    return undefined;
  }
  const titles = items.flatMap((item) => (item.kind === 'announcement' ? [item.content.title] : []));
  return {
    card: digestCard(items, { short }),
    summary: titles.length === 0 ? digestTexts.withdrawn(items.length) : digestTexts.summary(titles),
  };
}

async function findItem(
  { announcements }: Pick<Deps, 'announcements'>,
  subject: BroadcastSubject,
): Promise<DigestItem | undefined> {
  switch (subject.kind) {
    case 'announcement': {
      const announcement = (await announcements.find(subject.announcementId))?.value;
      const isOut = announcement?.state.kind === 'started' || announcement?.state.kind === 'scheduled';
      return announcement !== undefined && isOut ? toDigestItem(announcement) : undefined;
    }
    // A question to the organisers is never collected.
    case 'confirmation':
      return undefined;
  }
}
