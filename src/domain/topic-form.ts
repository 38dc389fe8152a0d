import type { UserGroupId } from './ids.ts';
import { topicLimits } from './topic-request.ts';
import type { TopicFields } from './topic-request.ts';
import { beginningOf, cleanWords, hasLetters, toPlainText, wordsKey } from './typed-words.ts';

/** The form as it was sent: everything may be missing, too long or full of control characters. */
export interface TypedTopic {
  readonly title?: string;
  readonly question?: string;
  /** Absent: of the whole community. */
  readonly userGroupId?: UserGroupId;
  /** With commas or semicolons between them. */
  readonly tags?: string;
  /** "Ich kann dazu berichten": `true`. */
  readonly mayReport?: string;
}

/** What stands in the form: as it was typed, and cut only where no form could hold it. */
export interface TopicFormFields {
  readonly title: string;
  readonly question?: string;
  readonly userGroupId?: UserGroupId;
  readonly tags: string;
  readonly mayReport: boolean;
}

export type TopicProblem =
  | 'title-missing'
  | 'title-too-long'
  | 'question-too-long'
  | 'tags-too-many'
  | 'tag-too-long';

export type CheckTopicOutcome =
  | { readonly kind: 'valid'; readonly topic: TopicFields; readonly fields: TopicFormFields }
  | {
      readonly kind: 'invalid';
      /** At least one, in the order of the fields. */
      readonly problems: readonly TopicProblem[];
      readonly fields: TopicFormFields;
    };

/** Characters that come back in a form; with more a card would be too big. */
const mostKept = { title: 1000, question: 4000, tags: 1000 } as const;

/** A title needs at least one letter or digit; what is too long is refused, not cut. */
export function checkTopic(typed: TypedTopic): CheckTopicOutcome {
  const title = toLine(typed.title);
  const question = toPlainText((typed.question ?? '').toWellFormed());
  const typedTags = toPlainText((typed.tags ?? '').toWellFormed());
  const tags = toTags(typedTags);
  const group = typed.userGroupId === undefined ? {} : { userGroupId: typed.userGroupId };
  const problems: readonly TopicProblem[] = [
    ...(hasLetters(title) ? [] : (['title-missing'] as const)),
    ...(title.length > topicLimits.title ? (['title-too-long'] as const) : []),
    ...(question.length > topicLimits.question ? (['question-too-long'] as const) : []),
    ...(tags.length > topicLimits.tags ? (['tags-too-many'] as const) : []),
    ...(tags.some((tag) => tag.length > topicLimits.tag) ? (['tag-too-long'] as const) : []),
  ];
  const fields: TopicFormFields = {
    title: beginningOf(title, mostKept.title),
    ...(question !== '' && { question: beginningOf(question, mostKept.question) }),
    ...group,
    tags: beginningOf(toLine(typedTags), mostKept.tags),
    mayReport: typed.mayReport === 'true',
  };
  if (problems.length > 0) {
    return { kind: 'invalid', problems, fields };
  }
  const topic = { title, ...(hasLetters(question) && { question }), ...group, tags };
  return { kind: 'valid', topic, fields };
}

/** Each once, as it was written first; a leading "#" is not part of it. */
export function toTags(typed: string): readonly string[] {
  const tags = new Map<string, string>();
  for (const part of typed.split(/[,;\n]/)) {
    const tag = part.replace(/^[\s#]+/, '').trim();
    const key = wordsKey(tag);
    if (hasLetters(tag) && !tags.has(key)) {
      tags.set(key, tag);
    }
  }
  return [...tags.values()];
}

/**
 * How a request may begin that somebody else's words gave the idea for: the first sentence as its title, and all of them as the question
 * behind it where they say more. Both are cut visibly; whoever proposes it reads them first.
 */
export function suggestTopic(words: string): { readonly title: string; readonly question?: string } {
  const whole = cleanWords(words, { atMost: topicLimits.question, lines: true });
  const sentence = firstSentence(whole);
  const title = cleanWords(sentence, { atMost: topicLimits.title });
  return title === whole || whole === '' ? { title } : { title, question: whole };
}

/** A line that only greets says nothing about a topic. */
const greeting =
  /^(?:hallo|hi|hey|moin|servus|guten (?:tag|morgen|abend)|liebe|sehr geehrte)(?!\p{L}).{0,50}[,!]$/iu;

/** A full stop behind a number, a single letter or one of these ends nothing. */
const sentenceEnd =
  /(?:[!?]|(?<!\d|(?<!\p{L})\p{L}|(?<!\p{L})(?:ca|vgl|bzw|inkl|ggf|evtl|usw|Nr|St|Dr))\.)(?=\s+\p{Lu})/u;

/** Of the first line that says anything; a full stop at its end is no part of a title. */
function firstSentence(text: string): string {
  const lines = text.split('\n').filter(hasLetters);
  const line = lines.find((one) => !greeting.test(one)) ?? lines[0] ?? '';
  const end = sentenceEnd.exec(line);
  const sentence = end === null ? line : line.slice(0, end.index + 1);
  return sentence.replace(/\.$/, '').trim();
}

function toLine(typed: string | undefined): string {
  return toPlainText((typed ?? '').toWellFormed()).replaceAll(/\n+/g, ' ');
}
