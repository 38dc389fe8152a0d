import type { BroadcastSubject } from '../domain/broadcast.ts';
import { capitalise, countFeminine, enumerate, formatNumber } from './format.ts';

type DigestKind = Extract<
  BroadcastSubject['kind'],
  | 'announcement'
  | 'use-case-news'
  | 'question-news'
  | 'topic-news'
  | 'topic-deadline'
  | 'meeting'
  | 'meeting-reminder'
  | 'meeting-results'
  | 'meeting-feedback'
>;

const news = (n: number) => countFeminine(n, 'Neuigkeit', 'Neuigkeiten');

/** What is counted together, in this order. */
const counted: readonly { readonly of: readonly DigestKind[]; readonly count: (n: number) => string }[] = [
  { of: ['announcement'], count: (n) => countFeminine(n, 'Ankündigung', 'Ankündigungen') },
  { of: ['use-case-news', 'question-news'], count: (n) => `${news(n)} zu Anwendungsfällen` },
  { of: ['topic-news'], count: (n) => `${news(n)} zu Themen` },
  { of: ['topic-deadline'], count: (n) => countFeminine(n, 'Frist für Themen', 'Fristen für Themen') },
  { of: ['meeting'], count: (n) => countFeminine(n, 'Einladung zu einem Treffen', 'Einladungen zu Treffen') },
  { of: ['meeting-reminder'], count: (n) => countFeminine(n, 'Erinnerung', 'Erinnerungen') },
  {
    of: ['meeting-results', 'meeting-feedback'],
    count: (n) => countFeminine(n, 'Nachricht nach einem Treffen', 'Nachrichten nach Treffen'),
  },
];

export const digestTexts = {
  title: 'Das ist neu für Sie',
  why: 'Gesammelt, wie Sie es mit „Benachrichtigungen“ gewählt haben.',
  /** `kinds`: what each of them is. */
  summary: (titles: readonly string[], kinds: readonly DigestKind[]) => {
    const parts = counted.flatMap(({ of, count }) => {
      const n = kinds.filter((kind) => of.includes(kind)).length;
      return n > 0 ? [count(n)] : [];
    });
    return `Neu für Sie: ${titles.length === 1 ? titles.join() : enumerate(parts)}`;
  },
  fallback: (titles: readonly string[]) => `Das ist neu für Sie: ${titles.join(' · ')}`,
  titlesOnly: 'Aus Platzgründen nur mit dem Titel:',
  more: (n: number) => `und ${formatNumber(n)} weitere`,
  withdrawn: (n: number) =>
    `${capitalise(countFeminine(n, 'Ankündigung', 'Ankündigungen'))} ${n === 1 ? 'wurde' : 'wurden'} zurückgezogen.`,
};
