import { z } from 'zod';
import { fold } from '../../../src/search/german/fold.ts';
import { stem } from '../../../src/search/german/stem.ts';
import { isStopWord } from '../../../src/search/german/stop-words.ts';
import { tokenize } from '../../../src/search/tokenize.ts';
import { isNamedIn } from './names-in.ts';

const Material = z.object({
  question: z.string(),
  sources: z.array(z.object({ number: z.number(), text: z.string() })),
});
type Source = z.infer<typeof Material>['sources'][number];

/** Sources that are told of, and lines of each. */
const mostSources = 3;
const mostLines = 3;
/** Letters that two words must share to be about the same: "Telefonie", "Telefonassistent". */
const sharedLetters = 6;
const whoDoesIt =
  /^(?<name>[^:]+): (?<stage>im Einsatz|Pilot|in Entwicklung|geplant|Idee|eingestellt|geprüft und verworfen)(?<since> seit [^(]+)?/;

/**
 * What a stand-in for a model says: of the records that share words with the question, who does it and the lines that share the most, word for
 * word; "[0]" when there are none. It understands nothing, and what it says is not always what was asked.
 */
export function extractAnswer(material: string): string {
  const { question, sources } = Material.parse(JSON.parse(material));
  const sought = tellingStems(question);
  const named = sources.filter(({ text }) => linesOf(text).some((line) => isNamed(line, question)));
  const scored = (named.length > 0 ? named : sources)
    .map((source) => ({ source, score: scoreOf(source.text, sought) }))
    .filter(({ score }) => score > 0);
  const best = Math.max(0, ...scored.map(({ score }) => score));
  const told = scored.filter(({ score }) => score === best).slice(0, mostSources);
  const sentences = told.flatMap(({ source }) => sentencesOf(source, question));
  return sentences.length === 0 ? '[0]' : sentences.join(' ');
}

/** Of communes that the question names, those alone. */
function sentencesOf({ text, number }: Source, question: string): readonly string[] {
  const [lines, sought] = [linesOf(text), tellingStems(question)];
  const doing = lines.filter((line) => whoDoesIt.test(line));
  const named = doing.filter((line) => isNamed(line, question));
  const about = lines
    .filter((line) => !whoDoesIt.test(line) && scoreOf(line, sought) > 0)
    .sort((one, other) => scoreOf(other, sought) - scoreOf(one, sought));
  const chosen = [...(named.length > 0 ? named : doing), ...about].slice(0, mostLines);
  return chosen.map((line) => `${toSentence(line)} [${number}].`);
}

/** Without the title. */
function linesOf(text: string): readonly string[] {
  return text.split('\n').slice(1);
}

function isNamed(line: string, question: string): boolean {
  const [name] = tokenize(whoDoesIt.exec(line)?.groups?.['name'] ?? '');
  return name !== undefined && isNamedIn(question, name.text);
}

/** With a verb, or it is none. */
function toSentence(line: string): string {
  const { name = '', stage = '', since = '' } = whoDoesIt.exec(line)?.groups ?? {};
  const who = name.replace(/ \(.*\)$/, '');
  switch (stage) {
    case '':
      return `Im Eintrag steht: ${firstSentence(line)}`;
    case 'eingestellt':
    case 'geprüft und verworfen':
      return `${who} hat es ${stage}`;
    case 'Pilot':
    case 'Idee':
      return `In ${who} ist es${since.trimEnd()} ${stage === 'Pilot' ? 'ein Pilot' : 'eine Idee'}`;
    default:
      return `In ${who} ist es${since.trimEnd()} ${stage}`;
  }
}

function firstSentence(line: string): string {
  return line.replace(/(?<=\p{L}{3})[.!?;] .*$/su, '').replace(/[.!?]$/, '');
}

function tellingStems(text: string): readonly string[] {
  const words = tokenize(text).map((token) => fold(token.text));
  return [...new Set(words.filter((word) => word.length > 2 && !isStopWord(word)).map(stem))];
}

function scoreOf(text: string, sought: readonly string[]): number {
  const stems = tellingStems(text);
  return sought.filter((one) => stems.some((other) => isAlike(one, other))).length;
}

function isAlike(one: string, other: string): boolean {
  const beginning = Math.min(sharedLetters, one.length);
  return one === other || (beginning === sharedLetters && other.includes(one.slice(0, beginning)));
}
