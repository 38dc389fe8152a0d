import type { Asker } from './member.ts';
import { may } from './permissions.ts';
import { stagesByUsefulness } from './stage.ts';
import { cleanWords } from './typed-words.ts';
import type { Adopter, Contact, UseCase } from './use-case.ts';

/** One contact of a use case, however often it is given. */
export interface ListedContact {
  readonly contact: Contact;
  /** The adopters it belongs to, the furthest first; none when it is given for the use case alone. */
  readonly adopters: readonly Adopter[];
}

/** A mail address alone is a functional mailbox; with anything beside it there is somebody behind it. */
export function isPerson({ memberId, name, phone }: Contact): boolean {
  return [memberId, name, phone].some((part) => part !== undefined && part !== '');
}

/** An address with nobody behind it. */
export function isMailbox(contact: Contact | undefined): contact is Contact & { readonly email: string } {
  return contact?.email !== undefined && !isPerson(contact);
}

/** Persons are named to signed-in members alone, and never where others read along. */
export function namesPersonsTo(asker: Asker): boolean {
  return asker.overheard !== true && may(asker, 'see-contact-person').kind === 'allowed';
}

/** Every contact of a use case once: its own first, then those of its adopters. */
export function listContacts({ contact, adopters }: UseCase): readonly ListedContact[] {
  const listed = new Map<string, { readonly contact: Contact; readonly adopters: Adopter[] }>();
  if (contact !== undefined && isGiven(contact)) {
    listed.set(keyOf(contact), { contact, adopters: [] });
  }
  for (const adopter of stagesByUsefulness.flatMap((stage) =>
    adopters.filter((one) => one.stage === stage),
  )) {
    if (adopter.contact !== undefined && isGiven(adopter.contact)) {
      const key = keyOf(adopter.contact);
      const known = listed.get(key) ?? { contact: adopter.contact, adopters: [] };
      known.adopters.push(adopter);
      listed.set(key, known);
    }
  }
  return [...listed.values()];
}

function isGiven(contact: Contact): boolean {
  return isPerson(contact) || (contact.email !== undefined && contact.email !== '');
}

function keyOf({ memberId, name, email, phone }: Contact): string {
  return JSON.stringify([memberId ?? '', name ?? '', email?.toLowerCase() ?? '', phone ?? '']);
}

/** Characters of a title within a link, so that every link is short enough, whatever is in it. */
const longestTitle = 100;
const longestAddress = 254;
/** What would end an address and begin something else, in a link or in a mail program. */
const address = /^[^\s@,;:<>()[\]"'\\/?&#%]+@[^\s@,;:<>()[\]"'\\/?&#%]+$/;

/** A title on one line and no longer than a link has room for. */
export function titleInLink(title: string): string {
  return cleanWords(title, { atMost: longestTitle });
}

/**
 * Opens a chat with these words in its compose box; Windows opens no link of more than 2,048 characters. Undefined without an address that
 * can stand in a link. https://learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/deep-link-teams
 */
export function chatLink(email: string | undefined, firstSentence: string): string | undefined {
  return isAddress(email)
    ? `https://teams.microsoft.com/l/chat/0/0?users=${encodeAddress(email)}&message=${encode(firstSentence)}`
    : undefined;
}

/** Opens a mail with this subject; undefined without an address that can stand in a link. RFC 6068. */
export function mailLink(email: string | undefined, subject: string): string | undefined {
  return isAddress(email) ? `mailto:${encodeAddress(email)}?subject=${encode(subject)}` : undefined;
}

function isAddress(email: string | undefined): email is string {
  return email !== undefined && email.length <= longestAddress && email.isWellFormed() && address.test(email);
}

function encodeAddress(email: string): string {
  return encode(email).replace('%40', '@');
}

/** Apostrophes as well, for a client that puts the link into an attribute. */
function encode(words: string): string {
  return encodeURIComponent(words.toWellFormed()).replaceAll("'", '%27');
}
