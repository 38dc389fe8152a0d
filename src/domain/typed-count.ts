/** A number of people as it is typed: "1234", "1.234", "1 234". Undefined for anything else. */
export function readCount(typed: string): number | undefined {
  const words = typed.trim();
  return /^(?:\d{1,9}|\d{1,3}(?:[.\s\u202f]\d{3}){1,2})$/.test(words)
    ? Number(words.replaceAll(/\D/g, ''))
    : undefined;
}
