/**
 * MurmurHash3 (32 bit, for x86) of A. Appleby over whole words, https://github.com/aappleby/smhasher. Each step can be undone, so one
 * changed word always changes the sum; more are missed once in four thousand million times.
 */
export class Checksum {
  #state = 0;
  #count = 0;

  add(words: Uint32Array): void {
    let state = this.#state;
    for (let index = 0; index < words.length; index += 1) {
      const mixed = Math.imul(words[index] ?? 0, 0xcc9e2d51);
      state ^= Math.imul((mixed << 15) | (mixed >>> 17), 0x1b873593);
      state = (Math.imul((state << 13) | (state >>> 19), 5) + 0xe6546b64) | 0;
    }
    this.#state = state;
    this.#count += words.length;
  }

  /** The sum of all words so far, unsigned 32 bit. */
  value(): number {
    let sum = this.#state ^ (this.#count * 4);
    sum = Math.imul(sum ^ (sum >>> 16), 0x85ebca6b);
    sum = Math.imul(sum ^ (sum >>> 13), 0xc2b2ae35);
    return (sum ^ (sum >>> 16)) >>> 0;
  }
}
