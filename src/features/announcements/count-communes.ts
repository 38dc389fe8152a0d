import type { Deps } from '../../deps.ts';
import type { Announcement } from '../../domain/announcement.ts';
import type { Commune } from '../../domain/commune.ts';
import { CommuneCounter } from '../../domain/commune-counts.ts';
import type { CommuneTable } from '../../domain/commune-counts.ts';
import { announcementId, broadcastId } from '../../domain/ids.ts';
import type { AnnouncementId, CommuneId } from '../../domain/ids.ts';
import { dayMs } from '../../domain/instant.ts';
import type { Asker } from '../../domain/member.ts';
import type { DeniedAnnouncement, GoneAnnouncement } from './announcement-results.ts';
import { reportAnnouncement } from './report-announcement.ts';

/** An announcement's recipients per commune: no names, and nothing of what one person did. */
export interface CountedCommunes {
  readonly announcement: Announcement;
  readonly table: CommuneTable;
  readonly communes: ReadonlyMap<CommuneId, Commune>;
}

export type ShowCommunesResult =
  | {
      readonly kind: 'counted';
      readonly counted: CountedCommunes;
      /** Opens the file for whoever has it, for a day; below the bot's own address. */
      readonly path: string;
    }
  /** Nobody was written down yet, or it was forgotten. */
  | { readonly kind: 'empty' }
  | GoneAnnouncement
  | DeniedAnnouncement;

type CountDeps = Pick<Deps, 'acknowledgements' | 'announcements' | 'broadcasts' | 'deliveries' | 'operator'>;

/** A link in a chat is opened soon. */
const linkLifeMs = dayMs;

/** For whoever may see the report. The link opens in a browser, where nobody is signed in, so it carries a key of its own. */
export async function showCommunes(
  deps: CountDeps & Pick<Deps, 'clock' | 'ids' | 'logger' | 'reportLinks' | 'userGroups'>,
  request: { readonly asker: Asker; readonly announcementId: AnnouncementId },
): Promise<ShowCommunesResult> {
  const { announcementId: id } = request;
  const result = await reportAnnouncement(deps, request);
  if (result.kind !== 'reported') {
    return result;
  }
  const counted = await countCommunes(deps, id);
  if (counted === undefined || counted.table.rows.length === 0) {
    return { kind: 'empty' };
  }
  const key = deps.ids.next();
  await deps.reportLinks.add(id, key, deps.clock.now() + linkLifeMs);
  return { kind: 'counted', counted, path: `/files/announcements/${id}.csv?key=${key}` };
}

/** The same for the file; undefined when the key does not open it, or no longer. */
export async function openCommunesFile(
  deps: CountDeps & Pick<Deps, 'reportLinks'>,
  { id, key }: { readonly id: string; readonly key: string },
): Promise<CountedCommunes | undefined> {
  const announcement = announcementId(id);
  return (await deps.reportLinks.opens(announcement, key)) ? countCommunes(deps, announcement) : undefined;
}

async function countCommunes(deps: CountDeps, id: AnnouncementId): Promise<CountedCommunes | undefined> {
  const announcement = (await deps.announcements.find(id))?.value;
  const carrier = broadcastId(id);
  const broadcast = (await deps.broadcasts.find(carrier))?.value;
  if (announcement === undefined || broadcast === undefined) {
    return undefined;
  }
  const counter = new CommuneCounter();
  for (const tenantId of broadcast.tenants) {
    for await (const { value } of deps.deliveries.all({ broadcastId: carrier, tenantId })) {
      counter.add(value);
    }
  }
  const acknowledged = announcement.content.acknowledgement
    ? await deps.acknowledgements.counts(id)
    : undefined;
  const { communes } = deps.operator.current();
  return { announcement, table: counter.toTable(acknowledged), communes };
}
