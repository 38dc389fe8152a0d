import type { TopicView } from '../domain/topic-view.ts';
import { capitalise, enumerate, formatNumber, inWords } from './format.ts';
import { topicFormTexts } from './topic-form-texts.ts';

/** Topics with one's votes that a sentence names. */
const mostNamed = 3;

const topics = (n: number) => (n === 1 ? 'Ein Thema' : `${capitalise(inWords(n))} Themen`);

const headings: Readonly<Record<TopicView, (n: number) => string>> = {
  votes: (n) =>
    n === 0
      ? 'Noch gibt es kein offenes Thema.'
      : n === 1
        ? 'Ein offenes Thema.'
        : `${capitalise(inWords(n))} offene Themen, die meisten Stimmen zuerst.`,
  new: (n) =>
    n === 0
      ? 'Noch gibt es kein offenes Thema.'
      : n === 1
        ? 'Ein offenes Thema.'
        : `${capitalise(inWords(n))} offene Themen, die neuesten zuerst.`,
  planned: (n) =>
    n === 0
      ? 'Noch ist kein Thema geplant.'
      : n === 1
        ? 'Ein Thema ist geplant.'
        : `${topics(n)} sind geplant.`,
  done: (n) =>
    n === 0
      ? 'Noch ist kein Thema behandelt oder abgelehnt.'
      : n === 1
        ? 'Ein Thema ist behandelt oder abgelehnt.'
        : `${topics(n)} sind behandelt oder abgelehnt.`,
  mine: (n) =>
    n === 0
      ? 'Sie haben noch kein Thema vorgeschlagen und noch für keines gestimmt.'
      : `${topics(n)}, mit ${n === 1 ? 'dem' : 'denen'} Sie zu tun haben.`,
};

/** The list of topics, and what is said to a vote. */
export const topicListTexts = {
  heading: (view: TopicView, n: number) => headings[view](n),
  /** The name is typed by people. */
  ofGroup: 'User Group: ',
  fallback: (sentence: string, titles: readonly string[]) =>
    titles.length === 0 ? sentence : `${sentence} ${titles.join('; ')}`,
  /** Below the heading, where a list has arrows. */
  howTo: 'Mit ▲ stimmen Sie dafür; ein Druck auf die Zeile zeigt das Thema.',
  howToShared:
    'Ein Druck auf die Zeile zeigt das Thema; mit ▲ stimmen Sie dafür. Wer wofür stimmt, sieht niemand.',
  begin: 'Mit „Thema vorschlagen“ machen Sie den Anfang.',
  arrow: '▲',
  votesSmall: (n: number) => (n === 1 ? 'Stimme' : 'Stimmen'),
  voteFor: (title: string) => `Für „${title}“ stimmen`,
  withdrawFrom: (title: string) => `Ihre Stimme für „${title}“ zurückziehen`,
  detailsOf: (title: string) => `Thema „${title}“ ansehen`,
  yours: 'Ihre Stimme ist dabei',
  views: {
    votes: 'Meiste Stimmen',
    new: 'Neueste',
    planned: 'Geplant',
    done: 'Erledigt',
    mine: 'Meine Themen',
  } satisfies Record<TopicView, string>,
  group: 'Welche User Group?',
  groupError: 'Bitte wählen Sie eine User Group aus der Liste.',
  allGroups: 'Alle Themen',
  moreGroups: topicFormTexts.form.moreGroups,
  show: 'Anzeigen',
  propose: 'Thema vorschlagen',
  voted: (title: string | undefined) =>
    title === undefined ? 'Ihre Stimme ist eingetragen.' : `Ihre Stimme für „${title}“ ist eingetragen.`,
  votedBefore: 'Ihre Stimme war schon eingetragen.',
  withdrawn: 'Ihre Stimme ist zurückgezogen.',
  notVoted: 'Sie haben für dieses Thema nicht gestimmt.',
  closed: {
    open: 'Abstimmen ist gerade nicht möglich. Bitte versuchen Sie es noch einmal.',
    planned: 'Dieses Thema ist schon geplant; abstimmen ist nicht mehr nötig.',
    treated: 'Dieses Thema ist schon behandelt; abstimmen ist nicht mehr möglich.',
    declined: 'Dieses Thema wurde abgelehnt; abstimmen ist nicht mehr möglich.',
  },
  merged: (title: string | undefined) =>
    title === undefined
      ? 'Dieses Thema wurde mit einem anderen zusammengeführt; die Stimmen zählen dort.'
      : `Dieses Thema wurde mit „${title}“ zusammengeführt; die Stimmen zählen dort.`,
  spent: (budget: number, titles: readonly string[]) => {
    const all = budget === 1 ? 'Ihre eine Stimme' : `Ihre ${formatNumber(budget)} Stimmen`;
    const quoted = titles.slice(0, mostNamed).map((title) => `„${title}“`);
    const more = titles.length - quoted.length;
    const parts =
      more === 0
        ? quoted
        : [...quoted, more === 1 ? 'ein weiteres Thema' : `${formatNumber(more)} weitere Themen`];
    const where = parts.length === 0 ? '' : ` (${enumerate(parts)})`;
    return `In dieser User Group haben Sie ${all} schon vergeben${where}. Ziehen Sie zuerst eine zurück: „Meine Themen“ zeigt sie Ihnen.`;
  },
};
