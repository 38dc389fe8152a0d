import type { Instant } from '../instant.ts';
import type { Meeting } from './meeting.ts';
import type { ResultsContent } from './meeting-result-form.ts';
import { addTasks } from './meeting-states.ts';
import { hasBegun } from './meeting-times.ts';

/** Why nobody says yet, or ever, what came of it. */
export type WhyNoResults = 'draft' | 'cancelled' | 'not-begun';

export type PublishResultsOutcome =
  | { readonly kind: 'published' | 'changed'; readonly meeting: Meeting }
  /** They say exactly this already. */
  | { readonly kind: 'unchanged' }
  /** Somebody else published or changed them since the form was opened. */
  | { readonly kind: 'outdated'; readonly meeting: Meeting }
  | { readonly kind: 'closed'; readonly because: WhyNoResults; readonly meeting: Meeting };

/** From its beginning on. */
export function whyNoResults(meeting: Meeting, now: Instant): WhyNoResults | undefined {
  if (meeting.state.kind !== 'published') {
    return meeting.state.kind;
  }
  return hasBegun(meeting, now) ? undefined : 'not-begun';
}

/** Published once and changed later. `edition`: of the results that stood in the form; undefined where there were none. */
export function publishResults(
  meeting: Meeting,
  { text, links, treated }: ResultsContent,
  { edition, now }: { readonly edition: number | undefined; readonly now: Instant },
): PublishResultsOutcome {
  const because = whyNoResults(meeting, now);
  if (because !== undefined) {
    return { kind: 'closed', because, meeting };
  }
  const { results: before } = meeting;
  if (before !== undefined && isSame(before, { text, links, treated })) {
    return { kind: 'unchanged' };
  }
  if (before?.edition !== edition) {
    return { kind: 'outdated', meeting };
  }
  const results = { text, links, treated, at: now, edition: (edition ?? 0) + 1 };
  const undone = addTasks(meeting.undone, [{ kind: 'show' }, { kind: 'results' }]);
  return {
    kind: before === undefined ? 'published' : 'changed',
    meeting: { ...meeting, results, undone },
  };
}

function isSame(one: ResultsContent, other: ResultsContent): boolean {
  return (
    one.text === other.text &&
    one.links.join('\n') === other.links.join('\n') &&
    one.treated.join('\n') === other.treated.join('\n')
  );
}
