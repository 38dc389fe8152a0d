import { hasLetters } from '../../domain/typed-words.ts';
import { toWords } from './message-words.ts';

/** What follows the words "User Group". */
export interface GroupName {
  readonly name: string;
  /** With the words at its end that may belong to the sentence, where that is another name. */
  readonly whole?: string;
  /** Those words, folded. */
  readonly closing: readonly string[];
}

/** No name begins so: "Treffen der Arbeitsgruppe zu KI". */
const prepositions: ReadonlySet<string> = new Set(
  'zu zur zum mit ueber im in von vom fuer am bei'.split(' '),
);

/** A name in quotation marks is whole; from any other the words that belong to the sentence are taken away. */
export function readGroupName(rest: string, isClosing: (word: string) => boolean): GroupName | undefined {
  const quoted = /^[\s:]*[„"“](?<name>[^„“”"]+)[“”"](?<behind>.*)$/su.exec(rest)?.groups;
  if (quoted !== undefined) {
    const { name = '', behind = '' } = quoted;
    const closing = toWords(behind).map(({ folded }) => folded);
    return hasLetters(name) && closing.every(isClosing) ? { name: name.trim(), closing } : undefined;
  }
  const whole = rest.replace(/^[\s:]+/u, '').replace(/[\s?!.]+$/u, '');
  const [first] = toWords(whole);
  if (first === undefined || prepositions.has(first.folded)) {
    return undefined;
  }
  const { name, closing } = withoutEnd(whole, isClosing);
  return { name, closing, ...(name !== whole && { whole }) };
}

function withoutEnd(whole: string, isClosing: (word: string) => boolean) {
  let name = whole;
  const closing: string[] = [];
  for (let words = toWords(name); words.length > 1; words = toWords(name)) {
    const end = words.at(-1);
    if (end === undefined || !isClosing(end.folded)) {
      break;
    }
    closing.push(end.folded);
    name = name.slice(0, end.start).replace(/[\s,]+$/u, '');
  }
  return { name, closing };
}
