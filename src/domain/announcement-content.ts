import { announcementLimits } from './announcement.ts';
import type { AnnouncementContent } from './announcement.ts';
import { cleanWords, hasLetters } from './typed-words.ts';

/** The form as it was sent: everything may be missing, too long or full of control characters. */
export interface TypedAnnouncement {
  readonly title?: string;
  readonly text?: string;
  readonly link?: string;
  readonly acknowledgement?: string;
}

/** What was typed, cleaned and cut: the content, except that the link may be anything yet. */
export interface ContentFields {
  readonly title: string;
  readonly text: string;
  readonly link?: string;
  readonly acknowledgement: boolean;
}

export type ContentProblem = 'title-missing' | 'text-missing' | 'link-invalid';

export type CheckContentOutcome =
  | { readonly kind: 'valid'; readonly content: AnnouncementContent; readonly fields: ContentFields }
  | {
      readonly kind: 'invalid';
      /** At least one, in the order of the fields. */
      readonly problems: readonly ContentProblem[];
      readonly fields: ContentFields;
    };

/** Title and text need at least one letter or digit; a link is a whole https address without a user name in it. */
export function checkContent(typed: TypedAnnouncement): CheckContentOutcome {
  const link = cleanWords(typed.link ?? '', { atMost: announcementLimits.link });
  const fields: ContentFields = {
    title: cleanWords(typed.title ?? '', { atMost: announcementLimits.title }),
    text: cleanWords(typed.text ?? '', { atMost: announcementLimits.text, lines: true }),
    ...(link !== '' && { link }),
    acknowledgement: typed.acknowledgement === 'true',
  };
  const { link: _typed, ...rest } = fields;
  const checked = link === '' ? undefined : toLink(typed.link ?? '');
  const problems: readonly ContentProblem[] = [
    ...(hasLetters(fields.title) ? [] : (['title-missing'] as const)),
    ...(hasLetters(fields.text) ? [] : (['text-missing'] as const)),
    ...(link !== '' && checked === undefined ? (['link-invalid'] as const) : []),
  ];
  return problems.length > 0
    ? { kind: 'invalid', problems, fields }
    : { kind: 'valid', content: { ...rest, ...(checked !== undefined && { link: checked }) }, fields };
}

/** Of a link that was checked: what people see before they open it. International names stand in their ASCII form. */
export function hostOf(link: string): string {
  return new URL(link).host;
}

/** Whether both say the same to those who read it. */
export function isSameContent(one: AnnouncementContent, other: AnnouncementContent): boolean {
  return (
    one.title === other.title &&
    one.text === other.text &&
    one.link === other.link &&
    one.acknowledgement === other.acknowledgement
  );
}

function toLink(typed: string): string | undefined {
  const words = typed.trim();
  const isPlain =
    words.length <= announcementLimits.link && /^https:\/\/[^\s\p{C}\\/][^\s\p{C}\\]*$/iu.test(words);
  const url = isPlain ? URL.parse(words) : null;
  const isFit =
    url !== null &&
    url.protocol === 'https:' &&
    url.username === '' &&
    url.password === '' &&
    url.href.length <= announcementLimits.link;
  return isFit ? url.href : undefined;
}
