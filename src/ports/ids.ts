export interface Ids {
  /** A new id, unguessable and unique everywhere: lower-case letters, digits and hyphens, at most 36 characters. */
  next(): string;
}
