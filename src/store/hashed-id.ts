import { createHash } from 'node:crypto';

/** An id made of any text: 128 bits of its SHA-256 as 32 hexadecimal digits. Equal for equal texts, and tells nothing of them. */
export function hashedId(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}
