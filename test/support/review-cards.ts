import { historyCard } from '../../src/cards/history-card.ts';
import { reviewCard } from '../../src/cards/review-card.ts';
import { reviewListCard } from '../../src/cards/review-list-card.ts';
import { ownSubmissionCard } from '../../src/cards/review-own-card.ts';
import { reviewRemarkCard } from '../../src/cards/review-remark-card.ts';
import { archivedUseCaseCard, askToArchiveUseCaseCard } from '../../src/cards/upkeep-cards.ts';
import { useCaseId } from '../../src/domain/ids.ts';
import type { Submission } from '../../src/domain/submission.ts';
import { allFields } from '../../src/domain/use-case-form.ts';
import type { UseCaseChange } from '../../src/domain/use-case-history.ts';
import type { DescribedSubmission } from '../../src/features/review/describe-submission.ts';
import { adopterAt, aUseCase, hemer, menden } from './builders.ts';
import { shippedCommunes } from './shipped-communes.ts';
import { aSubmission, organiser } from './submissions.ts';

const surface = { shared: false, dialogs: true };
const origin = { question: { sought: 'Chatbot', filters: [] }, page: 1 };
const by = { at: Date.UTC(2026, 10, 23), by: organiser };
const asked = aSubmission({ state: { kind: 'asked', question: 'Läuft das schon in allen Ämtern?', ...by } });
const changing = { ...asked, origin: { kind: 'change', useCaseId: useCaseId('u1') } } as const;
const returned = aSubmission({ state: { kind: 'returned', reason: 'Das gibt es schon.', ...by } });
const published = aSubmission({
  state: { kind: 'published', useCaseId: useCaseId('s1'), version: 1, ...by },
});

export function described(
  submission: Submission,
  about: DescribedSubmission['about'] = { kind: 'new', useCase: aUseCase() },
): DescribedSubmission {
  const similar = [
    aUseCase({
      title: 'Chatbot auf der Internetseite',
      adopters: [adopterAt(hemer, 'in_use'), adopterAt(menden, 'idea')],
    }),
  ];
  return { submission, about, similar, communes: shippedCommunes };
}

const change: DescribedSubmission['about'] = {
  kind: 'change',
  useCase: aUseCase(),
  fields: [
    { field: 'category', before: 'other', after: 'high_risk' },
    { field: 'product', before: '', after: 'Assistent 3' },
    { field: 'technologies', before: 'nlp', after: 'nlp,generative' },
    { field: 'note', before: 'Alt', after: '' },
  ],
};

/** Everything that can be filled in, as long as it may be. */
export const longest = aSubmission({
  typed: Object.fromEntries(
    allFields.map((field) => [field, `${field} ${'Ü "wörter" '.repeat(500)}`.slice(0, 5000)]),
  ),
});

const history: readonly UseCaseChange[] = [
  { kind: 'archived', reason: 'Das Produkt gibt es nicht mehr.' },
  {
    kind: 'edited',
    fields: allFields.map((field) => ({ field, before: 'Äcker '.repeat(80), after: 'öde '.repeat(120) })),
  },
  { kind: 'adoption-changed', body: { kind: 'commune', communeId: hemer }, from: 'pilot', to: 'in_use' },
  { kind: 'adopted', body: { kind: 'organisation', name: 'Zweckverband' }, stage: 'pilot' },
  { kind: 'published' },
];

/** Every card about reviews, the history and archiving. */
export function drawReviewCards() {
  const list = { kind: 'listed', total: 3, page: 1, pages: 2, communes: shippedCommunes } as const;
  const entries = history.map((what, index) => ({
    useCaseId: useCaseId('u1'),
    version: history.length - index,
    at: Date.UTC(2026, 10, 22 - index),
    by: index % 2 === 0 ? { organiser: true } : { communeId: menden, organiser: false },
    change: what,
  }));
  const archived = { at: Date.UTC(2026, 10, 22), reason: 'Das Produkt gibt es nicht mehr.' };
  return {
    'review of a new use case': reviewCard(described(aSubmission()), surface),
    'review of a change': reviewCard(described(changing, change), surface, { posted: true }),
    'review of much': reviewCard(described(longest), surface),
    'review in short': reviewCard(described(longest), surface, { posted: true, short: true }),
    'review of an archived use case': reviewCard(
      described({ ...changing, state: { kind: 'waiting' } }, { kind: 'archived', useCase: aUseCase() }),
      surface,
    ),
    'review published': reviewCard(described(published), surface),
    'review question': reviewRemarkCard({ kind: 'ask', submission: asked, version: 1 }, surface),
    'review reason missing': reviewRemarkCard(
      { kind: 'return', submission: asked, version: 1, isMissing: true },
      surface,
    ),
    'review list': reviewListCard({ ...list, rows: [aSubmission(), asked, returned] }, surface, 'all'),
    'own submission asked': ownSubmissionCard(asked, surface, { hasReviewers: true }),
    'own submission returned': ownSubmissionCard(returned, surface, { hasReviewers: true }),
    'own submission published': ownSubmissionCard(published, surface, { hasReviewers: true }),
    'own submission for nobody': ownSubmissionCard(aSubmission(), surface, { hasReviewers: false }),
    history: historyCard(
      {
        kind: 'listed',
        useCase: aUseCase(),
        entries,
        total: 12,
        page: 2,
        pages: 3,
        communes: shippedCommunes,
      },
      surface,
      origin,
      { withWayBack: true },
    ),
    'question to archive': askToArchiveUseCaseCard(aUseCase(), surface, origin),
    'archived use case': archivedUseCaseCard(
      { kind: 'archived', useCase: aUseCase({ archived }), mayRestore: true },
      surface,
      origin,
    ),
  };
}
