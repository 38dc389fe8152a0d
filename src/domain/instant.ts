/** Milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number;

/** ISO 8601 date without a time, possibly shortened: `2026-11-22`, `2026-11` or `2026`. */
export type PartialDate = string;

export const secondMs = 1000;
export const minuteMs = 60 * secondMs;
export const hourMs = 60 * minuteMs;
export const dayMs = 24 * hourMs;
