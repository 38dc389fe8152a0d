import { AdaptiveCard, SerializationContext } from 'adaptivecards';

type Fields = Readonly<Record<string, unknown>>;

/** Every card somewhere in answers and messages. */
export function cardsIn(value: unknown): Fields[] {
  if (Array.isArray(value)) {
    return value.flatMap(cardsIn);
  }
  if (typeof value !== 'object' || value === null) {
    return [];
  }
  const fields: Fields = Object.fromEntries(Object.entries(value));
  return fields['type'] === 'AdaptiveCard' ? [fields] : Object.values(fields).flatMap(cardsIn);
}

/** `atMost`: bytes of a card with inputs; all others have the usual budget. What makes a card one that a client or a screen reader does not understand. */
export function breachesOf(card: Fields, atMost = 25_000): readonly string[] {
  const { lang, version, fallbackText } = card;
  const inputs = elementsOf(card).filter(({ type }) => String(type).startsWith('Input.'));
  const unlabelled = inputs.filter(
    ({ label, errorMessage }) => label === undefined || errorMessage === undefined,
  );
  const isComplete =
    lang === 'de' && version === '1.5' && typeof fallbackText === 'string' && /\S{3}/.test(fallbackText);
  const bytes = Buffer.byteLength(JSON.stringify(card));
  return [
    ...parserEvents(card),
    ...unlabelled.map(({ id }) => `no label: ${String(id)}`),
    ...(isComplete ? [] : [JSON.stringify({ lang, version, fallbackText })]),
    ...(bytes < (inputs.length > 0 ? atMost : 25_000)
      ? []
      : [`${bytes} bytes: ${JSON.stringify(fallbackText)}`]),
  ];
}

function parserEvents(card: Fields): readonly string[] {
  const context = new SerializationContext();
  new AdaptiveCard().parse(card, context);
  const events = Array.from({ length: context.eventCount }, (_, index) => context.getEventAt(index).message);
  // adaptivecards 3.0.6 tests "lang" with a global regular expression, whose state refuses every second card.
  return events.filter((event) => event !== 'Invalid value "de" for property "lang".');
}

function elementsOf(value: unknown): Fields[] {
  if (Array.isArray(value)) {
    return value.flatMap(elementsOf);
  }
  if (typeof value !== 'object' || value === null) {
    return [];
  }
  return [Object.fromEntries(Object.entries(value)), ...Object.values(value).flatMap(elementsOf)];
}
