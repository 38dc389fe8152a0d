import type { TopicPlan, TopicRequest, TopicState } from '../domain/topic-request.ts';
import { formatNumber } from './format.ts';
import { memberTexts } from './member-texts.ts';

const weekday = new Intl.DateTimeFormat('de-DE', { dateStyle: 'full', timeZone: 'Europe/Berlin' });

/** "Donnerstag, 3. Dezember 2026", of a day in Berlin: `2026-12-03`. */
export function formatWeekday(date: string): string {
  const noon = Date.parse(`${date}T12:00:00Z`);
  return Number.isNaN(noon) ? date : weekday.format(noon);
}

const states: Readonly<Record<TopicState['kind'], string>> = {
  open: 'offen',
  planned: 'geplant',
  treated: 'behandelt',
  declined: 'abgelehnt',
  merged: 'zusammengeführt',
};

/** "Treffen in Olpe" as somebody typed it, or of a meeting of ours with its title: "Treffen „KI im Bauamt“". */
export function planReference({ reference, meetingId }: TopicPlan): string | undefined {
  return reference === undefined || meetingId === undefined ? reference : `Treffen „${reference}“`;
}

/** "Geplant für Donnerstag, 3. Dezember 2026 · Treffen in Olpe"; what follows the point is what somebody typed. */
function planned(plan: TopicPlan): string {
  const when = plan.date === undefined ? 'Geplant' : `Geplant für ${formatWeekday(plan.date)}`;
  const reference = planReference(plan);
  return reference === undefined ? when : `${when} · ${reference}`;
}

/** What can be said of a state in one line. May hold words that people typed: for `literal` alone. */
function stateLine({ state }: Pick<TopicRequest, 'state'>): string {
  switch (state.kind) {
    case 'open':
      return 'Offen';
    case 'planned':
      return planned(state.plan);
    case 'treated':
      return 'Behandelt';
    case 'declined':
      return 'Abgelehnt';
    case 'merged':
      return 'Zusammengeführt';
  }
}

const notOrganiser =
  'Das kann nur das Organisationsteam. Mit „Themen“ sehen Sie alle Themen und können dafür stimmen.';

/** What everything about topic requests says alike. */
export const topicTexts = {
  /** Of a dialog, and above lists. */
  title: 'Thema',
  topics: 'Themen',
  votes: (n: number) =>
    n === 0 ? 'Noch keine Stimme' : n === 1 ? 'Eine Stimme' : `${formatNumber(n)} Stimmen`,
  states,
  stateLine,
  wholeCommunity: 'Ganze Community',
  gone: 'Dieses Thema gibt es nicht mehr. Mit „Themen“ sehen Sie alle anderen.',
  'not-organiser': notOrganiser,
  whyDenied: (because: 'anonymous' | 'guest' | 'not-organiser') =>
    because === 'not-organiser' ? notOrganiser : memberTexts[because],
  /** Proposed after the last day of the collection. */
  waits: 'Wartet auf ein späteres Treffen',
  vote: 'Dafür stimmen',
  withdrawVote: 'Stimme zurückziehen',
  follow: 'Benachrichtigen',
  unfollow: 'Nicht mehr benachrichtigen',
  openForm: 'Formular öffnen',
  back: 'Zurück',
  page: (page: number, pages: number) => `Seite ${formatNumber(page)} von ${formatNumber(pages)}`,
  next: 'Weitere',
  previous: 'Vorherige',
};
