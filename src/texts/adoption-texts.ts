import type { AdoptionContact, AdoptionProblem } from '../domain/adoption-form.ts';
import { countMasculine } from './format.ts';

/** What helps, for each thing that can be wrong with a field. */
function problem(one: AdoptionProblem): string {
  switch (one.because) {
    case 'missing':
      return missing[one.field];
    case 'invalid':
      return one.field === 'since'
        ? 'Das ist kein Datum. Bitte geben Sie Monat und Jahr an, zum Beispiel „März 2026“, oder nur das Jahr.'
        : 'Das ist keine E-Mail-Adresse. Bitte geben Sie sie ganz an, zum Beispiel digitalisierung@musterstadt.de.';
    case 'future':
      return 'Das liegt in der Zukunft. Bitte geben Sie an, seit wann es so ist, zum Beispiel „März 2026“.';
    case 'name-unknown':
      return 'Teams sagt mir gerade nicht, wie Sie heißen. Bitte wählen Sie ein Funktionspostfach, oder versuchen Sie es später noch einmal.';
    case 'reason-missing':
      return 'Bitte nennen Sie den Grund, warum Sie es verworfen haben. Das erspart anderen die Arbeit.';
    case 'too-long':
      return `Das ${one.over === 1 ? 'ist' : 'sind'} ${countMasculine(one.over, 'Zeichen', 'Zeichen')} zu viel. Bitte höchstens 600 Zeichen.`;
  }
}

const missing: Readonly<Record<'stage' | 'contact' | 'mailbox', string>> = {
  stage: 'Bitte wählen Sie, wie weit Sie sind, zum Beispiel „Pilot“.',
  contact: 'Bitte wählen Sie, wen andere fragen können.',
  mailbox:
    'Bitte geben Sie die Adresse des Funktionspostfachs an, zum Beispiel digitalisierung@musterstadt.de.',
};

const contacts: Readonly<Record<AdoptionContact, string>> = {
  self: 'Mich, mit Name und E-Mail-Adresse aus Teams',
  mailbox: 'Ein Funktionspostfach',
  keep: 'Wie bisher',
  none: 'Niemanden',
};

export const adoptionTexts = {
  title: 'Wir machen das auch',
  changeTitle: 'Unseren Stand ändern',
  adopted: 'Eingetragen.',
  changed: 'Geändert.',
  unchanged: 'Das ist schon so eingetragen.',
  withdrawn: 'Der Eintrag ist zurückgezogen.',
  'not-adopter': 'Diese Kommune ist hier nicht eingetragen.',
  notOwnCommune:
    'Sie können nur Ihre eigene Kommune eintragen. Welche das ist, ändern Sie mit „Meine Kommune“.',
  withoutCommune:
    'Eintragen kann hier, wer für eine Kommune der Liste arbeitet. Ihre ändern Sie jederzeit mit „Meine Kommune“.',
  problem,
  commune: {
    other: 'Für welche Kommune möchten Sie es eintragen?',
    label: 'Kommune',
    placeholder: 'Kommune wählen',
    error: 'Bitte wählen Sie eine Kommune.',
    unknown: 'Diese Kommune steht nicht in der Liste. Bitte wählen Sie noch einmal.',
    next: 'Weiter',
  },
  form: {
    about: 'Für ',
    stage: 'Wie weit sind Sie damit?',
    stagePlaceholder: 'Stand wählen',
    since: 'Seit wann ist das so? (freiwillig)',
    sincePlaceholder: 'März 2026',
    sinceError: 'Bitte höchstens 40 Zeichen, zum Beispiel „März 2026“.',
    contact: 'Wen können andere fragen?',
    contacts,
    soFar: 'Bisher: ',
    mailbox: 'Adresse des Funktionspostfachs (wenn Sie eines angeben)',
    mailboxPlaceholder: 'digitalisierung@musterstadt.de',
    mailboxError: 'Bitte höchstens 254 Zeichen.',
    note: 'Was sollten andere wissen? (freiwillig)',
    notePlaceholder: 'Rund 40 % der Anrufe werden ohne Weiterleitung beantwortet.',
    noteHint: 'Bei „geprüft und verworfen“ bitte der Grund: Auch das hilft anderen weiter.',
    noteError: 'Bitte höchstens 600 Zeichen.',
    save: 'Speichern',
    withdraw: 'Eintrag zurückziehen',
    otherCommune: 'Andere Kommune',
    cancel: 'Abbrechen',
  },
  withdrawal: {
    question: 'Diesen Eintrag zurückziehen?',
    more: 'Der Anwendungsfall bleibt stehen. Sie können die Kommune jederzeit wieder eintragen. Im Verlauf steht, dass sie dabei war.',
    yes: 'Ja, zurückziehen',
    no: 'Abbrechen',
  },
};
