import { hasLetters } from '../../domain/typed-words.ts';
import { capitalise } from '../../texts/format.ts';
import { foldedPhrase, toWords } from './message-words.ts';
import type { Word } from './message-words.ts';
import { findTopicInSentence } from './topic-sentences.ts';
import { closingWords, proposedAtItsEnd } from './topic-words.ts';
import { politeWords } from './words.ts';

export interface TopicProposal {
  readonly kind: 'propose-topic';
  /** What followed, as it was written. */
  readonly title?: string;
  /** The group that it is for, as somebody named it. */
  readonly userGroup?: string;
}

const subject = '(?:thema|themenwunsch|themenvorschlag|themenidee)';
const wishNoun = '(?:themenwunsch|themenvorschlag|themenidee)';
const forTopic = ' fuer (?:ein|das) (?:neues )?thema';
const nextMeeting =
  '(?: (?:fuers|zum|fuer das|fuer ein|fuer unser|beim|im|am) (?:naechstes?n?|kommendes?n?)? ?treffen)';
const meeting = `${nextMeeting}?`;
const byUs = '(?: von (?:mir|uns))?';
const before = '(?:(?:hallo|hi|moin|guten tag|guten morgen|bitte|zusammen|neues|neuer|mein|unser|ein|als) )*';
const small = '(?: (?:mir|uns|gern|gerne|mal|bitte|doch|auch|noch|als|das|ein|folgendes|dieses))*';

interface Beginning {
  /** Of the folded words that stand before a topic. */
  readonly pattern: RegExp;
  /** Whether the rest says that it is one. */
  readonly isMeant: (rest: string) => boolean;
  /** It is one sentence, whose last words belong to its beginning: "Ich schlage das Thema KI im Bauamt vor". */
  readonly isSentence: boolean;
}

function beginning(
  pattern: string,
  isMeant: Beginning['isMeant'] = () => true,
  isSentence = false,
): Beginning {
  return { pattern: new RegExp(`^${pattern}$`), isMeant, isSentence };
}

const isApart = (rest: string) => /^\s*(?::|[–-]\s)/.test(rest);
const noQuestion = (rest: string) => !rest.includes('?');
const isProposed = (rest: string) => noQuestion(rest) && proposedAtItsEnd.has(lastWord(rest));

const beginnings: readonly Beginning[] = [
  // "Thema: KI im Bauamt", "Mein Themenvorschlag fürs nächste Treffen: KI im Bauamt"
  beginning(`${before}${subject}${byUs}${meeting}`, isApart),
  // "Mein Vorschlag für das nächste Treffen: KI im Bauamt"
  beginning(`${before}(?:vorschlag(?:${forTopic})?|idee${forTopic})${byUs}${nextMeeting}`, isApart),
  beginning(`${before}(?:vorschlag|idee)${forTopic}${byUs}`, isApart),
  beginning(`${before}vorschlag${byUs}`, (rest) => isApart(rest) && noQuestion(rest)),
  beginning(`${before}${subject} (?:vorschlagen|einreichen|anmelden|einbringen)`),
  // "Themenwunsch KI im Bauamt"; "Themenwunsch von Olpe" is somebody else's.
  beginning(
    `${before}${wishNoun}${meeting}`,
    (rest) => !/^\s*(?:zu[mr]?|von|vom|der|des|aus|ist)\s/i.test(rest),
  ),
  // "Ich hätte gern das Thema KI im Bauamt"
  beginning(
    `${before}(?:ich|wir) (?:haetten?|wuenschen?|schlagen?|bringen?|reichen?)${small}${meeting}${small} ${subject}${meeting}`,
    noQuestion,
    true,
  ),
  beginning(
    `${before}thema${meeting} (?:haetten?|wuenschen?|schlagen?) (?:ich|wir)${small}`,
    noQuestion,
    true,
  ),
  // "Ich möchte das Thema KI im Bauamt angehen" tells what somebody does.
  beginning(
    `${before}(?:ich|wir) (?:moechten?|wuerden?|will|wollen)${small} ${subject}${meeting}`,
    isProposed,
    true,
  ),
];

/** What stands before a topic has so many words at most. */
const longestBeginning = 12;

/** A topic that follows: in the words in which somebody wrote it. */
export function readTopicProposal(words: readonly Word[], message: string): TopicProposal | undefined {
  const longest = Math.min(words.length - 1, longestBeginning);
  for (let count = longest; count > 0; count -= 1) {
    const phrase = foldedPhrase(words.slice(0, count));
    const rest = message.slice(words[count - 1]?.end);
    const found = beginnings.find(({ pattern, isMeant }) => pattern.test(phrase) && isMeant(rest));
    if (found !== undefined) {
      const title = toTitle(rest, found);
      return { kind: 'propose-topic', ...(hasLetters(title) && { title }) };
    }
  }
  const title = toTypedTitle(findTopicInSentence(message) ?? '');
  return hasLetters(title) ? { kind: 'propose-topic', title } : undefined;
}

/** What stands behind a colon or in the middle of a sentence, as a title. */
export function toTypedTitle(typed: string): string {
  return capitalise(withoutQuotes(typed.replace(/^[\s:,;.!–-]+/u, '').trim()));
}

function toTitle(rest: string, { isSentence }: Beginning): string {
  let title = rest.replace(/^[\s:,;.!–-]+/u, '').trim();
  if (isSentence) {
    title = title.replace(/^(?:zu[mr]?|dass)\s+/i, '');
    for (let last = toWords(title).at(-1); last !== undefined; last = toWords(title).at(-1)) {
      if (!closingWords.has(last.folded)) {
        break;
      }
      title = title.slice(0, last.start).replace(/[\s,]+$/u, '');
    }
    title = title.replace(/[\s.!,]+$/u, '');
  }
  return capitalise(withoutQuotes(title));
}

function lastWord(text: string): string {
  return toWords(text).findLast(({ folded }) => !politeWords.has(folded) && folded !== 'danke')?.folded ?? '';
}

/** „KI im Bauamt“ is a topic that somebody put into quotation marks. */
function withoutQuotes(title: string): string {
  return /^["„“»'](?<inner>[^"„“”«»']+)["“”«']\.?$/u.exec(title)?.groups?.['inner'] ?? title;
}
