import { foldedPhrase } from './message-words.ts';
import type { Word } from './message-words.ts';

/** Which list of topics is meant. */
export type TopicListView = 'votes' | 'new' | 'planned' | 'done' | 'mine';

const small = '(?: (?:ich|wir|man|alles|bisher|denn|gerade|aktuell|derzeit|eigentlich|jetzt|noch|schon))*';
const nextMeeting =
  '(?:beim|am|im|zum|fuers|auf dem|bei dem|fuer das|fuer unser) (?:naechstes?n?|kommendes?n?) treffen';

/** Whole messages that name no topic and mean them all the same. */
const lists: readonly (readonly [RegExp, TopicListView])[] = [
  whole(`(?:worueber|ueber was) (?:wird|kann|koennen|darf)${small} (?:abgestimmt|abstimmen)`, 'votes'),
  whole(`(?:wofuer|fuer was) (?:kann|koennen|darf)${small} (?:ab)?stimmen`, 'votes'),
  whole('(?:(?:ich|wir) (?:moechten?|will|wollen|wuerden?))?(?: ?(?:gern|gerne|jetzt))* ?abstimmen', 'votes'),
  whole(
    '(?:(?:ich|wir) (?:moechten?|will|wollen|wuerden?) )?(?:(?:gern|gerne|meine|eine) )*stimme abgeben',
    'votes',
  ),
  whole(`was wurde${small} vorgeschlagen`, 'votes'),
  whole('(?:zeige? mir )?meine stimmen?', 'mine'),
  whole('(?:meine )?stimmen? (?:zurueckziehen|zuruecknehmen|aendern)', 'mine'),
  whole(`(?:wofuer|fuer was) habe?${small} (?:ab)?gestimmt`, 'mine'),
  whole(`wie ?viele? stimmen habe?${small}`, 'mine'),
  whole('(?:zeige? mir )?meine vorschlaege', 'mine'),
  whole(`was habe? ich${small} vorgeschlagen`, 'mine'),
  whole(
    `(?:worum geht es|was ist${small}(?: das)?(?: thema)?) ${nextMeeting}(?: (?:geplant|dran))?`,
    'planned',
  ),
];

const demand: readonly RegExp[] = [
  /^(?:zeige? mir (?:die )?)?unbeantworteten? fragen(?: (?:zeigen|anzeigen))?$/,
  /^(?:was wird|wonach wird) (?:(?:oft|oefter|haeufig|viel|am meisten) )?(?:nachgefragt|gefragt|gesucht)$/,
];

/** Says nothing more. */
const polite = new Set(['bitte', 'mal', 'doch', 'danke', 'einmal']);

/** "Worüber wird abgestimmt?", "Meine Stimmen", "Unbeantwortete Fragen". */
export function readTopicPhrase(
  words: readonly Word[],
): { readonly kind: 'topics'; readonly view: TopicListView } | { readonly kind: 'demand' } | undefined {
  const phrase = foldedPhrase(words.filter(({ folded }) => !polite.has(folded)));
  const view = lists.find(([pattern]) => pattern.test(phrase))?.[1];
  if (view !== undefined) {
    return { kind: 'topics', view };
  }
  return demand.some((pattern) => pattern.test(phrase)) ? { kind: 'demand' } : undefined;
}

function whole(pattern: string, view: TopicListView): readonly [RegExp, TopicListView] {
  return [new RegExp(`^(?:${pattern})$`), view];
}
