import type { CommentProblem } from '../domain/topic-comment.ts';
import { capitalise, formatDay, formatNumber, inWords } from './format.ts';

/** "ein weiteres Mitglied", "zwei Mitglieder" */
function members(n: number, others: boolean): string {
  if (n === 1) {
    return others ? 'ein weiteres Mitglied' : 'ein Mitglied';
  }
  return `${inWords(n)} ${others ? 'weitere Mitglieder' : 'Mitglieder'}`;
}

function comments(n: number): string {
  return n === 1 ? 'Ein Kommentar' : `${capitalise(inWords(n))} Kommentare`;
}

export const topicDetailsTexts = {
  summary: (title: string, votes: string) => `Thema: ${title}. ${votes}.`,
  proposed: (at: number) => `Vorgeschlagen am ${formatDay(at)}`,
  proposedByYou: (at: number) => `Von Ihnen vorgeschlagen am ${formatDay(at)}`,
  youVoted: 'Sie haben dafür gestimmt.',
  youFollow: 'Ich schreibe Ihnen, was daraus wird.',
  youReport: 'Sie können dazu berichten.',
  membersOnly: 'Abstimmen und kommentieren können Mitglieder.',
  /** Below the large number. */
  votes: (n: number) => (n === 1 ? 'Stimme' : 'Stimmen'),
  comments: (n: number) => (n === 1 ? 'Kommentar' : 'Kommentare'),
  question: 'Die Frage dahinter',
  result: 'Das kam dabei heraus',
  openResult: (host: string) => `Öffnen: ${host}`,
  reason: 'Begründung',
  /** Around a title that somebody typed. */
  merged: (title: string | undefined) =>
    title === undefined
      ? 'Zusammengeführt mit einem Thema, das es nicht mehr gibt.'
      : `Zusammengeführt mit „${title}“`,
  votesThere: 'Die Stimmen zählen dort, je Mitglied eine.',
  openMerged: 'Zum anderen Thema',
  openMeeting: 'Treffen ansehen',
  /** "Kann dazu berichten: Menden, Hemer und ein weiteres Mitglied" */
  mayReport: (communes: readonly string[], nameless: number) => {
    const rest = nameless === 0 ? [] : [members(nameless, communes.length > 0)];
    const named = communes.join(', ');
    return `Kann dazu berichten: ${[...(named === '' ? [] : [named]), ...rest].join(' und ')}`;
  },
  somebody: 'Ein Mitglied',
  moreOffers: (n: number) =>
    n === 1
      ? 'Ein weiteres Angebot steht hier nicht.'
      : `${capitalise(inWords(n))} weitere Angebote stehen hier nicht.`,
  latest: 'Zuletzt geschrieben',
  /** "Menden · 22. November 2026" */
  commentBy: (commune: string | undefined, at: number) => `${commune ?? 'Ein Mitglied'} · ${formatDay(at)}`,
  allComments: (n: number) => `Alle Kommentare (${formatNumber(n)})`,
  removeComment: 'Entfernen',
  removeCommentSpoken: (words: string) => `Kommentar „${words}“ entfernen`,
  comment: 'Kommentieren',
  report: 'Ich kann dazu berichten',
  stopReporting: 'Doch nicht berichten',
  change: 'Ändern',
  remove: 'Zurücknehmen',
  organise: 'Organisieren',
  /** Where the title stands below. */
  voted: 'Ihre Stimme ist eingetragen. Ich schreibe Ihnen, was aus dem Thema wird.',
  followed: 'Ich schreibe Ihnen, was aus dem Thema wird.',
  followedBefore: 'Das gilt schon: Ich schreibe Ihnen, was aus dem Thema wird.',
  unfollowed: 'Zu diesem Thema schreibe ich Ihnen nicht mehr.',
  unfollowedWithVote: 'Zu diesem Thema schreibe ich Ihnen nicht mehr. Ihre Stimme bleibt.',
  form: {
    heading: 'Kommentar schreiben',
    text: 'Was möchten Sie dazu sagen?',
    placeholder: 'Was bei Ihnen dazu wichtig ist, was Sie schon wissen oder fragen möchten',
    error: 'Bitte schreiben Sie wenigstens ein Wort, höchstens 500 Zeichen.',
    who: (commune: string | undefined) =>
      commune === undefined
        ? 'Alle können den Kommentar lesen. Ihr Name erscheint nicht; es steht „Ein Mitglied“ dabei.'
        : `Alle können den Kommentar lesen. Es steht „${commune}“ dabei, Ihr Name nicht.`,
    forAll: 'Alle können den Kommentar lesen. Ihre Kommune steht dabei, Ihr Name nicht.',
    send: 'Senden',
    cancel: 'Abbrechen',
  },
  problems: {
    missing: 'Bitte schreiben Sie wenigstens ein Wort.',
    'too-long': (length: number) =>
      `Das sind ${formatNumber(length)} Zeichen, höchstens 500 sind möglich. Bitte kürzen Sie.`,
  } satisfies Record<CommentProblem, string | ((length: number) => string)>,
  commented: 'Danke. Ihr Kommentar steht jetzt beim Thema.',
  commentedBefore: 'Dieser Kommentar von Ihnen steht schon da.',
  notCommentable: {
    declined:
      'Dieses Thema wurde abgelehnt und lässt sich nicht mehr kommentieren. Mit „Themen“ sehen Sie, was noch offen ist.',
    merged:
      'Dieses Thema wurde mit einem anderen zusammengeführt. Bitte kommentieren Sie dort: In den Details führt „Zum anderen Thema“ dorthin.',
  },
  commentRemoved: 'Entfernt. Der Kommentar steht nicht mehr beim Thema.',
  commentRemovedBefore: 'Diesen Kommentar gibt es nicht mehr.',
  notYours:
    'Entfernen kann einen Kommentar nur, wer ihn geschrieben hat, oder das Organisationsteam. Bitte wenden Sie sich dorthin.',
  list: {
    heading: (n: number) =>
      n === 0 ? 'Noch hat niemand etwas dazu geschrieben.' : `${comments(n)} zu diesem Thema`,
  },
  follows: {
    /** Above the title of a request among what somebody follows. */
    row: (state: string) => `Thema · ${state}`,
    gone: 'Thema, das es nicht mehr gibt',
    unfollowSpoken: (title: string) => `Zum Thema „${title}“ nicht mehr benachrichtigen`,
  },
};
