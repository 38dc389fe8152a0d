import type { Explanation, SpeakingWord } from '../../src/search/explanation.ts';
import { drawTable, percent, share } from './search/table.ts';

/** Letters of the words of a record that one line shows. */
const longestWords = 60;

/** An explanation as aligned text: a line for each evidence, each field's grams, the gain of coverage and the support, and their sum. */
export function explanationTable(title: string, explanation: Explanation): string {
  const { words, grams, coverageGain, support, score, coverage, ideal, confidence, rank } = explanation;
  const rows = [
    ...words.flatMap(({ asked, namesTopic, evidence, covered }) => {
      const name = namesTopic ? asked : `(${asked})`;
      const lines = evidence.map(({ kind, words: own, score: part }) => [
        name,
        kind,
        toText(own),
        share(part),
        '',
      ]);
      const all = lines.length === 0 ? [[name, 'missing', '', share(0), '']] : lines;
      return all.map((line, index) => (index === 0 ? line.with(4, share(covered)) : line.with(0, '')));
    }),
    ...grams.map((gram) => ['', 'grams', gram.field, share(gram.score), '']),
    ['', 'coverage', `${percent(coverage)} of the question`, share(coverageGain), ''],
    ['', 'support', 'by the records like it', share(support), ''],
    ['', 'sum', `${percent(score / ideal.score)} of an ideal ${share(ideal.score)}`, share(score), ''],
  ];
  const table = { title, columns: ['word', 'evidence', 'by', 'score', 'covered'], wordColumns: 3, rows };
  const place = rank === undefined ? 'does not match' : `rank ${rank}`;
  return `${drawTable(table, false)}\n${place}; confidence of the search ${share(confidence)}`;
}

/** "title: Telefonbot; text: Voicebots" */
function toText(words: readonly SpeakingWord[]): string {
  const fields = Map.groupBy(words, ({ field }) => field);
  const parts = [...fields].map(
    ([field, own]) => `${field}: ${[...new Set(own.map(({ text }) => text))].join(', ')}`,
  );
  const text = parts.join('; ');
  return text.length > longestWords ? `${text.slice(0, longestWords - 1)}…` : text;
}
