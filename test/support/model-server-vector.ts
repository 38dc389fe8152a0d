const dimensions = 256;

/**
 * Where a text points by the groups of three letters in its words, each hashed to one of 256 dimensions: the more letters two
 * texts share, the nearer they are. Of meaning it knows nothing.
 */
export function toGramVector(text: string): number[] {
  const vector = Array.from({ length: dimensions }, () => 0);
  for (const word of text.toLowerCase().match(/[\p{L}\d]+/gu) ?? []) {
    const padded = `^${word}$`;
    for (let start = 0; start + 3 <= padded.length; start += 1) {
      const hash = hashOf(padded.slice(start, start + 3));
      const place = hash % dimensions;
      vector[place] = (vector[place] ?? 0) + (hash & 0x1_00_00 ? 1 : -1);
    }
  }
  // A text without words points somewhere, too.
  vector[0] = vector.every((value) => value === 0) ? 1 : (vector[0] ?? 0);
  return vector;
}

/** FNV-1a with 32 bits (http://www.isthe.com/chongo/tech/comp/fnv/). */
function hashOf(gram: string): number {
  let hash = 0x81_1c_9d_c5;
  for (const letter of gram) {
    hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01_00_01_93);
  }
  return hash >>> 0;
}
