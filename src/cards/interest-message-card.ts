import type { UseCaseId } from '../domain/ids.ts';
import type { Contact, Cooperation } from '../domain/use-case.ts';
import type { DescribedInterest, InterestedCommune } from '../features/interest/describe-interest.ts';
import { interestTexts } from '../texts/interest-texts.ts';
import { topicFormTexts } from '../texts/topic-form-texts.ts';
import { stageLabels } from '../texts/labels.ts';
import { press } from './actions.ts';
import { buttonRows, card, heading, literal, section, smallText } from './card.ts';
import type { Card, Element } from './card.ts';
import { contactText } from './contact-lines.ts';
import { shortenText } from './shorten-text.ts';

const { message: words } = interestTexts;

/** Rows; `short` where the whole card was refused as too big. */
const mostRows = 40;
const mostRowsShort = 5;
/** Characters; an import may have more than the form allows. */
const longestTitle = 100;
const longestContact = 200;

/** For organisers: enough communes would like to do the same together; who they are, and whom to ask there. */
export function interestMessageCard(
  described: DescribedInterest,
  { short }: { readonly short: boolean },
): Card {
  const { useCase, cooperation, interested, communes } = described;
  const sentence = words.heading(cooperation, interested.length);
  const title = shortenText(useCase.title, longestTitle);
  const shown = interested.slice(0, short ? mostRowsShort : mostRows);
  const rest = interested.length - shown.length;
  const contact = whom(useCase.contact);
  return card({
    fallbackText: `${sentence} ${title}`,
    body: [
      heading(sentence),
      literal([{ text: title, weight: 'Bolder' }], { spacing: 'Small' }),
      smallText(words.why),
      section(
        shown.flatMap((one) => communeLines(one, described, communes.get(one.interest.communeId)?.name)),
      ),
      ...(rest > 0 ? [smallText(words.more(rest))] : []),
      ...(contact === undefined ? [] : [section([quietLine(`${words.recordContact}${contact}`)])]),
      ...(cooperation === 'joint_procurement' ? topicRows(useCase.id, cooperation) : []),
    ],
    actions: [press(words.details, 'useCase.show', { useCaseId: useCase.id })],
  });
}

/** The draft of a topic request, below this message, for what communes would like to buy together. */
function topicRows(useCaseId: UseCaseId, cooperation: Cooperation): readonly Element[] {
  const data = { useCaseId, cooperation, message: true };
  return buttonRows([press(topicFormTexts.asTopic, 'topic.offerForm', data)]);
}

function communeLines(
  { interest, adopter }: InterestedCommune,
  { cooperation }: DescribedInterest,
  name: string | undefined,
): readonly Element[] {
  const others = interest.cooperations.filter((one) => one !== cooperation);
  const facts = [
    adopter === undefined ? words.noAdopter : words.stage(stageLabels[adopter.stage]),
    ...(interest.named ? [] : [words.unnamed]),
    ...(others.length === 0 ? [] : [words.also(others.map(interestTexts.kinds))]),
  ];
  return [
    literal([{ text: name ?? interest.communeId, weight: 'Bolder' }], { spacing: 'Medium' }),
    quietLine(facts.join(' · ')),
    quietLine(whom(adopter?.contact) ?? words.noContact),
  ];
}

function quietLine(line: string): Element {
  return literal([{ text: line, isSubtle: true, size: 'Small' }], { spacing: 'None' });
}

function whom(contact: Contact | undefined): string | undefined {
  const who = contact && contactText(contact, true);
  return who && shortenText(who, longestContact);
}
