import { OperatorDataError } from './operator-data-error.ts';
import { readLines } from './read-lines.ts';

/** Reads `synonyms.txt`: a group of words a line, separated by commas. Throws `OperatorDataError` for a group of fewer than two. */
export function readSynonyms(file: string, content: string): readonly (readonly string[])[] {
  return readLines(content).map(({ line, text }) => {
    const words = text.split(',').map((word) => word.trim());
    const group = words.filter((word) => word !== '');
    if (new Set(group.map((word) => word.toLowerCase())).size < 2) {
      throw OperatorDataError.at(
        file,
        line,
        'a group needs two different words or more, separated by commas',
      );
    }
    return group;
  });
}
