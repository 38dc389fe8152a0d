import type { Deps } from '../deps.ts';
import type { Logger } from '../ports/logger.ts';

/** Takes over what the operator changed in the folder; other synonyms go into a new index while the old one answers. */
export async function reloadOperatorData(
  deps: Pick<Deps, 'catalogue' | 'logger' | 'operator' | 'topicCatalogue'>,
  folder: { reload(logger: Logger): boolean },
): Promise<void> {
  const before = deps.operator.current().synonyms;
  if (!folder.reload(deps.logger)) {
    return;
  }
  const { synonyms } = deps.operator.current();
  if (JSON.stringify(synonyms) !== JSON.stringify(before)) {
    await deps.catalogue.rebuild(synonyms);
    await deps.topicCatalogue.rebuild(synonyms);
    deps.logger.info('catalogue.rebuilt');
  }
}
