import { capitalise, countFeminine, formatNumber } from './format.ts';

export const digestTexts = {
  title: 'Das ist neu für Sie',
  why: 'Gesammelt, wie Sie es mit „Benachrichtigungen“ gewählt haben.',
  summary: (titles: readonly string[]) =>
    titles.length === 1
      ? `Neu für Sie: ${titles.join()}`
      : `Neu für Sie: ${countFeminine(titles.length, 'Ankündigung', 'Ankündigungen')}`,
  fallback: (titles: readonly string[]) => `Das ist neu für Sie: ${titles.join(' · ')}`,
  titlesOnly: 'Aus Platzgründen nur mit dem Titel:',
  more: (n: number) => `und ${formatNumber(n)} weitere`,
  withdrawn: (n: number) =>
    `${capitalise(countFeminine(n, 'Ankündigung', 'Ankündigungen'))} ${n === 1 ? 'wurde' : 'wurden'} zurückgezogen.`,
};
