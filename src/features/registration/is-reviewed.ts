import type { Deps } from '../../deps.ts';
import type { Asker } from '../../domain/member.ts';

/** Whether organisers look at what the asker enters before it is published. */
export function isReviewed({ rules }: Pick<Deps, 'rules'>, { role }: Asker): boolean {
  return rules.review && role !== 'organiser';
}
