/** Whole sentences in whose middle a topic stands, as people write them; umlauts also as ae, oe and ue. */

/** Spelled with ae, oe and ue, and read both ways. `end`: the signs that it may end with. */
function sentence(pattern: string, end = '.!?…'): RegExp {
  const both = pattern
    .replaceAll('ae', String.raw`(?:\u00e4|ae)`)
    .replaceAll('oe', String.raw`(?:\u00f6|oe)`)
    .replaceAll('ue', String.raw`(?:\u00fc|ue)`)
    .replaceAll(' ', String.raw`\s+`);
  return new RegExp(String.raw`^\s*${both}\s*[${end}]*\s*$`, 'isu');
}

const greeting = '(?:(?:hallo|hi|moin|guten tag|guten morgen)(?: zusammen)?,? )?';
const meeting = '(?:fuers|zum|fuer das|fuer ein|fuer unser|beim|im|am) (?:naechstes?n?|kommendes?n?) treffen';
const asking = '(?:koenn(?:t?en wir|t?e(?:n sie|t ihr)|t ihr)|(?:wollen|sollen|sollten) wir|lasst? uns)';
const small = '(?: (?:bitte|auch|nicht|doch|gern|gerne|noch))*';
const taking =
  '(?:vorschlagen|einreichen|einbringen|aufnehmen|aufgreifen|behandeln|besprechen|diskutieren|anmelden)';
const topic = '(?:thema|themenwunsch|themenvorschlag)';
const noQuestion =
  '(?!(?:wer|wie|was|wo|wann|warum|wieso|welche[rsnm]?|womit|kann|koennen|hat|haben|gibt|ist|sind|darf|macht)(?![\\p{L}]))';

const sentences: readonly RegExp[] = [
  // "Können wir mal über KI im Bauamt sprechen?": without "mal" or a meeting it asks what can be done.
  sentence(
    `${greeting}${asking}${small} (?:(?:ein)?mal|${meeting}|(?:ein)?mal ${meeting})${small} ueber (?<title>[^?]+?)(?: ${meeting})? (?:sprechen|reden|diskutieren)`,
  ),
  sentence(`${greeting}${asking}${small} ueber (?<title>[^?]+?) ${meeting} (?:sprechen|reden|diskutieren)`),
  // "Könnten wir das Thema KI im Bauamt beim nächsten Treffen besprechen?"
  sentence(
    `${greeting}${asking}${small}(?: (?:ein)?mal)?(?: ${meeting})? (?:das|als) ${topic} (?<title>[^?:]+?)(?: ${meeting})? ${taking}`,
  ),
  // "Bitte das Thema KI im Bauamt aufnehmen", "Neues Thema KI im Bauamt vorschlagen"
  sentence(
    `${greeting}(?:bitte )?(?:(?:das|ein|mein|unser) )?(?:neues )?${topic} (?<title>[^?:]+?)(?: ${meeting})? ${taking}(?: bitte)?`,
    '.!…',
  ),
  // "KI im Bauamt als Thema vorschlagen"
  sentence(
    `${greeting}${noQuestion}(?:bitte )?(?:(?:ich|wir) (?:moechten?|will|wollen|wuerden?)(?: gerne?)? )?(?<title>[^?:]+?) als (?:neues |neuen )?${topic}(?: ${meeting})? ${taking}(?: bitte)?`,
    '.!…',
  ),
];

/** "Können wir mal über KI im Bauamt sprechen?": the topic, as it was written. */
export function findTopicInSentence(message: string): string | undefined {
  for (const pattern of sentences) {
    const title = pattern.exec(message)?.groups?.['title'];
    if (title !== undefined) {
      return title;
    }
  }
  return undefined;
}
