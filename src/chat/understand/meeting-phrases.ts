import { foldedPhrase } from './message-words.ts';
import type { Word } from './message-words.ts';

const small =
  '(?: (?:ich|wir|man|denn|gerade|aktuell|eigentlich|jetzt|noch|schon|alles|ueberall|bisher|als naechstes|demnaechst))*';

/** Whole messages that name no meeting and mean them all the same. */
const lists: readonly (readonly [RegExp, 'next' | 'mine'])[] = [
  whole(`was steht${small} an`, 'next'),
  whole(
    `wann (?:treffen|trifft)(?: (?:wir|man))?(?: uns| sich)?${small}(?: (?:das naechste mal|wieder))?`,
    'next',
  ),
  whole(`(?:wozu|wofuer|wo|zu was|fuer was) (?:habe?|bin)${small} (?:zugesagt|angemeldet)`, 'mine'),
  whole('(?:zeige? mir )?meine (?:zusagen|anmeldungen|rueckmeldungen|teilnahmen)', 'mine'),
  whole('wo bin ich(?: ueberall)? dabei', 'mine'),
];

/** Says nothing more. */
const polite = new Set(['bitte', 'mal', 'doch', 'danke', 'einmal']);

/** "Was steht an?", "Wozu habe ich zugesagt?" */
export function readMeetingPhrase(words: readonly Word[]): 'next' | 'mine' | undefined {
  const phrase = foldedPhrase(words.filter(({ folded }) => !polite.has(folded)));
  return lists.find(([pattern]) => pattern.test(phrase))?.[1];
}

function whole(pattern: string, view: 'next' | 'mine'): readonly [RegExp, 'next' | 'mine'] {
  return [new RegExp(`^(?:${pattern})$`), view];
}
