import type { contactChoices, FormSection, UseCaseField, UseCaseProblem } from '../domain/use-case-form.ts';
import { entryLimits, ruleOf } from '../domain/use-case-form.ts';
import type { Category, Visibility } from '../domain/use-case.ts';
import { countMasculine, enumerate } from './format.ts';

/** What each field is called: above it, in the history, and in the sentences about it. */
export const useCaseFieldLabels: Readonly<Record<UseCaseField, string>> = {
  title: 'Titel',
  summary: 'Kurzbeschreibung',
  body: 'Kommune oder Organisation',
  organisation: 'Name der Organisation',
  stage: 'Stand',
  since: 'Seit',
  reason: 'Grund',
  contact: 'Ansprechperson',
  mailbox: 'Funktionspostfach',
  category: 'Kategorie',
  language: 'Sprache',
  visibility: 'Sichtbarkeit',
  description: 'Beschreibung',
  problem: 'Problem',
  goal: 'Ziel',
  howItWorks: 'So funktioniert es',
  benefitExpected: 'Erwarteter Nutzen',
  effectValue: 'Gemessene Wirkung',
  effectUnit: 'Einheit der Wirkung',
  effectDate: 'Wirkung gemessen',
  technologies: 'Technologien',
  sourcing: 'Bezug',
  supplier: 'Anbieter',
  product: 'Produkt',
  hosting: 'Betrieb',
  costs: 'Kosten',
  costsVisibility: 'Wer die Kosten sieht',
  effortDays: 'Aufwand in Tagen',
  worked: 'Was gut lief',
  failed: 'Was nicht lief',
  advice: 'Rat an andere',
  legalBasis: 'Rechtsgrundlagen',
  assessments: 'Prüfungen',
  personalData: 'Personenbezogene Daten',
  aiActClass: 'Klasse nach KI-Verordnung',
  humanOversight: 'Menschliche Aufsicht',
  reuse: 'Nachnutzung',
  codeUrl: 'Adresse des Quelltexts',
  cooperationWanted: 'Gesucht wird',
  links: 'Links',
  themes: 'Themen',
  tags: 'Schlagworte',
  note: 'Hinweis',
};

/** An example in the empty field. */
export const useCaseFieldExamples: Partial<Readonly<Record<UseCaseField, string>>> = {
  title: 'Telefonassistenz im Bürgerbüro',
  summary: 'Eine KI nimmt Anrufe an, beantwortet häufige Fragen und verbindet sonst weiter.',
  organisation: 'Zweckverband Musterland',
  since: 'März 2026',
  reason: 'Die Anrufe waren zu verschieden, und die Lizenz war zu teuer.',
  mailbox: 'digitalisierung@musterstadt.de',
  description: 'Was genau wird gemacht, für wen, und wie ist es entstanden?',
  problem: 'Montags sind alle Leitungen besetzt.',
  goal: 'Häufige Fragen rund um die Uhr beantworten.',
  howItWorks:
    'Die Anrufe kommen bei der Telefonanlage an, die KI hört zu und antwortet aus der Wissensdatenbank.',
  benefitExpected: 'Weniger Wartezeit, mehr Zeit für schwierige Fälle.',
  effectValue: '40',
  effectUnit: '% der Anrufe ohne Weiterleitung',
  effectDate: 'Juni 2026',
  supplier: 'Name der Firma',
  product: 'Name des Produkts',
  hosting: 'Rechenzentrum des IT-Dienstleisters',
  costs: 'Lizenz: 12.000 € pro Jahr',
  effortDays: '15',
  worked: 'Die Schulung vor dem Start.',
  failed: 'Der erste Dialog war zu lang.',
  advice: 'Früh mit dem Personalrat sprechen.',
  legalBasis: 'Art. 6 Abs. 1 lit. e DSGVO',
  assessments: 'Datenschutz-Folgenabschätzung vom 12.03.2026',
  aiActClass: 'Begrenztes Risiko (Transparenzpflicht)',
  humanOversight: 'Jede Antwort kann an eine Person weitergegeben werden.',
  codeUrl: 'https://opencode.de/projekt',
  links: 'https://www.musterstadt.de/telefonassistenz',
  themes: 'Bürgerservice, Telefonie',
  tags: 'Anrufe, Warteschleife',
};

/** A quiet line below the field, where the label is not enough. */
export const useCaseFieldHints: Partial<Readonly<Record<UseCaseField, string>>> = {
  title: 'Was macht die KI, und wo?',
  summary: 'In ein bis drei Sätzen, so wie Sie es einer anderen Kommune erzählen würden.',
  stage: 'Auch eine Idee oder ein Nein hilft anderen weiter.',
  since: 'Monat und Jahr genügen.',
  contact: 'Ihren Namen sehen nur angemeldete Mitglieder.',
  language: 'In der Ihre Texte geschrieben sind.',
  visibility:
    'Was nur die eigene Organisation sieht, sehen die eingetragenen Kommunen und das Organisationsteam.',
  organisation: 'Nur wenn es keine Kommune ist, zum Beispiel ein Zweckverband.',
  reason: 'Bei „geprüft und verworfen“ bitte der Grund: Das erspart anderen die Arbeit.',
  mailbox: 'Nur wenn Sie ein Postfach angeben.',
  category:
    'Hohes Risiko: nach der KI-Verordnung. Spürbare Wirkung: Entscheidungen über Menschen werden davon beeinflusst.',
  costs: 'Je Zeile ein Posten.',
  legalBasis: 'Je Zeile eine.',
  assessments: 'Je Zeile eine.',
  aiActClass: 'Das legt ein Mensch fest; der Bot bewertet nichts.',
  links: 'Je Zeile eine Adresse.',
  themes: 'Mit Komma getrennt.',
  tags: 'Mit Komma getrennt.',
};

const sections: Readonly<
  Record<Exclude<FormSection, 'required'>, { readonly title: string; readonly line: string }>
> = {
  about: { title: 'Worum es geht', line: 'Beschreibung, Problem, Ziel, Arbeitsweise' },
  benefit: { title: 'Nutzen', line: 'Erwartung und gemessene Wirkung' },
  technology: { title: 'Technik und Bezug', line: 'Technologien, Anbieter, Produkt, Betrieb' },
  costs: { title: 'Kosten und Aufwand', line: 'Posten, Sichtbarkeit, Personentage' },
  lessons: { title: 'Erfahrungen', line: 'Was gut lief, was nicht, Rat an andere' },
  law: { title: 'Recht und Verantwortung', line: 'Rechtsgrundlagen, Prüfungen, KI-Verordnung' },
  sharing: { title: 'Weitergabe', line: 'Nachnutzung, Zusammenarbeit, Links, Themen' },
};

const visibilities: Readonly<Record<Visibility, string>> = {
  organisation: 'Nur die eigene Organisation',
  community: 'Alle in der KI-Community',
  public: 'Öffentlich',
};

const categories: Readonly<Record<Category, string>> = {
  high_risk: 'Hohes Risiko',
  impactful: 'Spürbare Wirkung',
  other: 'Sonstige',
};

const contacts: Readonly<Record<(typeof contactChoices)[number], string>> = {
  self: 'Ich selbst, mit E-Mail aus Teams',
  mailbox: 'Ein Funktionspostfach',
  keep: 'Wie bisher',
};

const languages: Readonly<Record<string, string>> = {
  de: 'Deutsch',
  en: 'Englisch',
  nl: 'Niederländisch',
  fr: 'Französisch',
};

export const useCaseFormTexts = {
  newTitle: 'Anwendungsfall eintragen',
  changeTitle: 'Anwendungsfall ändern',
  intro: 'Was mit * beginnt, ist nötig. Alles andere können Sie weglassen und später ergänzen.',
  savedAt: (when: string) => `Entwurf, gesichert am ${when}.`,
  problems: (fields: readonly UseCaseField[]) => {
    const names = enumerate(fields.map((field) => useCaseFieldLabels[field]));
    return fields.length === 1
      ? `Ein Feld stimmt noch nicht. Bitte sehen Sie dort nach: ${names}.`
      : `${fields.length} Felder stimmen noch nicht. Bitte sehen Sie dort nach: ${names}.`;
  },
  required: (label: string) => `* ${label}`,
  presets: '* Kategorie, Sprache, Sichtbarkeit',
  openPresets: 'Kategorie, Sprache und Sichtbarkeit ändern',
  more: 'Mehr dazu (freiwillig)',
  open: (title: string) => `${title} öffnen oder schließen`,
  choose: 'Bitte wählen',
  noChoice: 'Keine Angabe',
  otherOrganisation: 'Andere Organisation',
  tooLongClient: (atMost: number) => `Bitte höchstens ${atMost} Zeichen.`,
  sections,
  visibilities,
  categories,
  contacts,
  languages,
  next: 'Weiter',
  save: 'Zwischenspeichern',
  discard: 'Verwerfen',
  cancel: 'Abbrechen',
  problem,
};

/** The sentence that helps. */
function problem(one: UseCaseProblem): string {
  switch (one.problem) {
    case 'missing':
      return missing[one.field] ?? 'Bitte füllen Sie dieses Feld aus.';
    case 'too-long': {
      const verb = one.over === 1 ? 'ist' : 'sind';
      return `Das ${verb} ${countMasculine(one.over, 'Zeichen', 'Zeichen')} zu viel. Bitte höchstens ${ruleOf(one.field).atMost} Zeichen.`;
    }
    case 'unknown-commune':
      return 'Diese Kommune steht nicht in der Liste. Bitte wählen Sie eine aus.';
    case 'not-own-commune':
      return 'Sie können nur für Ihre eigene Kommune eintragen. Welche das ist, ändern Sie mit „Meine Kommune“.';
    case 'bad-choice':
      return 'Bitte wählen Sie eine der Möglichkeiten.';
    case 'bad-date':
      return 'Das ist kein Datum. Bitte geben Sie Monat und Jahr an, zum Beispiel „März 2026“, oder nur das Jahr.';
    case 'future-date':
      return 'Das liegt in der Zukunft. Bitte geben Sie an, seit wann es so ist, zum Beispiel „März 2026“.';
    case 'bad-number':
      return one.field === 'costs'
        ? 'Ein Betrag ist keine Zahl ab 0. Bitte schreiben Sie ihn so: „Lizenz: 12.000 € pro Jahr“.'
        : 'Bitte geben Sie eine Zahl ab 0 an, zum Beispiel „40“ oder „12,5“.';
    case 'bad-url':
      return 'Das ist keine Adresse im Internet. Bitte geben Sie sie ganz an, zum Beispiel https://www.musterstadt.de.';
    case 'bad-email':
      return 'Das ist keine E-Mail-Adresse. Bitte geben Sie sie ganz an, zum Beispiel digitalisierung@musterstadt.de.';
    case 'mailbox-not-chosen':
      return 'Im Feld „Funktionspostfach“ steht eine Adresse. Bitte wählen Sie „Ein Funktionspostfach“, oder leeren Sie das Feld.';
    case 'name-unknown':
      return 'Teams sagt mir gerade nicht, wie Sie heißen. Bitte wählen Sie ein Funktionspostfach, oder versuchen Sie es später noch einmal.';
    case 'reason-missing':
      return 'Bitte nennen Sie den Grund, warum es verworfen wurde. Das erspart anderen die Arbeit.';
    case 'too-many':
      return `Das ist zu viel. Bitte höchstens ${entryLimits.entries} Einträge mit je höchstens ${entryLimits.characters} Zeichen.`;
  }
}

const missing: Partial<Readonly<Record<UseCaseField, string>>> = {
  title: 'Bitte geben Sie einen Titel an, zum Beispiel „Telefonassistenz im Bürgerbüro“.',
  summary: 'Bitte beschreiben Sie in ein bis drei Sätzen, was gemacht wird.',
  body: 'Bitte wählen Sie, wer es macht.',
  organisation: 'Bitte nennen Sie die Organisation, zum Beispiel „Zweckverband Musterland“.',
  stage: 'Bitte wählen Sie, wie weit Sie sind, zum Beispiel „Pilot“.',
  contact: 'Bitte wählen Sie, wen andere fragen können.',
  mailbox: 'Bitte geben Sie die Adresse des Postfachs an, zum Beispiel digitalisierung@musterstadt.de.',
  category: 'Bitte wählen Sie eine Kategorie. Im Zweifel: „Sonstige“.',
  language: 'Bitte wählen Sie die Sprache, in der Sie schreiben.',
  visibility: 'Bitte wählen Sie, wer den Eintrag sehen darf.',
  effectValue: 'Bitte geben Sie die Zahl zur Einheit an, zum Beispiel „40“.',
  effectUnit: 'Bitte geben Sie an, was die Zahl zählt, zum Beispiel „% der Anrufe“.',
};
