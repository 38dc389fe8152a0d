/** "1.234,50", "1234.5" and "12 000"; undefined when dots and commas do not stand as in a number, or for anything else. */
export function parseNumber(text: string): number | undefined {
  const digits = text.replaceAll(/[\u00a0\u202f ]/g, '');
  const isGrouped = /^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/.test(digits);
  const plain = isGrouped ? digits.replaceAll('.', '').replace(',', '.') : digits.replace(',', '.');
  const value = /^\d{1,15}(?:\.\d{1,6})?$/.test(plain) ? Number(plain) : undefined;
  return value !== undefined && Number.isFinite(value) ? value : undefined;
}

/** A number as people write it here: "1234,5". */
export function writeNumber(value: number): string {
  return String(value).replace('.', ',');
}
