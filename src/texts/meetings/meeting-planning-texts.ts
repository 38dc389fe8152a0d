import { meetingLimits } from '../../domain/meetings/meeting.ts';
import { capitalise, countFeminine, countMasculine, enumerate, formatNumber } from '../format.ts';

interface Invited {
  readonly people: number;
  readonly channels: number;
}

/** "48 Personen und in einen Kanal" */
function invited({ people, channels }: Invited): string {
  return enumerate([
    ...(people > 0 ? [`an ${countFeminine(people, 'Person', 'Personen')}`] : []),
    ...(channels > 0
      ? [`in ${channels === 1 ? 'einen Kanal' : countMasculine(channels, 'Kanal', 'Kanäle')}`]
      : []),
  ]);
}

/** From the draft of a meeting to its end, as organisers see it. */
export const meetingPlanningTexts = {
  preview: {
    title: 'Vorschau',
    heading: (count: Invited) =>
      count.people + count.channels === 0
        ? 'So steht das Treffen unter „Termine“. Eingeladen wird niemand.'
        : `So geht die Einladung ${invited(count)}.`,
    buttons: 'Darunter stehen die Knöpfe zum Antworten.',
    unreachable: (n: number) =>
      n === 1
        ? 'Eine Einladung kommt nicht an: Die App fehlt dort, oder es sind keine Einladungen gewünscht.'
        : `${capitalise(countFeminine(n, '', 'Einladungen'))} kommen nicht an: Die App fehlt dort, oder es sind keine Einladungen gewünscht.`,
    outdated: 'Der Entwurf wurde inzwischen geändert. So steht er jetzt da; veröffentlicht ist noch nichts.',
    countWhy: (limit: number, people: number) =>
      `Bei mehr als ${formatNumber(limit)} Personen tippen Sie bitte die Zahl ein, hier ${formatNumber(people)}.`,
    countQuestion: 'Wie viele Personen werden eingeladen?',
    countError: 'Bitte geben Sie die Zahl der Personen ein.',
    countMissing: (people: number) =>
      `Bitte geben Sie die Zahl der Personen ein, hier ${formatNumber(people)}.`,
    countWrong: (people: number) =>
      `Das ist nicht die Zahl der Personen. Es sind jetzt ${formatNumber(people)}.`,
    publish: 'Veröffentlichen',
    change: 'Ändern',
    discard: 'Verwerfen',
  },
  published: {
    inviting: 'Das Treffen ist veröffentlicht. Die Einladungen gehen jetzt hinaus.',
    alone: 'Das Treffen ist veröffentlicht. Es steht jetzt unter „Termine“.',
    already: 'Dieses Treffen war schon veröffentlicht.',
    /** To who wanted to change a draft. */
    changeElsewhere: 'Dieses Treffen ist schon veröffentlicht. Ändern können Sie es mit „Organisieren“.',
  },
  discarded: 'Der Entwurf ist verworfen.',
  changed: {
    told: 'Gespeichert. Alle, die kommen oder warten, bekommen eine Nachricht, und die Karten zeigen es gleich.',
    quiet: 'Gespeichert. Die Karten zeigen es gleich.',
    unchanged: 'Genau so stand das Treffen schon da.',
    draft: 'Dieses Treffen ist noch ein Entwurf. Schreiben Sie mir „Termine“, um ihn zu öffnen.',
  },
  cancel: {
    title: 'Ausfallen lassen',
    heading: 'Soll das Treffen ausfallen?',
    hint: 'Alle, die kommen oder warten, bekommen eine Nachricht. Das lässt sich nicht zurücknehmen.',
    seriesGoesOn:
      'Nur dieses Treffen fällt aus, das nächste der Serie findet statt. Soll es keines mehr geben, beenden Sie auch die Serie.',
    reason: 'Warum? (freiwillig)',
    reasonPlaceholder: 'Die Referentin ist erkrankt.',
    reasonError: 'Bitte höchstens 500 Zeichen.',
    reasonTooLong: (length: number) =>
      `Das sind ${formatNumber(length)} Zeichen, höchstens ${formatNumber(meetingLimits.reason)} sind möglich. Bitte kürzen Sie.`,
    send: 'Fällt aus',
    back: 'Zurück',
    done: 'Das Treffen fällt aus. Alle, die kommen wollten, bekommen eine Nachricht.',
    doneInSeries:
      'Das Treffen fällt aus. Alle, die kommen wollten, bekommen eine Nachricht. Das nächste der Serie findet statt.',
    already: 'Dieses Treffen war schon abgesetzt und fällt aus.',
    draft: 'Dieses Treffen ist noch ein Entwurf. Mit „Verwerfen“ löschen Sie ihn.',
  },
  series: {
    ended: 'Die Serie ist beendet. Nach diesem Treffen entsteht kein weiteres.',
    already: 'Diese Serie war schon beendet.',
    single: 'Dieses Treffen wird nicht wiederholt.',
  },
} as const;
