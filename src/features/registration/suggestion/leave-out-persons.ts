import { toPlainText } from '../../../domain/typed-words.ts';
import { fold } from '../../../search/german/fold.ts';
import { isGivenName } from './given-names.ts';

/** Stands for what was left out. */
const gap = '\u2026';

const addresses =
  /\S*@\S+|(?:\bhttps?:\/\/|\bwww\.)\S+|\b[\w-]+(?:\.[\w-]+)*\.(?:de|com|org|net|eu|info)\b\S*/giu;
/** "+49 2331 1234-5", "02331/12345"; dates with hyphens are none. */
const telephone = /(?:\+\d|(?<!\d)0(?!\d-\d{2}-\d{4}))\d*(?:[ /()\u2013-]{0,3}\d){6,}/gu;
const street =
  /(?!D(?:as|e[mnr]|ie) )\p{Lu}[\p{L}.-]*(?:stra\u00dfe|strasse|str\.|weg|platz|allee|gasse|ring|[ -](?:Stra\u00dfe|Strasse|Str\.|Weg|Platz|Allee|Gasse|Ring)) \d{1,4}\s?[a-z]?\b(?:[\s,|]+\d{5}\s+\p{Lu}[\p{L}-]+)?/gu;
const townLine = /^(?:D-)?\d{5} \p{Lu}[^\n\d]{1,40}$/gmu;
/** From, to and the rest of a forwarded mail's head. */
const head = /^\s*>*\s*(?:von|from|an|to|cc|bcc|gesendet von|sent by)\s*:.*$/gimu;

const name = String.raw`\p{Lu}[\p{L}'\u2019-]+`;
/** Behind it there is a name. */
const titles = new RegExp(
  String.raw`\b(?:Frau|Herrn?|Dr\.|Prof\.|Kolleg(?:e|in|en))(?: (?:Dr|Prof)\.)* (${name})`,
  'gu',
);
const roles = new RegExp(
  String.raw`\b(?:Ansprechp\p{L}+|Kontakt(?:person)?|Projektleit(?:er|erin|ung)|Sachbearbeit(?:er|erin|ung))(?: ist| sind)? ?:? ${name}(?: ${name})?`,
  'gu',
);
const capitalised = new RegExp(`${name}(?: ${name})*`, 'gu');

const greeting =
  /^(?:hallo|hi|hey|moin|guten (?:tag|morgen)|liebe[rs]?|sehr geehrte[rs]?)\b[^,!\n]{0,60}(?:[,!]|$)/gimu;
const goodbye =
  /^(?:(?:mit )?(?:freundliche[mn]?|beste[mn]?|herzliche[mn]?|viele[mn]?|liebe[mn]?|schoene[mn]?) gru(?:ss|esse|essen)\b|mfg\b|vg\b|lg\b|gruss\b|gruesse\b)/;
/** Lines of a signature. */
const signatureLines = 6;

/**
 * A pasted text as a model gets it: without addresses of any kind, telephone numbers, greetings and signatures, and without names of
 * persons as far as they can be told: behind a title or a role, by their given name, or because they are `own`. What is left out can be
 * suggested for no field, because no suggestion has more than this text.
 */
export function leaveOutPersons(pasted: string, own: readonly string[]): string {
  const plain = toPlainText(pasted.toWellFormed());
  const persons = new Set([
    ...own.flatMap(toParts).filter((part) => part.length > 2),
    ...familyNamesIn(plain),
  ]);
  const left = withoutSignatures(plain.replaceAll(head, ''))
    .replaceAll(addresses, gap)
    .replaceAll(telephone, gap)
    .replaceAll(street, gap)
    .replaceAll(townLine, gap)
    .replaceAll(greeting, '')
    .replaceAll(roles, gap)
    .replaceAll(titles, gap)
    .replaceAll(capitalised, (written) => withoutNames(written, persons));
  return toPlainText(left);
}

/** The line that ends a mail, and the lines below it up to an empty one or the limit: below may stand the mail that it answers. */
function withoutSignatures(text: string): string {
  const kept: string[] = [];
  let left = 0;
  for (const line of text.split('\n')) {
    const isEmpty = line.trim() === '';
    if (goodbye.test(fold(line.trim()))) {
      left = signatureLines;
    } else if (left > 0 && !isEmpty) {
      left -= 1;
    } else if (left === 0 || left < signatureLines) {
      left = 0;
      kept.push(line);
    }
  }
  return kept.join('\n');
}

/** What stands behind a title or a given name. */
function familyNamesIn(text: string): readonly string[] {
  const behindTitles = [...text.matchAll(titles)].map(([, family = '']) => fold(family));
  const behindGiven = [...text.matchAll(capitalised)].flatMap(([written]) =>
    written
      .split(' ')
      .filter((_, index, parts) => isGivenName(toParts(parts[index - 1] ?? '')[0] ?? ''))
      .map(fold),
  );
  return [...behindTitles, ...behindGiven];
}

function withoutNames(written: string, persons: ReadonlySet<string>): string {
  const isName = (word: string) =>
    persons.has(fold(word)) || toParts(word).some((part) => isGivenName(part) || persons.has(part));
  return written
    .split(' ')
    .map((word) => (isName(word) ? gap : word))
    .join(' ');
}

/** "Anna-Lena Beispiel" has three, folded. */
function toParts(written: string): readonly string[] {
  return written
    .split(/[\s-]+/)
    .filter((part) => part !== '')
    .map(fold);
}
