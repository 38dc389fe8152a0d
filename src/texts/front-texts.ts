/** Sentences that do not belong to a feature: something takes long, went wrong, or was done before. */
export const frontTexts = {
  stillWorking: 'Das dauert gerade etwas länger. Das Ergebnis folgt gleich hier.',
  /** Where others read along: what is for one person alone is not posted there afterwards. */
  pressAgain: 'Das dauert gerade etwas länger. Kommt gleich kein Ergebnis, drücken Sie bitte noch einmal.',
  tooSlow: 'Das dauert gerade zu lange. Bitte versuchen Sie es gleich noch einmal.',
  failed: 'Das hat leider nicht geklappt. Bitte versuchen Sie es in einigen Minuten noch einmal.',
  cannotSave: 'Ich kann gerade nichts speichern. Bitte in einigen Minuten erneut.',
  done: 'Erledigt.',
  answeredBelow: 'Die Antwort steht weiter unten.',
  alreadyDone: 'Das ist bereits erledigt.',
  dialogTitle: 'KI-Community Südwestfalen',
} as const;

export type FrontTexts = Readonly<Record<keyof typeof frontTexts, string>>;
