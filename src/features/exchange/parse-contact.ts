import type { Contact } from '../../domain/use-case.ts';
import { type ListedPart, splitListed } from './quoted.ts';

const mail = /[\p{L}\p{N}._%+-]+@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+\p{L}{2,}/u;
const phone = /(?:\+|\b0)\d[\d\s()/.–-]{4,}\d/;
/** What an export writes before a part that would not be recognised by its looks. */
export const contactLabels = { name: 'Name', email: 'E-Mail', phone: 'Telefon' } as const;

/**
 * "Anna Muster, anna@example.org, 02373 903-0": a mail address and a phone number are found, the rest is the name. "Name: … | E-Mail: …
 * | Telefon: …" says what is what. Undefined with a broken address.
 */
export function parseContact(text: string): Contact | undefined {
  const labelled = parseLabelled(text);
  if (labelled !== undefined) {
    return labelled;
  }
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

/** Undefined unless every part has a label of its own; outside quotes it must also look like what the label says. */
function parseLabelled(text: string): Contact | undefined {
  const parts = splitListed(text, '|');
  const name = parts.map((part) => cutLabel(part, contactLabels.name, /^[^@]*$/)).find(isFound);
  const email = parts.map((part) => cutLabel(part, contactLabels.email, fullMail)).find(isFound);
  const number = parts.map((part) => cutLabel(part, contactLabels.phone, /^[^@,;]*$/)).find(isFound);
  const found = [name, email, number].filter(isFound);
  if (found.length === 0 || found.length < parts.length) {
    return undefined;
  }
  return {
    ...(name !== undefined && { name }),
    ...(email !== undefined && { email: email.toLowerCase() }),
    ...(number !== undefined && { phone: number }),
  };
}

/** An address and nothing else. */
export const fullMail = new RegExp(`^${mail.source}$`, 'u');

function cutLabel({ text, isQuoted }: ListedPart, label: string, looks: RegExp): string | undefined {
  const start = `${label}: `;
  const rest = text.slice(start.length);
  return text.startsWith(start) && rest !== '' && (isQuoted || looks.test(rest)) ? rest : undefined;
}

function isFound(text: string | undefined): text is string {
  return text !== undefined;
}
