import type { TopicRequestId } from '../ids.ts';
import { topicLimits } from '../topic-request.ts';
import type { TopicResult } from '../topic-request.ts';
import { beginningOf, hasLetters, toPlainText, toShort } from '../typed-words.ts';
import { readWebAddress } from '../web-address.ts';
import { meetingLimits } from './meeting.ts';
import type { MeetingResults } from './meeting.ts';

/** The form as it was sent: everything may be missing, too long or full of control characters. */
export interface TypedResults {
  readonly text?: string;
  /** One on each line. */
  readonly links?: string;
  /** Those of the agenda that were chosen, with commas between them. */
  readonly treated?: string;
}

/** What stands in the form: as it was typed, and cut only where no form could hold it. */
export interface ResultsFields {
  readonly text: string;
  readonly links: string;
  readonly treated: readonly TopicRequestId[];
}

/** What organisers say came of it. */
export type ResultsContent = Pick<MeetingResults, 'text' | 'links' | 'treated'>;

export type ResultsProblem =
  | { readonly kind: 'text-missing' }
  | { readonly kind: 'text-too-long'; readonly length: number }
  /** `link`: the beginning of what stands there. */
  | { readonly kind: 'link-invalid'; readonly link: string }
  | { readonly kind: 'link-too-long'; readonly link: string; readonly length: number }
  | { readonly kind: 'too-many-links'; readonly count: number };

export type CheckResultsOutcome =
  | { readonly kind: 'valid'; readonly content: ResultsContent; readonly fields: ResultsFields }
  | {
      readonly kind: 'invalid';
      /** At least one, in the order of the fields. */
      readonly problems: readonly ResultsProblem[];
      readonly fields: ResultsFields;
    };

/** Characters that come back in a form; with more a card would be too big. An address has no place to be broken: on a phone a line is short. */
const mostKept = { text: 5000, links: 3500, named: 35 } as const;
/** Wrong links that are named one by one. */
const mostNamed = 5;

/** What came of it needs words; every link leads into the web, and the same one counts once. Of what is not on the agenda nothing is taken. */
export function checkResults(typed: TypedResults, agenda: readonly TopicRequestId[]): CheckResultsOutcome {
  const text = toWords(typed.text);
  const lines = toWords(typed.links)
    .split('\n')
    .filter((line) => line !== '');
  const read = lines.map((line) => ({ line, link: readWebAddress(line) }));
  const links = [...new Set(read.flatMap(({ link }) => link ?? []))];
  const chosen = new Set(typed.treated?.split(',').map((one) => one.trim()));
  const treated = agenda.filter((id) => chosen.has(id));
  const problems: readonly ResultsProblem[] = [
    ...(hasLetters(text) ? [] : [{ kind: 'text-missing' } as const]),
    ...(text.length > meetingLimits.results ? [{ kind: 'text-too-long', length: text.length } as const] : []),
    ...read.flatMap(({ line, link }) => findLinkProblem(line, link) ?? []).slice(0, mostNamed),
    ...(links.length > meetingLimits.links ? [{ kind: 'too-many-links', count: links.length } as const] : []),
  ];
  const fields: ResultsFields = {
    text: beginningOf(text, mostKept.text),
    links: beginningOf(lines.join('\n'), mostKept.links),
    treated,
  };
  return problems.length > 0
    ? { kind: 'invalid', problems, fields }
    : { kind: 'valid', content: { text, links, treated }, fields };
}

function findLinkProblem(line: string, link: string | undefined): ResultsProblem | undefined {
  const named = toShort(line, mostKept.named);
  const length = Math.max(line.length, link?.length ?? 0);
  if (length > meetingLimits.link) {
    return { kind: 'link-too-long', link: named, length };
  }
  return link === undefined ? { kind: 'link-invalid', link: named } : undefined;
}

/** The same as a topic says it that was treated there. */
export function toTopicResult({ text, links }: ResultsContent): TopicResult {
  const link = links.find(({ length }) => length <= topicLimits.link);
  return { text: toShort(text, topicLimits.result), ...(link !== undefined && { link }) };
}

function toWords(typed = ''): string {
  return toPlainText(typed.toWellFormed());
}
