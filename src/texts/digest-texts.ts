import { capitalise, countFeminine, enumerate, formatNumber } from './format.ts';

export const digestTexts = {
  title: 'Das ist neu für Sie',
  why: 'Gesammelt, wie Sie es mit „Benachrichtigungen“ gewählt haben.',
  /** `news`: how many of them are about use cases; the others are announcements. */
  summary: (titles: readonly string[], news = 0) => {
    const announcements = titles.length - news;
    const parts = [
      ...(announcements > 0 ? [countFeminine(announcements, 'Ankündigung', 'Ankündigungen')] : []),
      ...(news > 0 ? [`${countFeminine(news, 'Neuigkeit', 'Neuigkeiten')} zu Anwendungsfällen`] : []),
    ];
    return `Neu für Sie: ${titles.length === 1 ? titles.join() : enumerate(parts)}`;
  },
  fallback: (titles: readonly string[]) => `Das ist neu für Sie: ${titles.join(' · ')}`,
  titlesOnly: 'Aus Platzgründen nur mit dem Titel:',
  more: (n: number) => `und ${formatNumber(n)} weitere`,
  withdrawn: (n: number) =>
    `${capitalise(countFeminine(n, 'Ankündigung', 'Ankündigungen'))} ${n === 1 ? 'wurde' : 'wurden'} zurückgezogen.`,
};
