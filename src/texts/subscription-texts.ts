import type { QuietHours } from '../domain/quiet-hours.ts';
import { frequencies, subscriptionKinds } from '../domain/subscription.ts';
import type { Frequency, Preferences, SubscriptionKind } from '../domain/subscription.ts';
import { enumerate } from './format.ts';

const kinds: Readonly<Record<SubscriptionKind, string>> = {
  'user-group': 'User Groups und Ankündigungen',
  meetings: 'Treffen',
  topics: 'Themen',
  'use-cases': 'Anwendungsfälle',
  digest: 'Überblick',
};

const inSentence: Readonly<Record<Frequency, string>> = {
  'at-once': 'sofort',
  daily: 'gesammelt um 8 Uhr',
  never: 'nie',
};

const quietInSentence: Readonly<Record<Exclude<QuietHours, 'none'>, string>> = {
  '20-7': 'von 20 bis 7 Uhr nichts',
  '18-8': 'von 18 bis 8 Uhr nichts',
  '18-8-weekend': 'von 18 bis 8 Uhr und am Wochenende nichts',
};

export const subscriptionTexts = {
  title: 'Benachrichtigungen',
  intro: 'Wählen Sie, was ich Ihnen von mir aus schreibe. Auf Ihre Fragen antworte ich immer sofort.',
  stoppedIntro:
    'Zurzeit schreibe ich Ihnen nur, wenn Sie mich etwas fragen. Wählen Sie, was Sie wieder bekommen möchten.',
  later:
    'Zu Treffen schreibe ich noch nichts von mir aus, und den Überblick gibt es noch nicht. Ihre Wahl gilt, sobald es so weit ist.',
  kinds,
  frequencies: {
    'at-once': 'Sofort',
    daily: 'Einmal am Tag, gesammelt um 8 Uhr',
    never: 'Nie',
  } satisfies Record<Frequency, string>,
  quietLabel: 'Ruhezeiten',
  quietHours: {
    none: 'Keine',
    '20-7': '20 bis 7 Uhr',
    '18-8': '18 bis 8 Uhr',
    '18-8-weekend': '18 bis 8 Uhr und am Wochenende',
  } satisfies Record<QuietHours, string>,
  quietHint: 'Was in die Ruhezeit fällt, bekommen Sie danach.',
  missing: 'Bitte wählen Sie eine der Möglichkeiten.',
  save: 'Speichern',
  turnOn: 'Einschalten',
  stopAll: 'Alles beenden',
  change: 'Ändern',
  undo: 'Rückgängig',
  saved: (preferences: Preferences) => `Gespeichert: ${summarise(preferences)}.`,
  resumed: (preferences: Preferences) => `Wieder eingeschaltet: ${summarise(preferences)}.`,
  stopped:
    'Ab jetzt schreibe ich Ihnen nur noch, wenn Sie mich etwas fragen; mit „Benachrichtigungen“ schalten Sie alles wieder ein.',
  stoppedBefore:
    'Das gilt schon: Ich schreibe Ihnen nur, wenn Sie mich etwas fragen; mit „Benachrichtigungen“ schalten Sie alles wieder ein.',
  stoppedInShared:
    'Ab jetzt schreibe ich Ihnen persönlich nur noch, wenn Sie mich etwas fragen; mit „Benachrichtigungen“ im Einzelchat schalten Sie alles wieder ein. Was ich hier für alle schreibe, ändert sich nicht.',
};

/** "User Groups und Ankündigungen sofort, Treffen und Themen nie, von 20 bis 7 Uhr nichts" */
function summarise({ frequencies: chosen, quietHours }: Preferences): string {
  const parts = frequencies.flatMap((frequency) => {
    const some = subscriptionKinds.filter((kind) => chosen[kind] === frequency).map((kind) => kinds[kind]);
    return some.length === 0 ? [] : [`${enumerate(some)} ${inSentence[frequency]}`];
  });
  const sendsNothing = subscriptionKinds.every((kind) => chosen[kind] === 'never');
  const quiet = quietHours === 'none' || sendsNothing ? [] : [quietInSentence[quietHours]];
  return [...parts, ...quiet].join(', ');
}
