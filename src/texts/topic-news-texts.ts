import type { TopicChange, TopicPlan, TopicState } from '../domain/topic-request.ts';
import { capitalise, inWords } from './format.ts';
import { formatWeekday, planReference, topicTexts } from './topic-texts.ts';

const weekdayOnly = new Intl.DateTimeFormat('de-DE', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  timeZone: 'Europe/Berlin',
});

/** "Freitag, 5. Dezember", of a day that is near. */
function nearDay(date: string): string {
  return weekdayOnly.format(Date.parse(`${date}T12:00:00Z`));
}

const subjects = {
  author: 'Ihr Thema',
  voter: 'Ein Thema, für das Sie gestimmt haben,',
  counted: 'Ein Thema, für das Ihre Stimme zählt,',
  follower: 'Ein Thema, das Sie verfolgen,',
} as const;

function happened({ state, again }: Pick<TopicChange, 'state' | 'again'>): string {
  switch (state.kind) {
    case 'planned':
      return again ? 'ist neu geplant' : 'ist geplant';
    case 'treated':
      return again ? 'hat ein neues Ergebnis' : 'wurde behandelt';
    case 'declined':
      return 'wurde abgelehnt';
    case 'merged':
      return 'wurde mit einem anderen zusammengeführt';
    case 'open':
      return 'ist wieder offen';
  }
}

/** In one line beside the title, which may be of other people's words, as the reference of a plan is. */
function shortly({ state, again }: Pick<TopicChange, 'state' | 'again'>): string {
  if (state.kind === 'open') {
    return 'wieder offen';
  }
  if (state.kind === 'treated' && again) {
    return 'neues Ergebnis';
  }
  const line = topicTexts.stateLine({ state });
  return `${state.kind === 'planned' && again ? 'neu ' : ''}${line.charAt(0).toLowerCase()}${line.slice(1)}`;
}

const merged = (into: string | undefined) =>
  into === undefined
    ? 'zusammengeführt mit einem Thema, das es nicht mehr gibt'
    : `zusammengeführt mit „${into}“`;

/** What the bot says by itself about topics. What may hold people's words is for `literal` alone. */
export const topicNewsTexts = {
  heading: (role: keyof typeof subjects, change: Pick<TopicChange, 'state' | 'again'>) =>
    `${subjects[role]} ${happened(change)}.`,
  summary: (title: string, change: Pick<TopicChange, 'state' | 'again'>) => `${title}: ${shortly(change)}`,
  /** "Donnerstag, 3. Dezember 2026 · Treffen in Olpe" */
  plan: (plan: TopicPlan) =>
    [
      ...(plan.date === undefined ? [] : [formatWeekday(plan.date)]),
      ...(plan.reference === undefined ? [] : [planReference(plan)]),
    ].join(' · '),
  reason: 'Grund: ',
  result: 'Ergebnis: ',
  link: (host: string) => `Link: ${host}`,
  openLink: 'Link öffnen',
  mergedInto: (into: string | undefined) =>
    into === undefined ? 'Das andere Thema gibt es nicht mehr.' : `Das andere Thema: „${into}“`,
  /** Of who voted, and of who only follows. */
  countsThere: 'Ihre Stimme zählt jetzt dort, und Sie erfahren, was daraus wird.',
  followsThere: 'Sie erfahren jetzt, was daraus wird.',
  countsAgain: 'Ihre Stimme zählt wieder.',
  voteAgain: 'Sie können wieder dafür stimmen.',
  cameWith: (source: string) => `Ihre Stimme kam mit „${source}“ dazu.`,
  meanwhile: (told: TopicState['kind'], state: TopicState, into: string | undefined) =>
    `Inzwischen: ${state.kind === 'merged' ? merged(into) : shortly({ state, again: told === state.kind })}`,
  details: 'Details',
  unfollow: topicTexts.unfollow,
  unfollowSpoken: (title: string) => `Zu „${title}“ nicht mehr benachrichtigen`,
  deadline: {
    heading: (until: string, group: string) =>
      `Noch bis ${nearDay(until)}: Themen für „${group}“ vorschlagen und abstimmen.`,
    open: (n: number, named: number) => {
      if (n === 0) {
        return 'Noch hat niemand ein Thema vorgeschlagen.';
      }
      const count = n === 1 ? 'Ein offenes Thema' : `${capitalise(inWords(n))} offene Themen`;
      return `${count}${n > named ? ', die meisten Stimmen zuerst' : ''}:`;
    },
    more: (n: number) => (n === 1 ? 'und ein weiteres' : `und ${inWords(n)} weitere`),
    detailsOf: (title: string) => `Details zu ${title}`,
    list: 'Themen ansehen',
    propose: 'Thema vorschlagen',
  },
};
