import type { Commune } from '../domain/commune.ts';
import { chatLink, isPerson, mailLink, titleInLink } from '../domain/contact.ts';
import type { ListedContact } from '../domain/contact.ts';
import type { CommuneId } from '../domain/ids.ts';
import type { Contact, UseCase } from '../domain/use-case.ts';
import type { FindContactResult } from '../features/use-cases/find-contact.ts';
import { askTexts } from '../texts/ask-texts.ts';
import { contactTexts } from '../texts/contact-texts.ts';
import { stageLabels } from '../texts/labels.ts';
import { useCaseTexts } from '../texts/use-case-texts.ts';
import { look } from './actions.ts';
import type { Surface } from './actions.ts';
import { buttonRows, card, heading, literal, openUrl, section, smallText } from './card.ts';
import type { Button, Card, Element } from './card.ts';
import { shortenText } from './shorten-text.ts';
import { adopterName, sourceLine } from './use-case-parts.ts';
import { toOriginPayload } from './way-back.ts';
import type { Origin } from './way-back.ts';

type Found = FindContactResult & { kind: 'found' };

/** Characters; an import may have more than the form allows. */
const longestName = 100;
const longestPhone = 60;
const longestAddress = 254;
const shownCommunes = 4;
const quiet = { isSubtle: true, size: 'Small' };

/** "Ansprechperson": everybody who can be asked, for which commune, and how; "Zurück" leads to the details. */
export function contactCard(
  found: Found,
  surface: Surface,
  place: { readonly origin: Origin | undefined; readonly withWayBack: boolean },
): Card {
  const { useCase, contacts, total, hidden } = found;
  const nobody = total === 0 && hidden === undefined;
  const sentence = nobody ? useCaseTexts.noContact : contactTexts.heading(total);
  const title = shortenText(useCase.title, longestName);
  return card({
    fallbackText: `${sentence} – ${title}`,
    body: [
      heading(sentence),
      literal([{ text: title, ...quiet }], { spacing: 'None' }),
      ...contacts.map((listed) => contactRow(listed, useCase, found.communes)),
      ...(hidden === undefined ? [] : [smallText(contactTexts.hidden[hidden], { separator: true })]),
      literal([{ text: sourceLine(useCase), ...quiet }], { spacing: nobody ? 'Small' : 'Medium' }),
    ],
    actions: [...backButton(found, surface, place), ...pageButtons(found, surface, place.origin)],
  });
}

function contactRow(
  { contact, adopters }: ListedContact,
  useCase: UseCase,
  communes: ReadonlyMap<CommuneId, Commune>,
): Element {
  const names = adopters.map((adopter) => {
    const name = adopterName(adopter, communes) ?? askTexts.communeNotNamed;
    return `${name} (${stageLabels[adopter.stage]})`;
  });
  const rest = names.length - shownCommunes;
  const shown = rest > 1 ? names.slice(0, shownCommunes) : names;
  const more = rest > 1 ? ` ${askTexts.andMore(rest)}` : '';
  const whose = names.length === 0 ? contactTexts.ofUseCase : `${shown.join(', ')}${more}`;
  const [first, ...lines] = contactWords(contact);
  return section([
    literal([{ text: first, weight: 'Bolder' }]),
    literal([{ text: whose, ...quiet }], { spacing: 'None' }),
    ...lines.map((words) => literal([{ text: words, size: 'Small' }], { spacing: 'None' })),
    ...buttonRows(writeButtons(contact, useCase.title)),
  ]);
}

/** The name first, or what stands for it. */
function contactWords({ name, email, phone }: Contact): readonly [string, ...string[]] {
  const address = email === undefined ? undefined : shortenText(email, longestAddress);
  const number = phone === undefined ? undefined : contactTexts.phone(shortenText(phone, longestPhone));
  const words = name === undefined ? undefined : shortenText(name, longestName);
  const [first, ...more] = [words, address, number]
    .filter((part) => part !== undefined)
    .filter((part) => part !== '');
  return first === undefined ? [contactTexts.member, contactTexts.withoutAddress] : [first, ...more];
}

/** A person in a chat, a mailbox by mail. */
function writeButtons(contact: Contact, title: string): readonly Button[] {
  const { name, email = '' } = contact;
  const words = titleInLink(title);
  if (isPerson(contact)) {
    const url = chatLink(email, contactTexts.firstSentence(words));
    const whom = shortenText(name ?? email, longestName);
    return url === undefined ? [] : [openUrl(contactTexts.chat, url, contactTexts.chatWith(whom))];
  }
  const url = mailLink(email, words);
  return url === undefined ? [] : [openUrl(useCaseTexts.writeMail, url, useCaseTexts.writeMailTo(email))];
}

function backButton(
  { useCase }: Found,
  surface: Surface,
  { origin, withWayBack }: { readonly origin: Origin | undefined; readonly withWayBack: boolean },
): readonly Button[] {
  const data = { useCaseId: useCase.id, ...toOriginPayload(origin) };
  return withWayBack ? [look(surface, useCaseTexts.back, 'useCase.show', data)] : [];
}

function pageButtons(
  { useCase, page, left }: Found,
  surface: Surface,
  origin: Origin | undefined,
): readonly Button[] {
  const data = { useCaseId: useCase.id, ...toOriginPayload(origin) };
  return left > 0
    ? [look(surface, contactTexts.more(left), 'contact.show', { ...data, page: page + 1 })]
    : [];
}
