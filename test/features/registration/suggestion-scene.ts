import { isSuggestible } from '../../../src/domain/suggested-fields.ts';
import { leaveOutPersons } from '../../../src/features/registration/suggestion/leave-out-persons.ts';
import { proveSuggestion } from '../../../src/features/registration/suggestion/prove-suggestion.ts';
import { PastedText } from '../../../src/features/registration/suggestion/prove-words.ts';
import { ModelSuggestion } from '../../../src/features/registration/suggestion/suggestion-request.ts';
import { shippedCommunes } from '../../support/shipped-communes.ts';

/** A mail as colleagues write it. */
export const mail = `Hallo zusammen,

seit März 2026 nimmt bei uns im Bürgerbüro ein Telefonassistent die Anrufe an. Das Produkt heißt VoiceBot 3000 und kommt von der Firma Sprechwerk GmbH.
Er beantwortet häufige Fragen zu Öffnungszeiten und verbindet sonst weiter. Wir sind noch im Pilotbetrieb, das Ganze läuft nicht nachts.
Rund 40 % der Anrufe werden ohne Weiterleitung erledigt (Juni 2026). Die Lizenz kostet 12.000 € pro Jahr, der Aufwand lag bei 15 Tagen.
Gut lief die Schulung vor dem Start. Der erste Dialog war zu lang. Wir suchen Austausch mit anderen.

Viele Grüße
Anna Beispiel`;

export const now = Date.UTC(2026, 10, 22, 9);

/** What of a model's answer may stand in the form, when somebody pasted this text. */
export function suggestedFrom(text: string, answer: Readonly<Record<string, unknown>>) {
  const pasted = new PastedText(leaveOutPersons(text, []), shippedCommunes.values());
  return proveSuggestion(ModelSuggestion.parse(answer), pasted, now);
}

/** A good answer to the mail. */
export const honest = {
  title: 'Telefonassistent im Bürgerbüro',
  summary:
    'Ein Telefonassistent nimmt im Bürgerbüro die Anrufe an. Er beantwortet häufige Fragen und verbindet sonst weiter.',
  stage: 'pilot',
  since: 'März 2026',
  effectValue: '40',
  effectUnit: '% der Anrufe ohne Weiterleitung',
  effectDate: 'Juni 2026',
  technologies: ['nlp'],
  supplier: 'Sprechwerk GmbH',
  product: 'VoiceBot 3000',
  costs: 'Lizenz: 12.000 € pro Jahr',
  effortDays: '15',
  worked: 'Die Schulung vor dem Start.',
  failed: 'Der erste Dialog war zu lang.',
  cooperationWanted: ['exchange'],
  themes: 'Bürgerbüro, Anrufe',
} as const;

export const honestFields: readonly string[] = Object.keys(honest).filter(isSuggestible);
