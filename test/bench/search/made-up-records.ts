import { Chance } from '../chance.ts';
import { areas } from '../phrases.ts';
import { topics } from '../topics.ts';
import { capitalised, MadeUpWords } from './made-up-words.ts';
import type { Doc } from './read-set.ts';

const wordsOfRecord = 250;

/** Records of 250 words, title included: a topic of the field in it, the rest words as German texts have them. The same number gives the same records. */
export function makeRecords(count: number): Doc[] {
  const chance = new Chance(11);
  const words = new MadeUpWords(12);
  return Array.from({ length: count }, (_, index) => makeRecord(chance, words, index));
}

function makeRecord(chance: Chance, words: MadeUpWords, index: number): Doc {
  const topic = chance.pick(topics);
  const title = `${topic.title} ${chance.pick(areas)} ${words.nextContentWord()}`;
  const sentences = [capitalised(`${topic.does}.`)];
  let left = wordsOfRecord - countWords(title) - countWords(topic.does);
  while (left > 0) {
    const length = Math.min(left, chance.between(6, 20));
    const sentence = Array.from({ length }, () => words.next()).join(' ');
    sentences.push(`${capitalised(sentence)}.`);
    left -= length;
  }
  return { id: `r${index}`, title, text: sentences.join(' ') };
}

function countWords(text: string): number {
  return text.split(' ').length;
}
