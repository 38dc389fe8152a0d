import { dayMs } from '../domain/instant.ts';
import type { Instant } from '../domain/instant.ts';
import { toLocalTime } from '../domain/local-time.ts';
import { capitalise, countFeminine, enumerate, formatDay, inWords } from './format.ts';

/** "heute", "gestern", "am 3. Dezember 2026" */
function dayOf(instant: Instant, now: Instant): string {
  switch (calendarDay(now) - calendarDay(instant)) {
    case 0:
      return 'heute';
    case dayMs:
      return 'gestern';
    default:
      return `am ${formatDay(instant)}`;
  }
}

/** Days of the calendar are of one length, unlike those of the clock. */
function calendarDay(instant: Instant): number {
  return Date.parse(`${toLocalTime(instant).date}T00:00:00Z`);
}

/** "seit 3. Dezember 2026, zuletzt gestern", or the one day of both */
function period(first: Instant, last: Instant, now: Instant): string {
  const [from, until] = [dayOf(first, now), dayOf(last, now)];
  return from === until ? until : `seit ${from.replace(/^am /, '')}, zuletzt ${until}`;
}

function quoted(wordings: readonly string[], more: number): string {
  const quotes = wordings.map((words) => `„${words}“`);
  return more === 0
    ? quotes.join(', ')
    : enumerate([...quotes, more === 1 ? 'eine weitere' : `${inWords(more)} weitere`]);
}

/** "zweimal", "13-mal" */
function often(n: number): string {
  const words = inWords(n);
  return /\d/.test(words) ? `${words}-mal` : `${words}mal`;
}

const nobodyDoesIt = 'Das macht noch keine Kommune.';

/** What many ask and nobody does yet. Wordings are words that people typed: for `literal` alone. */
export const demandTexts = {
  title: 'Bedarf',
  heading: (total: number) =>
    total === 0
      ? 'Zurzeit gibt es nichts, was mehrere vergeblich gesucht haben.'
      : `${capitalise(countFeminine(total, 'Frage', 'Fragen'))} ohne Antwort. ${nobodyDoesIt}`,
  hint: 'Wählen Sie eine Frage, um ein Thema anzulegen oder die Community zu fragen. Gezählt wird, was mindestens zwei Personen gefragt haben; wer es war, wird nicht gezeigt.',
  hintOfNone: 'Fragen ohne Antwort stehen hier, sobald mindestens zwei Personen sie gestellt haben.',
  fallback: (sentence: string, titles: readonly string[]) => [sentence, titles.join('; ')].join(' ').trim(),
  /** "Sechsmal gefragt von vier Personen, seit 3. Dezember 2026, zuletzt gestern" */
  asked: (
    times: { readonly timesAsked: number; readonly people: number; readonly mayBeMore: boolean },
    { first, last, now }: { readonly first: Instant; readonly last: Instant; readonly now: Instant },
  ) => {
    const atLeast = times.mayBeMore ? 'mindestens ' : '';
    const people = `${atLeast}${inWords(times.people)} Personen`;
    return `${capitalise(often(times.timesAsked))} gefragt von ${people}, ${period(first, last, now)}`;
  },
  others: (wordings: readonly string[], more: number) => `auch: ${quoted(wordings, more)}`,
  existing: (title: string) => `Dazu gibt es schon das Thema „${title}“.`,
  open: (title: string) => `Was tun zu „${title}“?`,
  create: 'Thema anlegen',
  createFrom: (title: string) => `„${title}“ als Thema vorschlagen`,
  ask: 'Die Community fragen',
  askFor: (title: string) => `Die Community nach „${title}“ fragen`,
  show: 'Thema ansehen',
  showOne: (title: string) => `Das Thema „${title}“ ansehen`,
  topicTitle: (title: string) => capitalise(title),
  /** The question behind a request that is made of it. */
  topicQuestion: (timesAsked: number, others: readonly string[]) => {
    const also = others.length === 0 ? '' : `, auch so: ${quoted(others, 0)}`;
    return `In der Community wurde ${often(timesAsked)} danach gefragt${also}. ${nobodyDoesIt}`;
  },
};
