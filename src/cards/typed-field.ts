import { z } from 'zod';

/** Characters; the rules cut to what each field may have. */
const longestField = 20_000;
/** No client sends so much. */
const longestSent = 64_000;

/** What was typed into a field of a form. Too much of it is cut, not refused: the form would be lost. Empty fields may be missing. */
export const TypedField = z
  .string()
  .max(longestSent)
  .transform((typed) => typed.slice(0, longestField))
  .exactOptional();
