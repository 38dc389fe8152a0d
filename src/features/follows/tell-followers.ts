import type { Deps } from '../../deps.ts';
import { broadcastId } from '../../domain/ids.ts';
import type { UseCaseId } from '../../domain/ids.ts';
import { dayMs } from '../../domain/instant.ts';
import type { HistoryEntry, UseCaseChange } from '../../domain/use-case-history.ts';
import type { UseCase } from '../../domain/use-case.ts';
import { startBroadcast } from '../broadcasts/start-broadcast.ts';

/** What is older is no news any more. Shorter than it is remembered what was told, so that nothing is told twice. */
const newsMs = 30 * dayMs;
/** How long a message about it may wait: nothing is lost when the app stands still for a week. */
export const newsLifeMs = 14 * dayMs;

export type News = HistoryEntry & {
  readonly change: UseCaseChange & { readonly kind: 'adopted' | 'adoption-changed' };
};

/** A commune joined, or came to another stage; nothing else is worth a message. */
function toNews(entry: HistoryEntry): News | undefined {
  const { change } = entry;
  switch (change.kind) {
    case 'adopted':
      return { ...entry, change };
    case 'adoption-changed':
      return change.from === change.to ? undefined : { ...entry, change };
    case 'published':
    case 'edited':
    case 'adoption-withdrawn':
    case 'confirmed':
    case 'archived':
    case 'restored':
      return undefined;
  }
}

/** What somebody who follows a use case since then is to be told under a version; nothing of what happened before. */
export async function findNews(
  deps: Pick<Deps, 'useCases'>,
  useCase: UseCaseId,
  version: number,
): Promise<News | undefined> {
  const entry = (await deps.useCases.historyOf(useCase)).find((one) => one.version === version);
  return entry && toNews(entry);
}

/**
 * Begins what is to be told to the followers of a use case that was written. Again it changes nothing: each version has a broadcast of
 * its own.
 */
export async function tellFollowers(
  deps: Pick<Deps, 'broadcasts' | 'clock' | 'follows' | 'useCases'>,
  { id, provenance, archived }: UseCase,
): Promise<void> {
  // With the first version nothing has changed yet.
  const follows = provenance.version === 1 || archived !== undefined ? [] : await deps.follows.ofUseCase(id);
  if (follows.length === 0) {
    return;
  }
  const earliest = deps.clock.now() - newsMs;
  const history = await deps.useCases.historyOf(id);
  for (const entry of history.toReversed()) {
    const { at, by, version } = entry;
    const isFor = follows.some(({ since, memberId }) => since <= at && memberId !== by.memberId);
    if (at < earliest || !isFor || toNews(entry) === undefined) {
      continue;
    }
    await startBroadcast(deps, {
      id: broadcastId(`news.${id}.${version}`),
      subject: { kind: 'use-case-news', useCaseId: id, version },
      audience: [{ kind: 'followers', useCaseId: id }],
      lifeMs: newsLifeMs,
      ...(by.memberId !== undefined && { except: [by.memberId] }),
    });
  }
}
