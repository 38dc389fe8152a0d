import { mostVotesPerMember } from '../domain/topic-collection.ts';
import type { TopicCollectionProblem } from '../domain/topic-collection-form.ts';
import { formatNumber, inWords } from './format.ts';
import { formatWeekday } from './topic-texts.ts';

const weekdayAndDay = new Intl.DateTimeFormat('de-DE', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  timeZone: 'Europe/Berlin',
});

/** "Freitag, 5. Dezember": of a day that is less than a year ahead. */
function formatNextDay(date: string): string {
  return weekdayAndDay.format(Date.parse(`${date}T12:00:00Z`));
}

const wholeNumber = `Bitte eine ganze Zahl von 1 bis ${formatNumber(mostVotesPerMember)}, zum Beispiel „3“.`;

const problems: Readonly<Record<TopicCollectionProblem, string>> = {
  'until-invalid': 'Dieses Datum kenne ich nicht. Bitte geben Sie einen Tag an, zum Beispiel „05.12.2026“.',
  'until-past': 'Dieser Tag ist schon vorbei. Bitte wählen Sie heute oder einen späteren Tag.',
  'until-too-far': 'Das ist mehr als ein Jahr hin. Bitte wählen Sie einen früheren Tag.',
  'votes-invalid': wholeNumber,
};

/** How a user group collects topics for its next meeting. */
export const topicCollectionTexts = {
  topics: 'Themen',
  offer: 'Themen sammeln',
  collecting: (until: string) => `Themen werden bis ${formatNextDay(until)} gesammelt.`,
  over: (until: string) =>
    `Die Themensammlung ist seit ${formatWeekday(until)}, beendet; neue Vorschläge warten auf das nächste Treffen.`,
  votes: (n: number) =>
    n === 1 ? 'Jedes Mitglied hat eine Stimme.' : `Jedes Mitglied hat ${inWords(n)} Stimmen.`,
  form: {
    heading: 'Themen sammeln',
    why: 'Mitglieder schlagen Themen vor und stimmen dafür. Was sie nach dem letzten Tag vorschlagen, wartet auf das nächste Treffen.',
    until: 'Letzter Tag (freiwillig)',
    untilHint:
      'Eine Woche und einen Tag vorher werden die Mitglieder erinnert. Leer: Themen sind jederzeit willkommen.',
    untilError: 'Bitte wählen Sie einen Tag.',
    votes: 'Stimmen je Mitglied (freiwillig)',
    votesHint: 'Für offene Themen dieser Gruppe. Leer: Jedes Mitglied stimmt für so viele, wie es möchte.',
    votesPlaceholder: '3',
    votesError: wholeNumber,
    /** Before what was typed into the field of the day. */
    typed: 'Geschrieben war: ',
    save: 'Speichern',
    cancel: 'Abbrechen',
  },
  problems,
};
