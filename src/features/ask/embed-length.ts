/** After so many calls in a row it is no mistake that the vectors are of another length. */
const changedAfter = 3;

/**
 * How long the vectors of a model are. One of another length cannot be compared with the others; if each were believed, an endpoint that gives
 * now these and now those would have everything made again and again.
 */
export class VectorLength {
  #length: number | undefined;
  #other: { readonly length: number | undefined; readonly times: number } = { length: undefined, times: 0 };

  /** Whether vectors of this length are of use. */
  takes(length: number | undefined): boolean {
    this.#length ??= length;
    if (length === this.#length) {
      this.#other = { length: undefined, times: 0 };
      return true;
    }
    this.#other = { length, times: length === this.#other.length ? this.#other.times + 1 : 1 };
    if (this.#other.times < changedAfter) {
      return false;
    }
    this.#length = length;
    return true;
  }
}
