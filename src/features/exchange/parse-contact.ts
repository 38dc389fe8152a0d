import type { Contact } from '../../domain/use-case.ts';

const mail = /[\p{L}\p{N}._%+-]+@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+\p{L}{2,}/u;
const phone = /(?:\+|\b0)\d[\d\s()/.–-]{4,}\d/;

/** "Anna Muster, anna@example.org, 02373 903-0": a mail address and a phone number are found, the rest is the name. Undefined with a broken address. */
export function parseContact(text: string): Contact | undefined {
  const email = mail.exec(text)?.[0];
  const withoutMail = email === undefined ? text : text.replace(email, ' ');
  if (withoutMail.includes('@')) {
    return undefined;
  }
  const number = phone.exec(withoutMail)?.[0];
  const name = (number === undefined ? withoutMail : withoutMail.replace(number, ' '))
    .replaceAll(/mailto:|\b(?:tel|telefon|e-?mail)\b\.?:?/gi, ' ')
    .replaceAll(/[<>()[\]]/g, ' ')
    .split(/[,;|]/)
    .map((part) => part.replaceAll(/\s+/g, ' ').trim())
    .filter((part) => part !== '')
    .join(', ');
  return {
    ...(name !== '' && { name }),
    ...(email !== undefined && { email: email.toLowerCase() }),
    ...(number !== undefined && { phone: number.trim() }),
  };
}
