/** "1.234,50", "1234.5" and "12 000"; undefined when dots and commas do not stand as in a number. */
export function parseGermanNumber(text: string): number | undefined {
  const digits = toDigits(text.replaceAll(/[\u00a0 ]/g, '').replace(/[.,]$/, ''));
  return digits === undefined ? undefined : Number(digits);
}

/** The same as people type it into a form: nothing behind it, and no more digits than a number keeps. */
export function parseNumber(text: string): number | undefined {
  const digits = toDigits(text.replaceAll(/[\u00a0\u202f ]/g, ''));
  return digits !== undefined && /^\d{1,15}(?:\.\d{1,6})?$/.test(digits) ? Number(digits) : undefined;
}

/** With a dot before the fraction and no other sign. */
function toDigits(written: string): string | undefined {
  if (/^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/.test(written)) {
    return written.replaceAll('.', '').replace(',', '.');
  }
  return /^\d+(?:[.,]\d+)?$/.test(written) ? written.replace(',', '.') : undefined;
}

/** A number as people write it here: "1234,5". */
export function writeNumber(value: number): string {
  return String(value).replace('.', ',');
}
