import { isPerson, listContacts, mailLink, titleInLink } from '../domain/contact.ts';
import type { Contact, UseCase } from '../domain/use-case.ts';
import { contactTexts } from '../texts/contact-texts.ts';
import { useCaseTexts } from '../texts/use-case-texts.ts';
import { look } from './actions.ts';
import type { Surface } from './actions.ts';
import { literal, openUrl, smallText, text } from './card.ts';
import type { Button, Element } from './card.ts';
import { toOriginPayload } from './way-back.ts';
import type { Origin } from './way-back.ts';

/** The contact of the use case itself, as far as the reader may know; where nobody is given, that the source helps. */
export function contactLines(useCase: UseCase, namesPersons = false): readonly Element[] {
  if (listContacts(useCase).length === 0) {
    return [smallText(useCaseTexts.noContact)];
  }
  const words = useCase.contact && contactText(useCase.contact, namesPersons);
  return words === undefined
    ? []
    : [text(useCaseTexts.contact, { weight: 'Bolder' }), literal([{ text: words }], { spacing: 'None' })];
}

/** Undefined for somebody who may not be named here, or of whom nothing is written down. */
export function contactText(contact: Contact, namesPersons = false): string | undefined {
  const { name, email, phone } = contact;
  const parts = [name, email, phone].filter((part) => part !== undefined && part !== '');
  return parts.length === 0 || (isPerson(contact) && !namesPersons) ? undefined : parts.join(', ');
}

/** A single functional mailbox is written to at once; whoever else can be asked is shown to the presser alone. */
export function contactButtons(
  useCase: UseCase,
  surface: Surface,
  origin: Origin | undefined,
): readonly Button[] {
  const [first, ...more] = listContacts(useCase);
  if (first === undefined) {
    return [];
  }
  const { email = '' } = first.contact;
  const address = mailLink(email, titleInLink(useCase.title));
  if (more.length === 0 && !isPerson(first.contact) && address !== undefined) {
    return [openUrl(useCaseTexts.writeMail, address, useCaseTexts.writeMailTo(email))];
  }
  const data = { useCaseId: useCase.id, ...toOriginPayload(origin) };
  return [look(surface, contactTexts.button, 'contact.show', data)];
}
