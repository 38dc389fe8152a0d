import { describe, expect, it } from 'vitest';
import type { Surface } from '../../src/cards/actions.ts';
import type { Card } from '../../src/cards/card.ts';
import { topicCommentFormCard } from '../../src/cards/topic-comment-form-card.ts';
import { topicCommentsCard } from '../../src/cards/topic-comments-card.ts';
import { topicDetailsCard } from '../../src/cards/topic-details-card.ts';
import { storedMemberId } from '../../src/domain/ids.ts';
import type { ShownTopic } from '../../src/features/topics/topic-results.ts';
import { buttonNamed, buttonsOf, wordsOf } from '../support/conversation.ts';
import { aComment, aShownTopic, aViewer } from '../support/topic-details-cards.ts';

const personal: Surface = { shared: false, dialogs: true };
const thread: Surface = { shared: true, dialogs: false };
const inDialog: Surface = { shared: true, dialogs: true, inDialog: true };
const from = { view: 'mine', page: 3 } as const;

const titlesOf = (card: unknown) => buttonsOf(card).map(({ title }) => title);
const linesOf = (card: unknown) => wordsOf(card).split('\n');
/** The titles of the last rows, those of one section. */
const rowsOf = ({ body }: Card) => rowsIn(body.at(-1)).map((row) => titlesOf(row));

function draw(shown: ShownTopic, surface: Surface = personal): Card {
  return topicDetailsCard(shown, { surface });
}

describe('the buttons on the details', () => {
  const one = { topicRequestId: 't1', from };

  it('are what a member can do who has done nothing yet, and each of them leads back to the list', () => {
    const card = topicDetailsCard(aShownTopic(), { surface: personal, from });

    expect(buttonsOf(card).map(({ title, verb, data }) => [title, verb, data])).toEqual([
      ['Dafür stimmen', 'topic.vote', one],
      ['Kommentieren', 'topic.offerComment', one],
      ['Benachrichtigen', 'topic.follow', one],
      ['Ich kann dazu berichten', 'topic.offerReport', one],
      ['Zurück', 'topic.list', from],
    ]);
  });

  it('turn around for who has voted, follows and offers to report', () => {
    const viewer = { ...aViewer, voted: true, follows: true, offers: true };

    const card = draw(aShownTopic({ viewer }));

    expect(buttonsOf(card).map(({ title, verb }) => [title, verb])).toEqual([
      ['Stimme zurückziehen', 'topic.withdrawVote'],
      ['Kommentieren', 'topic.offerComment'],
      ['Nicht mehr benachrichtigen', 'topic.unfollow'],
      ['Doch nicht berichten', 'topic.stopReporting'],
      ['Themen', 'topic.list'],
    ]);
    expect(wordsOf(card)).toContain('Sie haben dafür gestimmt.');
  });

  it('let its author change it and take it back, and organisers organise it', () => {
    const author = { ...aViewer, isAuthor: true, mayEdit: true, mayRemove: true };
    const organiser = { ...aViewer, organises: true, mayEdit: true };

    expect(titlesOf(draw(aShownTopic({ viewer: author })))).toEqual(
      expect.arrayContaining(['Ändern', 'Zurücknehmen']),
    );
    expect(titlesOf(draw(aShownTopic({ viewer: author })))).not.toContain('Organisieren');
    expect(titlesOf(draw(aShownTopic({ viewer: organiser }))).slice(-2)).toEqual(['Organisieren', 'Themen']);
    expect(titlesOf(draw(aShownTopic({ viewer: organiser })))).not.toContain('Ändern');
  });

  it('fill their rows, so that even the most of them are few rows', () => {
    const all = {
      takesPart: true,
      voted: true,
      follows: true,
      isAuthor: true,
      mayEdit: true,
      mayRemove: true,
    };

    const card = topicDetailsCard(aShownTopic({ viewer: { ...aViewer, ...all, organises: true } }), {
      surface: personal,
      from,
    });

    expect(rowsOf(card)).toEqual([
      ['Stimme zurückziehen', 'Ändern'],
      ['Kommentieren', 'Zurücknehmen'],
      ['Nicht mehr benachrichtigen'],
      ['Ich kann dazu berichten'],
    ]);
    expect(card.actions?.map(({ title }) => title)).toEqual(['Organisieren', 'Zurück']);
  });

  it('lead to the list where the details were opened from none', () => {
    expect(buttonNamed(draw(aShownTopic()), 'Themen')).toMatchObject({
      verb: 'topic.list',
      data: { view: 'votes', page: 1 },
    });
    expect(titlesOf(draw(aShownTopic()))).not.toContain('Zurück');
  });

  it('are all that tells what one has to do with it where it was just said', () => {
    const viewer = { ...aViewer, voted: true, follows: true };
    const outcome = 'Ihre Stimme ist eingetragen.';

    const card = topicDetailsCard(aShownTopic({ viewer }), { surface: personal, outcome });

    expect(wordsOf(draw(aShownTopic({ viewer })))).toContain('Sie haben dafür gestimmt.');
    expect(wordsOf(card)).not.toContain('Sie haben dafür gestimmt.');
  });

  it('only lead a guest on, who is told why', () => {
    const { memberId: _, ...rest } = aViewer;

    const card = draw(aShownTopic({ viewer: { ...rest, takesPart: false } }));

    expect(titlesOf(card)).toEqual(['Themen']);
    expect(wordsOf(card)).toContain('Abstimmen und kommentieren können Mitglieder.');
  });

  it('are submitted in a dialog', () => {
    const card = topicDetailsCard(aShownTopic(), { surface: inDialog, from });

    expect(buttonsOf(card).every(({ type }) => type === 'Action.Submit')).toBe(true);
  });

  it('and everything else know nothing of who opened it where everybody reads along', () => {
    const comments = [aComment()];
    const everything = {
      memberId: aComment().by,
      takesPart: true,
      voted: true,
      follows: true,
      offers: true,
      isAuthor: true,
      organises: true,
      mayEdit: true,
      mayRemove: true,
    };
    const nothing = { ...aViewer, takesPart: false };

    const shared = topicDetailsCard(aShownTopic({ comments, viewer: everything }), { surface: thread, from });
    const list = topicCommentsCard(aShownTopic({ comments, viewer: everything }), 1, { surface: thread });

    expect(shared).toEqual(
      topicDetailsCard(aShownTopic({ comments, viewer: nothing }), { surface: thread, from }),
    );
    expect(list).toEqual(
      topicCommentsCard(aShownTopic({ comments, viewer: nothing }), 1, { surface: thread }),
    );
    expect(titlesOf(shared)).toEqual([
      'Dafür stimmen',
      'Kommentieren',
      'Stimme zurückziehen',
      'Benachrichtigen',
      'Ich kann dazu berichten',
    ]);
  });

  it('remove a comment for its author, and on the list of all for organisers', () => {
    const author = storedMemberId('t.commenter');
    const onList = (shown: ShownTopic) => topicCommentsCard(shown, 1, { surface: personal });
    const comments = [aComment({ number: 7 }), aComment({ number: 8, by: storedMemberId('t.other') })];
    const removable = (viewer: ShownTopic['viewer'], on: (shown: ShownTopic) => Card = draw) =>
      buttonsOf(on(aShownTopic({ comments, viewer })))
        .filter(({ title }) => title === 'Entfernen')
        .map(({ data }) => data?.['comment']);

    expect(removable(aViewer)).toEqual([]);
    expect(removable({ ...aViewer, memberId: author })).toEqual([7]);
    expect(removable({ ...aViewer, organises: true })).toEqual([]);
    expect(removable(aViewer, onList)).toEqual([]);
    expect(removable({ ...aViewer, organises: true }, onList)).toEqual([8, 7]);
    expect(titlesOf(draw(aShownTopic({ comments, viewer: { ...aViewer, organises: true } })))).not.toContain(
      'Alle Kommentare (2)',
    );
  });
});

describe('all comments', () => {
  const comments = Array.from({ length: 12 }, (_, index) =>
    aComment({ number: index + 1, text: `Nummer ${index + 1}` }),
  );
  const shown = aShownTopic({ comments });
  const page = (number: number) => topicCommentsCard(shown, number, { surface: personal, from });

  it('stand on pages of five, the latest first', () => {
    const numbers = [1, 2, 3].map(
      (number) => linesOf(page(number)).filter((line) => line.startsWith('Nummer')).length,
    );

    expect(numbers).toEqual([5, 5, 2]);
    expect(wordsOf(page(1))).toMatch(/^Zwölf Kommentare zu diesem Thema\nKI im Bauamt\n/);
    expect(linesOf(page(1)).find((line) => line.startsWith('Nummer'))).toBe('Nummer 12');
    expect(wordsOf(page(2))).toContain('Seite 2 von 3');
    expect(titlesOf(page(1))).toEqual(['Weitere', 'Kommentieren', 'Zurück']);
    expect(titlesOf(page(3))).toEqual(['Vorherige', 'Kommentieren', 'Zurück']);
    expect(buttonNamed(page(2), 'Weitere').data).toEqual({ topicRequestId: 't1', from, page: 3 });
  });

  it('show the last page where a later one is asked for, and say that there is none', () => {
    expect(page(99)).toEqual(page(3));
    expect(wordsOf(topicCommentsCard(aShownTopic(), 1, { surface: personal }))).toContain(
      'Noch hat niemand etwas dazu geschrieben.',
    );
  });
});

describe('the form for a comment', () => {
  it('says which commune is named, and where others see it knows none', () => {
    const form = { shown: aShownTopic(), commune: 'Hemer' };

    expect(wordsOf(topicCommentFormCard(form, inDialog, undefined))).toContain(
      'Es steht „Hemer“ dabei, Ihr Name nicht.',
    );
    expect(wordsOf(topicCommentFormCard({ shown: form.shown }, personal, undefined))).toContain(
      'es steht „Ein Mitglied“ dabei',
    );
    expect(JSON.stringify(topicCommentFormCard(form, thread, undefined))).not.toContain('Hemer');
    expect(titlesOf(topicCommentFormCard(form, thread, undefined))).toEqual(['Senden']);
  });
});

function rowsIn(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) {
    return value.flatMap(rowsIn);
  }
  if (typeof value !== 'object' || value === null) {
    return [];
  }
  return 'type' in value && value.type === 'ActionSet' ? [value] : Object.values(value).flatMap(rowsIn);
}
