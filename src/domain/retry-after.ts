import { secondMs } from './instant.ts';
import type { Instant } from './instant.ts';

const seconds = /^\d+(?:\.\d+)?$/;
const httpDate =
  /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d{2}:\d{2}:\d{2} GMT$/;

/**
 * When a service wants to be asked again, by its header Retry-After: seconds, or an HTTP date of today's form
 * (https://www.rfc-editor.org/rfc/rfc9110#name-retry-after). Undefined for anything that is not in the future: what is
 * garbage, negative or past names no time to wait for.
 */
export function readRetryAfter(header: string | undefined, now: Instant): Instant | undefined {
  const value = header?.trim() ?? '';
  const at = seconds.test(value) ? now + Math.ceil(Number(value) * secondMs) : toInstant(value);
  return at > now ? at : undefined;
}

function toInstant(value: string): Instant {
  return httpDate.test(value) ? Date.parse(value) : Number.NaN;
}
